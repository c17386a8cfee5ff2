"""Who adapted an experience and what they changed, as the world may read it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amuprev.foundation.figures import figure
from experiences.models import Adaptation
from experiences.queries import AdaptationQuerySet
from network.addresses import organisation_address
from network.choices import DatePrecision, ReviewState
from network.dates import describe
from network.lines import country_words


@dataclass(frozen=True)
class Adapter:
    """One municipality that says it adapted an experience."""

    plan: Any
    key: str
    who: str
    url: str
    since: str
    line: str
    # Only once its association published it.
    tells_changes: bool


def with_adapters(experiences: Any) -> Any:
    """The same with `adapters`: how many municipalities say that they adapted each."""
    of_each = Adaptation.objects.public().filter(origin=OuterRef("pk")).order_by()
    counted = of_each.values("origin").annotate(many=Count("owner", distinct=True))
    return experiences.annotate(adapters=Coalesce(Subquery(counted.values("many")), 0))


def plans_said(experience: Any) -> AdaptationQuerySet:
    """The plans that say so, whoever said it first before the others."""
    rows = Adaptation.objects.public().filter(origin=experience)
    return rows.select_related("owner__place").order_by("said_at", "pk")


def adapters_of(experience: Any) -> list[Adapter]:
    """Each municipality that says so."""
    return [adapter_of(plan) for plan in plans_said(experience)]


def adapted_words(number: int) -> str:
    """How many municipalities adapted it, in words; empty for none."""
    if not number:
        return ""
    told = ngettext(
        "Adapted by %(number)s municipality",
        "Adapted by %(number)s municipalities",
        number,
    )
    return told % {"number": figure(number)}


def adapter_of(plan: Adaptation) -> Adapter:
    """What the original says of the municipality of a plan that is said."""
    owner = plan.owner
    day = timezone.localdate(plan.said_at)
    since = describe(day.replace(day=1), precision=DatePrecision.MONTH)
    told = {
        "municipality": owner.name,
        "country": country_words(owner.country),
        "month": since,
    }
    return Adapter(
        plan,
        str(plan.pk),
        _("%(municipality)s (%(country)s)") % told,
        organisation_address(owner.kind, owner.slug),
        _("since %(month)s") % told,
        _("%(municipality)s (%(country)s), since %(month)s") % told,
        plan.review_state == ReviewState.APPROVED and bool(plan.changes_es),
    )
