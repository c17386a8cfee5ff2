"""Proposing a twinning: the problem first, then the partner."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.forms.fields import ShortText, offer
from network.forms.told import english, spanish
from network.models import Place, Theme
from twinnings.choices import ManagementTheme
from twinnings.forms.records import LONGEST, several, themes_field
from twinnings.suggesting import Suggestion, offered_places, places_called

MOST_CHOSEN = 19
# More digits than the key of a row has.
LONGEST_KEY = 18


def is_key(typed: str) -> bool:
    """True for what may be the key of a row: a number, and no longer than one."""
    return len(typed) <= LONGEST_KEY and typed.isascii() and typed.isdecimal()


class ProblemForm(forms.Form):
    """What has to be solved, before anybody asks with whom."""

    client_uuid = forms.UUIDField(widget=forms.HiddenInput)
    problem_es = spanish(
        _("Which problem do you want to solve?"),
        LONGEST,
        rows=6,
        help_text=_("What happens, to whom, and what you tried already."),
        error_messages={
            "required": _("Begin with the problem: write what you want to solve.")
        },
    )
    problem_en = english(_("The problem, in English"), LONGEST, rows=4)
    themes = themes_field(_("Themes"))
    management_themes = several(
        ManagementTheme.choices, _("What would you like to learn?")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "themes", Theme)

    def values(self) -> dict[str, Any]:
        """The columns of the twinning."""
        return {k: v for k, v in self.cleaned_data.items() if k != "client_uuid"}


class PartnersForm(forms.Form):
    """With whom: places that are suggested, found by their name, or chosen already."""

    look = ShortText(
        max_length=80,
        required=False,
        label=_("Look for a municipality, a city or a county"),
        help_text=_("A part of its name is enough, with or without accents."),
    )
    parties = forms.MultipleChoiceField(
        label=_("With whom?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose with whom, or look for them by name."),
            "invalid_choice": _("Choose one of the list."),
        },
    )

    def __init__(
        self,
        data: Any = None,
        *,
        suggested: Sequence[Suggestion] = (),
        chosen: Iterable[Place] = (),
    ) -> None:
        kept = [Suggestion(place) for place in chosen]
        super().__init__(data, initial={"parties": [str(e.place.pk) for e in kept]})
        typed = str(data.get("look", "") if data else "")[:80].replace("\x00", "")
        self.looked_for = typed.strip()
        self.found = places_called(typed)
        ticked = data.getlist("parties")[:MOST_CHOSEN] if data else []
        before = offered_places().filter(pk__in=[int(k) for k in ticked if is_key(k)])
        others = [Suggestion(place) for place in [*before, *self.found]]
        self.offered = {each.place.pk: each for each in [*others, *kept, *suggested]}
        # A chosen one that is suggested too keeps its reasons.
        field: Any = self.fields["parties"]
        field.choices = [(str(key), each.words) for key, each in self.offered.items()]

    @property
    def places(self) -> list[Place]:
        """Those chosen, in the order of the list."""
        picked = set(self.cleaned_data["parties"])
        return [e.place for key, e in self.offered.items() if str(key) in picked]

    def clean_parties(self) -> list[str]:
        """No more than a twinning holds."""
        picked: list[str] = self.cleaned_data["parties"]
        if len(picked) > MOST_CHOSEN:
            raise ValidationError(
                _("A twinning has at most %(most)d parties."),
                params={"most": MOST_CHOSEN + 1},
            )
        return picked
