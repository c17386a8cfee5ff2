"""What import and export files hold: columns in the secretariat's language."""

import re
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import override, pgettext_lazy
from import_export import fields, resources, widgets
from import_export.results import Result
from tablib import Dataset

from network.choices import AssociationLevel, Country, OrganisationKind, PartnerKind
from network.models import Organisation, Place
from network.services.listing import keep_in_step

FORMULA = re.compile(r"^[=+\-@\t\r]")
ESCAPED = re.compile(r"^'(?=[=+\-@\t\r])")
LANGUAGE_SUFFIX = re.compile(r"^(?P<stem>\w+)_(?P<language>es|en)$")

COLUMNS: dict[str, "str | Promise"] = {
    "key": pgettext_lazy("column", "key"),
    "slug": pgettext_lazy("column", "address_name"),
    "name": pgettext_lazy("column", "name"),
    "description": pgettext_lazy("column", "description"),
    "acronym": pgettext_lazy("column", "acronym"),
    "country": pgettext_lazy("column", "country"),
    "level": pgettext_lazy("column", "reach"),
    "partner_kind": pgettext_lazy("column", "kind_of_institution"),
    "place": pgettext_lazy("column", "territory"),
    "founded": pgettext_lazy("column", "founded"),
    "website": pgettext_lazy("column", "website"),
    "email": pgettext_lazy("column", "email"),
    "phone": pgettext_lazy("column", "phone"),
    "address": pgettext_lazy("column", "address"),
    "sources": pgettext_lazy("column", "sources"),
    "iso_3166_2": pgettext_lazy("column", "iso_3166_2"),
    "official_code": pgettext_lazy("column", "official_code"),
    "latitude": pgettext_lazy("column", "latitude"),
    "longitude": pgettext_lazy("column", "longitude"),
    "position_source": pgettext_lazy("column", "source_of_position"),
    "number": pgettext_lazy("column", "number"),
    "organisation": pgettext_lazy("column", "organisation"),
    "activity_kind": pgettext_lazy("column", "kind"),
    "title": pgettext_lazy("column", "title"),
    "started": pgettext_lazy("column", "first_day"),
    "ended": pgettext_lazy("column", "last_day"),
    "date_precision": pgettext_lazy("column", "precision_of_date"),
    "review_state": pgettext_lazy("column", "review"),
    "prevention_level": pgettext_lazy("column", "level_of_prevention"),
    "person": pgettext_lazy("column", "person"),
    "role": pgettext_lazy("column", "role"),
    "position": pgettext_lazy("column", "post"),
    "valid_from": pgettext_lazy("column", "from"),
    "valid_to": pgettext_lazy("column", "to"),
    "approved_at": pgettext_lazy("column", "approved_on"),
}


def column_name(field: str) -> str:
    """A field's column title in the active language; language columns keep their suffix."""
    suffixed = LANGUAGE_SUFFIX.match(field)
    if suffixed:
        return f"{COLUMNS[suffixed['stem']]}_{suffixed['language']}"
    return str(COLUMNS[field])


def title_of(field: str) -> str:
    """A field's column title, or its own name where no column shows it."""
    try:
        return column_name(field)
    except KeyError:
        return field


def fields_by_column(names: list[str]) -> dict[str, str]:
    """Which field a column title means, in either language."""
    meant = {name: name for name in names}
    for language, _label in settings.LANGUAGES:
        with override(language):
            meant |= {column_name(name): name for name in names}
    return meant


class CodeWidget(widgets.CharWidget):
    """Reads a code of a fixed list, or its label; writes the code."""

    def __init__(self, choices: type[models.TextChoices]) -> None:
        super().__init__()
        self.choices = choices

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:
        """The code; an unknown one is refused by the record's own check."""
        text = str(value or "").strip()
        if text in self.choices.values:
            return text
        for language, _label in settings.LANGUAGES:
            with override(language):
                for code, label in self.choices.choices:
                    if text.casefold() == str(label).casefold():
                        return code
        return text


