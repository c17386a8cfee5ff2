"""Territory: places with their dated levels, parents, names and populations."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from network.admin.resources import PlaceResource
from network.admin.screens import (
    PermanentAddress,
    PortalAdmin,
    PortalInline,
    language_tabs,
)
from network.admin.transfers import ImportsAndExports
from network.models import Place, PlaceLevel, PlaceName, PlaceParent, PlacePopulation

DATES = ("valid_from", "valid_to")


class PlaceLevelInline(PortalInline):
    """What it was, and when."""

    model = PlaceLevel
    fields = ("level", DATES, "source")


class PlaceParentInline(PortalInline):
    """What it belonged to, and when."""

    model = PlaceParent
    fk_name = "place"
    fields = ("parent", DATES, "source")
    autocomplete_fields = ("parent",)


class PlaceNameInline(PortalInline):
    """Its other names."""

    model = PlaceName
    fields = ("text", "kind", DATES, "source")


class PlacePopulationInline(PortalInline):
    """How many people lived there."""

    model = PlacePopulation
    fields = (("year", "people", "approximate"), "source")


@admin.register(Place)
class PlaceAdmin(ImportsAndExports, PermanentAddress, PortalAdmin):
    """One row per place for ever; only its dated facts change."""

    resource_classes = [PlaceResource]
    fieldsets = [
        *language_tabs("name", "doubts"),
        (
            _("Codes and position"),
            {
                "fields": (
                    "country",
                    "iso_3166_2",
                    "official_code",
                    ("latitude", "longitude"),
                    "position_source",
                )
            },
        ),
        (_("Record"), {"fields": ("sources", "slug", "key")}),
    ]
    inlines = (
        PlaceLevelInline,
        PlaceParentInline,
        PlaceNameInline,
        PlacePopulationInline,
    )
    list_display = ("name_es", "level_today", "country", "parent_today", "iso_3166_2")
    list_filter = ("country", "levels__level")
    search_fields = ("name_es", "name_en", "names__text", "key", "official_code")
    ordering = ("country", "key")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Place]:
        return super().get_queryset(request).with_facts()

    @admin.display(description=_("level today"))
    def level_today(self, place: Place) -> str:
        return str(place.level or "")

    @admin.display(description=_("belongs to"))
    def parent_today(self, place: Place) -> str:
        return str(place.parent or "")
