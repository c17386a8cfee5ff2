"""Who takes part in a twinning: the set of parties, its name and its key."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override

from network.choices import ReviewState
from network.models import Organisation, Place
from network.services.refusals import Refused, refuse_doubts
from twinnings.choices import OPEN_STATUSES
from twinnings.lines import joined
from twinnings.models import Party, Twinning

FEWEST = 2
MOST = 20
LONGEST_TITLE = 300


@dataclass(frozen=True)
class PartyTold:
    """A party as somebody chose it: a place, an organisation, or so many unnamed ones.

    `more` are further columns of the party: offices, level, whether it is uncertain.
    """

    place: Place | None = None
    organisation: Organisation | None = None
    country: str = ""
    unnamed: int = 0
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def own_place(self) -> Place | None:
        """Its place; that of a town hall is known."""
        if self.place is not None or self.organisation is None:
            return self.place
        return self.organisation.place

    @property
    def town_hall(self) -> Organisation | None:
        """Its organisation; that of a place is known where it has one."""
        if self.organisation is not None or self.place is None:
            return self.organisation
        return Organisation.objects.filter(place=self.place).first()

    @property
    def own_country(self) -> str:
        """Where it is."""
        for known in (self.own_place, self.town_hall):
            if known is not None and known.country:
                return known.country
        return self.country


def refuse_parties(parties: Sequence[PartyTold]) -> None:
    """Raise Refused unless there are at least two, all different, each in a country."""
    told = sum(each.unnamed or 1 for each in parties)
    if told < FEWEST:
        raise Refused(_("A twinning has at least two parties."), code="parties")
    if len(parties) > MOST:
        raise Refused(
            _("A twinning has at most %(most)d parties.") % {"most": MOST},
            code="parties",
        )
    places = [each.own_place.pk for each in parties if each.own_place]
    bodies = [each.town_hall.pk for each in parties if each.town_hall]
    if len(places) != len(set(places)) or len(bodies) != len(set(bodies)):
        raise Refused(
            _("A municipality is not twinned with itself: choose another one."),
            code="itself",
        )
    for each in parties:
        if not (each.place or each.organisation or each.unnamed):
            raise Refused(_("Choose who takes part."), code="parties")
        if not each.own_country:
            raise Refused(_("Say in which country each party is."), code="parties")


def put_parties(
    twinning: Twinning, parties: Sequence[PartyTold], *, sure: Collection[str] = ()
) -> None:
    """Write the parties, the name made of them, and the key by which a second one is known.

    A party that stays keeps its ratification. Raises Refused for the same set of parties
    while their twinning is open, Doubtful when two of them are twinned elsewhere.
    """
    refuse_parties(parties)
    stored = list(twinning.parties.all())
    kept = [
        _put(twinning, told, _same(told, stored), position)
        for position, told in enumerate(parties)
    ]
    twinning.parties.exclude(pk__in=[each.pk for each in kept]).delete()
    twinning.parties_key = key_of(kept)
    refuse_doubts(_twinned_elsewhere(twinning, kept), sure)
    for language in ("es", "en"):
        with override(language):
            setattr(twinning, f"title_{language}", name_of(kept))
    try:
        with transaction.atomic():
            twinning.save()
    except IntegrityError as taken:
        raise refused_twice() from taken


def refused_twice() -> Refused:
    return Refused(
        _(
            "These parties have a twinning already: go on with that one, or end it "
            "first."
        ),
        code="twice",
    )


def _same(told: PartyTold, stored: Sequence[Party]) -> Party | None:
    place, body = told.own_place, told.town_hall
    for party in stored:
        if place is not None and party.place_id == place.pk:
            return party
        if place is None and body is not None and party.organisation_id == body.pk:
            return party
        if (
            place is None
            and body is None
            and party.unnamed
            and party.country == told.country
        ):
            return party
    return None


def _put(
    twinning: Twinning, told: PartyTold, party: Party | None, position: int
) -> Party:
    party = party or Party(twinning=twinning)
    party.place, party.organisation = told.own_place, told.town_hall
    party.country, party.unnamed = told.own_country, told.unnamed
    party.position = position
    for name, value in told.more.items():
        setattr(party, name, value)
    party.save()
    return party


def key_of(parties: Sequence[Party]) -> str:
    """The same for the same set in any order; empty where one has no name."""
    every = [each.identity for each in parties]
    return "" if not all(every) else "+".join(sorted(every))


def name_of(parties: Sequence[Party]) -> str:
    """The parties by country, in the order of the parties, in the active language.

    «Condado de Pinellas – Colón y San Miguelito»; without those that perhaps took none.
    """
    sides: dict[str, list[str]] = {}
    for each in parties:
        if not each.uncertain:
            sides.setdefault(each.country, []).append(each.name)
    if not sides:
        return ""
    if len(sides) == 1:
        return " – ".join(next(iter(sides.values())))[:LONGEST_TITLE]
    return " – ".join(joined(names) for names in sides.values())[:LONGEST_TITLE]


def _twinned_elsewhere(
    twinning: Twinning, parties: Sequence[Party]
) -> dict[str, "str | Promise"]:
    """Pairs of these places that another open twinning holds: perhaps it is the same.

    Raises Refused when it is the same set.
    """
    others = Twinning.objects.kept().filter(status__in=OPEN_STATUSES)
    # Another's draft is told to nobody: not even by a refusal.
    told = ~Q(review_state=ReviewState.DRAFT) | Q(owner=twinning.owner_id)
    others = others.filter(told).exclude(pk=twinning.pk)
    if (
        twinning.parties_key
        and others.filter(parties_key=twinning.parties_key).exists()
    ):
        raise refused_twice()
    places = {each.place_id for each in parties if each.place_id is not None}
    met: dict[int, set[int]] = {}
    rows = Party.objects.filter(place__in=places, twinning__in=others.order_by())
    for key, place in rows.values_list("twinning", "place"):
        met.setdefault(key, set()).add(place)
    if not any(len(found) >= FEWEST for found in met.values()):
        return {}
    said = _(
        "Some of these parties have another twinning together. Is this one apart from it?"
    )
    return {"pair": said}