class PortalResource(resources.ModelResource):
    """Columns titled in the reader's language, cells that no spreadsheet executes."""

    class Meta:
        import_id_fields = ("key",)
        clean_model_instances = True
        skip_unchanged = True
        report_skipped = True
        use_bulk = False

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for name, field in self.fields.items():
            field.column_name = column_name(name)

    def after_save_instance(
        self, instance: models.Model, row: Any, **kwargs: Any
    ) -> None:
        """Remember it, and what of it changed, for the end of the file."""
        before = self.as_it_was
        if before is not None and not kwargs.get("dry_run"):
            self.saved.append(instance)
            self.changed |= {
                field.name
                for field in instance._meta.concrete_fields
                if before[field.attname] != getattr(instance, field.attname)
            }

    def after_import(self, dataset: Dataset, result: Result, **kwargs: Any) -> None:
        """List anew what the public reads of all of them, once; a preview lists nothing."""
        super().after_import(dataset, result, **kwargs)
        keep_in_step(*self.saved, changed=self.changed)

    def before_import(self, dataset: Dataset, **kwargs: Any) -> None:
        """Accept either language's titles."""
        self.saved: list[models.Model] = []
        self.changed: set[str] = set()
        meant = fields_by_column(list(self.fields))
        titles = [str(title or "").strip() for title in dataset.headers or []]
        dataset.headers = [
            self.fields[meant[title]].column_name if title in meant else title
            for title in titles
        ]

    def before_import_row(self, row: dict[str, Any], **kwargs: Any) -> None:
        """Take the escape mark off and leave no empty cell as «None»."""
        for title, value in row.items():
            if isinstance(value, str):
                row[title] = ESCAPED.sub("", value.strip())
            elif value is None:
                row[title] = ""

    def import_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        """A new record without an address name takes its key."""
        self.as_it_was = dict(vars(instance)) if instance.pk else None
        super().import_instance(instance, row, **kwargs)
        if hasattr(instance, "slug"):
            instance.slug = instance.slug or instance.key

    def validate_instance(
        self,
        instance: Any,
        import_validation_errors: Any = None,
        validate_unique: bool = True,
    ) -> None:
        """What a column is refused for is told once, under the language it stands in."""
        try:
            super().validate_instance(
                instance, import_validation_errors, validate_unique
            )
        except ValidationError as refused:
            told = {
                name: errors
                for name, errors in refused.error_dict.items()
                if f"{name}_es" not in refused.error_dict
            }
            raise ValidationError(told) from refused

    def export_field(self, field: fields.Field, instance: Any, **kwargs: Any) -> Any:
        """Put a mark before what a spreadsheet would run as a formula."""
        value = super().export_field(field, instance, **kwargs)
        if isinstance(value, str) and FORMULA.match(value):
            return f"'{value}"
        return value


class PlaceResource(PortalResource):
    """Places, without their dated facts."""

    country = fields.Field("country", widget=CodeWidget(Country))

    class Meta(PortalResource.Meta):
        model = Place
        fields = (
            "key",
            "slug",
            "name_es",
            "name_en",
            "country",
            "iso_3166_2",
            "official_code",
            "latitude",
            "longitude",
            "position_source",
            "sources",
        )
        export_order = fields


class OrganisationResource(PortalResource):
    """Organisations of one kind; another kind's record is never touched."""

    kind = OrganisationKind.PARTNER
    country = fields.Field("country", widget=CodeWidget(Country))

    def get_queryset(self) -> models.QuerySet[Organisation]:
        return Organisation.objects.filter(kind=self.kind)

    def before_save_instance(
        self, instance: Organisation, *args: Any, **kwargs: Any
    ) -> None:
        instance.kind = self.kind

    def import_instance(self, instance: Organisation, row: Any, **kwargs: Any) -> None:
        """Set the kind before the record's own check runs."""
        instance.kind = self.kind
        super().import_instance(instance, row, **kwargs)


CONTACT = ("website", "email", "phone", "address", "sources")
NAMES = ("key", "slug", "acronym", "name_es", "name_en", "country")


class AssociationResource(OrganisationResource):
    """Associations of municipalities."""

    kind = OrganisationKind.ASSOCIATION
    level = fields.Field("level", widget=CodeWidget(AssociationLevel))

    class Meta(PortalResource.Meta):
        model = Organisation
        fields = (*NAMES, "level", "founded", *CONTACT)
        export_order = fields


class MunicipalityResource(OrganisationResource):
    """Town halls, each with its territory's key."""

    kind = OrganisationKind.MUNICIPALITY
    place = fields.Field("place", widget=widgets.ForeignKeyWidget(Place, field="key"))

    class Meta(PortalResource.Meta):
        model = Organisation
        fields = (*NAMES, "place", *CONTACT)
        export_order = fields


class PartnerResource(OrganisationResource):
    """Partner institutions."""

    partner_kind = fields.Field("partner_kind", widget=CodeWidget(PartnerKind))

    class Meta(PortalResource.Meta):
        model = Organisation
        fields = (*NAMES, "partner_kind", *CONTACT)
        export_order = fields
