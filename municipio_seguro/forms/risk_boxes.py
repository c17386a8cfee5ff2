"""What the sheets of a risk have in common, and the one that notes a new risk."""

import uuid
from itertools import groupby
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.near import every
from municipio_seguro import matrix
from municipio_seguro.choices import (
    IMPACT_STEPS,
    ImpactLine,
    Likelihood,
    Nature,
    ThreatCategory,
)
from municipio_seguro.forms.listing import OF_THE_LIST
from municipio_seguro.models import Threat
from network.forms.fields import ShortText
from network.forms.told import spanish

LINE = "line_"
NOT_THIS = _("It does not apply")


def threat_box() -> Any:
    """The threat, from the catalogue."""
    return forms.ModelChoiceField(
        Threat.objects.all(),
        label=_("Which threat is it?"),
        error_messages={"required": _("Choose the threat."), **OF_THE_LIST},
    )


def title_box() -> ShortText:
    """The risk in the words of the place."""
    return spanish(
        _("In your own words"),
        200,
        help_text=_("For example: the stream floods the lower quarter."),
        error_messages={"required": _("Write a title for the risk.")},
    )


def nature_box() -> Any:
    """Whether it may happen or is happening."""
    return forms.ChoiceField(
        choices=Nature.choices,
        initial=Nature.EVENT,
        label=_("May it happen, or is it happening?"),
        widget=forms.RadioSelect,
        error_messages=OF_THE_LIST,
    )


def area_box() -> ShortText:
    """The neighbourhood, or all the municipality."""
    return ShortText(
        max_length=160,
        required=False,
        label=_("Where?"),
        help_text=_(
            "The neighbourhood, never the exact spot. Blank is all the municipality."
        ),
    )


def likelihood_box(label: Any) -> Any:
    """How often, in the five steps of the table."""
    return forms.TypedChoiceField(
        coerce=int,
        choices=Likelihood.choices,
        label=label,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how likely it is."), **OF_THE_LIST},
    )


def offer_threats(form: forms.BaseForm) -> None:
    """The catalogue by families; it is not asked for each time."""
    names = dict(ThreatCategory.choices)
    threats = sorted(every(Threat), key=lambda each: each.position)
    family = groupby(threats, key=lambda each: each.category)
    field: Any = form.fields["threat"]
    field.choices = [
        ("", _("Choose the threat")),
        *(
            (names[category], [(each.pk, str(each)) for each in rows])
            for category, rows in family
        ),
    ]


class ImpactLines(forms.Form):
    """How serious it would be, by four lines; the worst one counts."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for line in ImpactLine:
            steps = enumerate(IMPACT_STEPS[line], start=1)
            choices = [(n, format_lazy("{}. {}", n, words)) for n, words in steps]
            self.fields[LINE + line.value] = forms.TypedChoiceField(
                coerce=int,
                empty_value=None,
                required=False,
                choices=[("", NOT_THIS), *choices],
                label=line.label,
                error_messages=OF_THE_LIST,
            )
        self.fields[LINE + ImpactLine.PEOPLE].help_text = _(
            "How serious would it be? Choose in each line that applies: the worst counts."
        )

    def clean(self) -> dict[str, Any]:
        """At least one of them applies."""
        cleaned = super().clean() or self.cleaned_data
        wrong = any(name.startswith(LINE) for name in self.errors)
        if not self.lines() and not wrong:
            said = _("Choose in at least one of these lines how serious it would be.")
            self.add_error(LINE + ImpactLine.PEOPLE, said)
        return cleaned

    def lines(self) -> dict[str, int]:
        """Those that apply."""
        given = {
            line.value: self.cleaned_data.get(LINE + line.value) for line in ImpactLine
        }
        return {line: step for line, step in given.items() if step}


class NewRiskForm(ImpactLines):
    """The shortest way into the register; the rest is written when there is time."""

    client_uuid = forms.UUIDField(widget=forms.HiddenInput)
    threat = threat_box()
    title_es = title_box()
    nature = nature_box()
    area = area_box()
    current_likelihood = likelihood_box(_("How often is it to be expected?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        initial = {"client_uuid": uuid.uuid4(), **kwargs.pop("initial", {})}
        super().__init__(*args, initial=initial, **kwargs)
        offer_threats(self)

    def values(self) -> dict[str, Any]:
        """The columns of a new risk."""
        names = ("title_es", "nature", "area", "current_likelihood")
        return {
            **{name: self.cleaned_data[name] for name in names},
            "current_impact": matrix.impact_of(self.lines().values()),
            "impact_lines": self.lines(),
        }
