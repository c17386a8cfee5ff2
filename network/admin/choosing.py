"""Choosing a record by typing part of its name, whatever a form was sent with."""

from typing import Any

from django.contrib.admin.widgets import (
    AutocompleteMixin,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
)
from django.db.models import ForeignKey, ManyToManyField
from django.http import HttpRequest

LARGEST_KEY = 2**63 - 1


def keys_in(values: Any) -> list[str]:
    """Those of the values that can be a record's key."""
    return [
        text
        for text in map(str, values)
        if text.isascii() and text.isdecimal() and len(text) < 20
        if int(text) <= LARGEST_KEY
    ]


class OnlyKeys(AutocompleteMixin):
    """Looks up keys only: Django's own asks the database for whatever was sent."""

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> list:
        return super().optgroups(name, keys_in(value), attrs)


class ChosenRecord(OnlyKeys, AutocompleteSelect):
    """One record."""


class ChosenRecords(OnlyKeys, AutocompleteSelectMultiple):
    """Several records."""


class Choosing:
    """A screen whose fields with a search box stand any input."""

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> Any:
        screen: Any = self
        if db_field.name in screen.get_autocomplete_fields(request):
            kwargs.setdefault("widget", ChosenRecord(db_field, screen.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]  # mixed into an admin

    def formfield_for_manytomany(
        self, db_field: ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> Any:
        screen: Any = self
        if db_field.name in screen.get_autocomplete_fields(request):
            kwargs.setdefault("widget", ChosenRecords(db_field, screen.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]  # mixed into an admin
