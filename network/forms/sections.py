"""The details of an activity, in short sections; none is required of the clerk."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.choices import (
    Currency,
    InspireStrategy,
    ViolenceType,
)
from network.forms.fields import (
    ForgivingDateField,
    SeveralOfList,
    ShortText,
    name_the_blank,
    offer,
)
from network.forms.money import MoneyField
from network.models import (
    Activity,
    PopulationGroup,
    Setting,
    Theme,
)
from network.services.activities import Counts


class SectionForm(forms.ModelForm):
    """A part of an activity; saving is the service's."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = self.instance.version
        name_the_blank(self)

    def values(self) -> dict[str, Any]:
        """The model's fields of this section."""
        return {
            name: self.cleaned_data[name]
            for name in self._meta.fields or ()
            if name in self.cleaned_data
        }

    def counts(self) -> Counts | None:
        """The cells of this section, if it has any."""
        return None


class WhenForm(SectionForm):
    """Name, dates and place."""

    title_es = ShortText(
        max_length=160,
        required=False,
        label=_("Name of the activity"),
        help_text=_(
            "If you leave it blank, we propose one from the kind and the place."
        ),
    )
    started = ForgivingDateField(label=_("First day"))
    ended = ForgivingDateField(
        label=_("Last day"),
        required=False,
        help_text=_("Only if it lasted more than one day."),
    )
    place_name = ShortText(
        max_length=120, required=False, label=_("Neighbourhood or community")
    )

    class Meta:
        model = Activity
        fields = (
            "title_es",
            "started",
            "ended",
            "sessions",
            "status",
            "place_name",
            "setting",
        )
        error_messages = {
            "sessions": {
                "invalid": _("Write a whole number of sessions."),
                "min_value": _("Write at least 1 session, or leave it blank."),
                "max_value": _("Write at most 1,000 sessions."),
            }
        }
        widgets = {"sessions": forms.TextInput(attrs={"inputmode": "numeric"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "setting", Setting)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        started, ended = cleaned.get("started"), cleaned.get("ended")
        if started and ended and ended < started:
            self.add_error("ended", _("The last day cannot be before the first."))
        return cleaned


class AudienceForm(SectionForm):
    """Who it was for and what it was about."""

    groups = SeveralOfList(
        PopulationGroup.objects.none(),
        required=False,
        label=_("Who was it for?"),
        widget=forms.CheckboxSelectMultiple,
    )
    themes = SeveralOfList(
        Theme.objects.none(),
        required=False,
        label=_("What was it about?"),
        widget=forms.CheckboxSelectMultiple,
    )
    violence_types = forms.MultipleChoiceField(
        choices=ViolenceType.choices,
        required=False,
        label=_("What type of violence does it prevent?"),
        widget=forms.CheckboxSelectMultiple,
    )
    inspire_strategies = forms.MultipleChoiceField(
        choices=InspireStrategy.choices,
        required=False,
        label=_("INSPIRE strategies"),
        help_text=_("Only if it was for children or adolescents."),
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Activity
        fields = (
            "groups",
            "themes",
            "violence_types",
            "prevention_level",
            "approach",
            "regional_axis",
            "inspire_strategies",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "groups", PopulationGroup)
        offer(self, "themes", Theme)


class CostForm(SectionForm):
    """What it cost and who paid; «I do not know» is an answer."""

    cost = MoneyField(max_digits=12, label=_("Cost"))

    class Meta:
        model = Activity
        fields = ("cost", "currency", "funding_source")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("cost") and not cleaned.get("currency"):
            self.add_error("currency", _("Choose the currency of the cost."))
        return cleaned


class ResultsForm(SectionForm):
    """What came of it and what made it hard."""

    what_happened_es = ShortText(
        max_length=4000,
        rows=5,
        label=_("What was done and what happened?"),
        help_text=_("Do not write names of minors or victims."),
        error_messages={"required": _("Write in one or two lines what happened.")},
    )
    result_es = ShortText(
        max_length=4000, rows=3, required=False, label=_("What came of it?")
    )
    difficulty_es = ShortText(
        max_length=4000, rows=3, required=False, label=_("What was difficult?")
    )
    links = ShortText(
        max_length=2000,
        rows=2,
        required=False,
        label=_("Links"),
        help_text=_("News or pages about the activity, one address per line."),
    )

    class Meta:
        model = Activity
        fields = ("what_happened_es", "result_es", "difficulty_es", "links")

    def clean_links(self) -> str:
        check = forms.URLField(assume_scheme="https")
        lines = [line.strip() for line in self.cleaned_data["links"].splitlines()]
        try:
            return "\n".join(check.clean(line) for line in lines if line)
        except forms.ValidationError as problem:
            raise forms.ValidationError(
                _(
                    "Write each address whole, for example https://www.ejemplo.org/noticia."
                )
            ) from problem


DEFAULT_CURRENCIES = {
    "GT": Currency.GTQ,
    "SV": Currency.USD,
    "HN": Currency.HNL,
    "NI": Currency.NIO,
    "CR": Currency.CRC,
    "PA": Currency.PAB,
    "DO": Currency.DOP,
    "BZ": Currency.BZD,
}
