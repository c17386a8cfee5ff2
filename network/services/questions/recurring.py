"""What recurs: a reminder of what waits too long, and addresses to forget."""

import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from network.choices import Act, QuestionState, Telling
from network.models import Question, Told
from network.services.asking import tell_association
from network.services.questions.answering import record, save

BATCH = 200


@transaction.atomic
def remind_of_waiting() -> int:
    """Remind the association, once, of each question nobody answered; how many letters."""
    overdue = Question.objects.overdue().order_by("pk")
    keys = [str(key) for key in overdue.values_list("pk", flat=True)]
    told = Told.among(Telling.QUESTION_WAITING, keys)
    untold = [int(key) for key in keys if key not in told][:BATCH]
    written = 0
    for question in overdue.filter(pk__in=untold).select_related(
        "association", "about"
    ):
        if Told.for_the_first_time(Telling.QUESTION_WAITING, question.pk):
            written += tell_association(question, "question_waiting")
    return written


@transaction.atomic
def forget_askers() -> int:
    """Erase addresses and words some days after the answer, or late without one.

    What still waited by then can no longer be answered: it is put aside.
    """
    now = timezone.now()
    answered = now - datetime.timedelta(days=settings.QUESTION_WORDS_DAYS)
    oldest = now - datetime.timedelta(days=settings.QUESTION_MOST_DAYS)
    for question in (
        Question.objects.waiting()
        .filter(asked_at__lt=oldest)
        .select_for_update(of=("self",))
        .select_related("association")[:BATCH]
    ):
        question.state, question.decided_at = QuestionState.CLOSED, now
        save(question, None)
        record(Act.QUESTION_CLOSED, question, None)
    # Whoever was answered late may still read for some days what the answer is to.
    put_aside = Q(state=QuestionState.CLOSED, asked_at__lt=oldest)
    due = Q(decided_at__lt=answered) | put_aside
    rows = Question.objects.filter(due).exclude(state=QuestionState.WAITING)
    written = rows.exclude(email="", asked="", answer="")
    return written.update(email="", asked="", answer="")
