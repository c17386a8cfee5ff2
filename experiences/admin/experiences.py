"""The experiences for the secretariat."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from experiences.admin.screens import OnlyRead, StateFilter, StepInline, WhatWaits
from experiences.models import Experience, ExperienceStep
from experiences.services import review
from network.admin.screens import person_of
from network.choices import ReviewState


class ExperienceStepInline(StepInline):
    model = ExperienceStep


@admin.register(Experience)
class ExperienceAdmin(OnlyRead):
    """What municipalities and associations tell."""

    desk, names = "experiences:experience", "experience"
    verbs = {
        "hide": review.hide_experience,
        "show_again": review.show_experience,
        "withdraw": review.withdraw_experience,
    }
    list_display = ("number", "title_es", "standing", "owner", "country", "full")
    list_display_links = ("number", "title_es")
    list_filter = (
        WhatWaits,
        StateFilter,
        "country",
        "full",
        ("published_at", admin.DateFieldListFilter),
    )
    list_select_related = ("owner",)
    search_fields = ("=pk", "title_es", "title_en", "owner__name_es")
    fields = (
        ("where", "public_page"),
        "title_es",
        "title_en",
        "summary_es",
        "summary_en",
        ("owner", "association", "country"),
        ("standing", "full", "corrects"),
        ("sent_on", "decided_on", "published_on"),
        "hidden_on",
        "licence",
        "sources",
        "doubts_es",
    )
    readonly_fields = (
        "where", "public_page", "standing", "corrects", "sent_on", "decided_on",
        "published_on", "hidden_on",
    )  # fmt: skip
    inlines = (ExperienceStepInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Experience]:
        """Drafts belong to their organisation until they are sent."""
        rows = Experience.objects.visible_to(person_of(request))
        return rows.order_by(*self.ordering)

    def said_of(self, state: str) -> str:
        """As of an activity."""
        return str(ReviewState(state).label)
