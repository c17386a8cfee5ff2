"""Two people at one record of the secretariat: nobody overwrites unseen what another saved."""

import json
from typing import Any

from django import forms
from django.contrib.admin.utils import unquote
from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from amuprev.foundation.templatetags.form_marks import MARK
from network.admin.fingerprints import Box, Seen, boxes_of, mark_of, sent_for
from network.admin.rows_sent import Rows
from network.models import Deletion

SEEN = "seen"
NEVER_SHOWN = frozenset({"csrfmiddlewaretoken", SEEN})


class Stopped:
    """A form that is shown again whatever it holds, and says why."""

    stopped_because = ""

    def clean(self) -> dict[str, Any]:
        super().clean()  # type: ignore[misc]  # mixed into a form
        form: Any = self
        form.add_error(None, self.stopped_because)
        return form.cleaned_data


class TwoVersions:
    """A screen whose form knows what it showed; a newer record is shown beside it (409)."""

    # Read beside the form, so that a change of them matters too.
    also_seen: tuple[str, ...] = ()

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        """A form that stops when the record it is about was saved meanwhile."""
        form = super().get_form(request, obj, change=change, **kwargs)  # type: ignore[misc]  # mixed into an admin
        if reason := getattr(request, "stopped_because", ""):
            return type(form.__name__, (Stopped, form), {"stopped_because": reason})
        return form

    def _changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None,
        form_url: str,
        extra_context: Any,
    ) -> HttpResponse:
        """Inside the transaction of Django's own: lock, compare, then go on or stop."""
        screen: Any = self
        if object_id is None:
            return super()._changeform_view(request, None, form_url, extra_context)  # type: ignore[misc]  # mixed into an admin
        record = _locked(screen, request, object_id)
        if request.method == "POST" and (
            record is None or _was_closed(screen, request, record)
        ):
            return typed_again(screen, request, object_id, record)
        now: list[Box] = []
        if record is not None and screen.has_change_permission(request, record):
            now = boxes_of(screen, request, record)
        context, stopped = _compared(screen, request, record, now)
        answer = super()._changeform_view(  # type: ignore[misc]  # mixed into an admin
            request, object_id, form_url, {**(extra_context or {}), **context}
        )
        if stopped:
            answer.status_code = 409
        return answer


def seen_now(screen: Any, request: HttpRequest, record: models.Model) -> str:
    """What a form shows of the record, as it travels in the page."""
    return _written(screen, record, boxes_of(screen, request, record))


def _compared(
    screen: Any, request: HttpRequest, record: models.Model | None, now: list[Box]
) -> tuple[dict[str, Any], bool]:
    """What the page needs; and whether somebody else saved since it was opened."""
    if record is None or not now:
        return {}, False
    context: dict[str, Any] = {"seen": _written(screen, record, now)}
    if request.method != "POST" or request.POST.get(SEEN) == context["seen"]:
        return context, False
    post = request.POST.copy()
    rows = _both(screen, record, now, _read(request), post)
    if not rows:
        return context, False
    post[SEEN] = context["seen"]
    request.POST = post  # type: ignore[assignment]  # what others changed and this person did not
    request.stopped_because = _("Somebody else saved this record meanwhile.")  # type: ignore[attr-defined]  # read by get_form
    return {**context, "versions": rows, **who_saved(record)}, True


def _both(
    screen: Any, record: models.Model, now: list[Box], seen: Seen, post: QueryDict
) -> list[dict[str, Any]]:
    """Each field that somebody else changed, with both values; what this person had
    not touched takes the newer one."""
    sent = Rows(post, now, seen)
    told = [row for box in now if (row := _one(box, sent, seen, post))]
    told += [{**row, "label": rows_label(screen, row["prefix"])} for row in sent.gone]
    for name in screen.also_seen:
        if seen.get(name) != mark_of([[str(getattr(record, name) or "")]]):
            words = label_of(screen, name)
            told.append({"label": words, "theirs": getattr(record, name)})
    return told


