"""Signed links for people without an account: sent, opened, answered once, forgotten.

A link carries nothing but the key of its row, signed for one purpose. Whoever has it
can answer once: what is forwarded is answered by the first who opens it.
"""

import datetime
import uuid
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.mail_addresses import is_mailable
from network import letters
from network.choices import Act, ReviewState
from network.models import User
from network.services import audit
from network.services.refusals import Refused
from twinnings import rules
from twinnings.addresses import answer_address
from twinnings.choices import ExchangeStatus, FactsAnswer, LinkPurpose
from twinnings.models import Exchange, FollowUp, OfficerLink
from twinnings.services.keeping import held

SALT = "twinnings.link"
GOOD_FOR = {
    LinkPurpose.FACTS: datetime.timedelta(days=30),
    LinkPurpose.FOLLOW_UP: datetime.timedelta(days=60),
}
# An address is erased so long after its answer or its end.
KEPT = datetime.timedelta(days=30)
MOST_OPEN = 10


@dataclass(frozen=True)
class Opened:
    """What a link leads to, and how it stands."""

    link: OfficerLink | None
    state: str  # open, used, revoked, expired, unknown

    @property
    def is_open(self) -> bool:
        """True when it can be answered now."""
        return self.state == "open"


def token_of(link: OfficerLink) -> str:
    """The signed text of a link."""
    return signing.dumps(link.key.hex, salt=_salt(link.purpose))


def whole_link(link: OfficerLink) -> str:
    """Its whole address, in its reader's language."""
    return settings.SITE_URL + answer_address(token_of(link), link.language)


def open_link(token: str) -> Opened:
    """What the link of a mail leads to; nothing for an altered one."""
    for purpose in LinkPurpose.values:
        try:
            key = uuid.UUID(hex=signing.loads(token, salt=_salt(purpose)))
        except (signing.BadSignature, ValueError, TypeError, AttributeError):
            continue
        rows = OfficerLink.objects.filter(key=key, purpose=purpose)
        link = rows.select_related(
            "exchange__owner", "exchange__twinning", "exchange__place", "follow_up"
        ).first()
        return Opened(link, "unknown" if link is None else _state(link))
    return Opened(None, "unknown")


def _salt(purpose: str) -> str:
    return f"{SALT}.{purpose}"


def _state(link: OfficerLink) -> str:
    asked = link.follow_up
    if link.answered_at is not None or (asked and asked.answered_at is not None):
        return "used"
    if link.revoked_at is not None or _is_out_of_sight(link.exchange):
        return "revoked"
    return "open" if link.is_open else "expired"


def _is_out_of_sight(exchange: Exchange) -> bool:
    """True when it, or its twinning, was thrown away, hidden or withdrawn."""
    return any(
        each.discarded_at is not None
        or each.hidden_at is not None
        or each.review_state == ReviewState.WITHDRAWN
        for each in (exchange, exchange.twinning)
    )


def send_follow_up(
    follow_up: FollowUp, *, email: str, language: str, office: str = ""
) -> OfficerLink:
    """Mail the three questions to an address, with a link of its own."""
    link = _new(
        follow_up.exchange,
        LinkPurpose.FOLLOW_UP,
        email=email,
        language=language,
        office=office,
        follow_up=follow_up,
    )
    _mail(link, "follow_up", months=follow_up.months)
    return link


@audit.keeps_refusals(Act.FACTS_ASKED, of="exchange")
@transaction.atomic
def ask_officer(
    *, exchange: Exchange, by: User, email: str, office: str, language: str = "en"
) -> OfficerLink:
    """Ask an officer of the counterpart to confirm the facts of an exchange.

    The same address asked again gets a new link, and the earlier one ends. Raises
    Refused for who does not follow it, before it was held, and for a wrong address.
    """
    current = held(exchange)
    if not rules.may_ask_officer(by, current):
        raise Refused(_("You cannot ask about this exchange."))
    if current.status != ExchangeStatus.HELD:
        raise Refused(_("Report the exchange first."))
    email = _address(email)
    asked = OfficerLink.objects.filter(
        exchange=current,
        purpose=LinkPurpose.FACTS,
        answered_at__isnull=True,
        revoked_at__isnull=True,
    )
    asked.filter(email=email).update(revoked_at=timezone.now())
    if asked.filter(expires_at__gt=timezone.now()).count() >= MOST_OPEN:
        raise Refused(_("Too many links wait for an answer: revoke one first."))
    link = _new(
        current,
        LinkPurpose.FACTS,
        email=email,
        language=language,
        office=office.strip(),
        sent_by=by,
    )
    audit.record(Act.FACTS_ASKED, by=by, of=current, link=link.pk)
    _mail(link, "facts", by=by)
    return link


