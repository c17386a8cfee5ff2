"""Twinnings for the secretariat."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from network.admin.screens import ReadOnlyInline, language_tabs, person_of
from twinnings.admin.records import DATE, REVIEW, RecordAdmin, StepInline
from twinnings.models import Party, StatusEntry, Twinning, TwinningDocument
from twinnings.services.writing import save_twinning


class PartyInline(ReadOnlyInline):
    """Who takes part, and who ratified."""

    model = Party
    fields = (
        "name",
        "country",
        "uncertain",
        "signing_office",
        "ratification",
        "ratified_on",
        "ratified_act",
    )
    readonly_fields = fields

    @admin.display(description=_("name"))
    def name(self, party: Party) -> str:
        return party.name


class StatusInline(ReadOnlyInline):
    """How it stood over the years."""

    model = StatusEntry
    fields = ("status", "started", "date_precision", "date_uncertain", "note", "by")
    readonly_fields = fields


class DocumentInline(ReadOnlyInline):
    """Its documents."""

    model = TwinningDocument
    fields = ("kind", "title", "address", "public", "removed_at")
    readonly_fields = fields


@admin.register(Twinning)
class TwinningAdmin(RecordAdmin):
    """Texts in both languages and facts; its state and its parties move elsewhere."""

    list_display = ("__str__", "standing", "status", "owner", "when")
    list_filter = (
        "review_state",
        "status",
        "type",
        "parties__country",
        ("started", admin.DateFieldListFilter),
    )
    search_fields = ("title_es", "title_en", "owner__name_es")
    autocomplete_fields = ("themes", "facilitators")
    written_elsewhere = ("owner", "status", "ended_by", "slug")
    inlines = (PartyInline, StatusInline, DocumentInline, StepInline)
    fieldsets = [
        *language_tabs(
            "problem",
            "offer",
            "objective",
            "agreement_summary",
            "results",
            "funding",
            "doubts",
        ),
        (
            _("Twinning"),
            {
                "fields": (
                    "owner",
                    ("type", "status", "ended_by"),
                    *DATE,
                    ("signed_on", "signed_precision", "signed_uncertain"),
                    "signed_where",
                    ("term_months", "renewal", "next_review"),
                    ("prevention_level", "approach"),
                    "themes",
                    "facilitators",
                    "sources",
                    "slug",
                )
            },
        ),
        (_("Review"), {"fields": REVIEW}),
    ]

    def save_by_service(
        self, request: HttpRequest, record: Twinning, values: dict[str, Any]
    ) -> None:
        save_twinning(
            twinning=record, by=person_of(request), version=None, values=values
        )
