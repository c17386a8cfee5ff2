"""What the public may narrow lists by: plain forms over the address."""

import calendar
import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import CharField, Q, Value
from django.http import QueryDict
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.collation import sort_key
from network.choices import REGION_COUNTRIES, Country, PreventionLevel
from network.dates import one_day
from network.facets import (
    BY_RECORD,
    country_facet,
    facet,
    level_facet,
)
from network.listing import Choice, is_told_of
from network.models import (
    ActivityKind,
    Organisation,
    Place,
    PopulationGroup,
    Theme,
)
from network.queries import ActivityQuerySet

WRITTEN = re.compile(
    r"(?:(?:(?P<day>\d{1,2})[/. -])?(?P<month>\d{1,2})[/. -](?P<year>\d{4}))"
    r"|(?:(?P<iso_year>\d{4})-(?P<iso_month>\d{1,2})(?:-(?P<iso_day>\d{1,2}))?)"
    r"|(?P<only_year>\d{4})",
    re.ASCII,
)
FIRST_YEAR, LAST_YEAR = 1900, 2100
SLUG = re.compile(r"[a-z0-9-]{1,80}")
Entry = tuple[str, str]


@dataclass(frozen=True)
class Options:
    """What stands in the filters' lists: key, name, and the key in the database."""

    names: dict[str, list[Entry]]
    keys: dict[tuple[str, str], int]


def listed(queryset: Any, source: str, key: str = "key") -> Any:
    # Rewritten by modeltranslation, the columns would come in no fixed order.
    return (
        queryset.rewrite(False)
        .order_by()
        .values_list(Value(source, CharField()), key, "name_es", "name_en", "pk")
    )


def read_options(asked_place: str = "") -> Options:
    """Every list in one question; places only where there is something to read."""
    associations = Organisation.objects.associations().public()
    rows = listed(associations, "association", "slug").union(
        listed(
            Place.objects.filter(is_told_of() | Q(slug=asked_place)), "place", "slug"
        ),
        listed(ActivityKind.objects.all(), "kind"),
        listed(Theme.objects.all(), "theme"),
        listed(PopulationGroup.objects.all(), "group"),
        all=True,
    )
    return sorted_options(rows)


def sorted_options(rows: Iterable[tuple[str, str, str, str, int]]) -> Options:
    """Lists by the name the reader sees."""
    names: dict[str, list[Entry]] = {}
    keys = {}
    english = (get_language() or "es").startswith("en")
    for source, key, spanish, name_en, pk in rows:
        names.setdefault(source, []).append((key, (english and name_en) or spanish))
        keys[source, key] = pk
    for entries in names.values():
        entries.sort(key=lambda entry: sort_key(entry[1]))
    return Options(names, keys)


def country_choices() -> list[Entry]:
    """The countries of the region in the reader's alphabetical order."""
    entries = [(code, str(Country(code).label)) for code in REGION_COUNTRIES]
    return sorted(entries, key=lambda entry: sort_key(entry[1]))


class ListChoice(forms.ChoiceField):
    """A list to choose from; a value from nowhere says what to do."""

    def __init__(self, label: Any, *, every: Any) -> None:
        self.every = every
        super().__init__(
            label=label,
            required=False,
            error_messages={"invalid_choice": _("Choose one of the list.")},
        )


def offer(field: forms.Field, entries: Sequence[tuple[str, Any]]) -> None:
    """Put the entries under the one that chooses all."""
    if isinstance(field, ListChoice):
        field.choices = [("", field.every), *entries]


class DayField(forms.CharField):
    """A day, a month or a year in the usual formats, as one end of a period."""

    def __init__(self, label: Any, *, last: bool = False) -> None:
        self.last = last
        super().__init__(
            label=label,
            required=False,
            widget=forms.TextInput(attrs={"autocomplete": "off", "size": 12}),
            empty_value=None,
        )

    def to_python(self, value: Any) -> Any:
        """The first or the last day of what was written; refuses anything else."""
        text = super().to_python(value)
        if not text:
            return None
        found = WRITTEN.fullmatch(" ".join(text.split()))
        try:
            if found is None:
                raise ValueError(text)
            return _end_of(found.groupdict(), last=self.last)
        except ValueError:
            raise forms.ValidationError(
                gettext(
                    "Write a year, 2012, or a date with day, month and year: 27/03/2012."
                )
            )


def _end_of(written: dict[str, str | None], *, last: bool) -> datetime.date:
    year = int(written["year"] or written["iso_year"] or written["only_year"] or 0)
    month = int(written["month"] or written["iso_month"] or 0)
    day = int(written["day"] or written["iso_day"] or 0)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(year)
    if not month:
        return datetime.date(year, 12, 31) if last else datetime.date(year, 1, 1)
    if not day:
        day = calendar.monthrange(year, month)[1] if last else 1
    return datetime.date(year, month, day)


