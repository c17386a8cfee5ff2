"""Background work of the experiences. Arguments are keys, never words or addresses."""

from typing import Any

from django.db import transaction
from django_tasks import task

from experiences import rendering, waiting
from experiences.models import (
    Adaptation,
    AdaptationMove,
    Experience,
    ExperienceStep,
    Film,
    FilmStep,
)
from network import letters
from network.choices import ReviewState, Telling
from network.models import Told

# Which letter tells of a step, and the screen it leads to.
LETTERS = {
    ReviewState.SUBMITTED: ("experience_submitted", "experiences:decide"),
    ReviewState.RETURNED: ("experience_returned", "experiences:experience"),
    ReviewState.APPROVED: ("experience_published", "experiences:experience"),
    ReviewState.WITHDRAWN: ("experience_withdrawn", "experiences:experience"),
}
FILM_LETTERS = {
    ReviewState.SUBMITTED: ("film_submitted", "films:film"),
    ReviewState.RETURNED: ("film_returned", "films:film"),
    ReviewState.APPROVED: ("film_published", "films:film"),
    ReviewState.WITHDRAWN: ("film_withdrawn", "films:film"),
}
PLAN_LETTERS = {
    ReviewState.SUBMITTED: ("adaptation_submitted", "experiences:decide_changes"),
    ReviewState.RETURNED: ("adaptation_returned", "experiences:plan"),
    ReviewState.APPROVED: ("adaptation_published", "experiences:plan"),
    ReviewState.WITHDRAWN: ("adaptation_withdrawn", "experiences:plan"),
}


@task()
@transaction.atomic
def tell_of_experience(key: int) -> int:
    """Write to those whom a step of an experience concerns; how many letters.

    Idempotent: a step is told once. Editors are not called to what was decided or
    taken back meanwhile.
    """
    steps = ExperienceStep.objects.select_related("experience__owner")
    step = steps.filter(pk=key).first()
    if step is None or step.to_state not in LETTERS:
        return 0
    if not Told.for_the_first_time(Telling.EXPERIENCE_STEP, key):
        return 0
    experience = step.experience
    notes = [each for each in experience.section_states.all() if each.note]
    told = {"experience": experience, "note": step.note, "notes": notes}
    told["corrected"] = _was_public_before(step, experience)
    return _tell(experience, LETTERS[ReviewState(step.to_state)], step.to_state, told)


@task()
@transaction.atomic
def tell_of_film(key: int) -> int:
    """Write to those whom a step of a film concerns; how many letters. Idempotent."""
    step = FilmStep.objects.select_related("film__owner").filter(pk=key).first()
    if step is None or step.to_state not in FILM_LETTERS:
        return 0
    if not Told.for_the_first_time(Telling.FILM_STEP, key):
        return 0
    told = {"film": step.film, "note": step.note}
    told["corrected"] = _was_public_before(step, step.film)
    letter = FILM_LETTERS[ReviewState(step.to_state)]
    return _tell(step.film, letter, step.to_state, told)


@task()
@transaction.atomic
def tell_of_adaptation(key: int) -> int:
    """Write to those whom a step of an adaptation concerns; how many letters.

    Idempotent.
    """
    steps = AdaptationMove.objects.select_related("adaptation__owner")
    step = steps.filter(pk=key).first()
    if step is None or step.to_state not in PLAN_LETTERS:
        return 0
    if not Told.for_the_first_time(Telling.ADAPTATION_STEP, key):
        return 0
    told = {"plan": step.adaptation, "note": step.note}
    letter = PLAN_LETTERS[ReviewState(step.to_state)]
    return _tell(step.adaptation, letter, step.to_state, told)


def _was_public_before(step: ExperienceStep | FilmStep, record: Any) -> bool:
    if step.from_state in (ReviewState.APPROVED, ReviewState.WITHDRAWN):
        return True
    earlier = record.steps.filter(to_state=ReviewState.APPROVED, pk__lt=step.pk)
    return bool(earlier.exists())


def _tell(
    record: Experience | Film | Adaptation,
    letter: tuple[str, str],
    state: str,
    told: dict[str, Any],
) -> int:
    if state == ReviewState.RETURNED:
        people = waiting.writers_of(record)
    elif state != ReviewState.SUBMITTED:
        people = waiting.told_of(record)
    elif record.review_state == ReviewState.SUBMITTED:
        people = (
            waiting.deciders_of(record)
            if isinstance(record, Adaptation)
            else waiting.editors_for(record)
        )
    else:
        people = []
    name, view = letter
    for person in people:
        link = letters.link(view, record.pk, language=person.language)
        letters.write_to(person, name, folder="experiences", link=link, **told)
    return len(people)


# In a lane of its own: a film takes minutes, and nothing else waits for it.
@task(queue_name="films")
def make_rendition(key: int) -> bool:
    """Make one copy of a film; True if it was made now.

    Idempotent: what is ready is left alone, what was interrupted is made again.
    """
    return rendering.render(key)
