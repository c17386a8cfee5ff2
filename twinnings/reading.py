"""Twinnings, exchanges and counterparts with all that belongs to them, as the world may
read them, in few questions."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q

from amuprev.foundation.by_key import among
from amuprev.foundation.people_shown import nobody_or_agreed
from amuprev.foundation.together import (
    keep_related,
    read_together,
    related_in,
    related_to,
)
from network.models import Activity, Place
from twinnings.choices import CommitmentState
from twinnings.models import (
    Commitment,
    DelegationRow,
    Exchange,
    ExchangePhoto,
    FollowUp,
    Party,
    Twinning,
    TwinningDocument,
)

# Of a counterpart: nobody reads through more on one page.
MOST_TOLD = 100
WHO = ("place__organisation", "organisation")


def twinnings_of(
    numbers: Iterable[int], *, counted: Iterable[int] | None = None
) -> dict[int, Any]:
    """The public ones of these with their parties, and some of them or all with their
    counts, in two questions."""
    rows = Twinning.objects.public().filter(pk__in=list(numbers))
    found = list(rows.select_related("owner").order_by())
    return {row.pk: row for row in _completed(found, counted=counted)}


def _completed(
    twinnings: list[Any], *, counted: Iterable[int] | None = None
) -> list[Any]:
    """The same twinnings with their parties and counts, in one question."""
    if twinnings:
        found = {each.pk: each for each in twinnings}
        wanted = list(found.keys() if counted is None else found.keys() & set(counted))
        held = read_together(
            parties=related_in(Twinning, "parties", list(found)).select_related(*WHO),
            exchanges=Exchange.objects.filter(twinning__in=wanted)
            .select_related("owner")
            .order_by("pk"),
            commitments=Commitment.objects.filter(
                exchange__twinning__in=wanted, public=True
            ),
        )
        keep_related(twinnings, "parties", held["parties"])
        _count({number: found[number] for number in wanted}, held)
    return twinnings


def _count(found: dict[int, Any], held: dict[str, list[Any]]) -> None:
    """Tell each how many exchanges and commitments of it are public, and how many met.

    What is public is looked at row by row: asked of the database, it may read all of
    them to find these.
    """
    for twinning in found.values():
        twinning.exchanges_count = twinning.commitments_count = twinning.met_count = 0
    told: dict[int, Any] = {}
    for exchange in held["exchanges"]:
        exchange.twinning = twinning = found[exchange.twinning_id]
        if exchange.is_public:
            told[exchange.pk] = twinning
            twinning.exchanges_count += 1
    for promised in held["commitments"]:
        if twinning := told.get(promised.exchange_id):
            twinning.commitments_count += 1
            twinning.met_count += promised.state == CommitmentState.MET


def public_twinning(slug: str) -> Any:
    """A twinning the world may read now, or nothing."""
    return Twinning.objects.public().filter(slug=slug).select_related("owner").first()


def with_all(twinning: Any) -> dict[str, list[Any]]:
    """All that its page tells, in one question; what is kept with it, and the rest."""
    exchanges = among(Exchange.objects.public(), twinning=twinning)
    keys = exchanges.order_by().values("pk")
    found = _gathered(
        twinning,
        _own(twinning, "status_entries", "themes", "facilitators")
        | {"parties": related_to(twinning, "parties").select_related(*WHO)},
        exchanges=exchanges.select_related("owner", "place")
        .with_people()
        .newest_first(),
        delegation=DelegationRow.objects.filter(exchange__in=keys),
        commitments=public_commitments(exchange__in=keys),
        answers=_answers().filter(exchange__in=keys),
        documents=shown_documents().filter(twinning=twinning, exchange=None),
        **_came_of(keys),
        **_facts_of(Place.objects.filter(twinning_parties__twinning=twinning)),
    )
    _keep_facts([p.place for p in twinning.parties.all() if p.place], found)
    keep_related(found["activities"], "places", found["places"])
    return found


def _own(record: Any, *names: str) -> dict[str, Any]:
    return {name: related_to(record, name) for name in names}


def _gathered(record: Any, own: dict[str, Any], **more: Any) -> dict[str, list[Any]]:
    """All of it in one question; its own relations are kept with the record."""
    found = read_together(**own, **more)
    for name in own:
        keep_related([record], name, found[name])
    return found


def _facts_of(places: Any) -> dict[str, Any]:
    """The levels of these places, and what they belong to."""
    keys = places.order_by().values("pk")
    parents = related_in(Place, "parents", keys).select_related("parent")
    return {"levels": related_in(Place, "levels", keys), "parents": parents}


def _keep_facts(places: Sequence[Any], found: dict[str, list[Any]]) -> None:
    for name in ("levels", "parents"):
        keep_related(places, name, found[name])


def public_commitments(**of: Any) -> Any:
    """What somebody who reviews has read, with who answers for it."""
    rows = among(Commitment.objects.public(), **of)
    return rows.select_related("party__place", "party__organisation", "organisation")


def _answers() -> Any:
    """What was answered months later; its words stand only where they are public."""
    return FollowUp.objects.filter(answered_at__isnull=False)


def shown_documents() -> Any:
    """Documents that may be read."""
    return TwinningDocument.objects.filter(public=True, removed_at__isnull=True)


def shown_photos() -> Any:
    """Photos that may be seen: nobody is recognised, or adults whose consent holds."""
    shown = nobody_or_agreed() & Q(public=True, removed_at__isnull=True)
    return ExchangePhoto.objects.filter(shown)


def _came_of(exchanges: Any) -> dict[str, Any]:
    """The public activities that came of exchanges, and where they were done."""
    links = Exchange.activities.through.objects.filter(exchange__in=exchanges)  # type: ignore[attr-defined]  # through
    rows = among(Activity.objects.public(), pk__in=links.values("activity"))
    keys = rows.order_by().values("pk")
    return {
        "activities": rows.select_related("owner__place", "venue", "kind"),
        "places": related_in(Activity, "places", keys),
    }


def public_exchange(number: int) -> Any:
    """An exchange the world may read now, or nothing."""
    logged = Activity.objects.public().filter(exchange=OuterRef("pk"))
    return (
        Exchange.objects.public()
        .filter(pk=number if number < 2**63 else 0)
        .select_related("owner", "twinning__owner", "place__organisation", "logged_as")
        .annotate(is_logged=Exists(logged))
        .with_people()
        .first()
    )


def exchange_with_all(exchange: Any) -> dict[str, list[Any]]:
    """All that its page tells, in one question."""
    parties = Party.objects.filter(twinning=exchange.twinning_id)
    found = _gathered(
        exchange,
        _own(exchange, "agenda", "places_seen", "themes", "delegation"),
        commitments=public_commitments(exchange=exchange),
        answers=_answers().filter(exchange=exchange),
        photos=shown_photos().filter(exchange=exchange),
        documents=shown_documents().filter(exchange=exchange),
        parties=parties.select_related(*WHO),
        **_came_of([exchange.pk]),
    )
    keep_related(found["activities"], "places", found["places"])
    return found


def told_to_officer(exchange: Any) -> dict[str, list[Any]]:
    """What whoever took part is asked about: this exchange alone, in one question."""
    parties = Party.objects.filter(twinning=exchange.twinning_id)
    return read_together(
        parties=parties.select_related(*WHO),
        delegation=exchange.delegation.all(),
        places_seen=exchange.places_seen.all(),
        commitments=exchange.commitments.select_related(
            "party__place", "party__organisation", "organisation"
        ),
    )


def public_counterpart(slug: str) -> Any:
    """A place that takes part in a public twinning, or nothing."""
    part = Party.objects.public().filter(place=OuterRef("pk"))
    shown = Place.objects.exclude(organisation__shown=False)
    rows = shown.filter(Exists(part), slug=slug)
    return rows.select_related("organisation").first()


def counterpart_with_all(place: Any) -> dict[str, Any]:
    """What it is, its twinnings and its exchanges, in four questions."""
    parties = Party.objects.filter(place=place.pk).order_by()
    of_place = among(Twinning.objects.public(), pk__in=parties.values("twinning"))
    found = _gathered(
        place,
        _own(place, "levels", "names", "populations")
        | {"parents": related_to(place, "parents").select_related("parent")},
    )
    twinnings = of_place.newest_first().select_related("owner")[:MOST_TOLD]
    keys = of_place.order_by().values("pk")
    exchanges = among(Exchange.objects.public(), twinning__in=keys)
    return {
        **found,
        "twinnings": _completed(list(twinnings)),
        "exchanges": list(exchanges.for_lists().newest_first()[:MOST_TOLD]),
    }


def newest_of_place(slug: str, most: int) -> list[Any]:
    """The public twinnings of a place, for its municipality's page."""
    own = among(Twinning.objects.public(), parties__place__slug=slug)
    return _newest(own, most)


def newest_in_country(code: str, most: int) -> list[Any]:
    """The public twinnings of a country, for its page."""
    return _newest(Twinning.objects.public().in_country(code), most)


def _newest(rows: Any, most: int) -> list[Any]:
    newest = rows.newest_first().select_related("owner")[:most]
    return _completed(list(newest))
