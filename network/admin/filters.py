"""Filters of the lists that answer «what waits»."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from network import waiting

Answer = tuple["str | Promise", Callable[[], QuerySet]]


class WaitingFilter(admin.SimpleListFilter):
    """Narrows a list to what waits for someone."""

    title = _("what waits")
    parameter_name = "waiting"
    answers: dict[str, Answer] = {}

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(key, label) for key, (label, _rows) in self.answers.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        answer = self.answers.get(self.value() or "")
        if answer is None:
            return queryset
        return queryset.filter(pk__in=answer[1]().order_by().values("pk"))


class WaitingActivities(WaitingFilter):
    """Activities whose review is late, and those hidden from the public."""

    answers = {
        "overdue": (_("review overdue"), waiting.overdue_reviews),
        "hidden": (_("hidden from the public"), waiting.hidden_activities),
    }


class WaitingInvitations(WaitingFilter):
    """Invitations by what became of them."""

    answers = {
        "open": (_("still open"), waiting.open_invitations),
        "expiring": (_("expire within 3 days"), waiting.expiring_invitations),
        "lapsed": (_("expired unused"), waiting.lapsed_invitations),
    }


class WaitingMunicipalities(WaitingFilter):
    """Municipalities nobody reviews."""

    answers = {
        "unreviewed": (
            _("without a reviewing association"),
            waiting.unreviewed_municipalities,
        )
    }


class WaitingAppointments(WaitingFilter):
    """Appointments that end or were never approved."""

    answers = {
        "ending": (_("end within 30 days"), waiting.ending_appointments),
        "unapproved": (_("not approved yet"), waiting.unapproved_appointments),
    }


class WaitingAssociations(WaitingFilter):
    """Associations nobody can be reached at."""

    answers = {
        "no-focal-point": (
            _("without a focal point"),
            waiting.associations_without_focal_point,
        )
    }


class WaitingHelpLines(WaitingFilter):
    """Help lines that somebody should check again."""

    answers = {"stale": (_("not checked for a year"), waiting.stale_help_lines)}
