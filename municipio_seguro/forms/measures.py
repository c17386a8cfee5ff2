"""The sheets of a measure: what for, who and until when, with what money, what is public."""

import uuid
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from municipio_seguro.choices import MeasureSection, MeasureStatus, Visibility
from municipio_seguro.forms.funding import (
    MoneyForm,
    ask_for_currency,
    first_source,
    whole,
)
from municipio_seguro.forms.listing import OF_THE_LIST
from municipio_seguro.forms.measure_boxes import (
    ForWhat,
    approved_box,
    due_box,
    institutions_of,
    office_box,
    responsible_box,
    title_box,
    type_box,
)
from municipio_seguro.models import Measure
from municipio_seguro.rounding import plainly
from municipio_seguro.services.measures import Share
from network.forms.fields import (
    SeveralOfList,
    offer_rows,
)
from network.forms.told import english, in_words, spanish
from network.models import Organisation
from toolkit.forms.kept import KeptForm


class NewMeasureForm(ForWhat):
    """The shortest way into the plan: what, what for, who, until when, what it costs."""

    client_uuid = forms.UUIDField(widget=forms.HiddenInput)
    title_es = title_box()
    type = type_box()
    approved_on = approved_box()
    due_on = due_box()
    responsible = responsible_box()
    responsible_office = office_box()

    def __init__(
        self, data: Any = None, *, town: Organisation, risks: list[int]
    ) -> None:
        first = {
            "client_uuid": uuid.uuid4(),
            "risks": risks,
            "approved_on": timezone.localdate(),
            "responsible": town.pk,
        }
        super().__init__(data, initial=first)
        offer_rows(self, "responsible", institutions_of(town))
        self.fields |= first_source()
        self.offer(town, (), room=1)
        self.order_fields(("client_uuid", "title_es", "type", "risks"))

    def values(self) -> dict[str, Any]:
        """The columns of a new measure."""
        names = ("title_es", "type", "approved_on", "due_on", "responsible",
                 "responsible_office", "budget_amount", "currency")  # fmt: skip
        return {name: self.cleaned_data[name] for name in names}

    def clean(self) -> dict[str, Any]:
        """Money has its currency."""
        cleaned = super().clean()
        ask_for_currency(self, cleaned)
        return cleaned

    def funding(self) -> list[Share]:
        """One source for all of it; several are written on its sheet."""
        return whole(self.cleaned_data["source"], self.cleaned_data["purpose"])


def _words(field: forms.Field, value: Any) -> str:
    told = plainly(value) if isinstance(value, Decimal) else value
    return "" if told in (None, "") else in_words(field, told)


class MeasureForm(KeptForm):
    """A sheet of a measure of the plan."""

    def __init__(self, data: Any = None, *, record: Measure) -> None:
        super().__init__(data, record=record)
        self.measure = record

    def both(self, record: Any) -> list[tuple[Any, str, str]]:
        """Each answer that differs, also of the boxes that a record makes."""
        saved, rows = type(self)(record=record), []
        for name, field in saved.fields.items():
            if name == "version":
                continue
            theirs = _words(field, saved.get_initial_for_field(field, name))
            mine = _words(field, self.cleaned_data.get(name))
            if mine != theirs:
                rows.append((field.label, mine, theirs))
        return rows

    def saved_with(self) -> dict[str, Any]:
        """What the verb takes of this sheet."""
        return {"values": self.values()}


class WhatForm(ForWhat, MeasureForm):
    """What will be done, of which kind, what for."""

    title_es = title_box()
    type = type_box()
    description_es = spanish(_("How will it be done?"), 4_000, rows=5, required=False)
    field_order = ("version", "title_es", "type", "description_es")

    def __init__(self, data: Any = None, *, record: Measure) -> None:
        super().__init__(data, record=record)
        known = [(each.code, each.level) for each in record.indicators.all()]
        self.offer(record.municipality, known)

    @classmethod
    def told_of(cls, record: Measure) -> dict[str, Any]:
        """The risks as the list offers them."""
        return super().told_of(record) | {"risks": list(record.risks.all())}

    def saved_with(self) -> dict[str, Any]:
        """The texts, the risks and the indicators."""
        names = ("title_es", "type", "description_es")
        return {
            "values": {name: self.cleaned_data[name] for name in names},
            "risks": list(self.cleaned_data["risks"]),
            "indicators": self.lifted(),
        }


class WhoForm(MeasureForm):
    """Who answers for it, with whom, from when and until when."""

    responsible = responsible_box()
    responsible_office = office_box()
    partners = SeveralOfList(
        Organisation.objects.none(),
        required=False,
        label=_("With which institutions?"),
        widget=forms.CheckboxSelectMultiple,
    )
    approved_on = approved_box()
    due_on = due_box()

    def __init__(self, data: Any = None, *, record: Measure) -> None:
        super().__init__(data, record=record)
        known = Q(pk=record.responsible_id) | Q(measures_helped=record)
        offered = institutions_of(record.municipality)
        more = Organisation.objects.filter(known).values("pk")
        rows = Organisation.objects.filter(
            Q(pk__in=offered.values("pk")) | Q(pk__in=more)
        )
        offer_rows(self, "responsible", rows.order_by("kind", "name"))
        offer_rows(self, "partners", rows.order_by("kind", "name"))

    @classmethod
    def told_of(cls, record: Measure) -> dict[str, Any]:
        """The institutions as the lists offer them."""
        return super().told_of(record) | {"partners": list(record.partners.all())}

    def saved_with(self) -> dict[str, Any]:
        """The columns, and whoever helps."""
        values = self.values()
        return {"partners": list(values.pop("partners")), "values": values}


class MeasureMoneyForm(MoneyForm, MeasureForm):
    """What it costs, of which year, from which sources."""

    def __init__(self, data: Any = None, *, record: Measure) -> None:
        super().__init__(data, record=record)
        self.offer_shares(record.funding.all())

    def saved_with(self) -> dict[str, Any]:
        """The columns and the shares."""
        names = ("budget_amount", "currency", "fiscal_year")
        values = {name: self.cleaned_data[name] for name in names}
        return {"values": values, "funding": self.shares()}


class MeasurePublicForm(MeasureForm):
    """Who may read it, and its English."""

    visibility = forms.ChoiceField(
        choices=Visibility.choices,
        label=_("Who may read it?"),
        help_text=_(
            "The public reads its title, horizon, institution, amount, source, status "
            "and dates, and the follow-up that is marked as public."
        ),
        widget=forms.RadioSelect,
        error_messages=OF_THE_LIST,
    )
    title_en = english(_("What will be done, in English"), 200)
    description_en = english(_("How it will be done, in English"), 4_000, rows=5)

    def __init__(self, data: Any = None, *, record: Measure) -> None:
        super().__init__(data, record=record)
        typed = data is not None and "title_en" in data
        if record.status == MeasureStatus.VERIFIED and not typed:
            # Its texts are what was verified; who reads them may still change.
            for name in ("title_en", "description_en"):
                del self.fields[name]

    def saved_with(self) -> dict[str, Any]:
        """The columns; nothing for what is blank."""
        told = self.values()
        texts = [name for name in ("title_en", "description_en") if name in told]
        return {
            "values": {"visibility": told["visibility"]}
            | {name: told[name] or None for name in texts}
        }


SHEETS: dict[str, type[MeasureForm]] = {
    MeasureSection.WHAT: WhatForm,
    MeasureSection.WHO: WhoForm,
    MeasureSection.MONEY: MeasureMoneyForm,
    MeasureSection.PUBLIC: MeasurePublicForm,
}
