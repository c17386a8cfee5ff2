"""The parts of a twinning that are one form each; none need be whole to save it."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.choices import InspireStrategy, OrganisationKind, ViolenceType
from network.forms.fields import (
    ForgivingDateField,
    SeveralOfList,
    ShortText,
    offer,
    offer_rows,
)
from network.forms.sections import SectionForm
from network.forms.told import (
    Known,
    PartialDateField,
    WholeNumberField,
    english,
    in_words,
    spanish,
)
from network.models import Organisation, Theme
from twinnings.choices import Language, ManagementTheme
from twinnings.models import Twinning

LONGEST = 4_000
LONGEST_TERM = 600


def several(choices: Any, label: Any, **more: Any) -> forms.MultipleChoiceField:
    """Several codes of a fixed list."""
    return forms.MultipleChoiceField(
        choices=choices,
        required=False,
        label=label,
        widget=forms.CheckboxSelectMultiple,
        **more,
    )


def themes_field(label: Any) -> SeveralOfList:
    """Several themes of the network's list."""
    return SeveralOfList(
        Theme.objects.none(),
        required=False,
        label=label,
        widget=forms.CheckboxSelectMultiple,
    )


class RecordSection(SectionForm):
    """A part of a twinning or an exchange; saving is the service's."""

    def _post_clean(self) -> None:
        """The service writes; what stands beside an error stays as it was saved."""

    def both(self, record: Any) -> list[tuple[Any, str, str]]:
        """Each answer that differs: its label, what is written here, what was saved."""
        saved = type(self)(instance=record)
        rows = []
        for name, field in self.fields.items():
            mine = in_words(field, self.cleaned_data.get(name))
            theirs = in_words(field, saved.get_initial_for_field(field, name))
            if name != "version" and mine != theirs:
                rows.append((field.label, mine, theirs))
        return rows


class AboutForm(RecordSection):
    """Why: the problem first, then what each side can offer and what it is for."""

    problem_es = spanish(_("The problem"), LONGEST, rows=6, required=False)
    problem_en = english(_("The problem, in English"), LONGEST, rows=5)
    offer_es = spanish(_("What each side can offer"), LONGEST, rows=5, required=False)
    offer_en = english(_("What each side can offer, in English"), LONGEST, rows=4)
    objective_es = spanish(_("Objective"), LONGEST, rows=4, required=False)
    objective_en = english(_("Objective, in English"), LONGEST, rows=4)

    class Meta:
        model = Twinning
        fields = (
            "problem_es", "problem_en", "offer_es", "offer_en", "objective_es",
            "objective_en",
        )  # fmt: skip


class TopicsForm(RecordSection):
    """What it is about, so that others find it."""

    themes = themes_field(_("Themes"))
    management_themes = several(
        ManagementTheme.choices, _("What town halls learn of running prevention")
    )
    violence_types = several(ViolenceType.choices, _("Type of violence"))
    inspire_strategies = several(
        InspireStrategy.choices,
        _("INSPIRE strategies"),
        help_text=_("Only if it was for children or adolescents."),
    )

    class Meta:
        model = Twinning
        fields = (
            "type", "themes", "management_themes", "prevention_level", "approach",
            "violence_types", "inspire_strategies",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "themes", Theme)


def facilitating(twinning: Twinning) -> Any:
    """Partner institutions and associations, and whoever was named already."""
    helping = Q(kind__in=(OrganisationKind.PARTNER, OrganisationKind.ASSOCIATION))
    named = twinning.facilitators.values("pk") if twinning.pk else []
    rows = Organisation.objects.filter(helping & Q(shown=True) | Q(pk__in=named))
    return rows.order_by("kind", "name", "pk")


class Facilitators(SeveralOfList):
    """Institutions by their whole name: two countries have a PNC."""

    def label_from_instance(self, obj: Any) -> str:
        where = obj.get_country_display() if obj.country else ""
        return ", ".join(filter(None, (str(obj.name), str(where))))


class AgreementForm(RecordSection):
    """What was agreed, signed and paid, and where it is known from."""

    agreement_summary_es = spanish(
        _("What the agreement says"), LONGEST, rows=5, required=False
    )
    agreement_summary_en = english(
        _("What the agreement says, in English"), LONGEST, rows=4
    )
    signed = PartialDateField(
        required=False,
        label=_("When was it signed?"),
        help_text=_("The year is enough: leave blank what is not known."),
    )
    signed_where = ShortText(
        max_length=160, required=False, label=_("Where was it signed?")
    )
    term_months = WholeNumberField(
        least=1, most=LONGEST_TERM, required=False, label=_("Term, in months")
    )
    next_review = ForgivingDateField(
        required=False, label=_("When will it be looked at again?")
    )
    languages = several(Language.choices, _("Working languages"))
    funding_es = spanish(_("How it was paid for"), LONGEST, rows=3, required=False)
    funding_en = english(_("How it was paid for, in English"), LONGEST, rows=3)
    results_es = spanish(_("What came of it"), LONGEST, rows=5, required=False)
    results_en = english(_("What came of it, in English"), LONGEST, rows=4)
    sources = ShortText(
        max_length=LONGEST,
        required=False,
        rows=3,
        label=_("Sources"),
        help_text=_("Where this is known from; one on each line."),
    )
    doubts_es = ShortText(
        max_length=2_000, required=False, rows=2, label=_("What is uncertain")
    )
    doubts_en = english(_("What is uncertain, in English"), 2_000, rows=2)
    facilitators = Facilitators(
        Organisation.objects.none(),
        required=False,
        label=_("Who facilitated it"),
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Twinning
        fields = (
            "agreement_summary_es", "agreement_summary_en", "signed_uncertain",
            "signed_where", "term_months", "renewal", "next_review", "languages",
            "funding_es", "funding_en", "results_es", "results_en", "sources",
            "doubts_es", "doubts_en", "facilitators",
        )  # fmt: skip

    field_order = ("agreement_summary_es", "agreement_summary_en", "signed")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own: Twinning = self.instance
        offer_rows(self, "facilitators", facilitating(own))
        if own.signed_on:
            self.initial["signed"] = Known(own.signed_on, own.signed_precision)

    def values(self) -> dict[str, Any]:
        """The day of signing with how exactly it is known."""
        signed: Known | None = self.cleaned_data["signed"]
        day: dict[str, Any] = {"signed_on": signed.on if signed else None}
        if signed:
            day["signed_precision"] = signed.precision
        return super().values() | day
