"""The network's memory: secretariat terms, agreements, assemblies, milestones."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from network.admin.affiliations import OnlyTheKindAsked
from network.admin.screens import KnownDates, PermanentKey, PortalAdmin, language_tabs
from network.models import Agreement, Assembly, Milestone, SecretariatTerm

DATE = (
    _("Date"),
    {"fields": (("started", "ended"), "date_precision", "date_uncertain")},
)
DATE_FILTER = ("started", admin.DateFieldListFilter)


@admin.register(SecretariatTerm)
class SecretariatTermAdmin(PortalAdmin):
    """Who kept the technical secretariat, and when."""

    fieldsets = [
        *language_tabs("holder", "note", "doubts"),
        (None, {"fields": ("organisation", ("valid_from", "valid_to"), "sources")}),
    ]
    list_display = ("holder", "organisation", "valid_from", "valid_to")
    list_filter = (("valid_from", admin.DateFieldListFilter),)
    search_fields = ("holder_es", "holder_en")
    list_select_related = ("organisation",)
    autocomplete_fields = ("organisation",)


class HappeningScreen(KnownDates, PermanentKey, PortalAdmin):
    """Something dated as exactly as its source allows."""

    list_filter: Any = (DATE_FILTER, "date_precision", "date_uncertain")
    search_fields: Any = ("title_es", "title_en", "summary_es", "summary_en")
    date_hierarchy = "started"

    def key_source(self, obj: Any) -> str:
        year = obj.started.year if obj.started else ""
        return f"{year} {obj.title_es}"


@admin.register(Agreement)
class AgreementAdmin(HappeningScreen):
    """Agreements and who signed them."""

    fieldsets = [
        *language_tabs("title", "summary", "doubts"),
        DATE,
        (None, {"fields": ("parties", "sources", "key")}),
    ]
    list_display = ("title_es", "when")
    autocomplete_fields = ("parties",)


@admin.register(Assembly)
class AssemblyAdmin(OnlyTheKindAsked, HappeningScreen):
    """National assemblies of mayors, and what was shown there."""

    fieldsets = [
        *language_tabs("title", "summary", "shown_there", "doubts"),
        DATE,
        (None, {"fields": ("association", "place_name", "sources", "key")}),
    ]
    list_display = ("title_es", "association", "place_name", "when")
    list_filter = (DATE_FILTER, ("association", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("association",)
    autocomplete_fields = ("association",)
    search_fields = (*HappeningScreen.search_fields, "place_name", "shown_there_es")


@admin.register(Milestone)
class MilestoneAdmin(HappeningScreen):
    """The history of the programme and of the network."""

    fieldsets = [
        *language_tabs("title", "summary", "doubts"),
        DATE,
        (None, {"fields": ("sources", "key")}),
    ]
    list_display = ("title_es", "when")
