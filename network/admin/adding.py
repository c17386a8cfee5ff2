"""A form that adds a record does it once, however often it is sent."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from amuprev.foundation.templatetags.form_marks import MARK
from network.admin.fingerprints import mark_of
from network.models import User

KEY = "form_key"
NEVER_COMPARED = frozenset({"csrfmiddlewaretoken"})


class AddsOnce:
    """A screen whose empty form carries a key; the key is kept with what it added."""

    def _changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None,
        form_url: str,
        extra_context: Any,
    ) -> HttpResponse:
        """Inside the transaction of Django's own: one at a time for each person."""
        go_on: Any = super()
        if object_id is not None:
            return go_on._changeform_view(request, object_id, form_url, extra_context)
        key = key_of(request)
        made = _made_before(self, request, key) if key else None
        if made is not None and sent_mark(request) in made.change_message:
            return _answer_again(self, request, made)
        if made is not None:
            request.stopped_because = _(  # type: ignore[attr-defined]  # read by get_form
                "This form was sent before with other content, as «%(name)s». Nothing "
                "was saved now: open a new form, or change that record."
            ) % {"name": made.object_repr}
        context = {**(extra_context or {}), KEY: key or str(uuid.uuid4())}
        answer = go_on._changeform_view(request, None, form_url, context)
        if made is not None:
            answer.status_code = 409
        return answer

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Keep the form's key and what it was sent with beside what it made."""
        if isinstance(message, list) and key_of(request):
            message = [*message, {"form": [key_of(request), sent_mark(request)]}]
        return super().log_addition(request, obj, message)  # type: ignore[misc]  # mixed into an admin


def key_of(request: HttpRequest) -> str:
    """The key of the form that was sent; empty when it carries none."""
    try:
        return str(uuid.UUID(request.POST.get(KEY, "")))
    except ValueError:
        return ""


def sent_mark(request: HttpRequest) -> str:
    """Stands for all that the form was sent with, whichever button was pressed."""
    compared = [
        [name, *values]
        for name, values in sorted(request.POST.lists())
        if name not in NEVER_COMPARED and not name.startswith(("_", MARK))
    ]
    return mark_of(compared)


def _made_before(screen: Any, request: HttpRequest, key: str) -> LogEntry | None:
    person: Any = request.user
    list(User.objects.select_for_update().filter(pk=person.pk).values("pk"))
    return LogEntry.objects.filter(
        user=person.pk,
        content_type=get_content_type_for_model(screen.model),
        action_flag=ADDITION,
        change_message__contains=key,
    ).first()


def _answer_again(screen: Any, request: HttpRequest, made: LogEntry) -> HttpResponse:
    """Lead to the record that the form made, or say that it is no longer there."""
    name = f"admin:{screen.opts.app_label}_{screen.opts.model_name}"
    if screen.get_object(request, made.object_id) is None:
        said = _("This form added «%(name)s», which was deleted since.")
        messages.warning(request, said % {"name": made.object_repr})
        return redirect(f"{name}_changelist")
    said = _("This form was sent before: «%(name)s» was added once.")
    messages.info(request, said % {"name": made.object_repr})
    return redirect(f"{name}_change", made.object_id)
