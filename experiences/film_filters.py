"""What the public may narrow the list of films by."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.collation import sort_key
from amuprev.foundation.data_saving import SAVING
from experiences.film_lines import language_choices
from experiences.film_queries import FilmQuerySet
from experiences.models import Film
from network.choices import Country

ANY = ("", _("All of them"))


class FilmFilter(forms.Form):
    """Country, year, and the language in which it can be read while it plays."""

    country = forms.ChoiceField(label=_("Country"), required=False)
    year = forms.ChoiceField(label=_("Year"), required=False)
    captions = forms.ChoiceField(label=_("Captions in"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # One question for both lists.
        told = set(Film.objects.public().order_by().values_list("country", "year"))
        countries = {country for country, _year in told if country}
        years = {year for _country, year in told if year}
        named = [
            (code, str(name)) for code, name in Country.choices if code in countries
        ]
        named.sort(key=lambda entry: sort_key(entry[1]))
        self._offer("country", named)
        self._offer("captions", language_choices())
        self._offer("year", [(str(year), str(year)) for year in sorted(years)[::-1]])
        # The choice of sparing data stays with the filters.
        if self.data.get(SAVING):
            hidden = forms.CharField(required=False, widget=forms.HiddenInput)
            self.fields[SAVING] = hidden

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [ANY, *choices]

    @property
    def active(self) -> int:
        """How many filters hold."""
        return sum(
            bool(self.value_of(name)) for name in ("country", "year", "captions")
        )

    def value_of(self, name: str) -> str:
        """What was chosen; nothing where it makes no sense."""
        self.is_valid()
        return str(self.cleaned_data.get(name) or "")

    def narrow(self, films: FilmQuerySet) -> FilmQuerySet:
        """The films that fit."""
        if country := self.value_of("country"):
            films = films.filter(country=country)
        if year := self.value_of("year"):
            films = films.filter(year=int(year))
        if language := self.value_of("captions"):
            films = films.captioned_in(language)
        return films
