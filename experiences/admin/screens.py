"""What the screens of experiences, videos and plans share: they are read, and taken down.

They are written and decided in the workspace. Here stands what the public may read, where
each is on its way, and the acts that take something out of sight.
"""

import datetime
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.figures import figure
from experiences.film_lines import film_state
from network.admin.asking import ask_first
from network.admin.paging import BoundedPaginator
from network.admin.screens import ReadOnlyInline, act_on_each, person_of
from network.choices import ReviewState

LONGEST_NOTE = 1000
ACTS = ("hide", "show_again", "withdraw")


class StepInline(ReadOnlyInline):
    """What has happened to a record."""

    fields = ("at", "by", "state", "note")
    readonly_fields = fields

    @admin.display(description=pgettext_lazy("review step", "to"))
    def state(self, step: Any) -> str:
        return str(step.get_to_state_display())


class WhatWaits(admin.SimpleListFilter):
    """Narrows a list to what waits for somebody, or is out of sight."""

    title = _("what waits")
    parameter_name = "waiting"
    answers: dict[str, tuple[Any, Q]] = {
        "review": (_("for its review"), Q(review_state=ReviewState.SUBMITTED)),
        "hidden": (_("out of the public's sight"), Q(hidden_at__isnull=False)),
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(key, label) for key, (label, _rows) in self.answers.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        answer = self.answers.get(self.value() or "")
        return queryset.filter(answer[1]) if answer else queryset


class StateFilter(admin.SimpleListFilter):
    """By its state, in words that agree with the record."""

    title = _("review")
    parameter_name = "review_state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(code, model_admin.said_of(code)) for code in ReviewState.values]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        asked = self.value()
        known = asked in ReviewState.values
        return queryset.filter(review_state=asked) if known else queryset


def _moment(at: datetime.datetime | None) -> str:
    if at is None:
        return "—"
    return str(date_format(timezone.localtime(at), "DATETIME_FORMAT"))


class OnlyRead(admin.ModelAdmin):
    """Nothing is written here: the acts go through the services."""

    paginator = BoundedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    ordering = ("-pk",)
    actions = ACTS
    # The workspace's page of a record, and the verbs of its acts.
    desk = ""
    verbs: dict[str, Any] = {}
    names = ""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("number"), ordering="pk")
    def number(self, row: Any) -> str:
        return figure(row.pk)

    @admin.display(description=_("review"), ordering="review_state")
    def standing(self, row: Any) -> str:
        """Its state, and whether it was taken out of sight."""
        state = self.state_of(row)
        if row.hidden_at is None:
            return state
        return gettext("%(state)s, out of the public's sight") % {"state": state}

    def state_of(self, row: Any) -> str:
        """Its state in words that agree with it."""
        return self.said_of(row.review_state)

    def said_of(self, state: str) -> str:
        """A state in words that agree with such a record."""
        return film_state(state)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        """Under the name of what it is: Django's own title is a verb and a noun."""
        context = {**(extra_context or {}), "title": capfirst(self.opts.verbose_name)}
        return super().change_view(request, object_id, form_url, context)

    @admin.display(description=_("day it was sent"), ordering="submitted_at")
    def sent_on(self, row: Any) -> str:
        return _moment(row.submitted_at)

    @admin.display(description=_("day of its review"), ordering="reviewed_at")
    def decided_on(self, row: Any) -> str:
        return _moment(row.reviewed_at)

    @admin.display(description=_("first published"), ordering="published_at")
    def published_on(self, row: Any) -> str:
        return _moment(row.published_at)

    @admin.display(description=_("out of the public's sight since"))
    def hidden_on(self, row: Any) -> str:
        if row.hidden_at is None:
            return "—"
        return f"{_moment(row.hidden_at)} · {row.hidden_by or '—'}"

    @admin.display(description=_("all of it"))
    def where(self, row: Any) -> str:
        """All that it says is read in the workspace."""
        address = reverse(self.desk, args=[row.pk])
        words = gettext("Open it in the workspace")
        return format_html('<a href="{}">{}</a>', address, words)

    @admin.display(description=_("public page"))
    def public_page(self, row: Any) -> str:
        if not row.is_public:
            return "—"
        return format_html('<a href="{0}">{0}</a>', row.get_absolute_url())

    @admin.action(description=_("Hide from the public now"))
    def hide(self, request: HttpRequest, rows: QuerySet) -> None:
        self._act(request, rows, "hide")

    @admin.action(description=_("Show to the public again"))
    def show_again(self, request: HttpRequest, rows: QuerySet) -> None:
        self._act(request, rows, "show_again")

    @admin.action(description=_("Withdraw from the public"))
    def withdraw(self, request: HttpRequest, rows: QuerySet) -> HttpResponse | None:
        """Asked first: only a new review brings back what was withdrawn."""
        asked = ask_first(
            self,
            request,
            rows,
            action="withdraw",
            title=gettext("Withdraw from the public?"),
            press=gettext("Withdraw from the public"),
            consequences=(
                gettext(
                    "It leaves every public page. It is public again only when it is "
                    "sent and reviewed anew: to take it out of sight for some days, "
                    "hide it."
                ),
                gettext("Its organisation is told by mail."),
            ),
            template="admin/experiences/withdraw.html",
        )
        if asked is None:
            note = request.POST.get("note", "")[:LONGEST_NOTE]
            self._act(request, rows, "withdraw", note=note)
        return asked

    def _act(
        self, request: HttpRequest, rows: QuerySet, name: str, **more: str
    ) -> None:
        verb, told = self.verbs[name], {"by": person_of(request), **more}
        act_on_each(self, request, rows, lambda row: verb(**{self.names: row}, **told))