def _words(field: forms.Field, value: str) -> str:
    """How the list calls a value."""
    return str(dict(getattr(field, "choices", ()))[value])


class ActivityFilter(forms.Form):
    """Filters of the public activity log; each narrows what the others leave."""

    country = ListChoice(_("Country"), every=_("All countries"))
    association = ListChoice(_("Association"), every=_("All associations"))
    place = ListChoice(_("Municipality"), every=_("All municipalities"))
    kind = ListChoice(_("Kind of activity"), every=_("All kinds"))
    theme = ListChoice(_("Theme"), every=_("All themes"))
    level = ListChoice(_("Level of prevention"), every=_("All levels"))
    group = ListChoice(_("People it is for"), every=_("All people"))
    since = DayField(_("From (year or date)"))
    until = DayField(_("To (year or date)"), last=True)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data, auto_id="filter-%s")
        asked = data.get("place", "")
        self.options = read_options(asked if SLUG.fullmatch(asked) else "")
        for name in BY_RECORD:
            offer(self.fields[name], self.options.names.get(name, []))
        offer(self.fields["country"], country_choices())
        offer(
            self.fields["level"],
            [entry for entry in PreventionLevel.choices if entry[0] != "not_sure"],
        )

    def clean(self) -> dict[str, Any]:
        """A period that ends before it begins filters nothing until corrected."""
        values = super().clean() or self.cleaned_data
        since, until = values.get("since"), values.get("until")
        if since and until and until < since:
            self.add_error("until", gettext("Choose a last day after the first."))
        return values

    def narrow(self, activities: ActivityQuerySet) -> ActivityQuerySet:
        """Apply every value that was understood; wrong ones only show their error."""
        self.is_valid()
        values = self.cleaned_data
        key = {
            name: self.options.keys.get((name, values.get(name, "")))
            for name in BY_RECORD
        }
        if values.get("country"):
            activities = activities.in_country(values["country"])
        if key["association"]:
            activities = activities.of_association(key["association"])
        if key["place"]:
            activities = activities.in_place(key["place"])
        plain = {
            "kind": key["kind"],
            "themes": key["theme"],
            "groups": key["group"],
            "prevention_level": values.get("level"),
        }
        activities = activities.filter(**{k: v for k, v in plain.items() if v})
        return activities.between(values.get("since"), values.get("until"))

    def choice(self) -> Choice:
        """The same for what is read through the listing."""
        self.is_valid()
        values = self.cleaned_data
        facets = {
            facet(dimension, key)
            for name, dimension in BY_RECORD.items()
            if (key := self.options.keys.get((name, values.get(name, ""))))
        }
        if values.get("country"):
            facets.add(country_facet(values["country"]))
        if values.get("level"):
            facets.add(level_facet(values["level"]))
        return Choice(tuple(sorted(facets)), values.get("since"), values.get("until"))

    def codes(self) -> dict[str, str]:
        """The filters that hold, as the address has them."""
        held = self.cleaned_data.items()
        return {name: str(value) for name, value in held if value}

    def words(self) -> list[Entry]:
        """The filters that hold, in words."""
        return [(each["label"], each["words"]) for each in self.in_use(QueryDict())]

    def in_use(self, data: QueryDict) -> list[dict[str, str]]:
        """Each filter that holds: its words, and the address without it."""
        held = []
        for name, value in self.cleaned_data.items():
            if not value:
                continue
            rest = data.copy()
            for key in (name, "after", "before"):
                rest.pop(key, None)
            field = self.fields[name]
            words = (
                one_day(value)
                if isinstance(value, datetime.date)
                else _words(field, value)
            )
            held.append(
                {
                    "label": str(field.label),
                    "words": str(words),
                    "url": f"?{rest.urlencode()}" if rest else "?",
                }
            )
        return held


class NetworkFilter(forms.Form):
    """Filters of the network's page: country, who to list, and a name."""

    q = forms.CharField(
        label=_("Name, of today or of before"),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"type": "search"}),
        error_messages={"max_length": _("Write a shorter name.")},
    )
    country = ListChoice(_("Country"), every=_("All countries"))
    show = ListChoice(_("Show"), every=_("Associations and municipalities"))

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data, auto_id="filter-%s")
        offer(self.fields["country"], country_choices())
        offer(
            self.fields["show"],
            [
                ("association", gettext("Only associations")),
                ("municipality", gettext("Only municipalities")),
            ],
        )
        self.is_valid()

    @property
    def in_use(self) -> int:
        """How many filters hold."""
        return sum(1 for value in self.cleaned_data.values() if value)
