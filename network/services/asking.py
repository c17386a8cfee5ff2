"""The verb of readers who ask: their words reach an association, and no address does."""

import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from amuprev.foundation.mail_addresses import is_mailable
from network import letters
from network.choices import Act, OrganisationKind, PublicKind, QuestionState
from network.models import Affiliation, Appointment, Organisation, Question, User
from network.services import audit
from network.services.refusals import Refused
from network.services.same_again import wait_for_the_same
from network.services.takedown_mail import the_secretariat
from network.services.takedowns import Thing, find_thing
from network.standing import REVIEWERS

SAME = datetime.timedelta(days=1)
# What a question may be about, besides an organisation.
ASKED_ABOUT = (PublicKind.EXPERIENCE, PublicKind.ACTIVITY)


def associations_to_ask() -> list[Organisation]:
    """The associations the public sees, by country and name."""
    return list(
        Organisation.objects.associations().public().in_order().select_related("place")
    )


def whom_to_ask(slug: str) -> tuple[Organisation | None, Organisation | None]:
    """The association that answers for a public organisation, and that organisation."""
    named = Organisation.objects.public().loggable().filter(slug=slug).first()
    if named is None:
        return None, None
    if named.kind == OrganisationKind.ASSOCIATION:
        return named, None
    link = (
        Affiliation.objects.today()
        .filter(municipality=named, reviews=True, association__shown=True)
        .select_related("association")
        .first()
    )
    return (link.association if link else None), named


def asked_thing(name: str) -> Thing | None:
    """The public experience or activity a link names; None for anything else."""
    found = find_thing(name)
    if found is None or found.kind not in ASKED_ABOUT or not found.is_public:
        return None
    return found


def answers_for(association: Organisation, thing: Thing) -> bool:
    """True for the association that answers for whoever did the thing, as of today."""
    asked, _about = whom_to_ask(thing.owner.slug) if thing.owner else (None, None)
    return asked == association


def thing_asked(question: Question) -> Thing | None:
    """What a question is about; None when it is about nothing, or that is gone."""
    return find_thing(f"{question.kind}-{question.key}") if question.kind else None


@transaction.atomic
def ask_association(
    *,
    association: Organisation,
    about: Organisation | None,
    words: str,
    email: str,
    language: str,
    thing: Thing | None = None,
) -> Question:
    """Keep a reader's question and tell those who answer for the association.

    The same words sent again while it waits, or the same day, are one question.
    An association that does not answer for the thing's owner is asked without the
    thing: it has no say on that page. Raises Refused when nobody could receive it.
    """
    if thing is not None and not answers_for(association, thing):
        thing = None
    asked: dict[str, Any] = {
        "association": association,
        "about": about,
        "kind": thing.kind if thing else "",
        "key": thing.key if thing else "",
        "asked": words.strip(),
        "email": email.strip().lower(),
    }
    wait_for_the_same(f"{association.pk} {asked['key']} {words} {asked['email']}")
    waits = Q(state=QuestionState.WAITING) | Q(asked_at__gt=timezone.now() - SAME)
    earlier = Question.objects.filter(waits, **asked).first()
    if earlier is not None:
        return earlier
    if not readers_of(association):
        raise Refused(_("Nobody there can receive it yet. Choose another."))
    question = Question.objects.create(**asked, language=language)
    audit.record(
        Act.QUESTION_ASKED, by=None, of=question, owner=association, kind=asked["kind"]
    )
    tell_association(question, "question")
    return question


def tell_association(question: Question, letter: str) -> int:
    """Write to those who answer, each in their language; how many letters.

    No letter holds the reader's words or address: mailboxes do not forget in time.
    """
    readers = readers_of(question.association)
    staffed = answerers(question.association).exists()
    for to, tongue in readers:
        with override(tongue):
            what = _told_of(question)
        letters.write(
            letter,
            to=to,
            language=tongue,
            association=question.association,
            question=question,
            about=what,
            staffed=staffed,
            days=settings.QUESTION_PATIENCE_DAYS,
            link=letters.link("network:question", question.pk, language=tongue),
        )
    return len(readers)


def answerers(association: Organisation) -> QuerySet[User]:
    """Its people who can open its questions in the workspace."""
    posts = Appointment.objects.in_force().filter(
        organisation=association, role__in=REVIEWERS
    )
    return User.objects.filter(pk__in=posts.values("person")).order_by("pk")


def readers_of(association: Organisation) -> list[tuple[str, str]]:
    """Its people and its office; without people, the network's secretariat as well."""
    people = answerers(association) or the_secretariat()
    told = [(each.email, each.language) for each in people]
    office = association.email
    if office and is_mailable(office) and office not in dict(told):
        told.append((office, "es"))
    return told


def _told_of(question: Question) -> str:
    """What it is about; what the public cannot read now goes by kind and number."""
    thing = thing_asked(question)
    if thing is None:
        return str(question.about or "")
    if thing.is_public:
        return thing.title
    return f"{question.get_kind_display()} {question.key}"
