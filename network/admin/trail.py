"""The audit trail for the secretariat: read, narrowed, exported, never written."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from import_export import fields, resources

from network.admin.paging import BoundedPaginator
from network.admin.transfers import Exports
from network.choices import Act
from network.models import AuditEntry


class AuditResource(resources.ModelResource):
    """The trail as a file, moments in UTC."""

    at = fields.Field(attribute="at", column_name="at_utc")

    class Meta:
        model = AuditEntry
        fields = (
            "id",
            "at",
            "actor__email",
            "role",
            "office__key",
            "act",
            "outcome",
            "record_kind",
            "record_key",
            "owner__key",
            "digest",
            "history",
            "details",
            "seal__number",
        )

    def dehydrate_at(self, entry: AuditEntry) -> str:
        return entry.at.isoformat()


@admin.register(AuditEntry)
class AuditEntryAdmin(Exports, admin.ModelAdmin):
    """Who did what, when and in which role."""

    resource_classes = [AuditResource]
    export_act = Act.TRAIL_EXPORTED
    paginator = BoundedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    ordering = ("-pk",)
    list_display = ("when", "who", "act_told", "about", "owner", "outcome")
    list_filter = (
        "outcome",
        "act",
        ("at", admin.DateFieldListFilter),
    )
    list_select_related = ("actor", "office", "owner")
    search_fields = ("=record_key", "actor__email", "=owner__key")
    search_help_text = _(
        "Number of a record, e-mail of a person, or key of an organisation."
    )
    fields = (
        "when",
        "who",
        "act_told",
        "outcome",
        "about",
        "owner",
        "details",
        "history",
        "digest",
        "seal",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[AuditEntry]:
        return super().get_queryset(request).select_related("seal")

    def lookup_allowed(self, lookup: str, value: Any, request: Any = None) -> bool:
        """The link beside a record's history names the record."""
        return lookup in {"record_kind", "record_key"} or super().lookup_allowed(
            lookup, value, request
        )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("when (UTC)"))
    def when(self, entry: AuditEntry) -> str:
        utc = timezone.localtime(entry.at, timezone=timezone.get_fixed_timezone(0))
        return date_format(utc, "SHORT_DATETIME_FORMAT")

    @admin.display(description=_("who, in which role"))
    def who(self, entry: AuditEntry) -> str:
        name = entry.actor.name if entry.actor else ""
        role = entry.get_role_display() if entry.role else ""
        office = str(entry.office) if entry.office else ""
        return " · ".join(part for part in (name, role, office) if part) or "—"

    @admin.display(description=_("act"))
    def act_told(self, entry: AuditEntry) -> str:
        return entry.get_act_display()

    @admin.display(description=_("record"))
    def about(self, entry: AuditEntry) -> str:
        """Its kind and number, leading to its history where it has a screen."""
        if not entry.record_kind:
            return "—"
        words = f"{entry.record_name} {entry.record_key}"
        try:
            name = entry.record_kind.replace(".", "_")
            address = reverse(f"admin:{name}_history", args=[entry.record_key])
        except NoReverseMatch:
            return words
        return format_html('<a href="{}">{}</a>', address, words)
