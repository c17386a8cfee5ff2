"""Verbs that let the public search find the network as it stands.

Called after a change, in its transaction: what is hidden is found by nobody once the
transaction ends.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db import models

from amuprev.foundation.glossary import TERMS
from amuprev.foundation.models import GlossaryCountryName, GlossaryTerm
from amuprev.foundation.search.documents import Source
from amuprev.foundation.search.filling import fill
from amuprev.foundation.search.keeping import find_again
from network import tasks
from network.models import (
    Activity,
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
    MILESTONES,
    MUNICIPALITIES,
    PLACES,
)
from network.search.telling import OF_KIND, told_model

OF_MODEL: dict[type[models.Model], Source] = {
    Agreement: AGREEMENTS,
    Assembly: ASSEMBLIES,
    Milestone: MILESTONES,
    GlossaryTerm: TERMS,
}


def find_activities(keys: Iterable[int]) -> int:
    """Find these activities as they stand now."""
    return find_again(ACTIVITIES, keys)


def fill_search(first: int, last: int) -> int:
    """Find those activities of a range of keys that are not found yet."""
    public = Activity.objects.public().filter(pk__gte=first, pk__lte=last)
    keys = public.order_by("pk").values_list("pk", flat=True)
    return fill(ACTIVITIES, [str(key) for key in keys])


def find_what_tells(records: Iterable[models.Model]) -> None:
    """Have found, in the background, what tells the names of records that have another.

    Of a kind of activity that can be half the log, and whoever renames it does not wait.
    The task is queued with the change: it begins once that is committed.
    """
    renamed: dict[str, list[int]] = defaultdict(list)
    for record in records:
        if model := told_model(record):
            renamed[model._meta.label].append(record.pk)
    for label, keys in renamed.items():
        tasks.find_what_tells.enqueue(label, sorted(keys))


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
