"""Verbs of the filters' bits: keep one experience in step, make them all anew."""

from collections import defaultdict
from typing import Any

from django.db import transaction

from amuprev.foundation import bits
from amuprev.foundation.narrowing import EVERY, Bearing
from experiences.facets import facets_of
from experiences.models import Experience, FacetBits

BATCH = 500


def hold_facets() -> None:
    """Wait until nobody else changes the bits, and keep others waiting; the first lock.

    Whoever publishes, hides or withdraws calls it before it locks an experience.
    """
    facet, value = EVERY
    FacetBits.objects.get_or_create(facet=facet, value=value)
    FacetBits.objects.select_for_update().get(facet=facet, value=value)


@transaction.atomic
def keep_facets(experience: Experience) -> int:
    """Bring the bits of one experience in step with it; how many rows changed."""
    if experience.position is None:
        return 0
    hold_facets()
    borne = facets_of(experience)
    changed = []
    known: set[Bearing] = set()
    for row in FacetBits.objects.all():
        known.add((row.facet, row.value))
        before = bits.of_bytes(row.bits)
        after = bits.with_position(
            before, experience.position, present=(row.facet, row.value) in borne
        )
        if after != before:
            row.bits = bits.to_bytes(after)
            changed.append(row)
    FacetBits.objects.bulk_update(changed, ["bits"])
    alone = bits.to_bytes(1 << experience.position)
    new = [
        FacetBits(facet=facet, value=value, bits=alone)
        for facet, value in sorted(borne - known)
    ]
    FacetBits.objects.bulk_create(new)
    return len(changed) + len(new)


@transaction.atomic
def fill_facets() -> int:
    """Make all bits anew from what is public; how many experiences they hold."""
    hold_facets()
    found: dict[Bearing, list[int]] = defaultdict(list)
    count = 0
    for experience in _public().iterator(chunk_size=BATCH):
        count += 1
        for borne in facets_of(experience):
            found[borne].append(experience.position or 0)
    FacetBits.objects.exclude(facet=EVERY[0]).delete()
    found.setdefault(EVERY, [])
    for (facet, value), positions in found.items():
        stored = bits.to_bytes(bits.of_positions(positions))
        FacetBits.objects.update_or_create(
            facet=facet, value=value, defaults={"bits": stored}
        )
    return count


def _public() -> Any:
    """All that is public, with what its facets are read from."""
    return (
        Experience.objects.public()
        .select_related("owner")
        .prefetch_related(
            "places__populations", "outcomes", "themes", "groups", "settings"
        )
        .order_by("pk")
    )


@transaction.atomic
def repair_facets() -> list[Bearing]:
    """Make the bits anew where they are wrong; which were."""
    hold_facets()
    faults = faults_of_facets()
    if faults:
        fill_facets()
    return faults


def follow_owners() -> int:
    """Bring bits in step with organisations shown or hidden meanwhile, and with what
    became known of their places; how many answers were wrong.

    Only what differs is written, so a night without changes writes nothing.
    """
    if not faults_of_facets():
        return 0
    return len(repair_facets())


def faults_of_facets() -> list[Bearing]:
    """The answers whose bits differ from what the experiences say, in order."""
    expected: dict[Bearing, int] = defaultdict(int)
    for experience in _public().iterator(chunk_size=BATCH):
        for borne in facets_of(experience):
            expected[borne] |= 1 << (experience.position or 0)
    stored = {
        (row.facet, row.value): bits.of_bytes(row.bits)
        for row in FacetBits.objects.all()
    }
    every = set(expected) | set(stored)
    return sorted(key for key in every if expected.get(key, 0) != stored.get(key, 0))
