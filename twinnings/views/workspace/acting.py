"""What can be done with a twinning or an exchange by a press, each after a question."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST

from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, staff_only, tell, to_its_reason
from twinnings import rules
from twinnings.choices import ExchangeStatus
from twinnings.models import Exchange, Twinning
from twinnings.services import exchanges, review, trash
from twinnings.services.clearing import awaits_clearing
from twinnings.views.workspace.doors import address_of, in_trash, visible

# What can be done: the rule, the verb, its question, what follows.
ACTIONS: dict[str, tuple[Callable, Callable, Promise, Promise, Promise]] = {
    "cancel": (
        lambda user, each: (
            rules.may_edit(user, each)
            and getattr(each, "modality", "")
            and each.status == ExchangeStatus.PLANNED
        ),
        lambda record, by: exchanges.cancel_exchange(exchange=record, by=by),
        gettext_lazy("Call this exchange off"),
        gettext_lazy(
            "It stays in the list as called off. Save its plan again to take it up."
        ),
        gettext_lazy("The exchange was called off."),
    ),
    "correct": (
        rules.may_correct,
        review.correct,
        pgettext_lazy("twinning", "Correct what is published"),
        gettext_lazy(
            "It becomes a draft and leaves every public page, a twinning with its "
            "exchanges, until your association has read it as you correct it. "
            "Commitments, answers and ratifications are noted without this."
        ),
        gettext_lazy("It is a draft again."),
    ),
    "reopen": (
        rules.may_reopen,
        review.reopen,
        pgettext_lazy("twinning", "Take it back to correct it"),
        pgettext_lazy(
            "twinning", "It becomes a draft again. Send it when it is ready."
        ),
        gettext_lazy("It is a draft again."),
    ),
    "withdraw": (
        rules.may_withdraw,
        review.withdraw,
        pgettext_lazy("twinning", "Withdraw it from the public"),
        gettext_lazy(
            "It leaves every public page. It can be corrected and sent again."
        ),
        gettext_lazy("It was withdrawn from the public."),
    ),
    "hide": (
        lambda user, each: rules.may_withdraw(user, each) and not each.hidden_at,
        review.hide,
        pgettext_lazy("twinning", "Hide it now"),
        gettext_lazy(
            "It leaves every public page within a minute. It can be shown again."
        ),
        pgettext_lazy("twinning", "It is hidden: the public no longer sees it."),
    ),
    "show": (
        lambda user, each: rules.may_withdraw(user, each) and bool(each.hidden_at),
        review.show,
        pgettext_lazy("twinning", "Show it to the public again"),
        gettext_lazy("It stands again on every public page."),
        gettext_lazy("It is shown to the public again."),
    ),
    "discard": (
        rules.may_discard,
        trash.discard,
        gettext_lazy("Discard this draft"),
        gettext_lazy(
            "It leaves the list. For 30 days it can be brought back from there; then it "
            "is deleted for good, with its files."
        ),
        gettext_lazy("It was discarded. You can bring it back for 30 days, below."),
    ),
    "restore": (
        rules.may_restore,
        trash.restore,
        gettext_lazy("Bring it back"),
        gettext_lazy("It is a draft again, with its files."),
        gettext_lazy("It is a draft again, with its files."),
    ),
}
IN_TRASH = frozenset({"discard", "restore"})


@staff_only
def act(request: StaffRequest, pk: int, action: str) -> HttpResponse:
    """Ask, then do it with a twinning."""
    return _act(Twinning, request, pk, action)


@staff_only
def exchange_act(request: StaffRequest, pk: int, action: str) -> HttpResponse:
    """Ask, then do it with an exchange."""
    return _act(Exchange, request, pk, action)


def _act(model: Any, request: StaffRequest, pk: int, action: str) -> HttpResponse:
    if action not in ACTIONS or (action == "cancel" and model is Twinning):
        raise Http404
    # Pressed twice, what was thrown away or brought back already is so: no mistake.
    again = action in IN_TRASH and request.method == "POST"
    door = in_trash if again or action == "restore" else visible
    record: Any = door(model, request, pk)
    rule, verb, title, consequence, done = ACTIONS[action]
    if not again and not rule(request.user, record):
        raise PermissionDenied
    if request.method != "POST":
        context = {
            "record": record,
            "title": title,
            "consequence": consequence,
            "back": address_of(record),
            "goes": _what_goes(record) if action == "discard" else [],
        }
        return render(request, "twinnings/workspace/confirm.html", context)
    try:
        record = verb(record=record, by=request.user)
    except Refused as refusal:
        tell(request, refusal)
        return after(record)
    messages.success(request, str(done))
    if action == "hide":
        return to_its_reason(review.kind_of(record), str(record.pk))
    return after(record)


def after(record: Any) -> HttpResponse:
    """To its page; to the list when it is in the trash."""
    if record.discarded_at is not None:
        return redirect("twinnings:twinnings")
    return redirect(address_of(record))


def _what_goes(record: Any) -> list[str]:
    """What leaves with a draft, each by its name."""
    rows: list[Any] = list(record.documents.filter(removed_at=None))
    if isinstance(record, Exchange):
        rows += [*record.photos.filter(removed_at=None), *record.commitments.all()]
    return [str(row) for row in rows]


@require_POST
@staff_only
def submit(request: StaffRequest, pk: int) -> HttpResponse:
    """Send a twinning to its association."""
    return _submit(Twinning, request, pk)


@require_POST
@staff_only
def exchange_submit(request: StaffRequest, pk: int) -> HttpResponse:
    """Send an exchange to its association."""
    return _submit(Exchange, request, pk)


def _submit(model: Any, request: StaffRequest, pk: int) -> HttpResponse:
    record: Any = visible(model, request, pk)
    try:
        review.submit(record=record, by=request.user)
    except Refused as refusal:
        tell(request, refusal)
    else:
        messages.success(
            request, _("It was sent. Your association reads it and writes to you.")
        )
    return redirect(address_of(record))


def allowed(user: Any, record: Any) -> dict[str, Any]:
    """What this person may do with a twinning or exchange, for its page."""
    return {
        "reads_inside": rules.may_read_inside(user, record),
        "may_edit": rules.may_edit(user, record),
        "may_follow": rules.may_follow(user, record),
        "may_submit": rules.may_submit(user, record),
        "may_review": rules.may_review(user, record),
        "to_clear": rules.may_clear(user, record) and awaits_clearing(record),
        "actions": possible(user, record),
    }


def possible(user: Any, record: Any) -> list[dict[str, str]]:
    """The acts that this person may do with it now."""
    return [
        {"name": name, "title": str(title)}
        for name, (rule, _verb, title, _what, _done) in ACTIONS.items()
        if rule(user, record)
    ]
