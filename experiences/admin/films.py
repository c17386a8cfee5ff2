"""The videos for the secretariat."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from experiences.admin.screens import OnlyRead, StateFilter, StepInline, WhatWaits
from experiences.film_lines import film_state, lasts, state_words
from experiences.models import Film, FilmStep
from experiences.services import films
from network.admin.screens import person_of


class FilmStepInline(StepInline):
    model = FilmStep

    @admin.display(description=pgettext_lazy("review step", "to"))
    def state(self, step: Any) -> str:
        return film_state(step.to_state)


class WaitingFilms(WhatWaits):
    """Also the films of which nobody knows where they are."""

    answers = {
        **WhatWaits.answers,
        "lost": (_("for its address"), Q(current__isnull=True, provider="")),
    }


@admin.register(Film)
class FilmAdmin(OnlyRead):
    """Videos, with those of which nobody knows where they are."""

    desk, names = "films:film", "film"
    verbs = {
        "hide": films.hide_film,
        "show_again": films.show_film,
        "withdraw": films.withdraw_film,
    }
    list_display = ("number", "title_es", "standing", "found_at", "owner", "country")
    list_display_links = ("number", "title_es")
    list_filter = (
        WaitingFilms,
        StateFilter,
        "country",
        "provider",
        ("published_at", admin.DateFieldListFilter),
    )
    list_select_related = ("owner", "current")
    search_fields = ("=pk", "title_es", "title_en", "owner__name_es")
    fields = (
        ("where", "public_page"),
        "title_es",
        "title_en",
        "summary_es",
        "summary_en",
        ("owner", "country", "year"),
        ("found_at", "duration_told", "spoken"),
        ("standing", "corrects"),
        ("sent_on", "decided_on", "published_on"),
        "hidden_on",
        ("people_shown", "consent_until"),
        ("rights_holder", "licence"),
        "credit",
        "sources",
        "doubts_es",
    )
    readonly_fields = (
        "where", "public_page", "standing", "corrects", "sent_on", "decided_on",
        "published_on", "hidden_on", "found_at", "duration_told",
    )  # fmt: skip
    inlines = (FilmStepInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Film]:
        """Drafts belong to their organisation until they are sent."""
        rows = Film.objects.visible_to(person_of(request))
        return rows.order_by(*self.ordering)

    @admin.display(description=_("where it is"))
    def found_at(self, row: Film) -> str:
        return state_words(row) or gettext("Here")

    @admin.display(description=_("lasts"))
    def duration_told(self, row: Film) -> str:
        return lasts(row) or "—"
