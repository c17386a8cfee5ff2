"""The search page: one form, one list, the same without JavaScript."""

import re
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from amuprev.foundation.addresses import area_address
from amuprev.foundation.collation import sort_key
from amuprev.foundation.figures import figure
from amuprev.foundation.search.finding import MOST_COUNTED
from amuprev.foundation.search.questions import MOST_LETTERS, Understood, understand
from amuprev.site import searching
from network.choices import Country

YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
NUMBER = re.compile(r"[1-9]\d{0,3}", re.ASCII)
FROM_A_LIST = {"invalid_choice": gettext_lazy("Choose one of the list.")}


class Typed(forms.CharField):
    """What somebody typed; signs that nobody types count as spaces."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return "".join(sign if sign.isprintable() else " " for sign in text).strip()


class SearchForm(forms.Form):
    """Words, and what the results are narrowed to."""

    q = Typed(
        label=gettext_lazy("Words"),
        required=False,
        widget=forms.TextInput(
            attrs={"type": "search", "autocomplete": "off", "enterkeyhint": "search"}
        ),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), required=False, error_messages=FROM_A_LIST
    )
    country = forms.ChoiceField(
        label=gettext_lazy("Country"), required=False, error_messages=FROM_A_LIST
    )
    year = Typed(
        label=gettext_lazy("Year"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(each.kind, each.label) for each in searching.sources()]
        self.offer("kind", _("All"), kinds)
        self.offer("country", _("All"), Country.choices)

    def offer(self, name: str, every: str, choices: Any) -> None:
        """A list in the order of what the reader sees."""
        told = [(value, _capital(str(label))) for value, label in choices]
        field: Any = self.fields[name]
        field.choices = [("", every), *sorted(told, key=lambda each: sort_key(each[1]))]

    def clean_q(self) -> Understood:
        understood = understand(self.cleaned_data["q"])
        if understood.too_long:
            raise forms.ValidationError(
                _("Write fewer words: up to 12, and up to %(most)d letters.")
                % {"most": MOST_LETTERS}
            )
        return understood

    def clean_year(self) -> str:
        year = self.cleaned_data["year"]
        if year and not YEAR.fullmatch(year):
            raise forms.ValidationError(_("Write a year with four digits, like 2014."))
        return year

    def filters(self) -> list[tuple[str, str]]:
        """What the results are narrowed to, by the name of the index."""
        values = self.cleaned_data
        narrowed = (("k", "kind"), ("c", "country"), ("y", "year"))
        return [(name, values[key]) for name, key in narrowed if values.get(key)]


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What fits the words and the filters; nonsense gets one sentence."""
    form = SearchForm(request.GET)
    context: dict[str, Any] = {"form": form, **_places()}
    if not form.is_valid():
        return render(request, "site/search.html", context, status=422)
    understood = form.cleaned_data["q"]
    filters = form.filters()
    context |= {
        "narrowed": len(filters),
        "only_stop_words": understood.only_stop_words,
        "asked": form["q"].value() or "",
    }
    if understood.only_stop_words or not (understood.words or filters):
        return render(request, "site/search.html", context)
    given = searching.answer(understood.words, filters)
    page = _page(request.GET.get("page", "1"), given.last_page)
    if page is None:
        wrong = {"no_such_page": True, "last_page": given.last_page}
        return render(request, "site/search.html", context | wrong, status=404)
    context |= _told(request, given, page)
    return render(request, "site/search.html", context)


def _page(text: str, last: int) -> int | None:
    """The page asked for; None when there is no such page."""
    number = int(text) if NUMBER.fullmatch(text) else 0
    return number if 1 <= number <= last else None


def _told(request: HttpRequest, given: searching.Answer, page: int) -> dict[str, Any]:
    asked = [(k, str(v)) for k, v in request.GET.items() if v and k != "page"]
    known = [(k, v) for k, v in asked if k in SearchForm.base_fields]
    without_filters = [(k, v) for k, v in known if k == "q"]

    def address(pairs: list[tuple[str, str]], number: int = 1) -> str:
        paged = [*pairs, ("page", str(number))] if number > 1 else pairs
        return f"?{urlencode(paged)}"

    return {
        "answered": True,
        "results": searching.results_of(given, page),
        "total": figure(given.found.total),
        "count": given.found.total,
        "more": given.found.more,
        "most": figure(MOST_COUNTED),
        "first": (page - 1) * searching.PAGE_LENGTH + 1,
        "page_number": page,
        "last_page": given.last_page,
        "previous_url": address(known, page - 1) if page > 1 else "",
        "next_url": address(known, page + 1) if page < given.last_page else "",
        "without_filters": address(without_filters),
        "meant": given.meant,
        "meant_results": searching.meant_results(given),
        "meant_url": address([("q", given.meant)]),
    }


def _places() -> dict[str, Any]:
    """Where else to look."""
    return {
        "search_url": reverse("search"),
        "network_url": area_address("network"),
        "log_url": area_address("activities"),
        "glossary_url": area_address("glossary"),
        "experiences_url": area_address("experiences"),
        "videos_url": area_address("videos"),
    }