def _address(typed: str) -> str:
    email = typed.strip().lower()
    try:
        validate_email(email)
    except ValidationError as wrong:
        raise Refused(_("Write an e-mail address."), code="email") from wrong
    if not is_mailable(email):
        raise Refused(_("Write an e-mail address."), code="email")
    return email


@transaction.atomic
def confirm_facts(*, link: OfficerLink, answer: str, words: str = "") -> OfficerLink:
    """Keep what the officer says of the facts, once; nothing public changes by it.

    Raises Refused for a link that is used, ended, revoked or for something else, and
    for something wrong that nobody describes.
    """
    current = held_open(link, LinkPurpose.FACTS)
    if answer not in FactsAnswer.values:
        raise Refused(_("Say whether the facts are right."), code="answer")
    if answer == FactsAnswer.WRONG and not words.strip():
        raise Refused(_("Write what has to be corrected."), code="words")
    current.answer, current.words = answer, words.strip()
    current.answered_at = timezone.now()
    if answer == FactsAnswer.RIGHT:
        current.settled_at = current.answered_at
    current.save()
    audit.record(
        Act.FACTS_CONFIRMED, by=None, of=current.exchange, link=link.pk, answer=answer
    )
    return current


@audit.keeps_refusals(Act.FACTS_SETTLED, of="link")
@transaction.atomic
def settle_correction(*, link: OfficerLink, by: User) -> OfficerLink:
    """Note that what the officer said was dealt with; pressed again it stays so."""
    current = _held_row(link)
    if not rules.may_follow(by, current.exchange):
        raise Refused(_("You cannot change this record."))
    if current.answered_at is None:
        raise Refused(_("Nobody has answered yet."))
    if current.settled_at is None:
        current.settled_at = timezone.now()
        current.save(update_fields=["settled_at"])
        audit.record(Act.FACTS_SETTLED, by=by, of=current.exchange, link=current.pk)
    return current


@audit.keeps_refusals(Act.LINK_REVOKED, of="link")
@transaction.atomic
def revoke_link(*, link: OfficerLink, by: User) -> OfficerLink:
    """End a link that went to the wrong address; pressed again it stays ended."""
    current = _held_row(link)
    if not rules.may_follow(by, current.exchange):
        raise Refused(_("You cannot change this record."))
    if current.answered_at is not None:
        raise Refused(_("It was answered already."))
    if current.revoked_at is None:
        current.revoked_at = timezone.now()
        current.save(update_fields=["revoked_at"])
        audit.record(Act.LINK_REVOKED, by=by, of=current.exchange, link=current.pk)
    return current


def held_open(link: OfficerLink, purpose: str) -> OfficerLink:
    """The link, held, if it can be answered now for this purpose. Raises Refused."""
    current = _held_row(link)
    state = _state(current) if current.purpose == purpose else "unknown"
    if state != "open":
        raise Refused(_sentence(state), code=state)
    return current


def _sentence(state: str) -> str:
    return {
        "used": _("It was answered already. Thank you."),
        "expired": _("This link has ended. Ask whoever sent it for a new one."),
        "revoked": _("This link was taken back by whoever sent it."),
    }.get(state, _("This link opens nothing."))


def forget_officers() -> int:
    """Erase addresses, and the words dealt with, some time after answer or end."""
    before = timezone.now() - KEPT
    over = (
        Q(answered_at__lt=before) | Q(expires_at__lt=before) | Q(revoked_at__lt=before)
    )
    rows = OfficerLink.objects.filter(over)
    gone = rows.exclude(email="").update(email="")
    rows.filter(settled_at__lt=before).exclude(words="").update(words="")
    return gone


def _held_row(link: OfficerLink) -> OfficerLink:
    rows = OfficerLink.objects.select_for_update(of=("self",))
    related = rows.select_related("exchange__owner", "exchange__twinning", "follow_up")
    return related.get(pk=link.pk)


def _new(
    exchange: Exchange,
    purpose: LinkPurpose,
    *,
    email: str,
    language: str,
    office: str,
    follow_up: FollowUp | None = None,
    sent_by: User | None = None,
) -> OfficerLink:
    return OfficerLink.objects.create(
        exchange=exchange,
        purpose=purpose,
        follow_up=follow_up,
        email=email,
        language="en" if language == "en" else "es",
        office=office[:160],
        sent_by=sent_by,
        expires_at=timezone.now() + GOOD_FOR[purpose],
    )


def _mail(link: OfficerLink, letter: str, **told: Any) -> None:
    letters.write(
        letter,
        to=link.email,
        language=link.language,
        folder="twinnings",
        exchange=link.exchange,
        twinning=link.exchange.twinning,
        owner=link.exchange.owner,
        days=GOOD_FOR[LinkPurpose(link.purpose)].days,
        link=whole_link(link),
        **told,
    )
