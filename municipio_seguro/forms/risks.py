"""The sheets of a risk: what it is, how it is rated, what is decided, what is public."""

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from municipio_seguro import matrix
from municipio_seguro.choices import (
    Impact,
    ImpactLine,
    RiskSection,
    Treatment,
    Visibility,
    Voice,
)
from municipio_seguro.forms.listing import OF_THE_LIST
from municipio_seguro.forms.risk_boxes import (
    LINE,
    ImpactLines,
    area_box,
    likelihood_box,
    nature_box,
    offer_threats,
    threat_box,
    title_box,
)
from municipio_seguro.models import Risk, Weakness
from municipio_seguro.services.risk_checks import has_measure
from network.forms.fields import SeveralOfList, ShortText, offer_rows
from network.forms.told import english, spanish
from toolkit.forms.kept import KeptForm, day

LONGEST = 4_000


class RiskForm(KeptForm):
    """A sheet of a risk that is in the register."""

    def __init__(self, data: Any = None, *, record: Risk) -> None:
        super().__init__(data, record=record)
        self.risk = record


class AboutForm(RiskForm):
    """What it is, why it can happen here, whom it hurts, who watches it."""

    threat = threat_box()
    title_es = title_box()
    nature = nature_box()
    area = area_box()
    weaknesses = SeveralOfList(
        Weakness.objects.none(),
        required=False,
        label=_("Why can it happen, or hurt, here?"),
        help_text=_("Each low answer of the assessment proposes a weakness."),
        widget=forms.CheckboxSelectMultiple,
    )
    another_weakness = ShortText(
        max_length=300,
        rows=2,
        required=False,
        label=_("Another reason, in your own words"),
    )
    affected_voices = forms.MultipleChoiceField(
        choices=[each for each in Voice.choices if each[0] != Voice.UNSAID],
        required=False,
        label=_("Whom does it hurt most?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages=OF_THE_LIST,
    )
    owner_office = ShortText(
        max_length=160,
        required=False,
        label=_("Which office watches it?"),
        help_text=_("The office, never a person's name."),
    )

    def __init__(self, data: Any = None, *, record: Risk) -> None:
        super().__init__(data, record=record)
        offer_threats(self)
        offer_rows(self, "weaknesses", Weakness.objects.offered_for(record))
        if not self.fields["weaknesses"].choices:  # type: ignore[attr-defined]
            del self.fields["weaknesses"]

    @classmethod
    def told_of(cls, record: Risk) -> dict[str, Any]:
        """What was chosen of the lists as the lists offer it."""
        chosen = list(record.weaknesses.all())
        return super().told_of(record) | {"weaknesses": chosen}

    def values(self) -> dict[str, Any]:
        """The columns of the sheet."""
        apart = ("weaknesses", "another_weakness")
        return {k: v for k, v in super().values().items() if k not in apart}


class RatingForm(ImpactLines, RiskForm):
    """How likely and how serious it is today, by the published table."""

    current_likelihood = likelihood_box(_("How often is it to be expected?"))
    basis = ShortText(
        max_length=LONGEST,
        rows=4,
        required=False,
        label=_("On which data and years is it based?"),
        help_text=_("For example: emergencies noted by the office, 2019 to 2025."),
    )
    field_order = ("version", "current_likelihood", *(LINE + x for x in ImpactLine))

    @classmethod
    def told_of(cls, record: Risk) -> dict[str, Any]:
        """The lines as the boxes show them."""
        lines = {
            LINE + line.value: record.impact_lines.get(line.value)
            for line in ImpactLine
        }
        return super().told_of(record) | lines

    def values(self) -> dict[str, Any]:
        """What the verb of rating takes."""
        return {
            "likelihood": self.cleaned_data["current_likelihood"],
            "impact": matrix.impact_of(self.lines().values()),
            "impact_lines": self.lines(),
            "basis": self.cleaned_data["basis"],
        }


class DecisionForm(RiskForm):
    """What is decided, what is foreseen once the measures are verified, when to look."""

    treatment = forms.ChoiceField(
        choices=Treatment.choices,
        label=_("What do you do about it?"),
        widget=forms.RadioSelect,
        error_messages=OF_THE_LIST,
    )
    acceptance_reason = ShortText(
        max_length=LONGEST,
        rows=3,
        required=False,
        label=_("If you accept it: why?"),
    )
    acceptance_until = day(
        _("If you accept it: until when?"), help_text=_("12 months at most.")
    )
    target_likelihood = likelihood_box(
        _("How often, once the linked measures are verified?")
    )
    target_impact: Any = forms.TypedChoiceField(
        coerce=int,
        choices=Impact.choices,
        label=_("How serious, once the linked measures are verified?"),
        error_messages=OF_THE_LIST,
    )
    next_review = day(
        _("When will you look at it again?"), required=_("Write the day of the review.")
    )

    def __init__(self, data: Any = None, *, record: Risk) -> None:
        super().__init__(data, record=record)
        last = matrix.review_due(record.level, record.rated_on)
        self.fields["next_review"].help_text = format_lazy(
            _("By the table, on {day} at the latest."),
            day=date_format(last, "DATE_FORMAT"),
        )
        if not has_measure(record):
            # Without a measure nothing lower can be foreseen.
            del self.fields["target_likelihood"], self.fields["target_impact"]


class PublicForm(RiskForm):
    """Who may read it, and what the public reads of it."""

    visibility = forms.ChoiceField(
        choices=Visibility.choices,
        label=_("Who may read it?"),
        help_text=_(
            "The public reads its title, family, neighbourhood, level and summary. "
            "Police operations and weak points of facilities are never public."
        ),
        widget=forms.RadioSelect,
        error_messages=OF_THE_LIST,
    )
    public_summary_es = spanish(
        _("Summary for the public"),
        1_000,
        rows=4,
        required=False,
        help_text=_("Without names, addresses or exact spots."),
    )
    title_en = english(_("Title, in English"), 200)
    public_summary_en = english(_("The summary, in English"), 1_000, rows=4)

    def values(self) -> dict[str, Any]:
        """The texts; who reads it is told apart."""
        return {k: v for k, v in super().values().items() if k != "visibility"} | {
            "title_en": self.cleaned_data["title_en"] or None,
            "public_summary_en": self.cleaned_data["public_summary_en"] or None,
        }


class CloseForm(forms.Form):
    """Why a risk leaves the register."""

    reason = ShortText(
        max_length=1_000,
        rows=3,
        label=_("Why is it no longer a risk here?"),
        error_messages={"required": _("Write why the risk is closed.")},
    )


SHEETS: dict[str, type[RiskForm]] = {
    RiskSection.ABOUT: AboutForm,
    RiskSection.RATING: RatingForm,
    RiskSection.DECISION: DecisionForm,
    RiskSection.PUBLIC: PublicForm,
}
