"""What belongs to an exchange in rows: its agenda, its delegation, what was visited."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.choices import Sex
from network.forms.fields import ForgivingDateField, PeopleField, ShortText
from network.forms.rows import Row, RowForm, row_set
from network.forms.told import english, spanish
from twinnings.choices import DelegationRole
from twinnings.models import Party
from twinnings.models.people import MOST_DELEGATES


class AgendaForm(RowForm):
    """A line of the agenda: an office or a topic, never a person."""

    day = ForgivingDateField(required=False, label=_("Day"))
    hour = ShortText(max_length=20, required=False, label=_("Hour"))
    text_es = spanish(_("What, and with which office"), 300, required=False)
    text_en = english(_("What, and with which office, in English"), 300)
    telling = ("text_es", "text_en", "day", "hour")
    required_texts = {"text_es": _("Write what will be done.")}


class PlaceSeenForm(RowForm):
    """An institution or a programme that was visited."""

    name_es = spanish(_("What was visited"), 200, required=False)
    name_en = english(_("What was visited, in English"), 200)
    telling = ("name_es", "name_en")
    required_texts = {"name_es": _("Write what was visited.")}


class DelegationForm(RowForm):
    """How many people of one role, sex and institution; no names."""

    people = PeopleField(label=_("How many"))
    role = forms.ChoiceField(
        choices=DelegationRole.choices,
        initial=DelegationRole.UNKNOWN,
        label=_("In which role"),
        error_messages={"invalid_choice": _("Choose one of the list.")},
    )
    sex = forms.ChoiceField(
        choices=Sex.choices,
        initial=Sex.UNKNOWN,
        label=_("Sex"),
        error_messages={"invalid_choice": _("Choose one of the list.")},
    )
    party: Any = forms.ModelChoiceField(
        Party.objects.none(),
        required=False,
        label=_("Of which party"),
        error_messages={"invalid_choice": _("Choose one of the list.")},
    )
    institution_es = spanish(_("Institution"), 160, required=False)
    institution_en = english(_("Institution, in English"), 160)
    telling = ("people", "institution_es", "institution_en")

    def __init__(self, *args: Any, parties: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["party"]
        field.queryset = parties

    def clean_people(self) -> int | None:
        """A delegation of nobody, or of a whole town, is a slip of the hand."""
        people: int | None = self.cleaned_data["people"]
        if people is not None and not 1 <= people <= MOST_DELEGATES:
            raise ValidationError(_("Write how many people, from 1 to 5,000."))
        return people

    @classmethod
    def initial_of(cls, stored: Any) -> Row:
        """The party by its key, as the list offers it."""
        return super().initial_of(stored) | {"party": stored.party_id}


AgendaSet = row_set(AgendaForm)
PlacesSet = row_set(PlaceSeenForm)
DelegationSet = row_set(DelegationForm)
