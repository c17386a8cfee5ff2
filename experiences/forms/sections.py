"""The sections of an experience that are one form each; none need be whole to save it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from experiences.choices import (
    MOST_SUMMARY_WORDS,
    Licence,
    Problem,
    Section,
    cost_band_of,
)
from experiences.forms.exchanges import ExchangeField, offer_exchanges
from experiences.guiding import GUIDING
from experiences.models import Experience
from experiences.models.experiences import SECTION_TEXTS
from network.choices import InspireStrategy, ViolenceType
from network.forms.fields import (
    PeopleField,
    SeveralOfList,
    ShortText,
    name_the_blank,
    offer,
    offer_rows,
)
from network.forms.money import MoneyField
from network.forms.past import PastDateField, PastPartialDateField, PastYearField
from network.forms.told import (
    LONGEST_TEXT,
    Known,
    PartialDateField,
    ToldText,
    coarser,
    english,
    spanish,
)
from network.models import Place, PopulationGroup, Setting, Theme
from toolkit.models import Step

FIRST_COST_YEAR = 1990
OFFERED_LICENCES = [each for each in Licence.choices if each[0] != Licence.UNKNOWN]


class StartForm(forms.Form):
    """The first step: what the experience is called."""

    client_uuid = forms.UUIDField(widget=forms.HiddenInput)
    title_es = spanish(
        _("What is the experience called?"),
        160,
        help_text=_("As you would tell a colleague: what you did, and with whom."),
        error_messages={"required": _("Write its title.")},
    )


class SectionForm(forms.ModelForm):
    """A section; saving is the service's."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, section_version: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = section_version
        name_the_blank(self)

    @property
    def made_with(self) -> dict[str, Any]:
        """What another form of the same section needs to be made."""
        return {}

    def names_of(self, field: str) -> tuple[str, ...]:
        """The model's fields that a box of the form fills."""
        return (field,)

    def values(self) -> dict[str, Any]:
        """The model's fields of this section."""
        return {
            name: self.cleaned_data[name]
            for name in self._meta.fields or ()
            if name in self.cleaned_data
        }

    def _post_clean(self) -> None:
        """The service writes; the instance shown beside an error stays as it was saved."""


