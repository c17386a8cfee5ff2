"""Which public things tell the name of a record of the network, and are found by it."""

from collections.abc import Iterator, Sequence

from django.db import models
from django.db.models import Q

from amuprev.foundation.search.documents import Source
from network.choices import OrganisationKind
from network.models import (
    Activity,
    ActivityKind,
    Agreement,
    Assembly,
    Organisation,
    Place,
    PopulationGroup,
    Setting,
    Theme,
)
from network.search.activities import ACTIVITIES
from network.search.happenings import AGREEMENTS, ASSEMBLIES
from network.search.organisations import ASSOCIATIONS, MUNICIPALITIES, PARTNERS

# By which of its relations an activity tells the name.
TOLD_BY_ACTIVITIES: dict[type[models.Model], tuple[str, ...]] = {
    Organisation: ("owner",),
    Place: ("owner__place", "venue", "places"),
    ActivityKind: ("kind",),
    Theme: ("themes",),
    PopulationGroup: ("groups",),
    Setting: ("setting",),
}
OF_KIND: dict[str, Source] = {
    OrganisationKind.ASSOCIATION: ASSOCIATIONS,
    OrganisationKind.MUNICIPALITY: MUNICIPALITIES,
    OrganisationKind.PARTNER: PARTNERS,
}
Telling = Iterator[tuple[Source, list[int]]]


def told_model(record: models.Model) -> type[models.Model] | None:
    """The kind of record, if others tell its name."""
    return next((each for each in TOLD_BY_ACTIVITIES if isinstance(record, each)), None)


def who_tells(model: type[models.Model], keys: Sequence[int]) -> Telling:
    """The keys of what tells these records' names, by its source."""
    if model is Organisation:
        yield ASSEMBLIES, _keys(Assembly.objects.filter(association__in=keys))
        yield AGREEMENTS, _keys(Agreement.objects.filter(parties__in=keys))
    if model is Place:
        here = Q(place__in=keys) | Q(place__parents__parent__in=keys)
        told = Organisation.objects.filter(here)
        for kind, source in OF_KIND.items():
            yield source, _keys(told.filter(kind=kind))
    for relation in TOLD_BY_ACTIVITIES[model]:
        public = Activity.objects.public().filter(**{f"{relation}__in": keys})
        yield ACTIVITIES, _keys(public)


def _keys(rows: "models.QuerySet") -> list[int]:
    return sorted(set(rows.order_by().values_list("pk", flat=True)))
