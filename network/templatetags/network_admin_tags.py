"""What waits for the secretariat, for the first page of Django admin."""

from collections.abc import Callable
from typing import Any

from django import template
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import ngettext_lazy

from amuprev.foundation import pulse
from amuprev.foundation.figures import Counted
from network import questions, takedowns, waiting
from network.admin.resources import title_of

register = template.Library()

# What waits, in words; the list that shows it; its filter there.
WAITING: tuple[tuple[Callable[[], QuerySet], Any, str, str], ...] = (
    (
        takedowns.undecided_take_downs,
        ngettext_lazy(
            "%(count)s request to take something down waits for a decision",
            "%(count)s requests to take something down wait for a decision",
            "count",
        ),
        "takedown",
        "open",
    ),
    (
        takedowns.unexplained_take_downs,
        ngettext_lazy(
            "%(count)s take-down lacks its reason",
            "%(count)s take-downs lack their reason",
            "count",
        ),
        "takedown",
        "reason",
    ),
    (
        questions.overdue_questions,
        ngettext_lazy(
            "%(count)s question of a reader has waited for more than 15 days",
            "%(count)s questions of readers have waited for more than 15 days",
            "count",
        ),
        "question",
        "overdue",
    ),
    (
        waiting.overdue_reviews,
        ngettext_lazy(
            "%(count)s activity has waited too long for its review",
            "%(count)s activities have waited too long for their review",
            "count",
        ),
        "activity",
        "overdue",
    ),
    (
        waiting.unapproved_appointments,
        ngettext_lazy(
            "%(count)s appointment has not been approved",
            "%(count)s appointments have not been approved",
            "count",
        ),
        "appointment",
        "unapproved",
    ),
    (
        waiting.ending_appointments,
        ngettext_lazy(
            "%(count)s appointment ends within 30 days",
            "%(count)s appointments end within 30 days",
            "count",
        ),
        "appointment",
        "ending",
    ),
    (
        waiting.expiring_invitations,
        ngettext_lazy(
            "%(count)s invitation expires within 3 days",
            "%(count)s invitations expire within 3 days",
            "count",
        ),
        "invitation",
        "expiring",
    ),
    (
        waiting.lapsed_invitations,
        ngettext_lazy(
            "%(count)s invitation expired unused",
            "%(count)s invitations expired unused",
            "count",
        ),
        "invitation",
        "lapsed",
    ),
    (
        waiting.unreviewed_municipalities,
        ngettext_lazy(
            "%(count)s municipality has no association that reviews it",
            "%(count)s municipalities have no association that reviews them",
            "count",
        ),
        "municipality",
        "unreviewed",
    ),
    (
        waiting.associations_without_focal_point,
        ngettext_lazy(
            "%(count)s association has no focal point",
            "%(count)s associations have no focal point",
            "count",
        ),
        "association",
        "no-focal-point",
    ),
    (
        waiting.stale_help_lines,
        ngettext_lazy(
            "%(count)s help line has not been checked for a year",
            "%(count)s help lines have not been checked for a year",
            "count",
        ),
        "helpline",
        "stale",
    ),
)


@register.filter
def column_title(field: str) -> str:
    """The title of the column in which a refused value stands."""
    return title_of(field)


@register.inclusion_tag("admin/pulse.html")
def background_notices() -> dict[str, Any]:
    """What stands still in the background, when anything does."""
    return {"notices": pulse.notices()}


@register.inclusion_tag("admin/network/waiting.html")
def waiting_for_secretariat() -> dict[str, Any]:
    """Each thing that waits, with the list where it is settled."""
    lines = []
    for rows, words, screen, answer in WAITING:
        count = rows().count()
        if count:
            address = reverse(f"admin:network_{screen}_changelist")
            lines.append(
                {
                    "words": words % {"count": Counted(count)},
                    "address": f"{address}?waiting={answer}",
                }
            )
    return {"lines": lines}
