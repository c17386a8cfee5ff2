"""Background work of the twinnings. Arguments are keys, never words or addresses."""

from django.db import transaction
from django_tasks import task

from network import letters
from network.choices import ReviewState, Telling
from network.models import Told
from twinnings import waiting
from twinnings.models import ReviewMove, Twinning

# Which letter tells of a step, and the screens it leads to: of a twinning, an exchange.
LETTERS = {
    ReviewState.SUBMITTED: (
        "submitted",
        "twinnings:decide",
        "twinnings:exchange_decide",
    ),
    ReviewState.RETURNED: ("returned", "twinnings:twinning", "twinnings:exchange"),
    ReviewState.APPROVED: ("approved", "twinnings:twinning", "twinnings:exchange"),
    ReviewState.WITHDRAWN: ("withdrawn", "twinnings:twinning", "twinnings:exchange"),
}


@task()
@transaction.atomic
def tell_of_step(key: int) -> int:
    """Write to those whom a step of a twinning or exchange concerns; how many letters.

    Idempotent: a step is told once. Reviewers are not called to what was decided or
    taken back meanwhile.
    """
    steps = ReviewMove.objects.select_related("twinning__owner", "exchange__owner")
    step = steps.filter(pk=key).first()
    if step is None or step.to_state not in LETTERS:
        return 0
    if not Told.for_the_first_time(Telling.TWINNING_STEP, key):
        return 0
    record = step.twinning or step.exchange
    if record is None:
        return 0
    if step.to_state != ReviewState.SUBMITTED:
        people = waiting.writers_of(record)
    elif record.review_state == ReviewState.SUBMITTED:
        people = waiting.deciders_of(record)
    else:
        people = []
    is_twinning = isinstance(record, Twinning)
    letter, *views = LETTERS[ReviewState(step.to_state)]
    view = views[0] if is_twinning else views[1]
    for person in people:
        letters.write_to(
            person,
            letter,
            folder="twinnings",
            record=record,
            is_twinning=is_twinning,
            note=step.note,
            link=letters.link(view, record.pk, language=person.language),
        )
    return len(people)
