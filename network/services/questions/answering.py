"""Verbs of those who answer: answer by mail, put aside, take up again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network import rules, tasks
from network.choices import Act, QuestionState
from network.models import Question, User
from network.services import audit
from network.services.refusals import Refused


class StaleQuestion(Exception):  # noqa: N818  it is an answer, not an error
    """Somebody changed the question meanwhile; carries it as it now stands."""

    def __init__(self, question: Question) -> None:
        super().__init__(question.pk)
        self.question = question


@audit.keeps_refusals(Act.QUESTION_ANSWERED, of="question")
@transaction.atomic
def answer_question(
    *, question: Question, by: User, answer: str, version: int
) -> Question:
    """Keep the answer and have it mailed, once, to whoever asked if they left an address.

    The same answer sent twice is one. Raises StaleQuestion when somebody else answered
    or put it aside since the given version.
    """
    current = held(question, by)
    answer = answer.strip()
    if not answer:
        raise Refused(_("Write the answer."), code="answer")
    if current.state == QuestionState.ANSWERED and current.answer == answer:
        return current
    if current.state != QuestionState.WAITING or current.version != version:
        raise StaleQuestion(current)
    current.answer = answer
    _decide(current, QuestionState.ANSWERED, by)
    record(Act.QUESTION_ANSWERED, current, by)
    if current.email:
        tasks.mail_answer.enqueue(current.pk)
    return current


@audit.keeps_refusals(Act.QUESTION_CLOSED, of="question")
@transaction.atomic
def close_question(*, question: Question, by: User) -> Question:
    """Put aside what needs no answer; pressed again it stays aside."""
    current = held(question, by)
    if current.state == QuestionState.CLOSED:
        return current
    if current.state != QuestionState.WAITING:
        raise Refused(_("It was answered already."))
    _decide(current, QuestionState.CLOSED, by)
    record(Act.QUESTION_CLOSED, current, by)
    return current


@audit.keeps_refusals(Act.QUESTION_REOPENED, of="question")
@transaction.atomic
def reopen_question(*, question: Question, by: User) -> Question:
    """Take up again what was put aside; it waits as before."""
    current = held(question, by)
    if current.state == QuestionState.WAITING:
        return current
    if current.state != QuestionState.CLOSED:
        raise Refused(_("It was answered already."))
    if not current.asked:
        raise Refused(_("What they wrote was erased: it can no longer be answered."))
    current.decided_at = current.decided_by = None
    current.state = QuestionState.WAITING
    save(current, by)
    record(Act.QUESTION_REOPENED, current, by)
    return current


def held(question: Question, by: User) -> Question:
    """The question as it stands, locked, if the person answers for its association."""
    rows = Question.objects.select_for_update(of=("self",))
    current = rows.select_related("association", "updated_by").get(pk=question.pk)
    if not rules.may_answer_question(by, current):
        raise Refused(_("You cannot answer this question."))
    return current


def save(question: Question, by: User | None) -> None:
    """Save it as a version of its own."""
    question.version += 1
    question.written_at, question.updated_by = timezone.now(), by
    question.save()


def record(act: Act, question: Question, by: User | None) -> None:
    """Say in the audit trail what was done, never what was written."""
    audit.record(act, by=by, of=question, owner=question.association)


def _decide(question: Question, state: QuestionState, by: User) -> None:
    question.state = state
    question.decided_at, question.decided_by = timezone.now(), by
    save(question, by)
