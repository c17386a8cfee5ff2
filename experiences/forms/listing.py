"""By what the workspace's lists of experiences and of films are narrowed."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from network.choices import Country, ReviewState
from network.filters import ListChoice, offer


class WrittenFilter(forms.Form):
    """State and country, in the address; what is not understood narrows nothing."""

    state = ListChoice(_("State"), every=_("All"))
    country = ListChoice(_("Country"), every=_("All countries"))

    def __init__(
        self, data: QueryDict, said: Callable[[str], str] | None = None
    ) -> None:
        super().__init__(data, auto_id="filter-%s")
        states: list[Any] = list(ReviewState.choices)
        if said is not None:
            states = [(code, said(code)) for code, _label in states]
        offer(self.fields["state"], states)
        offer(self.fields["country"], Country.choices)
        self.is_valid()

    @property
    def codes(self) -> dict[str, str]:
        """What was chosen, by the name of its box."""
        return {name: str(value) for name, value in self.cleaned_data.items() if value}

    def narrowed(self, rows: Any) -> Any:
        """The rows of that state and country."""
        names = {"state": "review_state", "country": "country"}
        return rows.filter(**{names[name]: code for name, code in self.codes.items()})
