"""Verbs of commitments: promise, change, say that it was met or dropped, with evidence."""

import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.uploads import clean_document, storage_name
from network.choices import Act
from network.models import Organisation, User
from network.services import audit
from network.services.refusals import Refused, Stale
from twinnings.choices import CommitmentState
from twinnings.dating import span_of_exchange
from twinnings.models import Commitment, Exchange, Party
from twinnings.models.storage import FOLDER, twinning_storage
from twinnings.services.keeping import held_to_follow
from twinnings.services.sight import keep_exchange_in_sight

MOST = 30


@audit.keeps_refusals(Act.COMMITMENT_ADDED, of="exchange")
@transaction.atomic
def add_commitment(
    *,
    exchange: Exchange,
    by: User,
    text_es: str,
    text_en: str = "",
    party: Party | None = None,
    organisation: Organisation | None = None,
    office_es: str = "",
    office_en: str = "",
    due: datetime.date | None = None,
) -> Commitment:
    """Write down what one side promised; the same promise of the same side, office
    and day is one while it is open.

    Of an exchange that is public already it waits until its reviewer has read it.
    Raises Refused for one due before the exchange, without text, or of another party.
    """
    current = held_to_follow(exchange, by)
    side: dict[str, Any] = {"party": party, "organisation": organisation, "due": due}
    told = {"text_es": text_es.strip(), "office_es": office_es.strip(), **side}
    same = current.commitments.filter(state=CommitmentState.OPEN, **told).first()
    if told["text_es"] and same is not None:
        return same
    if current.commitments.count() >= MOST:
        said = _("An exchange has at most %(most)d commitments.")
        raise Refused(said % {"most": MOST})
    made = Commitment(exchange=current)
    _write(made, **told, text_en=text_en, office_en=office_en)
    made.save()
    _told(Act.COMMITMENT_ADDED, made, by)
    return made


@audit.keeps_refusals(Act.COMMITMENT_SAVED, of="commitment")
@transaction.atomic
def save_commitment(
    *, commitment: Commitment, by: User, version: int | None = None, **values: Any
) -> Commitment:
    """Change what was promised, who answers for it or its day, while it is open.

    Other words wait for the reviewer again. Raises Stale, and Refused as adding does.
    """
    current = _held(commitment, by)
    if version is not None and version != current.version:
        raise Stale(current)
    if current.state != CommitmentState.OPEN:
        raise Refused(_("It was met or dropped already: open it again first."))
    before = _words_of(current)
    _write(current, **values)
    if before != _words_of(current):
        current.public = False
    return _saved(current, by, Act.COMMITMENT_SAVED)


def _words_of(commitment: Commitment) -> list[str]:
    """What somebody typed, and somebody else reads before the world does."""
    names = ("text_es", "text_en", "office_es", "office_en")
    return [getattr(commitment, name) or "" for name in names]


@audit.keeps_refusals(Act.COMMITMENT_MET, of="commitment")
def meet_commitment(
    *,
    commitment: Commitment,
    by: User,
    evidence_es: str = "",
    evidence_en: str = "",
    link: str = "",
    upload: UploadedFile | None = None,
    on: datetime.date | None = None,
) -> Commitment:
    """Say that it was met, and what shows it: words, an address or a file.

    Said again it stays so. Raises Refused without anything that shows it and for a day
    to come, ValidationError for a file that is not accepted.
    """
    if not (evidence_es.strip() or link.strip() or upload):
        raise Refused(
            _("Say what shows it: write it, or give its address or its file."),
            code="evidence",
        )
    stored, kind = _stored(upload)
    values = {
        "evidence_es": evidence_es.strip(),
        "evidence_en": evidence_en.strip(),
        "evidence_link": link.strip(),
        "evidence_file": stored,
        "evidence_type": kind,
    }
    kept = False
    try:
        current = _decided(commitment, by, CommitmentState.MET, on, values)
        kept = bool(stored) and current.evidence_file.name == stored
    finally:
        if stored and not kept:
            twinning_storage().delete(stored)
    return current


def _stored(upload: UploadedFile | None) -> tuple[str, str]:
    if upload is None:
        return "", ""
    cleaned = clean_document(upload)
    name = f"{FOLDER}/{storage_name(cleaned.extension)}"
    return twinning_storage().save(name, cleaned.file), cleaned.content_type


