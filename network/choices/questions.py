"""Questions of readers: what became of each."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class QuestionState(TextChoices):
    """What the association did with a question."""

    WAITING = "waiting", pgettext_lazy("question", "Waiting")
    ANSWERED = "answered", pgettext_lazy("question", "Answered")
    CLOSED = "closed", pgettext_lazy("question", "Put aside")
