"""Verbs that let the public search find the network as it stands.

Called after a change, in its transaction: what is hidden is found by nobody once the
transaction ends.
"""

from collections.abc import Iterable

from django.db import models

from amuprev.foundation.glossary import TERMS
from amuprev.foundation.models import GlossaryCountryName, GlossaryTerm
from amuprev.foundation.search.documents import Source
from amuprev.foundation.search.keeping import find_again
from network.models import (
    Agreement,
    Assembly,
    Milestone,
    Organisation,
    Place,
    PlaceName,
    PlaceParent,
)
from network.search import (
    ACTIVITIES,
    AGREEMENTS,
    ASSEMBLIES,
    ASSOCIATIONS,
    MILESTONES,
    MUNICIPALITIES,
    PARTNERS,
    PLACES,
)

OF_MODEL: dict[type[models.Model], Source] = {
    Agreement: AGREEMENTS,
    Assembly: ASSEMBLIES,
    Milestone: MILESTONES,
    GlossaryTerm: TERMS,
}
OF_KIND = {source.kind: source for source in (ASSOCIATIONS, MUNICIPALITIES, PARTNERS)}


def find_activities(keys: Iterable[int]) -> int:
    """Find these activities as they stand now."""
    return find_again(ACTIVITIES, keys)


def find_record(record: models.Model, key: int | None = None) -> int:
    """Find what a record that was saved or deleted tells, if the public reads of it.

    A record that was deleted has lost its key: it is given.
    """
    key = key or record.pk
    if isinstance(record, Organisation):
        source = OF_KIND.get(record.kind)
        changed = find_again(source, [key]) if source else 0
        changed += _find_its_history(key)
        return changed + (find_place(record.place_id) if record.place_id else 0)
    if isinstance(record, Place):
        return find_place(key)
    if isinstance(record, PlaceName | PlaceParent):
        return find_place(record.place_id)
    if isinstance(record, GlossaryCountryName):
        return find_again(TERMS, [record.term_id])
    of_it = OF_MODEL.get(type(record))
    return find_again(of_it, [key]) if of_it else 0


def _find_its_history(key: int) -> int:
    """What bears an association's name, and is told of those that are shown only."""
    held = Assembly.objects.filter(association=key).values_list("pk", flat=True)
    signed = Agreement.objects.filter(parties=key).values_list("pk", flat=True)
    return find_again(ASSEMBLIES, held) + find_again(AGREEMENTS, signed)


def find_place(key: int) -> int:
    """Find a place, or the town hall that governs it."""
    towns = Organisation.objects.filter(place=key).values_list("pk", flat=True)
    return find_again(MUNICIPALITIES, towns) + find_again(PLACES, [key])