@audit.keeps_refusals(Act.COMMITMENT_DROPPED, of="commitment")
def drop_commitment(
    *, commitment: Commitment, by: User, reason_es: str, reason_en: str = ""
) -> Commitment:
    """Say that it will not be done, and why; the public reads both. Raises Refused."""
    if not reason_es.strip():
        raise Refused(_("Say why it was dropped."), code="evidence")
    values = {"evidence_es": reason_es.strip(), "evidence_en": reason_en.strip()}
    return _decided(commitment, by, CommitmentState.DROPPED, None, values)


@audit.keeps_refusals(Act.COMMITMENT_REOPENED, of="commitment")
@transaction.atomic
def reopen_commitment(*, commitment: Commitment, by: User) -> Commitment:
    """Take back that it was met or dropped; what showed it stays, no longer public."""
    current = _held(commitment, by)
    if current.state == CommitmentState.OPEN:
        return current
    current.state = CommitmentState.OPEN
    current.decided_on = current.decided_by = None
    current.evidence_public = False
    return _saved(current, by, Act.COMMITMENT_REOPENED)


@audit.keeps_refusals(Act.COMMITMENT_REMOVED, of="commitment")
@transaction.atomic
def remove_commitment(*, commitment: Commitment, by: User) -> None:
    """Take out one that nobody outside has read; what was public is dropped instead."""
    current = _held(commitment, by)
    if current.public:
        raise Refused(_("It is public: say that it was dropped, and why."))
    _told(Act.COMMITMENT_REMOVED, current, by)
    _forget_file(current)
    current.delete()


@transaction.atomic
def _decided(
    commitment: Commitment,
    by: User,
    state: str,
    on: datetime.date | None,
    values: dict[str, str],
) -> Commitment:
    current = _held(commitment, by)
    if current.state == state:
        return current
    if current.state != CommitmentState.OPEN:
        raise Refused(_("It was met or dropped already: open it again first."))
    today = timezone.localdate()
    if on is not None and on > today:
        raise Refused(_("That day lies ahead."), code="on")
    first = current.not_before
    if on is not None and first is not None and on < first:
        raise Refused(_("That day is before the exchange."), code="on")
    if values.get("evidence_file"):
        _forget_file(current)
    for name, value in values.items():
        if value or name != "evidence_file":
            setattr(current, name, value)
    current.state, current.evidence_public = state, False
    current.decided_on, current.decided_by = on or today, by
    met = state == CommitmentState.MET
    return _saved(current, by, Act.COMMITMENT_MET if met else Act.COMMITMENT_DROPPED)


def _write(commitment: Commitment, **values: Any) -> None:
    exchange = commitment.exchange
    party = values.get("party", commitment.party)
    if party is not None and party.twinning_id != exchange.twinning_id:
        raise Refused(_("Choose one of the parties of the twinning."), code="party")
    for name, value in values.items():
        setattr(commitment, name, value.strip() if isinstance(value, str) else value)
    if not (commitment.text_es or "").strip():
        raise Refused(_("Write what was promised."), code="text")
    commitment.not_before = span_of_exchange(exchange).first
    due, first = commitment.due, commitment.not_before
    if due is not None and first is not None and due < first:
        raise Refused(_("A commitment cannot be due before the exchange."), code="due")


def _held(commitment: Commitment, by: User) -> Commitment:
    exchange = held_to_follow(commitment.exchange, by)
    rows = Commitment.objects.select_for_update(of=("self",)).filter(pk=commitment.pk)
    current = rows.select_related("party").first()
    if current is None:
        raise Refused(_("It was deleted meanwhile."), code="gone")
    current.exchange = exchange
    return current


def _saved(commitment: Commitment, by: User, act: Act) -> Commitment:
    commitment.version += 1
    commitment.save()
    _told(act, commitment, by)
    keep_exchange_in_sight(commitment.exchange)
    return commitment


def _told(act: Act, commitment: Commitment, by: User) -> None:
    exchange = commitment.exchange
    exchange.writers.add(by)
    audit.record(act, by=by, of=commitment, owner=exchange.owner, exchange=exchange.pk)


def _forget_file(commitment: Commitment) -> None:
    if name := str(commitment.evidence_file.name or ""):
        transaction.on_commit(lambda: twinning_storage().delete(name))
