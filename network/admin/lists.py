"""The lists the secretariat keeps: kinds of activity, themes, groups, settings."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from network.admin.screens import PortalAdmin, language_tabs, person_of
from network.models import ActivityKind, PopulationGroup, Setting, Theme
from network.services.decisions import protect_what_became_sensitive


class ListEntryScreen(PortalAdmin):
    """An entry of a list: its key is stored for ever, its name may be corrected."""

    list_display: Any = ("name_es", "name_en", "position", "active")
    list_filter: Any = ("active",)
    search_fields = ("name_es", "name_en", "key")
    ordering = ("position", "key")
    actions = ("offer", "stop_offering")
    options: tuple[str, ...] = ()

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list:
        rest = ("key", "position", "active", *self.options)
        return [*language_tabs("name"), (None, {"fields": rest})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("key",) if obj else ()

    @admin.action(description=_("Offer in forms"))
    def offer(self, request: HttpRequest, rows: QuerySet) -> None:
        self._set_active(rows, active=True)

    @admin.action(description=_("Stop offering in forms"))
    def stop_offering(self, request: HttpRequest, rows: QuerySet) -> None:
        self._set_active(rows, active=False)

    def _set_active(self, rows: QuerySet, *, active: bool) -> None:
        for entry in rows.exclude(active=active):
            entry.active = active
            entry.save()


class SensitiveEntryScreen(ListEntryScreen):
    """An entry that may ask for more care; so do the activities it was given to."""

    options: tuple[str, ...] = ("sensitive",)
    list_display: Any = ("name_es", "name_en", "sensitive", "position", "active")
    list_filter: Any = ("active", "sensitive")

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        protect_what_became_sensitive(entry=obj, by=person_of(request))


@admin.register(ActivityKind)
class ActivityKindAdmin(SensitiveEntryScreen):
    """Kinds of activity and the level of prevention they usually have."""

    options = ("prevention_level", "quick", "sensitive")
    list_display = (
        "name_es",
        "name_en",
        "prevention_level",
        "quick",
        "sensitive",
        "position",
        "active",
    )
    list_filter = ("active", "quick", "sensitive", "prevention_level")


@admin.register(PopulationGroup)
class PopulationGroupAdmin(SensitiveEntryScreen):
    """Population groups activities are meant for."""


@admin.register(Theme)
class ThemeAdmin(SensitiveEntryScreen):
    """What activities are about."""


@admin.register(Setting)
class SettingAdmin(SensitiveEntryScreen):
    """Where activities are done."""
