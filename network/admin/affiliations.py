"""Which municipality belongs to which association, and who reviews it."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import ForeignKey, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from network.admin.organisations import KINDS_ASKED
from network.admin.screens import PortalAdmin, PortalInline, act_on_each, person_of
from network.models import Affiliation
from network.services.affiliations import end_affiliation, make_reviewer

FIELDS = (
    "municipality",
    "association",
    "reviews",
    ("valid_from", "valid_to"),
    "source",
)


class OnlyTheKindAsked:
    """Accepts in each field only organisations of the kind it asks for."""

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField | None:
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]  # mixed into an admin
        kind = KINDS_ASKED.get((str(db_field.model._meta.model_name), db_field.name))
        if field is not None and kind:
            field.queryset = field.queryset.filter(kind=kind)
        return field


class AffiliationInline(OnlyTheKindAsked, PortalInline):
    """A municipality's associations."""

    model = Affiliation
    fk_name = "municipality"
    fields = FIELDS[1:]
    autocomplete_fields = ("association",)


@admin.register(Affiliation)
class AffiliationAdmin(OnlyTheKindAsked, PortalAdmin):
    """Belonging of municipalities to associations, dated."""

    fields = FIELDS
    list_display = (
        "municipality",
        "association",
        "reviews",
        "valid_from",
        "valid_to",
    )
    list_filter = (
        "reviews",
        ("association", admin.RelatedOnlyFieldListFilter),
        "municipality__country",
        ("valid_from", admin.DateFieldListFilter),
    )
    search_fields = (
        "municipality__name_es",
        "municipality__name_en",
        "association__acronym",
        "association__name_es",
    )
    list_select_related = ("municipality", "association")
    autocomplete_fields = ("municipality", "association")
    ordering = ("association__key", "municipality__key")
    actions = ("let_review", "end_today")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Another municipality's belonging is another record."""
        return ("municipality",) if obj else ()

    @admin.action(description=_("Let the association review the municipality"))
    def let_review(self, request: HttpRequest, rows: QuerySet[Affiliation]) -> None:
        act_on_each(
            self,
            request,
            rows,
            lambda row: make_reviewer(affiliation=row, by=person_of(request)),
        )

    @admin.action(description=_("End today"))
    def end_today(self, request: HttpRequest, rows: QuerySet[Affiliation]) -> None:
        act_on_each(
            self,
            request,
            rows,
            lambda row: end_affiliation(affiliation=row, by=person_of(request)),
        )
