"""What readers asked, for whoever may answer."""

from django.db.models import QuerySet

from network.models import Question, User
from network.waiting import MOST_COUNTED

SHOWN = 100


def questions_to_do(user: User) -> QuerySet[Question]:
    """What waits for this person's answer, to be counted: so many, and one for more."""
    waiting = Question.objects.answerable_by(user).waiting().order_by()
    return waiting[: MOST_COUNTED + 1]


def overdue_questions() -> QuerySet[Question]:
    """Those nobody answered in time, for the secretariat."""
    return Question.objects.overdue()


def questions_about(kind: str, key: object) -> QuerySet[Question]:
    """What the world reads of the questions about something."""
    return Question.objects.public_about(kind, str(key))[:SHOWN]


def public_questions(kind: str, key: object) -> list[Question]:
    """The same, asked."""
    return list(questions_about(kind, key))
