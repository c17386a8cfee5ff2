"""The parts of a plan that adapts an experience; none need be whole to save it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from experiences.choices import PlanSection
from experiences.choices.adaptation import LONGEST_OBJECTIVES
from experiences.forms.sections import SectionForm
from experiences.models import Adaptation
from network.choices import Currency, PartnerKind
from network.forms.fields import ForgivingDateField, ShortText
from network.forms.marks import mark_of
from network.forms.money import MoneyField
from network.forms.rows import Row, RowForm, row_set
from network.forms.told import OfficeText, english, spanish

NOT_TOLD = frozenset({"pk", "shown", "reference", "drop"})


class StartPlanForm(forms.Form):
    """One press; the municipality is chosen beside it."""

    client_uuid = forms.UUIDField(widget=forms.HiddenInput)


class PlanAboutForm(SectionForm):
    """What the plan is called, and what it is for."""

    title = ShortText(
        max_length=200,
        label=_("What do you call it?"),
        error_messages={"required": _("Write what you call it.")},
    )
    objectives = ShortText(
        max_length=LONGEST_OBJECTIVES,
        rows=8,
        required=False,
        label=_("What do you want to achieve?"),
        help_text=_(
            "Begin with the problem of your own municipality and the change you expect "
            "there. One objective a line, each line beginning with a hyphen, makes a "
            "list."
        ),
    )

    class Meta:
        model = Adaptation
        fields = ("title", "objectives")


class ChangesForm(SectionForm):
    """What the municipality changed and why: the only text of a plan made public."""

    changes_es = spanish(
        _("What did you change, and why?"),
        4_000,
        rows=10,
        required=False,
        help_text=_(
            "Without names of people, and without days or places of what is to come. "
            "What did not work is what others learn most from."
        ),
    )
    changes_en = english(_("The same in English"), 4_000, rows=6)

    class Meta:
        model = Adaptation
        fields = ("changes_es", "changes_en")


class StepRowForm(RowForm):
    """Something to do, with the office that answers for it.

    Beside it what was done there, if it began from that: such a row stays while it is
    blank, and goes when somebody says that it is of no use here.
    """

    reference = forms.CharField(
        required=False, max_length=300, widget=forms.HiddenInput
    )
    text = ShortText(
        max_length=300, rows=2, required=False, label=_("What will be done")
    )
    office = OfficeText(
        max_length=160,
        required=False,
        label=_("Office that answers for it"),
        help_text=_("A post or an office, never a person's name."),
    )
    begins = ForgivingDateField(required=False, label=_("Begins"))
    ends = ForgivingDateField(required=False, label=_("Ends"))
    done = forms.BooleanField(required=False, label=_("It is done"))
    drop = forms.BooleanField(
        required=False, label=_("It is of no use here: take this row out")
    )
    telling = ("text", "office", "begins", "ends")
    required_texts = {"text": _("Write what will be done.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        turn = str(self.prefix or "").rpartition("-")[2]
        if turn.isdecimal():
            # The boxes of each date say of which step they are.
            told = {"number": int(turn) + 1}
            self.fields["begins"].label = _("Begins (step %(number)d)") % told
            self.fields["ends"].label = _("Ends (step %(number)d)") % told
        self.there = self["pk"].value() and self["reference"].value()
        if not self.there:
            del self.fields["drop"]

    @property
    def is_blank(self) -> bool:
        """What was done there waits for its step; it goes only when that is said."""
        if self.there:
            return bool(self.cleaned_data.get("drop"))
        return super().is_blank

    def row(self) -> Row:
        """What was done there is not written here."""
        beside = ("reference", "drop")
        return {k: value for k, value in super().row().items() if k not in beside}

    @classmethod
    def initial_of(cls, stored: Any) -> Row:
        """What the form shows of a stored row."""
        names = set(cls.base_fields) - {"shown", "drop"}
        return {name: getattr(stored, name) for name in names}

    @classmethod
    def print_of(cls, values: Row) -> str:
        """Alike for rows that say the same of what will be done."""
        return mark_of(values, set(cls.base_fields) - NOT_TOLD)

    def clean(self) -> Row:
        cleaned = super().clean()
        unsaid = not cleaned.get("text") and "text" not in self.errors
        if self.there and cleaned.get("done") and unsaid:
            self.add_error("text", self.required_texts["text"])
        begins, ends = cleaned.get("begins"), cleaned.get("ends")
        if begins and ends and ends < begins:
            self.add_error("ends", _("It cannot end before it begins."))
        return cleaned


class PlanPartnerForm(RowForm):
    """An institution or group to do it with."""

    kind = forms.ChoiceField(
        choices=[("", ""), *PartnerKind.choices], required=False, label=_("Kind")
    )
    institution = ShortText(
        max_length=160, required=False, label=_("Name of the institution or group")
    )
    brings = ShortText(max_length=200, required=False, label=_("What it brings"))
    telling = ("kind", "institution", "brings")
    required_texts = {"kind": _("Choose what kind of institution or group it is.")}


class CostRowForm(RowForm):
    """What something will cost, and who pays."""

    text = ShortText(max_length=300, required=False, label=_("What for"))
    amount = MoneyField(
        max_digits=12,
        label=_("Amount"),
        help_text=_("Blank if you do not know it yet."),
    )
    currency = forms.ChoiceField(
        choices=[("", ""), *Currency.choices], required=False, label=_("Currency")
    )
    payer = ShortText(max_length=160, required=False, label=_("Who pays"))
    telling = ("text", "amount", "payer")
    required_texts = {"text": _("Write what it is for.")}

    @property
    def is_blank(self) -> bool:
        """Zero is an amount."""
        return super().is_blank and self.cleaned_data.get("amount") is None

    def clean(self) -> Row:
        cleaned = super().clean()
        costs = cleaned.get("amount") is not None
        if costs and not cleaned.get("text") and "text" not in self.errors:
            self.add_error("text", self.required_texts["text"])
        if costs and not cleaned.get("currency") and "currency" not in self.errors:
            self.add_error("currency", _("Choose the currency of the cost."))
        return cleaned


# Section -> relation, forms of its rows.
PLAN_ROWS: dict[str, tuple[str, Any]] = {
    PlanSection.STEPS: ("plan_steps", row_set(StepRowForm)),
    PlanSection.PARTNERS: ("partners", row_set(PlanPartnerForm)),
    PlanSection.COSTS: ("costs", row_set(CostRowForm)),
}
PLAN_FORMS: dict[str, type[SectionForm]] = {
    PlanSection.ABOUT: PlanAboutForm,
    PlanSection.CHANGES: ChangesForm,
}
