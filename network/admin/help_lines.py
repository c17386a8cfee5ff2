"""The help lines of each country."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from network.admin.filters import WaitingHelpLines
from network.admin.screens import PermanentKey, PortalAdmin, language_tabs
from network.choices import REGION_COUNTRIES, Country
from network.models import HelpLine


@admin.register(HelpLine)
class HelpLineAdmin(PermanentKey, PortalAdmin):
    """Numbers that answer people who live with violence; each with its source."""

    fieldsets = [
        (None, {"fields": ("country", "number")}),
        *language_tabs("who"),
        (_("How it is known"), {"fields": ("source", "basis", "checked")}),
        (_("Record"), {"fields": ("key",)}),
    ]
    list_display = ("number", "country", "who_es", "basis", "checked", "up_to_date")
    list_filter = (WaitingHelpLines, "country", "basis")
    search_fields = ("number", "who_es", "who_en", "source")
    ordering = ("country", "basis", "number")

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """Only countries of the region: their pages are the ones that show lines."""
        if db_field.name == "country":
            kwargs["choices"] = [
                ("", "---------"),
                *((code, Country(code).label) for code in REGION_COUNTRIES),
            ]
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description=_("up to date"), boolean=True, ordering="checked")
    def up_to_date(self, line: HelpLine) -> bool:
        return not line.is_stale

    def key_source(self, obj: Any) -> str:
        return f"{obj.country} {obj.number}"
