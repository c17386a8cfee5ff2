"""Background work of the network. Arguments are keys, never words or addresses."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.apps import apps
from django.conf import settings
from django.db import transaction
from django_tasks import task

from amuprev.foundation.mail_addresses import is_mailable
from amuprev.foundation.search.keeping import find_again, hold_search
from amuprev.foundation.uploads import small_copy, storage_name
from network import letters, preparing, waiting
from network.choices import EvidenceKind, ReviewState, Telling
from network.models import Evidence, Question, ReviewStep, Told, User
from network.models.evidence import FOLDER
from network.search.telling import who_tells

# Which letter tells of a step, and the screen it leads to.
LETTERS = {
    ReviewState.SUBMITTED: ("activity_submitted", "network:review_activity"),
    ReviewState.RETURNED: ("activity_returned", "network:activity"),
    ReviewState.APPROVED: ("activity_approved", "network:activity"),
    ReviewState.WITHDRAWN: ("activity_withdrawn", "network:activity"),
}


@task()
@transaction.atomic
def tell_of_step(key: int) -> int:
    """Write to those whom a step of an activity concerns; how many letters.

    Idempotent: a step is told once. Reviewers are not called to what was decided
    or taken back meanwhile.
    """
    step = ReviewStep.objects.select_related("activity__owner").filter(pk=key).first()
    if step is None or step.to_state not in LETTERS:
        return 0
    if not Told.for_the_first_time(Telling.STEP, key):
        return 0
    activity = step.activity
    if step.to_state != ReviewState.SUBMITTED:
        people = waiting.writers_of(activity)
    elif activity.review_state == ReviewState.SUBMITTED:
        people = waiting.reviewers_of(activity)
    else:
        people = []
    letter, view = LETTERS[ReviewState(step.to_state)]
    for person in people:
        link = letters.link(view, activity.pk, language=person.language)
        letters.write_to(person, letter, activity=activity, note=step.note, link=link)
    return len(people)


@task()
def make_small(key: int) -> bool:
    """Draw the small copy of a photo; True if it was still wanted. Idempotent.

    Until it is there, the large one is served in its place.
    """
    piece = Evidence.objects.filter(pk=key, kind=EvidenceKind.PICTURE, small="").first()
    if piece is None:
        return False
    storage = piece.file.storage
    with piece.file.open("rb") as large:
        small = small_copy(large.read())
    name = storage.save(f"{FOLDER}/{storage_name('webp')}", small)
    # Not of a photo that was covered or drawn small meanwhile.
    same = Evidence.objects.filter(pk=key, file=piece.file.name, small="")
    if not same.update(small=name):
        storage.delete(name)
        return False
    return True


@task()
@transaction.atomic
def mail_answer(key: int) -> int:
    """Mail an answer to whoever asked, in the language they read; how many letters.

    Idempotent: an answer goes out once. Nobody's address is in it: they cannot reply
    to it, and are told where to ask again.
    """
    question = Question.objects.select_related("association").filter(pk=key).first()
    if question is None or not question.answer or not is_mailable(question.email):
        return 0
    if not Told.for_the_first_time(Telling.QUESTION_ANSWERED, key):
        return 0
    letters.write(
        "question_answer",
        to=question.email,
        language=question.language,
        question=question,
        association=question.association,
        days=settings.QUESTION_WORDS_DAYS,
        link=letters.link("ask", language=question.language),
    )
    return 1


# Mails and the like do not wait for files.
@task(priority=-10)
def prepare_file(key: int) -> int:
    """Make a file that somebody asked for and tell them; how many rows it has.

    Idempotent: one that is ready is left alone, one that was interrupted is made again.
    """
    return preparing.prepare(key)


# Nor do they wait for thousands of activities that bear a new name.
@task(priority=-10)
def find_what_tells(model: str, keys: list[int]) -> int:
    """Find anew what tells the names of these records; how much changed. Idempotent.

    Some hundreds at a time: meanwhile the search is changed by others too.
    """
    with transaction.atomic():
        # Whoever lists something by the name that was is waited for, and found then.
        hold_search()
        told = list(who_tells(apps.get_model(model), keys))
    return sum(find_again(source, found) for source, found in told)


@task()
def mail_password_link(key: int) -> int:
    """Mail a person a link with which they choose a new password; how many letters.

    Idempotent: run twice, two links arrive, and the first to be used ends the other.
    Nobody has the key 0: it stands for an address without an account, so that
    asking takes as long for it as for any other.
    """
    person = User.objects.filter(pk=key, is_active=True).first()
    if person is None:
        return 0
    link = letters.link(
        "account_reset_password_from_key",
        user_pk_to_url_str(person),
        default_token_generator.make_token(person),
        language=person.language,
    )
    letters.write_to(person, "password_link", link=link)
    return 1
