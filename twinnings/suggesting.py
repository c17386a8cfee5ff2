"""«Municipios y ciudades como el mío»: who could be a partner, and why, in words."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import IntegerField, Q, Subquery
from django.utils.translation import gettext as _

from amuprev.foundation.collation import bare, sort_key
from amuprev.foundation.figures import figure
from network.choices import LOCAL_LEVELS
from network.lines import country_words
from network.models import Organisation, Place, PlacePopulation
from network.models.places import PlaceLevel, PlaceName
from twinnings.models import Party, Twinning

MOST = 8
MOST_FOUND = 12
# A population so many times smaller or larger is still alike.
ALIKE = 2
MOST_LOOKED_AT = 60
MOST_NAMED = 2


@dataclass
class Suggestion:
    """A place that could be a partner, and each reason for it."""

    place: Place
    reasons: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Its name, its country, and why."""
        name = f"{self.place} ({country_words(self.place.country)})"
        return ": ".join([name, "; ".join(self.reasons)]) if self.reasons else name


def offered_places() -> Any:
    """Municipalities with a page, and the other local governments that are recorded."""
    local = PlaceLevel.objects.filter(level__in=LOCAL_LEVELS).order_by()
    parties = Party.objects.public().filter(place__isnull=False).order_by()
    known = Q(pk__in=local.values("place")) | Q(pk__in=parties.values("place"))
    return Place.objects.filter(
        Q(organisation__shown=True) | Q(known, organisation=None)
    )


def suggestions(
    owner: Organisation, *, themes: Collection[Any] = (), managed: Collection[str] = ()
) -> list[Suggestion]:
    """The places with the most reasons first; never the organisation's own."""
    reasons: dict[int, list[str]] = defaultdict(list)
    _by_theme(reasons, themes, managed)
    _by_country(reasons, owner)
    _by_size(reasons, owner)
    reasons.pop(owner.place_id or 0, None)
    places = offered_places().filter(pk__in=list(reasons))
    made = [Suggestion(place, reasons[place.pk]) for place in places]
    made.sort(key=lambda each: (-len(each.reasons), sort_key(str(each.place))))
    return made[:MOST]


def _by_theme(
    reasons: dict[int, list[str]], themes: Collection[Any], managed: Collection[str]
) -> None:
    """Those that a public twinning about the same theme or management brought together."""
    names = {theme.pk: str(theme) for theme in themes}
    if names:
        rows = Party.objects.public().filter(
            twinning__themes__in=list(names), place__isnull=False
        )
        found = rows.order_by("-pk").values_list("place", "twinning__themes")
        shared: dict[int, set[str]] = defaultdict(set)
        for place, theme in found[: MOST_LOOKED_AT * 4]:
            if theme in names:
                shared[place].add(names[theme])
        for place, told in shared.items():
            listed = ", ".join(sorted(told)[:MOST_NAMED])
            reasons[place].append(
                _("it worked on this: %(themes)s") % {"themes": listed}
            )
    if managed:
        wanted = set(managed)
        twinnings = Twinning.objects.public().prefetch_related("parties")
        for twinning in twinnings.exclude(management_themes=[])[:MOST_LOOKED_AT]:
            if wanted & set(twinning.management_themes):
                _add(reasons, twinning, _("it worked on how town halls run prevention"))


def _add(reasons: dict[int, list[str]], twinning: Twinning, said: str) -> None:
    for party in twinning.parties.all():
        if party.place_id and said not in reasons[party.place_id]:
            reasons[party.place_id].append(said)


def _by_country(reasons: dict[int, list[str]], owner: Organisation) -> None:
    """Those that are twinned with somebody of the same country."""
    if not owner.country:
        return
    near = Twinning.objects.public().in_country(owner.country).order_by()
    rows = Party.objects.public().filter(twinning__in=near, place__isnull=False)
    parties: dict[int, list[Party]] = defaultdict(list)
    for party in rows.select_related("place").order_by("-twinning", "position", "pk")[
        : MOST_LOOKED_AT * 4
    ]:
        parties[party.twinning_id].append(party)
    for together in parties.values():
        own = [each.name for each in together if each.country == owner.country]
        if not own:
            continue
        said = _("it already works with %(town)s, of your country") % {"town": own[0]}
        for party in together:
            told = reasons[party.place_id or 0]
            if party.country != owner.country and said not in told:
                told.append(said)


def _by_size(reasons: dict[int, list[str]], owner: Organisation) -> None:
    """Those with about as many inhabitants, where a source says both."""
    if owner.place_id is None:
        return
    counted = PlacePopulation.objects.order_by("-year")
    own = Subquery(
        counted.filter(place=owner.place_id).values("people")[:1],
        output_field=IntegerField(),
    )
    near = counted.filter(
        place__in=offered_places().order_by().values("pk"),
        people__gte=own / ALIKE,
        people__lte=own * ALIKE,
    )
    told: set[int] = set()
    for row in near[: MOST_LOOKED_AT * 2]:
        if row.place_id not in told:
            told.add(row.place_id)
            said = _("about as large as yours: %(people)s inhabitants (%(year)d)")
            reasons[row.place_id].append(
                said % {"people": figure(row.people), "year": row.year}
            )


def places_called(words: str) -> list[Place]:
    """The places whose name, now or before, holds these words, however they are typed."""
    wanted = " ".join(bare(words).split())
    if not wanted:
        return []
    rows = offered_places().order_by().values_list("pk", "name_es", "name_en", "key")
    named = {key for key, *names in rows if _holds(names, wanted)}
    others = PlaceName.objects.filter(place__in=offered_places().order_by())
    named |= {
        key
        for key, text in others.values_list("place", "text")
        if _holds([text], wanted)
    }
    found = sorted(
        Place.objects.filter(pk__in=named), key=lambda place: sort_key(str(place))
    )
    return found[:MOST_FOUND]


def _holds(names: Iterable[str | None], wanted: str) -> bool:
    return any(wanted in bare(name or "").replace("-", " ") for name in names)
