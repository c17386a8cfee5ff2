"""What the sheets of a measure have in common."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from municipio_seguro.choices import MeasureType
from municipio_seguro.forms.listing import OF_THE_LIST, ROOM
from municipio_seguro.models import Risk
from municipio_seguro.services.instruments import offered_instrument
from network.choices import OrganisationKind
from network.forms.fields import (
    ForgivingDateField,
    SeveralOfList,
    ShortText,
    name_the_blank,
    offer_rows,
)
from network.forms.told import spanish
from network.models import Organisation

LEVELS = [(n, str(n)) for n in (1, 2, 3)]


class FarDay(ForgivingDateField):
    """A day of a plan: as far ahead as a measure may go."""

    years_ahead = 12


def institutions_of(town: Organisation) -> Any:
    """Who can answer for a measure: the town hall, its country's associations and
    municipalities' partners, the network."""
    near = Q(kind=OrganisationKind.ASSOCIATION, country=town.country)
    partners = Q(kind=OrganisationKind.PARTNER, country__in=(town.country, ""))
    own = Q(pk=town.pk) | Q(kind=OrganisationKind.NETWORK)
    return Organisation.objects.filter(own | near | partners).order_by("kind", "name")


class ForWhat(forms.Form):
    """The risks it lowers and the indicators it lifts: at least one of either."""

    risks = SeveralOfList(
        Risk.objects.none(),
        required=False,
        label=_("Which risks does it lower?"),
        widget=forms.CheckboxSelectMultiple,
    )

    def offer(
        self, town: Organisation, known: Iterable[tuple[str, int]], room: int = ROOM
    ) -> None:
        """The risks of the municipality, and places for indicators."""
        offer_rows(self, "risks", Risk.objects.kept().filter(municipality=town))
        found, language = offered_instrument(), get_language()
        asked = found.instrument.indicators.values() if found else ()
        codes = [
            (each.code, f"{each.code} {each.label.in_language(language)}")
            for each in asked
        ]
        for turn, (code, level) in enumerate([*known, *[("", 0)] * room]):
            number = {"number": turn + 1}
            self.fields[f"code_{turn}"] = forms.ChoiceField(
                choices=[("", ""), *codes],
                required=False,
                initial=code,
                label=_("Indicator that it lifts (%(number)d)") % number,
                error_messages=OF_THE_LIST,
            )
            self.fields[f"level_{turn}"] = forms.TypedChoiceField(
                coerce=int,
                empty_value=None,
                choices=[("", ""), *LEVELS],
                required=False,
                initial=level or "",
                label=_("To which level? (%(number)d)") % number,
                error_messages=OF_THE_LIST,
            )
        name_the_blank(self)

    def clean(self) -> dict[str, Any]:
        """Something it is for; each indicator with its level."""
        cleaned = super().clean() or self.cleaned_data
        for name in self._codes():
            level = name.replace("code", "level")
            if (
                cleaned.get(name)
                and not cleaned.get(level)
                and level not in self.errors
            ):
                self.add_error(level, _("Choose to which level it lifts it."))
        if (
            not cleaned.get("risks")
            and not self.lifted()
            and "risks" not in self.errors
        ):
            said = _("Choose the risks or indicators it is for.")
            self.add_error("risks" if self.fields["risks"].choices else "code_0", said)  # type: ignore[attr-defined]
        return cleaned

    def lifted(self) -> dict[str, int]:
        """The indicators, each with the level to reach."""
        return {
            self.cleaned_data[name]: self.cleaned_data[name.replace("code", "level")]
            for name in self._codes()
            if self.cleaned_data.get(name)
            and self.cleaned_data.get(name.replace("code", "level"))
        }

    def _codes(self) -> list[str]:
        return [name for name in self.fields if name.startswith("code_")]


def title_box() -> ShortText:
    """What will be done, in one line."""
    return spanish(
        _("What will be done?"),
        200,
        help_text=_("Begin with a verb: light the park, clear the stream."),
        error_messages={"required": _("Write what will be done.")},
    )


def type_box() -> Any:
    """What kind of measure it is."""
    return forms.ChoiceField(
        choices=[("", ""), *MeasureType.choices],
        label=_("Of which kind?"),
        error_messages=OF_THE_LIST,
    )


def far_day(label: Any, required: Any) -> FarDay:
    """A day of the plan."""
    return FarDay(label=label, error_messages={"required": required})


def approved_box() -> FarDay:
    """When it was, or will be, approved."""
    return far_day(
        _("When was it, or will it be, approved?"),
        _("Write the day on which it is approved."),
    )


def due_box() -> FarDay:
    """Until when it is done."""
    return far_day(_("Until when?"), _("Write until when it will be done."))


def responsible_box() -> Any:
    """The institution that answers: the town hall, or another one."""
    return forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Which institution answers for it?"),
        help_text=_(
            "The town hall, or the one that has the competence when the town hall has not."
        ),
        error_messages=OF_THE_LIST,
    )


def office_box() -> ShortText:
    """Its office, never a person."""
    return ShortText(
        max_length=160,
        label=_("Which office?"),
        help_text=_("The office, never a person's name."),
        error_messages={"required": _("Write which office answers for it.")},
    )