class AboutForm(SectionForm):
    """What it is about: what lists, filters and maps need to know."""

    title_es = spanish(
        _("Title"), 160, error_messages={"required": _("Write its title.")}
    )
    title_en = english(_("Title in English"), 160)
    summary_es = ToldText(max_length=2_000, required=False, rows=5, label=_("In brief"))
    summary_en = english(_("In brief, in English"), 2_000, rows=5)
    places = SeveralOfList(
        Place.objects.none(),
        required=False,
        label=_("Municipalities"),
        widget=forms.CheckboxSelectMultiple,
    )
    began = PartialDateField(
        required=False,
        label=_("When did it begin?"),
        help_text=_("The year is enough: leave blank what is not known."),
    )
    finished = PastPartialDateField(
        required=False,
        label=_("When did it end?"),
        help_text=_("Blank if it goes on."),
        error_messages={
            "to_come": _(
                "It has not ended: leave this blank, and mark below that it goes on."
            )
        },
    )
    problems = forms.MultipleChoiceField(
        choices=Problem.choices,
        required=False,
        label=_("Kind of problem"),
        widget=forms.CheckboxSelectMultiple,
    )
    violence_types = forms.MultipleChoiceField(
        choices=ViolenceType.choices,
        required=False,
        label=_("Type of violence"),
        widget=forms.CheckboxSelectMultiple,
    )
    inspire_strategies = forms.MultipleChoiceField(
        choices=InspireStrategy.choices,
        required=False,
        label=_("INSPIRE strategies"),
        help_text=_("Only if it was for children or adolescents."),
        widget=forms.CheckboxSelectMultiple,
    )
    themes = SeveralOfList(
        Theme.objects.none(),
        required=False,
        label=_("Themes"),
        widget=forms.CheckboxSelectMultiple,
    )
    groups = SeveralOfList(
        PopulationGroup.objects.none(),
        required=False,
        label=_("Who was it for?"),
        widget=forms.CheckboxSelectMultiple,
    )
    licence = forms.ChoiceField(choices=OFFERED_LICENCES, label=_("Licence"))
    settings = SeveralOfList(
        Setting.objects.none(),
        required=False,
        label=_("Where it was done"),
        widget=forms.CheckboxSelectMultiple,
    )
    guide_steps = SeveralOfList(
        Step.objects.none(),
        required=False,
        label=_("Steps of the guide that it did"),
        help_text=_("Whoever reads that step in the toolkit finds the experience."),
        widget=forms.CheckboxSelectMultiple,
    )
    exchange: Any = ExchangeField()
    people_reached = PeopleField(label=_("How many people did it reach?"))
    cost_per_person = MoneyField(
        max_digits=10,
        label=_("Cost by participant, in US dollars"),
        help_text=_("For example 12.50. The portal says in which band it lies."),
    )
    cost_year = PastYearField(
        least=FIRST_COST_YEAR,
        required=False,
        label=_("Year of that cost"),
    )
    systematised_on = PastDateField(
        required=False, label=_("Day on which it was systematized")
    )
    sources = ShortText(
        max_length=4_000,
        required=False,
        rows=3,
        label=_("Sources"),
        help_text=_("Where this is known from; one on each line."),
    )
    doubts_es = ShortText(
        max_length=2_000, required=False, rows=2, label=_("What is uncertain")
    )

    class Meta:
        model = Experience
        fields = (
            "title_es", "title_en", "summary_es", "summary_en", "places",
            "date_uncertain", "goes_on", "prevention_level", "approach", "problems",
            "violence_types", "inspire_strategies", "themes", "groups", "settings",
            "guide_steps", "exchange", "people_reached", "cost_per_person", "cost_year", "licence",
            "systematised_by", "systematised_on", "sources", "doubts_es",
        )  # fmt: skip

    field_order = (
        "title_es", "title_en", "summary_es", "summary_en", "places", "began",
        "finished", "goes_on", "date_uncertain", "prevention_level",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own: Experience = self.instance
        for name, model in (
            ("themes", Theme), ("groups", PopulationGroup), ("settings", Setting),
        ):  # fmt: skip
            offer(self, name, model)
        every_step: Any = Step
        offer(self, "guide_steps", every_step, all_of_it=True)
        offer_rows(self, "places", places_for(own))
        offer_exchanges(self, own)
        precision = own.date_precision
        self.initial["began"] = Known(own.started, precision) if own.started else None
        self.initial["finished"] = Known(own.ended, precision) if own.ended else None
        self.fields["summary_es"].help_text = _(
            "At most %(most)d words, for somebody who never heard of it."
        ) % {"most": MOST_SUMMARY_WORDS}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        began, finished = cleaned.get("began"), cleaned.get("finished")
        if began and finished and finished.on < began.on:
            self.add_error("finished", _("It cannot end before it began."))
        if finished and cleaned.get("goes_on"):
            self.add_error("finished", _("Leave this blank if it goes on."))
        costs = cleaned.get("cost_per_person") is not None
        if costs and not cleaned.get("cost_year") and "cost_year" not in self.errors:
            self.add_error("cost_year", _("Write the year of that cost."))
        return cleaned

    def names_of(self, field: str) -> tuple[str, ...]:
        """A date with its exactness, a cost with its band."""
        return {
            "began": ("started", "date_precision"),
            "finished": ("ended",),
            "cost_per_person": ("cost_per_person", "cost_band"),
        }.get(field, (field,))

    def values(self) -> dict[str, Any]:
        """Dates with how exactly they are known; the band of the cost beside it."""
        found = super().values()
        began, finished = self.cleaned_data["began"], self.cleaned_data["finished"]
        cost = found["cost_per_person"]
        return found | {
            "started": began.on if began else None,
            "ended": finished.on if finished else None,
            "date_precision": coarser(began, finished),
            "cost_band": cost_band_of(cost).value if cost is not None else "",
        }


class TextForm(SectionForm):
    """A section that is one text in two languages."""

    class Meta:
        model = Experience
        fields = ()

    def __init__(self, *args: Any, section: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = section
        self.name = SECTION_TEXTS[Section(section)]
        label = Section(section).label
        guiding = GUIDING[Section(section)]
        for code, make in (("es", spanish), ("en", english)):
            title = label if code == "es" else _("The same in English")
            field = make(title, LONGEST_TEXT, rows=14 if code == "es" else 8)
            field.required = False
            self.fields[f"{self.name}_{code}"] = field
            self.initial[f"{self.name}_{code}"] = getattr(
                self.instance, f"{self.name}_{code}"
            )
        self.guiding = guiding

    @property
    def made_with(self) -> dict[str, Any]:
        """Which section it is."""
        return {"section": self.section}

    def values(self) -> dict[str, Any]:
        """Both languages of the text."""
        names = (f"{self.name}_es", f"{self.name}_en")
        return {name: self.cleaned_data[name] for name in names}


def places_for(experience: Experience) -> Any:
    """The municipalities of its country, and those it names already."""
    shown = Place.objects.filter(country=experience.country, organisation__isnull=False)
    held = Place.objects.filter(experiences=experience.pk) if experience.pk else None
    found = shown | held if held is not None else shown
    return found.distinct().order_by("name_es")
