"""The prevention body of a municipality: how it was founded, its seats, its groups."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.choices import DatePrecision, Sex
from network.forms.fields import SeveralOfList, ShortText, offer_rows
from network.forms.told import Known, PartialDateField, WholeNumberField, spanish
from network.models import Organisation
from toolkit.choices import Seat, Sector
from toolkit.forms.kept import KeptForm, day
from toolkit.models import BodyMember, MunicipalPolicy, PreventionBody, SubCommission
from toolkit.services.bodies import MOST_SEATS

OF_THE_LIST = {"invalid_choice": _("Choose one of the list.")}


class BodyForm(KeptForm):
    """What the body is called, and the acts on which it stands."""

    name = ShortText(
        max_length=160,
        label=_("What is it called?"),
        help_text=_("As its founding act says it."),
        error_messages={"required": _("Write what the body is called.")},
    )
    act = ShortText(
        max_length=200,
        required=False,
        label=_("Founding act"),
        help_text=_("Its number and where it is kept."),
    )
    founded = PartialDateField(
        required=False,
        label=_("When was it founded?"),
        help_text=_("The year is enough: leave blank what is not known."),
    )
    regulation = ShortText(
        max_length=200,
        required=False,
        label=_("Internal regulation"),
        help_text=_("The act that approved it and where it is kept."),
    )
    regulation_on = day(_("When was the regulation approved?"))
    plan: Any = forms.ModelChoiceField(
        MunicipalPolicy.objects.none(),
        required=False,
        label=_("Plan or policy on which it works"),
        help_text=_("Those registered for the municipality."),
        error_messages=OF_THE_LIST,
    )
    quorum = WholeNumberField(
        least=1,
        most=MOST_SEATS,
        required=False,
        label=_("How many seats make a quorum?"),
    )

    def __init__(self, data: Any = None, *, town: Organisation, **more: Any) -> None:
        super().__init__(data, **more)
        offer_rows(self, "plan", MunicipalPolicy.objects.filter(owner=town))

    @classmethod
    def told_of(cls, record: PreventionBody) -> dict[str, Any]:
        """The day of the founding as exactly as it is known; the plan by its key."""
        day_known = record.founded
        return super().told_of(record) | {
            "founded": Known(day_known, record.date_precision) if day_known else None,
            "plan": record.plan_id,
        }

    def values(self) -> dict[str, Any]:
        """The columns of the body."""
        known: Known | None = self.cleaned_data["founded"]
        return super().values() | {
            "founded": known.on if known else None,
            "date_precision": known.precision if known else DatePrecision.DAY,
        }


class SeatForm(KeptForm):
    """A seat: its institution, its office, and the sex of whoever sits there."""

    sector = forms.ChoiceField(
        choices=[("", ""), *Sector.choices],
        label=_("Sector"),
        error_messages={"required": _("Choose the sector."), **OF_THE_LIST},
    )
    institution = spanish(
        _("Institution or organisation"),
        160,
        error_messages={"required": _("Write the institution.")},
    )
    office = spanish(
        pgettext_lazy("seat of a body", "Office"),
        160,
        help_text=_("The office, never a person's name."),
        error_messages={"required": _("Write the office.")},
    )
    seat = forms.ChoiceField(
        choices=Seat.choices,
        initial=Seat.HOLDER,
        label=_("Holder or substitute"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the list."), **OF_THE_LIST},
    )
    sex = forms.ChoiceField(
        choices=Sex.choices,
        initial=Sex.UNKNOWN,
        label=_("Sex of whoever sits there"),
        error_messages=OF_THE_LIST,
    )
    commissions = SeveralOfList(
        SubCommission.objects.none(),
        required=False,
        label=_("Sub-commissions"),
        widget=forms.CheckboxSelectMultiple,
    )
    joined_on = day(_("Since when?"), help_text=_("Leave blank if it is not known."))

    def __init__(self, data: Any = None, *, body: PreventionBody, **more: Any) -> None:
        super().__init__(data, **more)
        offer_rows(self, "commissions", body.commissions.all())
        if not body.commissions.exists():
            del self.fields["commissions"]

    @classmethod
    def told_of(cls, record: BodyMember) -> dict[str, Any]:
        """Its sub-commissions as the list offers them."""
        return super().told_of(record) | {"commissions": list(record.commissions.all())}

    def values(self) -> dict[str, Any]:
        """The columns of the seat."""
        return {k: v for k, v in super().values().items() if k != "commissions"}


class LeavingForm(forms.Form):
    """From which day a seat is no longer held."""

    on = day(
        _("On which day did it leave?"), required=_("Write the day on which it left.")
    )


class GroupForm(KeptForm):
    """A sub-commission: its task and the office that coordinates it."""

    name = ShortText(
        max_length=120,
        label=_("What is the sub-commission called?"),
        error_messages={"required": _("Write what the sub-commission is called.")},
    )
    task = ShortText(
        max_length=300, rows=2, required=False, label=_("What does it do?")
    )
    coordinator = spanish(
        _("Coordinated by"),
        160,
        required=False,
        help_text=_("The institution and office, never a person."),
    )
    ended_on = day(_("If it ended: when?"), help_text=_("Leave blank while it works."))
