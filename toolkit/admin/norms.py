"""Norms, what one does to another, and the body of each country."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.admin.deleting import AskingFormSet
from network.admin.screens import (
    PermanentAddress,
    PortalAdmin,
    PortalInline,
    language_tabs,
    person_of,
)
from toolkit.models import Article, CountryBody, Instrument, InstrumentChange
from toolkit.models.norms import TRUST
from toolkit.services.norms import doubt_of_change, faults_of_change, relate_norms


class ArticleInline(PortalInline):
    """The articles that matter, in plain words."""

    model = Article
    fields = (("number", "position"), "summary_es", "summary_en")


class ChangeForm(forms.ModelForm):
    """What the norm does to one other."""

    sure = forms.BooleanField(
        required=False,
        label=_("it did so while it stood"),
        help_text=_("Where the newer norm is itself repealed."),
    )


class ChangesFormSet(AskingFormSet):
    """What the norm does to others; refused where it cannot be."""

    def clean(self) -> None:
        super().clean()
        for form, told in self.told():
            fault = faults_of_change(self.instance, told["of"], told.get("on"))
            if not fault and not told.get("sure"):
                fault = doubt_of_change(self.instance, told["kind"])
            if fault:
                form.add_error("of", fault)
                raise ValidationError(fault)

    def told(self) -> list[tuple[forms.ModelForm, dict[str, Any]]]:
        """The rows that say something new, with what they say."""
        rows = [(form, getattr(form, "cleaned_data", {})) for form in self.forms]
        return [
            (form, told)
            for form, told in rows
            if told.get("of") and not told.get("DELETE") and form.has_changed()
        ]


class ChangeInline(PortalInline):
    """What this norm does to older ones."""

    model = InstrumentChange
    fk_name = "by"
    form = ChangeForm
    formset = ChangesFormSet
    fields = (("kind", "of", "on"), "sure")
    autocomplete_fields = ("of",)


class WithoutACheck(admin.SimpleListFilter):
    """Those that nobody checked in the last twelve months."""

    title = _("check")
    parameter_name = "check"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list:
        return [("old", _("not checked in twelve months"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() != "old":
            return queryset
        return queryset.unchecked_since(timezone.localdate() - TRUST)


@admin.register(Instrument)
class InstrumentAdmin(PermanentAddress, PortalAdmin):
    """Norms as dated records; what is not known stays empty."""

    fieldsets = [
        (None, {"fields": (("country", "level"), "place", ("type", "number"))}),
        *language_tabs("title", "body", "relevance", "doubts"),
        (
            _("Date"),
            {
                "fields": (
                    ("adopted", "published"),
                    ("gazette", "gazette_number"),
                    ("in_force_from", "in_force_to"),
                    ("date_precision", "status"),
                )
            },
        ),
        (
            _("How it is known"),
            {
                "fields": (
                    "address",
                    "link_state",
                    ("checked_on", "checked_by"),
                    "themes",
                    "sources",
                )
            },
        ),
        (_("Record"), {"fields": ("slug", "key")}),
    ]
    inlines = (ArticleInline, ChangeInline)
    list_display = (
        "title_es",
        "number",
        "country",
        "status",
        "checked_on",
        "link_state",
    )
    list_filter = (WithoutACheck, "country", "type", "status", "link_state")
    search_fields = ("title_es", "title_en", "number")
    autocomplete_fields = ("place", "themes")
    ordering = ("country", "adopted", "pk")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (*super().get_readonly_fields(request, obj), "link_state")

    def save_formset(
        self, request: HttpRequest, form: Any, formset: Any, change: bool
    ) -> None:
        """What it does to others goes by the service, which lets them stand so."""
        super().save_formset(request, form, formset, change)
        if not isinstance(formset, ChangesFormSet):
            return
        for _form, told in formset.told():
            relate_norms(
                instrument=formset.instance,
                of=told["of"],
                kind=told["kind"],
                by=person_of(request),
                on=told.get("on"),
                sure=("repealer",),
            )

    def key_source(self, obj: Any) -> str:
        return f"{obj.country} {obj.number or obj.title_es}"


@admin.register(CountryBody)
class CountryBodyAdmin(PortalAdmin):
    """What the body is called in each country, who sits on it and what is missing."""

    fieldsets = [
        (None, {"fields": (("country", "name", "acronym"), "basis")}),
        *language_tabs("members", "missing", "doubts"),
        (_("Record"), {"fields": ("sources", "position")}),
    ]
    list_display = ("name", "acronym", "country", "basis")
    list_select_related = ("basis",)
    search_fields = ("name", "acronym")
    autocomplete_fields = ("basis",)
    ordering = ("position",)
