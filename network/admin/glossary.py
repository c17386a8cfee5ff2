"""The glossary and the synonyms of the search."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.models import (
    GlossaryCountryName,
    GlossaryTerm,
    SearchSynonyms,
)
from network.admin.screens import (
    PermanentAddress,
    PermanentKey,
    PortalAdmin,
    PortalInline,
    language_tabs,
)
from network.choices import Country


class CountryNameInline(PortalInline):
    """What a country calls it; a country without a row is shown as not known."""

    model = GlossaryCountryName
    fields = (("country", "name", "acronym"), "basis_es", "basis_en", "sources")

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """The countries of the network by name: the column itself knows codes only."""
        if db_field.name == "country":
            choices = [("", "---------"), *Country.choices]
            return forms.ChoiceField(label=_("Country"), choices=choices)
        return super().formfield_for_dbfield(db_field, request, **kwargs)


@admin.register(GlossaryTerm)
class GlossaryTermAdmin(PermanentAddress, PortalAdmin):
    """The words of the field; the search knows every name written here."""

    fieldsets = [
        *language_tabs("name", "definition", "also", "doubts"),
        (
            _("Record"),
            {"fields": ("sources", "about_close_violence", "slug", "key")},
        ),
    ]
    inlines = (CountryNameInline,)
    list_display = ("name_es", "name_en", "key")
    list_display_links = ("name_es", "name_en")
    search_fields = ("name_es", "name_en", "also_es", "also_en", "country_names__name")
    ordering = ("key",)

    def key_source(self, obj: Any) -> str:
        return obj.name_es


@admin.register(SearchSynonyms)
class SearchSynonymsAdmin(PermanentKey, PortalAdmin):
    """Words that mean the same to whoever searches, besides the glossary's."""

    fields = ("words", "note", "key")
    list_display = ("told", "note")
    search_fields = ("words", "note")
    ordering = ("key",)

    @admin.display(description=_("words that mean the same"), ordering="key")
    def told(self, row: SearchSynonyms) -> str:
        return str(row)

    def key_source(self, obj: SearchSynonyms) -> str:
        return next(iter(obj.expressions), "")
