"""Organisations of every kind: one read-only list, and what their screens share."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy

from network.admin.screens import (
    Fieldset,
    PermanentAddress,
    PortalAdmin,
    PortalInline,
    language_tabs,
)
from network.choices import OrganisationKind
from network.models import Office, Organisation
from network.services.decisions import keep_delay

OWN_SCREENS = {
    OrganisationKind.ASSOCIATION: "association",
    OrganisationKind.MUNICIPALITY: "municipality",
    OrganisationKind.PARTNER: "partner",
}
# Which kind of organisation a field asks for, by model and field.
KINDS_ASKED = {
    ("affiliation", "municipality"): OrganisationKind.MUNICIPALITY,
    ("affiliation", "association"): OrganisationKind.ASSOCIATION,
    ("assembly", "association"): OrganisationKind.ASSOCIATION,
}


class OfficeInline(PortalInline):
    """Offices and focal points of an organisation."""

    model = Office
    fields = (
        "title_es",
        "title_en",
        "is_focal_point",
        "email",
        "phone",
        "public",
        ("valid_from", "valid_to"),
        "source",
    )


class OrganisationScreen(PermanentAddress, PortalAdmin):
    """What the screens of associations, municipalities and partners share."""

    kind = OrganisationKind.PARTNER
    search_fields: Any = ("acronym", "name_es", "name_en", "key")
    list_filter: Any = ("country", "shown")
    ordering = ("key",)
    inlines: Any = (OfficeInline,)
    contact: Fieldset = (
        gettext_lazy("Contact"),
        {"fields": ("website", "email", "phone", "address")},
    )
    record: Fieldset = (
        gettext_lazy("Record"),
        {"fields": ("sources", "shown", "slug", "key")},
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Organisation]:
        return super().get_queryset(request).filter(kind=self.kind)

    def save_model(
        self, request: HttpRequest, obj: Organisation, form: Any, change: bool
    ) -> None:
        obj.kind = self.kind
        super().save_model(request, obj, form, change)
        if "publication_delay_days" in form.changed_data:
            keep_delay(organisation=obj)

    def gone_back(self, before: Any, now: Any) -> None:
        """Another delay holds for what was already approved."""
        super().gone_back(before, now)
        if before.publication_delay_days != now.publication_delay_days:
            keep_delay(organisation=now)

    def change_address(self, organisation: Organisation) -> str:
        """Where this organisation is edited."""
        name = f"admin:network_{self.opts.model_name}_change"
        return reverse(name, args=[organisation.pk])


@admin.register(Organisation)
class OrganisationAdmin(PortalAdmin):
    """Finds organisations of any kind; only the network itself is edited here."""

    search_fields = ("acronym", "name_es", "name_en", "key")
    list_display = ("name", "acronym", "kind", "country", "shown")
    list_filter = ("kind", "country")
    ordering = ("key",)
    never_deleted = True
    readonly_fields = ("key", "slug", "kind")
    fieldsets = [
        *language_tabs("name", "description"),
        (None, {"fields": ("acronym", "website", "email", "kind", "slug", "key")}),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Send each kind to its own screen."""
        organisation = self.get_object(request, unquote(object_id))
        screen = organisation and OWN_SCREENS.get(OrganisationKind(organisation.kind))
        if organisation and screen:
            return redirect(f"admin:network_{screen}_change", organisation.pk)
        return super().change_view(request, object_id, *args, **kwargs)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """Offer a field only the kind of organisation it asks for."""
        rows, duplicates = super().get_search_results(request, queryset, search_term)
        asked = (request.GET.get("model_name", ""), request.GET.get("field_name", ""))
        kind = KINDS_ASKED.get(asked)
        return (rows.filter(kind=kind) if kind else rows), duplicates
