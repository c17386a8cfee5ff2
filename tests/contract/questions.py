"""The questions of readers with which the addresses of those who answer are tried."""

from typing import Any

from django.utils import timezone

from experiences.models import Experience
from network.models import Organisation, Question

MISSING = 999_999
STATES = {
    "waiting": ("waiting", False),
    "answered": ("answered", False),
    "published": ("answered", True),
    "closed": ("closed", False),
}


def give_questions(town: Organisation) -> None:
    """One in each state about a public record, from somebody who left an address."""
    experience = Experience.objects.filter(owner=town).public().first()
    activity = town.activities.order_by("pk").last()
    kind, about = ("experience", experience) if experience else ("activity", activity)
    for state, public in STATES.values():
        now = timezone.now()
        question = Question.objects.create(
            association=town.affiliations.get().association,
            about=town,
            kind=kind,
            key=str(about.pk) if about else "",
            asked="¿Cómo se formó el comité?",
            email="vecina@ejemplo.test",
            state=state,
            answer="En asamblea." if state == "answered" else "",
            decided_at=None if state == "waiting" else now,
            public=public,
            published_at=now if public else None,
            public_question_es="¿Cómo empezó?" if public else "",
            public_answer_es="Con una asamblea." if public else "",
        )
        question.save()


def _of_question(cast: Any, state: str) -> dict[str, Any]:
    known, public = STATES.get(state, ("", False))
    rows = Question.objects.filter(about=cast.town, state=known, public=public)
    found = rows.first()
    return {"pk": found.pk if found else MISSING}


MAKERS = {"question": _of_question}
