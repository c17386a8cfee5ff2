"""The activity log for the secretariat: read, put into English, moved by actions."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.figures import figure
from network.admin.filters import WaitingActivities
from network.admin.paging import BoundedPaginator
from network.admin.readings import ActivityResource
from network.admin.screens import (
    KnownDates,
    PortalAdmin,
    ReadOnlyInline,
    act_on_each,
    person_of,
)
from network.admin.transfers import Exports
from network.choices import ReviewState
from network.models import Activity, ActivityCount, Evidence, ReviewStep
from network.services.refusals import Refused
from network.services.review import (
    approve_unopened,
    hide_activity,
    return_activity,
    show_activity,
)
from network.services.translations import ENGLISH_TEXTS, translate_activity
from network.words import with_words

LONGEST_NUMBER = 18


class NoteForm(ActionForm):
    """The note that goes with returning activities."""

    note = forms.CharField(
        label=_("Note, to return:"),
        required=False,
        max_length=2000,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )


class CountInline(ReadOnlyInline):
    model = ActivityCount
    fields = ("sex", "age_band", "how_many", "hidden")
    readonly_fields = fields

    @admin.display(description=_("people"))
    def how_many(self, count: ActivityCount) -> str:
        return figure(count.people)


class EvidenceInline(ReadOnlyInline):
    model = Evidence
    fields = (
        "kind",
        "caption",
        "people_shown",
        "consent_purpose",
        "consent_until",
        "public",
        "hidden_at",
        "removed_at",
        "uploaded_at",
    )
    readonly_fields = fields


class ReviewStepInline(ReadOnlyInline):
    model = ReviewStep
    fields = ("at", "by", "from_state", "to_state", "note")
    readonly_fields = fields


@admin.register(Activity)
class ActivityAdmin(KnownDates, Exports, PortalAdmin):
    """Only the English texts are written here; the state moves by actions."""

    never_deleted = True
    acts_through_services = True
    # A translation of words that changed meanwhile is looked at once more.
    also_seen = ("title_es", "what_happened_es", "result_es", "difficulty_es")
    resource_classes = [ActivityResource]
    action_form = NoteForm
    paginator = BoundedPaginator
    show_full_result_count = False
    ordering = ("-pk",)
    list_display = (
        "number",
        "__str__",
        "standing",
        "owner",
        "when",
        "kind",
    )
    list_display_links = ("number", "__str__")
    list_filter = (
        WaitingActivities,
        "review_state",
        "country",
        "kind",
        ("started", admin.DateFieldListFilter),
        ("submitted_at", admin.DateFieldListFilter),
    )
    list_select_related = ("owner", "kind")
    # What the box looks in; `get_search_results` asks the index of words.
    search_fields = ("=pk", "title_es", "title_en", "owner__name_es")
    actions = ("approve", "return_with_note", "hide", "show_again")
    inlines = (CountInline, EvidenceInline, ReviewStepInline)
    spanish = (
        "title_es",
        "what_happened_es",
        "result_es",
        "difficulty_es",
        "doubts_es",
    )
    facts = (
        "number",
        "owner",
        "kind",
        "other_kind",
        "when",
        ("status", "sessions"),
        ("place_name", "venue", "setting"),
        ("prevention_level", "approach", "regional_axis"),
        ("counting_method", "funding_source", "cost_told", "currency"),
        "links",
        "sources",
    )
    review = (
        ("review_state", "publish_from"),
        "review_note",
        ("submitted_at", "reviewed_at", "reviewed_by"),
        ("hidden_at", "hidden_by", "is_sensitive"),
        ("created_by", "created_at", "updated_by", "updated_at", "version"),
    )
    fieldsets = [
        (
            "Español",
            {"fields": spanish, "classes": ["language-tab", "language-es"]},
        ),
        (
            "English",
            {"fields": ENGLISH_TEXTS, "classes": ["language-tab", "language-en"]},
        ),
        (_("Activity"), {"fields": facts}),
        (_("Review"), {"fields": review}),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Activity]:
        """Drafts belong to their organisation until they are sent."""
        return super().get_queryset(request).exclude(review_state=ReviewState.DRAFT)

    def get_ordering(self, request: HttpRequest) -> Sequence[str]:
        """The newest number first; narrowed by a date, in the order of that date."""
        for field in ("submitted_at", "started"):
            if any(name.startswith(f"{field}__") for name in request.GET):
                # By number, a page of a rare day would be sought through the whole log.
                return (f"-{field}", "-pk")
        return self.ordering

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """A number, or words with which the words of an activity begin."""
        term = search_term.strip()
        if not term:
            return queryset, False
        if term.isascii() and term.isdecimal() and len(term) <= LONGEST_NUMBER:
            numbered = queryset.filter(pk=int(term))
            if numbered.exists():
                return numbered, False
        return with_words(queryset, term), False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        named = (*self.spanish, *self.facts, *self.review)
        return tuple(
            name
            for entry in named
            for name in (entry if isinstance(entry, tuple) else (entry,))
        )

    def save_model(
        self, request: HttpRequest, obj: Activity, form: Any, change: bool
    ) -> None:
        """Only the English texts are saved, by their service."""
        texts = {name: form.cleaned_data.get(name) or "" for name in form.changed_data}
        try:
            translate_activity(activity=obj, by=person_of(request), texts=texts)
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)

    @admin.display(description=_("cost"))
    def cost_told(self, activity: Activity) -> str:
        return figure(activity.cost) or "—"

    @admin.display(description=_("number"), ordering="pk")
    def number(self, activity: Activity) -> str:
        return activity.number

    @admin.display(description=_("review"), ordering="review_state")
    def standing(self, activity: Activity) -> str:
        """Its state, since when it waits, and whether it was taken out of sight."""
        state = activity.get_review_state_display()
        if activity.hidden_at is not None:
            return gettext("%(state)s, hidden from the public") % {"state": state}
        if activity.review_state != ReviewState.SUBMITTED or not activity.submitted_at:
            return state
        day = date_format(
            timezone.localtime(activity.submitted_at), "SHORT_DATE_FORMAT"
        )
        return gettext("%(state)s since %(day)s") % {"state": state, "day": day}

    @admin.action(description=_("Approve"))
    def approve(self, request: HttpRequest, rows: QuerySet[Activity]) -> None:
        act_on_each(
            self,
            request,
            rows,
            lambda row: approve_unopened(activity=row, by=person_of(request)),
        )

    @admin.action(description=_("Return with the note"))
    def return_with_note(self, request: HttpRequest, rows: QuerySet[Activity]) -> None:
        note = request.POST.get("note", "")
        act_on_each(
            self,
            request,
            rows,
            lambda row: return_activity(activity=row, by=person_of(request), note=note),
        )

    @admin.action(description=_("Hide from the public now"))
    def hide(self, request: HttpRequest, rows: QuerySet[Activity]) -> None:
        act_on_each(
            self,
            request,
            rows,
            lambda row: hide_activity(activity=row, by=person_of(request)),
        )

    @admin.action(description=_("Show to the public again"))
    def show_again(self, request: HttpRequest, rows: QuerySet[Activity]) -> None:
        act_on_each(
            self,
            request,
            rows,
            lambda row: show_activity(activity=row, by=person_of(request)),
        )
