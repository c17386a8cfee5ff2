"""Model documents, the programme's publications, and the register of policies."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import ForeignKey, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.admin.screens import (
    PermanentAddress,
    PermanentKey,
    PortalAdmin,
    act_on_each,
    language_tabs,
    person_of,
)
from network.choices import OrganisationKind
from toolkit.models import ModelDocument, MunicipalPolicy, Publication
from toolkit.papering import faults_of_model
from toolkit.services.policies import publish_policy

RECORD = (_("Record"), {"fields": ("sources", "position", "slug", "key")})


class ModelForm(forms.ModelForm):
    """A model whose text names only the places that it has."""

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        fields = {str(row[0]) for row in self.instance.fields if row}
        for language in ("es", "en"):
            faults = list(faults_of_model(told.get(f"body_{language}") or "", fields))
            if told.get(f"body_{language}") and faults:
                said = _("The text and its places do not agree: %(faults)s")
                self.add_error(f"body_{language}", said % {"faults": "; ".join(faults)})
        return told


@admin.register(ModelDocument)
class ModelDocumentAdmin(PermanentAddress, PortalAdmin):
    """Model documents; a changed text is a new version."""

    form = ModelForm
    fieldsets = [
        *language_tabs("title", "description", "body", "doubts"),
        (None, {"fields": (("version", "changed_on"),)}),
        RECORD,
    ]
    list_display = ("title_es", "title_en", "version", "changed_on")
    list_display_links = ("title_es", "title_en")
    search_fields = ("title_es", "title_en")
    ordering = ("position",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = super().get_readonly_fields(request, obj)
        return (*fields, "version", "changed_on")

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        if change and {"body_es", "body_en"} & set(form.changed_data):
            obj.version += 1
            obj.changed_on = timezone.localdate()
        super().save_model(request, obj, form, change)

    def key_source(self, obj: Any) -> str:
        return obj.title_es


@admin.register(Publication)
class PublicationAdmin(PermanentAddress, PortalAdmin):
    """The programme's own publications, described and linked."""

    fieldsets = [
        *language_tabs("title", "description", "doubts"),
        (None, {"fields": (("publisher", "year"), "address")}),
        RECORD,
    ]
    list_display = ("title_es", "publisher", "year")
    search_fields = ("title_es", "title_en")
    ordering = ("position",)

    def key_source(self, obj: Any) -> str:
        return obj.title_es


@admin.register(MunicipalPolicy)
class MunicipalPolicyAdmin(PermanentKey, PortalAdmin):
    """What municipalities approved to prevent violence."""

    fieldsets = [
        (None, {"fields": ("owner", "kind")}),
        *language_tabs("title", "act", "doubts"),
        (
            _("Date"),
            {"fields": (("from_year", "to_year"), "act_on", "address", "sources")},
        ),
        (_("Record"), {"fields": ("key",)}),
    ]
    list_display = ("title_es", "owner", "kind", "from_year", "to_year", "public")
    list_filter = ("kind",)
    list_select_related = ("owner",)
    search_fields = ("title_es", "title_en", "owner__name_es")
    autocomplete_fields = ("owner",)
    actions = ("publish",)

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField | None:
        """Only a municipality approves its policies."""
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field is not None and db_field.name == "owner":
            towns = {"kind": OrganisationKind.MUNICIPALITY}
            field.queryset = field.queryset.filter(**towns)
        return field

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        if not change:
            obj.proposed_by = person_of(request)
        super().save_model(request, obj, form, change)

    @admin.action(description=_("Publish"), permissions=["change"])
    def publish(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Let the world read those that somebody else registered."""
        by = person_of(request)
        rows = queryset.select_related("owner")
        act_on_each(self, request, rows, lambda row: publish_policy(policy=row, by=by))

    @admin.display(description=_("public"), boolean=True, ordering="published_at")
    def public(self, policy: MunicipalPolicy) -> bool:
        return policy.is_public

    def key_source(self, obj: Any) -> str:
        return f"{obj.owner.key} {obj.title_es}"