def _one(box: Box, sent: Rows, seen: Seen, post: QueryDict) -> dict[str, Any] | None:
    """Both values of one field; nothing when nobody else changed it."""
    theirs = box.told(box.values)
    names = sent.names(box)
    if names is None:
        added = box.key not in seen and any(map(any, box.values))
        return {"label": box.label, "theirs": theirs} if added else None
    mine = sent_for(post, box, names)
    if box.mark in (seen.get(box.key), mark_of(mine)):
        return None
    untouched = mark_of(mine) == seen.get(box.key)
    if untouched:
        for name, values in zip(names, box.values, strict=True):
            post.setlist(name, values)
    told = {"label": box.label, "mine": box.told(mine), "theirs": theirs}
    return {**told, "untouched": untouched}


def _written(screen: Any, record: models.Model, now: list[Box]) -> str:
    marks = {box.key: box.mark for box in now}
    for name in screen.also_seen:
        marks[name] = mark_of([[str(getattr(record, name) or "")]])
    return json.dumps(marks, separators=(",", ":"), sort_keys=True)


def _read(request: HttpRequest) -> Seen:
    try:
        found = json.loads(request.POST.get(SEEN, ""))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def who_saved(record: models.Model) -> dict[str, Any]:
    """Who saved the record last, and when, as its history tells."""
    history = getattr(record, "history", None)
    last = history.select_related("history_user").first() if history else None
    if last is None:
        return {}
    return {"saved_by": str(last.history_user or ""), "saved_at": last.history_date}


def _locked(screen: Any, request: HttpRequest, object_id: str) -> models.Model | None:
    """The record; while it is written nobody else writes it."""
    record = screen.get_object(request, unquote(object_id))
    if record is None or request.method != "POST":
        return record
    kind = record._meta.concrete_model
    # Its key stays: whoever writes a row that names it need not wait.
    rows = kind._base_manager.select_for_update(no_key=True)
    list(rows.filter(pk=record.pk).values("pk"))
    return screen.get_object(request, unquote(object_id))


def _was_closed(screen: Any, request: HttpRequest, record: models.Model) -> bool:
    """True when a form that was open to this person no longer is."""
    shown = bool(_read(request))
    may = screen.has_change_permission(request)
    return shown and may and not screen.has_change_permission(request, record)


def typed_again(
    screen: Any, request: HttpRequest, object_id: str, record: models.Model | None
) -> HttpResponse:
    """The record went or was closed while somebody wrote: their words, and what to do (409)."""
    if not screen.has_change_permission(request):
        raise PermissionDenied
    sent = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in NEVER_SHOWN and not name.startswith(MARK)
        for value in values
    ]
    gone = Deletion.objects.filter(
        record_kind=screen.opts.label_lower,
        record_key=unquote(object_id),
        restored_at__isnull=True,
    ).first()
    context = {
        **screen.admin_site.each_context(request),
        "title": _("This was not saved"),
        "opts": screen.opts,
        "record": record,
        "typed": [
            (label_of(screen, name), value)
            for name, value in sent
            if value and not name.startswith("_") and not name.endswith("_FORMS")
        ],
        "again": [*sent, (SEEN, request.POST.get(SEEN, ""))],
        "gone": gone,
        "back": reverse("admin:network_deletion_change", args=[gone.pk])
        if gone
        else "",
    }
    return TemplateResponse(
        request, "admin/network/not_saved.html", context, status=409
    )


def rows_label(screen: Any, prefix: str) -> str:
    """What the rows under this prefix are called."""
    for inline in screen.inlines:
        for key in inline.model._meta.get_fields():
            related = getattr(key, "remote_field", None)
            if related and key.many_to_one and related.get_accessor_name() == prefix:
                return str(inline.model._meta.verbose_name)
    return prefix


def label_of(screen: Any, name: str) -> str:
    """What a field of the record or of a row under it is called on the screen."""
    last = name.rpartition("-")[2]
    for model in (screen.model, *(inline.model for inline in screen.inlines)):
        try:
            return str(model._meta.get_field(last).verbose_name)
        except (FieldDoesNotExist, AttributeError):
            continue
    return last
