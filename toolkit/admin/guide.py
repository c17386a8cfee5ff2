"""The guide: its parts, phases, steps, and the entries by who one is."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from network.admin.screens import (
    PermanentAddress,
    PortalAdmin,
    PortalInline,
    language_tabs,
)
from toolkit.models import Audience, Part, Phase, Step, StepNorm

RECORD = (_("Record"), {"fields": ("sources", "position", "slug", "key")})


class GuideScreen(PermanentAddress, PortalAdmin):
    """An entry of the guide, in its place."""

    list_display: Any = ("title_es", "title_en", "position")
    list_display_links: Any = ("title_es", "title_en")
    search_fields: Any = ("title_es", "title_en")
    ordering = ("position",)

    def key_source(self, obj: Any) -> str:
        return obj.title_es


@admin.register(Part)
class PartAdmin(GuideScreen):
    """The three parts."""

    never_deleted = True
    fieldsets = [*language_tabs("title", "intro", "doubts"), RECORD]


@admin.register(Phase)
class PhaseAdmin(GuideScreen):
    """The seven phases."""

    never_deleted = True
    fieldsets = [
        *language_tabs("title", "intro", "doubts"),
        (None, {"fields": ("part",)}),
        RECORD,
    ]
    list_display = ("title_es", "title_en", "part", "position")
    list_select_related = ("part",)


class StepNormInline(PortalInline):
    """The norm that supports the step in a country; without a norm, what is missing."""

    model = StepNorm
    fields = (("country", "instrument", "articles"), "note_es", "note_en")
    autocomplete_fields = ("instrument",)


@admin.register(Step)
class StepAdmin(GuideScreen):
    """The steps, each with its norms country by country."""

    # What a municipality answered hangs from it.
    never_deleted = True
    fieldsets = [
        *language_tabs(
            "title",
            "why",
            "who",
            "how",
            "done",
            "evidence",
            "time",
            "cost",
            "mistakes",
            "questions",
            "missing",
            "reviewed_by",
            "doubts",
        ),
        (None, {"fields": ("phase", "terms", "documents", "reviewed_on")}),
        RECORD,
    ]
    inlines = (StepNormInline,)
    list_display = ("position", "title_es", "title_en", "phase", "reviewed_on")
    list_filter = ("phase",)
    list_select_related = ("phase",)
    autocomplete_fields = ("terms", "documents")


@admin.register(Audience)
class AudienceAdmin(GuideScreen):
    """The entries by who one is."""

    fieldsets = [
        *language_tabs("title", "intro", "doubts"),
        (None, {"fields": ("steps",)}),
        RECORD,
    ]
    autocomplete_fields = ("steps",)
