"""Exchanges for the secretariat."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from network.admin.screens import ReadOnlyInline, language_tabs, person_of
from twinnings.admin.records import DATE, REVIEW, RecordAdmin, StepInline
from twinnings.models import (
    Commitment,
    DelegationRow,
    Exchange,
    ExchangePhoto,
    FollowUp,
)
from twinnings.services.exchanges import save_exchange


class DelegationInline(ReadOnlyInline):
    """Who took part."""

    model = DelegationRow
    fields = ("role", "sex", "institution", "people", "hidden")
    readonly_fields = fields


class CommitmentInline(ReadOnlyInline):
    """What was promised."""

    model = Commitment
    fields = ("text", "office", "due", "state", "decided_on", "public")
    readonly_fields = fields


class FollowUpInline(ReadOnlyInline):
    """What came of it after months."""

    model = FollowUp
    fields = ("months", "side", "due_on", "asked_at", "done", "answered_at", "public")
    readonly_fields = fields


class PhotoInline(ReadOnlyInline):
    """Its photos."""

    model = ExchangePhoto
    fields = ("alt_text", "people_shown", "consent_until", "public", "removed_at")
    readonly_fields = fields


@admin.register(Exchange)
class ExchangeAdmin(RecordAdmin):
    """Texts in both languages and facts; people and commitments are read here."""

    list_display = ("number", "__str__", "standing", "status", "twinning", "when")
    list_display_links = ("number", "__str__")
    list_filter = (
        "review_state",
        "status",
        "modality",
        ("started", admin.DateFieldListFilter),
    )
    list_select_related = ("owner", "twinning")
    search_fields = ("=pk", "title_es", "title_en", "owner__name_es")
    autocomplete_fields = ("themes", "place")
    written_elsewhere = ("twinning", "owner", "status", "outside_confirmed")
    inlines = (
        DelegationInline,
        CommitmentInline,
        FollowUpInline,
        PhotoInline,
        StepInline,
    )
    fieldsets = [
        *language_tabs("title", "what_happened", "learnt", "result", "payer", "doubts"),
        (
            _("Exchange"),
            {
                "fields": (
                    ("twinning", "owner"),
                    ("modality", "direction", "status"),
                    *DATE,
                    "outside_confirmed",
                    "place",
                    "themes",
                    ("in_kind_hours", "cost", "currency"),
                    "language_support",
                    "sources",
                )
            },
        ),
        (_("Review"), {"fields": REVIEW}),
    ]

    def save_by_service(
        self, request: HttpRequest, record: Exchange, values: dict[str, Any]
    ) -> None:
        save_exchange(
            exchange=record,
            by=person_of(request),
            version=None,
            values=values,
            sure=("outside",),
        )

    @admin.display(description=_("number"), ordering="pk")
    def number(self, exchange: Exchange) -> str:
        return exchange.number
