"""What the screens of twinnings and exchanges share: saved by services, moved by actions."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy, pgettext

from network.admin.screens import (
    KnownDates,
    PortalAdmin,
    ReadOnlyInline,
    act_on_each,
    person_of,
)
from network.choices import ReviewState
from network.services.refusals import Refused
from twinnings import rules
from twinnings.models import ReviewMove
from twinnings.services import review

REVIEW = (
    ("review_state", "publish_from"),
    "review_note",
    ("submitted_at", "reviewed_at", "reviewed_by"),
    ("hidden_at", "hidden_by", "published_at"),
    ("created_by", "created_at", "updated_by", "updated_at", "version"),
)
DATE = ("started", "ended"), "date_precision", "date_uncertain"


class NoteForm(ActionForm):
    """The note that goes with returning records."""

    note = forms.CharField(
        label=gettext_lazy("Note, to return:"),
        required=False,
        max_length=2000,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )


class StepInline(ReadOnlyInline):
    """Its way to the public."""

    model = ReviewMove
    fields = ("at", "by", "from_state", "to_state", "note")
    readonly_fields = fields


class RecordAdmin(KnownDates, PortalAdmin):
    """Texts and facts are saved by the service; parties and the rest are read here."""

    never_deleted = True
    acts_through_services = True
    action_form = NoteForm
    show_full_result_count = False
    ordering = ("-pk",)
    list_select_related: tuple[str, ...] = ("owner",)
    actions = ("approve", "return_with_note", "hide", "show_again")
    # Columns that only its verbs write.
    written_elsewhere: tuple[str, ...] = ()

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What waits or is published is read here; it is corrected as everybody does."""
        may = bool(super().has_change_permission(request, obj))
        return may and (obj is None or rules.may_edit(person_of(request), obj))

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Drafts belong to their organisation until they are sent; what was public once
        is corrected here too."""
        sent = ~Q(review_state=ReviewState.DRAFT) | Q(published_at__isnull=False)
        return super().get_queryset(request).filter(sent)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        names = (*self.written_elsewhere, *REVIEW)
        return tuple(
            name
            for entry in names
            for name in (entry if isinstance(entry, tuple) else (entry,))
        )

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        """By the service, which asks the rules."""
        values = {name: form.cleaned_data[name] for name in form.changed_data}
        try:
            self.save_by_service(request, type(obj).objects.get(pk=obj.pk), values)
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: bool
    ) -> None:
        """Lists were saved with the record, by the same service, or refused with it."""
        form.save_m2m = list
        super().save_related(request, form, formsets, change)

    def save_by_service(
        self, request: HttpRequest, record: Any, values: dict[str, Any]
    ) -> None:
        """Save these values; raises Refused."""
        raise NotImplementedError

    def view_on_site(self, record: Any) -> str | None:
        """Its page, while the world reads it."""
        return record.get_absolute_url() if record.is_public else None

    @admin.display(description=gettext_lazy("review"), ordering="review_state")
    def standing(self, record: Any) -> str:
        """Its state, and whether it was taken out of sight."""
        state = record.state_name
        if record.hidden_at is not None:
            told = pgettext("twinning", "%(state)s, hidden from the public")
            return told % {"state": state}
        return str(state)

    @admin.action(description=gettext_lazy("Approve"))
    def approve(self, request: HttpRequest, rows: QuerySet) -> None:
        by = person_of(request)
        act_on_each(self, request, rows, lambda row: review.approve(record=row, by=by))

    @admin.action(description=gettext_lazy("Return with the note"))
    def return_with_note(self, request: HttpRequest, rows: QuerySet) -> None:
        by, note = person_of(request), request.POST.get("note", "")
        act_on_each(
            self,
            request,
            rows,
            lambda row: review.send_back(record=row, by=by, note=note),
        )

    @admin.action(description=gettext_lazy("Hide from the public now"))
    def hide(self, request: HttpRequest, rows: QuerySet) -> None:
        by = person_of(request)
        act_on_each(self, request, rows, lambda row: review.hide(record=row, by=by))

    @admin.action(description=gettext_lazy("Show to the public again"))
    def show_again(self, request: HttpRequest, rows: QuerySet) -> None:
        by = person_of(request)
        act_on_each(self, request, rows, lambda row: review.show(record=row, by=by))
