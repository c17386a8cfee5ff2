"""Take-downs as the secretariat reads them: what was asked, decided, and why."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.models import TakeDown
from network.takedowns import (
    overdue_take_downs,
    undecided_take_downs,
    unexplained_take_downs,
)


class WaitingTakeDowns(admin.SimpleListFilter):
    """Those that lack a decision or a reason."""

    title = gettext_lazy("what waits")
    parameter_name = "waiting"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("open", gettext_lazy("nobody has decided")),
            ("overdue", gettext_lazy("nobody decided in time")),
            ("reason", gettext_lazy("the reason is missing")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "open":
            return queryset.filter(pk__in=undecided_take_downs().values("pk"))
        if self.value() == "overdue":
            return queryset.filter(pk__in=overdue_take_downs().values("pk"))
        if self.value() == "reason":
            return queryset.filter(pk__in=unexplained_take_downs().values("pk"))
        return queryset


@admin.register(TakeDown)
class TakeDownAdmin(admin.ModelAdmin):
    """Read here; decided in the workspace, where each has its page."""

    list_display = (
        "number",
        "kind",
        "key",
        "owner",
        "why",
        "outcome",
        "asked_at",
        "decided_at",
        "reason",
    )
    list_filter = (
        WaitingTakeDowns,
        "outcome",
        "why",
        "kind",
        ("asked_at", admin.DateFieldListFilter),
    )
    list_select_related = ("owner",)
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_fields = ("=pk", "key", "owner__name_es")
    ordering = ("-pk",)
    # The address of whoever asked is shown to nobody: the portal answers.
    fields = (
        "where",
        ("kind", "key", "owner"),
        ("asked_at", "why"),
        "words",
        ("outcome", "decided_at", "decided_by"),
        "reason",
        ("reasoned_at", "reasoned_by"),
        ("answered_at", "reminded_at", "ended_at"),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("number"), ordering="pk")
    def number(self, take_down: TakeDown) -> str:
        return take_down.number

    @admin.display(description=gettext_lazy("decide"))
    def where(self, take_down: TakeDown) -> str:
        address = reverse("network:take_down", args=[take_down.pk])
        return format_html(
            '<a href="{}">{}</a>', address, _("Open it in the workspace")
        )
