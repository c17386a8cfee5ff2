"""Which answers of which filters an experience bears; values in, codes out."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from amuprev.foundation.narrowing import EVERY, Bearing
from experiences.choices import Effect, EvidenceDesign, size_of

if TYPE_CHECKING:
    from experiences.models import Experience

LADDER = list(EvidenceDesign)
STUMBLES = frozenset({Effect.INEFFECTIVE, Effect.NEGATIVE})


def facets_of(experience: "Experience") -> set[Bearing]:
    """Every filter and answer it bears while it is public; empty while it is not."""
    if not experience.is_public or experience.position is None:
        return set()
    places = list(experience.places.all())
    outcomes = list(experience.outcomes.all())
    borne = {EVERY, ("form", "full" if experience.full else "short")}
    for facet, values in (
        ("country", {experience.country, *(place.country for place in places)}),
        ("place", {place.slug for place in places}),
        ("level", {experience.prevention_level}),
        ("violence", experience.violence_types),
        ("problem", experience.problems),
        ("inspire", experience.inspire_strategies),
        ("theme", (each.key for each in experience.themes.all())),
        ("group", (each.key for each in experience.groups.all())),
        ("setting", (each.key for each in experience.settings.all())),
        ("evidence", {strongest(outcome.evidence for outcome in outcomes)}),
        ("cost", {experience.cost_band}),
        ("size", sizes_of(experience)),
    ):
        borne |= {(facet, value) for value in values if value}
    if any(outcome.effect in STUMBLES for outcome in outcomes):
        borne.add(("stumbles", "yes"))
    return borne


def strongest(designs: Iterable[str]) -> str:
    """The strongest of several designs of evidence; none without any."""
    known = [EvidenceDesign(design) for design in designs]
    return max(known, key=LADDER.index, default=EvidenceDesign.NONE)


def sizes_of(experience: "Experience") -> set[str]:
    """The sizes of its municipalities, by the newest population known of each."""
    sizes = set()
    for place in experience.places.all():
        newest = next(iter(place.populations.all()), None)
        if newest is not None:
            sizes.add(size_of(newest.people).value)
    return sizes
