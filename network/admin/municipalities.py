"""Town halls and partner institutions."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.admin.affiliations import AffiliationInline
from network.admin.filters import WaitingMunicipalities
from network.admin.organisations import OfficeInline, OrganisationScreen
from network.admin.resources import MunicipalityResource, PartnerResource
from network.admin.screens import language_tabs
from network.admin.transfers import ImportsAndExports
from network.choices import OrganisationKind
from network.models import Municipality, Partner


@admin.register(Municipality)
class MunicipalityAdmin(ImportsAndExports, OrganisationScreen):
    """Town halls, their territory and who reviews them."""

    kind = OrganisationKind.MUNICIPALITY
    resource_classes = [MunicipalityResource]
    change_form_template = "admin/network/municipality/change_form.html"
    list_display = ("name_es", "reviewed_by", "country", "place", "shown")
    list_filter = (WaitingMunicipalities, "country", "shown")
    search_fields = (
        *OrganisationScreen.search_fields,
        "place__name_es",
        "place__names__text",
    )
    list_select_related = ("place",)
    autocomplete_fields = ("place",)
    inlines = (AffiliationInline, OfficeInline)
    fieldsets = [
        *language_tabs("name", "description", "doubts"),
        (
            _("Territory"),
            {"fields": ("place", "country", "founded", "publication_delay_days")},
        ),
        OrganisationScreen.contact,
        OrganisationScreen.record,
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request)
        return rows.prefetch_related("affiliations__association")

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        """The form cannot know what the database asks of a municipality's kind."""
        form = super().get_form(request, obj, change=change, **kwargs)
        if "place" in form.base_fields:
            form.base_fields["place"].required = True
        return form

    def key_source(self, obj: Any) -> str:
        return obj.place.slug

    @admin.display(description=_("reviewed by"))
    def reviewed_by(self, municipality: Municipality) -> str:
        today = timezone.localdate()
        reviewers = [
            str(row.association)
            for row in municipality.affiliations.all()
            if row.reviews and (row.valid_to is None or row.valid_to >= today)
        ]
        return ", ".join(reviewers)


@admin.register(Partner)
class PartnerAdmin(ImportsAndExports, OrganisationScreen):
    """Institutions with which prevention is done, by country and kind."""

    kind = OrganisationKind.PARTNER
    resource_classes = [PartnerResource]
    list_display = ("name_es", "acronym", "partner_kind", "country", "shown")
    list_filter = ("partner_kind", "country", "shown")
    inlines = (OfficeInline,)
    fieldsets = [
        *language_tabs("name", "description", "doubts"),
        (
            _("Identity"),
            {"fields": ("acronym", "country", "partner_kind", "founded")},
        ),
        OrganisationScreen.contact,
        OrganisationScreen.record,
    ]
