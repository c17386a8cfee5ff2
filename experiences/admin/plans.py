"""The plans that adapt an experience, as far as the secretariat reads them."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from experiences.admin.screens import OnlyRead, StateFilter, StepInline, WhatWaits
from experiences.film_lines import film_state
from experiences.models import Adaptation, AdaptationMove
from experiences.provenance import provenance_of
from experiences.services import plans
from network.choices import ReviewState

# What is still being written is its people's.
READ_STATES = (ReviewState.SUBMITTED, ReviewState.APPROVED, ReviewState.WITHDRAWN)


class PlanMoveInline(StepInline):
    model = AdaptationMove

    @admin.display(description=pgettext_lazy("review step", "to"))
    def state(self, step: Any) -> str:
        return film_state(step.to_state)


@admin.register(Adaptation)
class AdaptationAdmin(OnlyRead):
    """Of plans only what is public or was sent: the plan is its municipality's."""

    names = "plan"
    verbs = {
        "hide": plans.hide_adaptation,
        "show_again": plans.show_adaptation,
        "withdraw": plans.withdraw_changes,
    }
    list_display = ("number", "owner", "origin_title_es", "said_at", "standing")
    list_display_links = ("number", "owner")
    list_filter = (WhatWaits, StateFilter, "owner__country")
    list_select_related = ("owner", "origin__owner")
    search_fields = ("=pk", "owner__name_es", "origin_title_es", "origin_owner_es")
    fields = (
        "owner",
        "origin_told",
        ("said_at", "said_by"),
        "hidden_on",
        "standing",
        ("sent_on", "decided_on"),
        "changes_in_spanish",
        "changes_in_english",
    )
    readonly_fields = (
        "origin_told", "hidden_on", "standing", "sent_on", "decided_on",
        "changes_in_spanish", "changes_in_english",
    )  # fmt: skip
    inlines = (PlanMoveInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Adaptation]:
        """Those of which the public or the secretariat read something."""
        told = Q(said_at__isnull=False) | Q(submitted_at__isnull=False)
        rows = Adaptation.objects.kept().filter(told)
        return rows.order_by(*self.ordering)

    @admin.display(description=_("comes from"))
    def origin_told(self, plan: Adaptation) -> str:
        origin = provenance_of(plan)
        return f"{origin.title}, {origin.who}. {origin.gone or origin.taken}"

    @admin.display(description=_("what was changed and why"))
    def changes_in_spanish(self, plan: Adaptation) -> str:
        return _once_sent(plan, plan.changes_es)

    @admin.display(description=_("The same in English"))
    def changes_in_english(self, plan: Adaptation) -> str:
        return _once_sent(plan, plan.changes_en)


def _once_sent(plan: Adaptation, text: str | None) -> str:
    """Nothing of what its people are writing."""
    return (text or "—") if plan.review_state in READ_STATES else "—"
