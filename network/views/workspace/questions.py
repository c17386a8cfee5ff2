"""«Preguntas»: what readers asked, the answer to each, and what is published of it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from network import rules
from network.choices import QuestionState
from network.forms.questions import AnswerForm, PublishForm
from network.models import Question
from network.services import questions as verbs
from network.services.asking import thing_asked
from network.services.refusals import Refused
from network.views.workspace.conflict import PICK, left_to_others, typed_again, words
from network.views.workspace.doors import (
    StaffRequest,
    number_in,
    posted,
    staff_only,
    tell,
)

PAGE_SIZE = 20
# What is done with one press: the verb, and what was done.
ACTIONS: dict[str, tuple[Callable, Promise]] = {
    "close": (
        verbs.close_question,
        gettext_lazy("It was put aside. It can be taken up again."),
    ),
    "reopen": (verbs.reopen_question, gettext_lazy("It waits for an answer again.")),
    "unpublish": (
        verbs.unpublish_question,
        gettext_lazy("The public no longer sees it. It can be shown again."),
    ),
    "show": (
        verbs.show_question,
        gettext_lazy("It is shown to the public again."),
    ),
}


@require_safe
@staff_only
def questions(request: StaffRequest) -> HttpResponse:
    """What waits, the oldest first, and what was decided, the newest first."""
    if not rules.answers_somewhere(request.user):
        raise PermissionDenied
    mine = Question.objects.answerable_by(request.user)
    before = number_in(request.GET.get("before", ""))
    after = number_in(request.GET.get("after", ""))
    waiting = _some(mine.waiting().filter(pk__gt=after or 0).order_by("pk"))
    decided = mine.exclude(state=QuestionState.WAITING).order_by("-pk")
    decided = _some(decided.filter(pk__lt=before) if before else decided)
    context = {
        "waiting": waiting[:PAGE_SIZE],
        "later_url": _further("after", waiting),
        "decided": decided[:PAGE_SIZE],
        "older_url": _further("before", decided),
        "first_url": request.path if before or after else "",
    }
    return render(request, "network/workspace/questions.html", context)


@staff_only
def question(request: StaffRequest, pk: int) -> HttpResponse:
    """One question: what was asked, its answer, and what can be done with it."""
    found = _mine(request, pk)
    form = AnswerForm(posted(request))
    stale: Question | None = None
    if form.is_bound and form.is_valid():
        try:
            answered = verbs.answer_question(
                question=found,
                by=request.user,
                answer=form.cleaned_data["answer"],
                version=number_in(request.POST.get("version", "")) or 0,
            )
        except verbs.StaleQuestion as answer:
            stale = found = answer.question
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _done(answered))
            return redirect("network:question", pk=pk)
    elif form.is_bound and found.state != QuestionState.WAITING:
        stale = found
    context = _told(request, found) | {"form": form, "stale": stale}
    status = 409 if stale else 422 if form.is_bound else 200
    return render(request, "network/workspace/question.html", context, status=status)


@staff_only
def question_publish(request: StaffRequest, pk: int) -> HttpResponse:
    """The texts that everybody reads; what seems personal data is asked about once."""
    found = _mine(request, pk)
    if found.state != QuestionState.ANSWERED or not found.kind:
        messages.info(request, _("Answer whoever asked first; then publish."))
        return redirect("network:question", pk=pk)
    form = PublishForm(posted(request), question=found)
    look = False
    if form.is_bound and form.is_valid():
        look = form.asks_to_look
        if not look:
            try:
                return _publish(request, found, form)
            except verbs.StaleQuestion as stale:
                return _conflict(request, form, stale.question)
            except Refused as refusal:
                form.add_error(None, str(refusal))
    context = _told(request, found) | {
        "form": form,
        "look": look,
        "version": number_in(request.POST.get("version", "")) or found.version,
    }
    status = 422 if form.is_bound else 200
    name = "network/workspace/question_publish.html"
    return render(request, name, context, status=status)


@require_POST
@staff_only
def question_act(request: StaffRequest, pk: int, action: str) -> HttpResponse:
    """Put aside, take up again, take off the public pages, show again."""
    if action not in ACTIONS:
        raise Http404
    found = _mine(request, pk)
    verb, done = ACTIONS[action]
    try:
        verb(question=found, by=request.user)
    except Refused as refusal:
        tell(request, refusal)
    else:
        messages.success(request, str(done))
    return redirect("network:question", pk=pk)


def _publish(request: StaffRequest, found: Question, form: PublishForm) -> HttpResponse:
    theirs = left_to_others(request)
    texts = {
        name: form.stored[name] if name in theirs else text
        for name, text in form.texts.items()
    }
    verbs.publish_question(
        question=found,
        by=request.user,
        texts=texts,
        version=number_in(request.POST.get("version", "")) or 0,
    )
    messages.success(request, _("It is published, without saying who asked."))
    return redirect("network:question", pk=found.pk)


def _conflict(
    request: StaffRequest, form: PublishForm, current: Question
) -> HttpResponse:
    """Both versions side by side (409); what was typed travels in the page."""
    rows = [
        {
            "name": PICK + name,
            "label": str(form.fields[name].label),
            "mine": words(mine),
            "theirs": words(getattr(current, name)),
        }
        for name, mine in form.texts.items()
        if mine != (getattr(current, name) or "")
    ]
    when = timezone.localtime(current.written_at)
    context = {
        "rows": rows,
        "mine_again": typed_again(request),
        "question": current,
        "who": str(current.updated_by or ""),
        "when": date_format(when, "TIME_FORMAT"),
    }
    name = "network/workspace/question_conflict.html"
    return render(request, name, context, status=409)


def _mine(request: StaffRequest, pk: int) -> Question:
    """The question, if this person answers for the association; otherwise not found."""
    rows = Question.objects.answerable_by(request.user)
    related = ("association", "about", "decided_by", "updated_by")
    return get_object_or_404(rows.select_related(*related), pk=pk)


def _told(request: StaffRequest, found: Question) -> dict[str, Any]:
    stands = verbs.may_stand_there(found)
    return {"question": found, "thing": thing_asked(found), "may_stand": stands}


def _done(answered: Question) -> str:
    if answered.email:
        return _("Your answer goes out by mail now.")
    return _("Your answer was saved. They left no e-mail.")


def _some(rows: QuerySet[Question]) -> list[Question]:
    """A page of them and one more, by their number."""
    return list(rows.select_related("association", "about")[: PAGE_SIZE + 1])


def _further(way: str, rows: list[Question]) -> str:
    more = len(rows) > PAGE_SIZE
    return f"?{way}={rows[PAGE_SIZE - 1].pk}" if more else ""
