"""Verbs of publishing: what helps others, in words written for everybody."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network import rules
from network.choices import Act, PublicKind, QuestionState
from network.models import Organisation, Question, User
from network.services import audit
from network.services.asking import answers_for, thing_asked
from network.services.hiding import note_hidden, note_shown
from network.services.questions.answering import StaleQuestion, held, record, save
from network.services.refusals import Refused
from network.services.takedowns import HIDEABLE, Hideable, Thing, offer_kind

PUBLIC_TEXTS = (
    "public_question_es",
    "public_question_en",
    "public_answer_es",
    "public_answer_en",
)
REQUIRED = ("public_question_es", "public_answer_es")
LONGEST_TITLE = 80


def may_be_public(question: Question) -> bool:
    """True when it is about something the world may read now."""
    thing = thing_asked(question)
    return thing is not None and thing.is_public


def may_stand_there(question: Question) -> bool:
    """True while the association asked answers for whoever did what it is about."""
    thing = thing_asked(question)
    return thing is not None and answers_for(question.association, thing)


@audit.keeps_refusals(Act.QUESTION_PUBLISHED, of="question")
@transaction.atomic
def publish_question(
    *, question: Question, by: User, texts: Mapping[str, str], version: int
) -> Question:
    """Publish question and answer, in these words, where they were asked.

    The same texts sent twice change nothing. Raises StaleQuestion when somebody saved
    it since the given version, Refused before it was answered and for what the public
    cannot read.
    """
    current = held(question, by)
    wanted = {name: texts.get(name, "").strip() for name in PUBLIC_TEXTS}
    same = all((getattr(current, name) or "") == wanted[name] for name in wanted)
    if current.public and same:
        return current
    _refuse_unready(current)
    _refuse_texts(current, wanted)
    if version != current.version:
        raise StaleQuestion(current)
    for name, text in wanted.items():
        setattr(current, name, text)
    current.public = True
    current.published_at = current.published_at or timezone.now()
    save(current, by)
    record(Act.QUESTION_PUBLISHED, current, by)
    _find_again(current)
    note_shown(kind=PublicKind.QUESTION, key=str(current.pk))
    return current


@audit.keeps_refusals(Act.QUESTION_HIDDEN, of="question")
@transaction.atomic
def unpublish_question(*, question: Question, by: User) -> Question:
    """Take it off the public pages; what is written stays, and can be shown again."""
    return _hide(held(question, by), by, asked_only=True)


@audit.keeps_refusals(Act.QUESTION_HIDDEN, of="question")
@transaction.atomic
def hide_question(*, question: Question, by: User) -> Question:
    """Hide it because somebody asked; the reason is written afterwards."""
    return _hide(_taken(question, by), by, asked_only=False)


@audit.keeps_refusals(Act.QUESTION_SHOWN, of="question")
@transaction.atomic
def show_question(*, question: Question, by: User) -> Question:
    """Show it to the public again, as it was; pressed again it stays shown."""
    current = _taken(question, by)
    if current.public:
        return current
    if current.published_at is None:
        raise Refused(_("It was never published."))
    _refuse_unready(current)
    current.public = True
    save(current, by)
    record(Act.QUESTION_SHOWN, current, by)
    _find_again(current)
    note_shown(kind=PublicKind.QUESTION, key=str(current.pk))
    return current


def offer_question_kind() -> None:
    """Have published questions found, hidden and shown like whatever else is public."""
    offer_kind(
        PublicKind.QUESTION,
        Hideable(
            _thing,
            lambda row, by: hide_question(question=row, by=by),
            lambda row, by: show_question(question=row, by=by),
            gettext_lazy("The question and its answer leave the page within a minute."),
        ),
    )


def _find_again(question: Question) -> None:
    """Have the search find what it is about, with what is published of it now."""
    thing = thing_asked(question)
    way = HIDEABLE.get(thing.kind) if thing else None
    if thing is not None and way is not None and way.find_again is not None:
        way.find_again(thing.record)


def _hide(current: Question, by: User, *, asked_only: bool) -> Question:
    if not current.public:
        return current
    current.public = False
    save(current, by)
    record(Act.QUESTION_HIDDEN, current, by)
    _find_again(current)
    note_hidden(
        kind=PublicKind.QUESTION,
        key=str(current.pk),
        title=_title(current),
        owner=_stands_with(current),
        by=by,
        asked_only=asked_only,
    )
    return current


def _taken(question: Question, by: User) -> Question:
    rows = Question.objects.select_for_update(of=("self",))
    current = rows.select_related("association").get(pk=question.pk)
    # Whoever it stands on the page of decides as well as those who answered.
    thing = thing_asked(current)
    owners = {current.association_id, thing.owner.pk if thing and thing.owner else None}
    if not any(rules.may_take_down_of(by, owner) for owner in owners - {None}):
        raise Refused(_("You cannot decide on this question."))
    return current


def _refuse_unready(question: Question) -> None:
    if not question.kind:
        raise Refused(_("Only what was asked about an experience or an activity."))
    if question.state != QuestionState.ANSWERED:
        raise Refused(_("Answer whoever asked first; then publish."))
    if not may_be_public(question):
        raise Refused(
            _("What it is about is no longer published: it cannot be shown there.")
        )
    if not may_stand_there(question):
        raise Refused(
            _("%(who)s no longer answers for that organisation: it cannot be shown.")
            % {"who": question.association}
        )


def _refuse_texts(question: Question, wanted: Mapping[str, str]) -> None:
    if not all(wanted[name] for name in REQUIRED):
        raise Refused(_("Write the question and the answer in Spanish."))
    address = question.email.lower()
    if address and any(address in text.lower() for text in wanted.values()):
        raise Refused(_("Take the address of whoever asked out of the text."))


def _stands_with(question: Question) -> Organisation:
    """On whose page it stands: they are asked to take it down."""
    thing = thing_asked(question)
    return (thing.owner if thing else None) or question.association


def _title(question: Any) -> str:
    return str(question.public_question_es or question)[:LONGEST_TITLE]


def _thing(key: str) -> Thing | None:
    if not (key.isascii() and key.isdecimal() and len(key) <= 18):
        return None
    rows = Question.objects.filter(pk=int(key), published_at__isnull=False)
    row = rows.select_related("association").first()
    if row is None:
        return None
    about = thing_asked(row)
    return Thing(
        PublicKind.QUESTION,
        str(row.pk),
        _title(row),
        f"{about.address}#question-{row.pk}" if about else "",
        (about.owner if about else None) or row.association,
        row.public and about is not None and about.is_public,
        row,
    )
