"""What belongs to an experience in rows: milestones, outcomes, voices, partners."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from experiences.choices import (
    Effect,
    EvidenceDesign,
    Registry,
    Studies,
    VoiceRole,
    cost_band_of,
)
from experiences.forms.sections import FIRST_COST_YEAR
from experiences.models import ExperienceDocument
from network.choices import PartnerKind
from network.forms.fields import ForgivingDateField, ShortText
from network.forms.money import MoneyField
from network.forms.past import PastPartialDateField, PastYearField
from network.forms.rows import Row, RowForm, row_set
from network.forms.told import (
    Known,
    english,
    spanish,
)


class MilestoneForm(RowForm):
    """A dated milestone."""

    when = PastPartialDateField(required=False, label=_("Date"))
    text_es = spanish(_("What happened"), 300, required=False)
    text_en = english(_("What happened, in English"), 300)
    telling = ("text_es", "text_en", "when")
    required_texts = {
        "when": _("Write its date: the year is enough."),
        "text_es": _("Write what happened."),
    }

    def row(self) -> Row:
        """Its date with how exactly it is known."""
        row = super().row()
        when: Known = row.pop("when")
        return row | {"on": when.on, "precision": when.precision}

    @classmethod
    def initial_of(cls, stored: Any) -> Row:
        """Its date with how exactly it is known."""
        return {
            "pk": stored.pk,
            "when": Known(stored.on, stored.precision),
            "text_es": stored.text_es,
            "text_en": stored.text_en,
        }


class OutcomeForm(RowForm):
    """An outcome: effect, evidence and cost are three statements, never one mark."""

    text_es = spanish(_("Outcome"), 300, required=False)
    text_en = english(_("Outcome, in English"), 300)
    effect = forms.ChoiceField(
        choices=Effect.choices, initial=Effect.NOT_RATED, label=_("Effect")
    )
    evidence = forms.ChoiceField(
        choices=EvidenceDesign.choices,
        initial=EvidenceDesign.NONE,
        label=_("Strength of the evidence"),
    )
    studies = forms.ChoiceField(
        choices=[("", ""), *Studies.choices], required=False, label=_("Studies")
    )
    evaluation: Any = forms.ModelChoiceField(
        ExperienceDocument.objects.none(),
        required=False,
        label=_("Evaluation that shows it"),
        help_text=_("Attach it first under «Documents and photos»."),
    )
    cost_per_person = MoneyField(
        max_digits=10, label=_("Cost by participant, in US dollars")
    )
    cost_year = PastYearField(
        least=FIRST_COST_YEAR,
        required=False,
        label=_("Year of that cost"),
    )
    registry = forms.ChoiceField(
        choices=[("", ""), *Registry.choices],
        required=False,
        label=_("What the evidence says elsewhere: registry"),
    )
    registry_address = forms.URLField(
        required=False,
        assume_scheme="https",
        max_length=500,
        label=_("Address of the entry"),
        error_messages={
            "invalid": _("Copy the whole address, beginning with https://.")
        },
    )
    registry_says_es = spanish(_("What it says, in your words"), 300, required=False)
    registry_says_en = english(_("What it says, in English"), 300)
    telling = ("text_es", "text_en", "registry_address", "registry_says_es")
    required_texts = {"text_es": _("Write the outcome in Spanish.")}

    def __init__(self, *args: Any, documents: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["evaluation"]
        field.queryset = documents

    def clean(self) -> Row:
        cleaned = super().clean()
        unproven = not self.is_blank and not cleaned.get("evaluation")
        if cleaned.get("effect") == Effect.EFFECTIVE and unproven:
            self.add_error(
                "evaluation",
                _(
                    "«Effective» needs the evaluation attached: add it, or choose "
                    "another effect."
                ),
            )
        cost = cleaned.get("cost_per_person")
        lacks_year = cost is not None and not cleaned.get("cost_year")
        if lacks_year and "cost_year" not in self.errors:
            self.add_error("cost_year", _("Write the year of that cost."))
        if bool(cleaned.get("registry")) != bool(cleaned.get("registry_address")):
            lacking = "registry_address" if cleaned.get("registry") else "registry"
            if lacking not in self.errors:
                self.add_error(
                    lacking, _("Choose the registry and write the entry's address.")
                )
        return cleaned

    def row(self) -> Row:
        """With the band of its cost."""
        row = super().row()
        cost = row["cost_per_person"]
        return row | {"cost_band": cost_band_of(cost).value if cost is not None else ""}


class VoiceForm(RowForm):
    """What somebody tells, by role; nobody is named."""

    role = forms.ChoiceField(
        choices=[("", ""), *VoiceRole.choices], required=False, label=_("Role")
    )
    text_es = spanish(
        _("What they tell"),
        2_000,
        rows=4,
        required=False,
        help_text=_(
            "Without names, and without anything by which they are recognised."
        ),
    )
    text_en = english(_("What they tell, in English"), 2_000, rows=3)
    consented = forms.BooleanField(
        required=False, label=_("They are of age and agreed to be quoted here")
    )
    consent_until = ForgivingDateField(
        required=False,
        label=_("Their consent holds until"),
        help_text=_("The signed paper stays at the town hall."),
    )
    telling = ("role", "text_es", "text_en")
    required_texts = {
        "role": _("Choose who tells it."),
        "text_es": _("Write what they tell."),
    }

    def clean(self) -> Row:
        cleaned = super().clean()
        endless = cleaned.get("consented") and not cleaned.get("consent_until")
        if endless and "consent_until" not in self.errors:
            self.add_error(
                "consent_until", _("Write until which day their consent holds.")
            )
        return cleaned


class PartnerRowForm(RowForm):
    """An institution or group with which it was made."""

    kind = forms.ChoiceField(
        choices=[("", ""), *PartnerKind.choices], required=False, label=_("Kind")
    )
    name = ShortText(max_length=160, required=False, label=_("Name"))
    contribution_es = spanish(_("What they did"), 200, required=False)
    contribution_en = english(_("What they did, in English"), 200)
    agreed_to_be_named = forms.BooleanField(
        required=False,
        label=_("They agreed to be named in public"),
        help_text=_("Without it the public reads only its kind, never its name."),
    )
    telling = ("kind", "name", "contribution_es", "contribution_en")
    required_texts = {
        "kind": _("Choose what kind of institution or group it is."),
    }


# Section -> relation, form of a row.
MilestoneSet = row_set(MilestoneForm)
OutcomeSet = row_set(OutcomeForm)
VoiceSet = row_set(VoiceForm)
PartnerSet = row_set(PartnerRowForm)
