"""Verbs of what comes after: ask at 6 and 12 months, answer, read before it is public."""

import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Act, ReviewState
from network.models import User
from network.services import audit
from network.services.refusals import Refused
from twinnings import rules
from twinnings.choices import (
    AnsweredBy,
    AnsweringSide,
    ExchangeStatus,
    FollowedUp,
    LinkPurpose,
)
from twinnings.dating import months_after, span_of_exchange
from twinnings.models import Exchange, FollowUp, OfficerLink
from twinnings.models.follow_ups import FOLLOW_UP_MONTHS
from twinnings.services import links
from twinnings.services.keeping import held
from twinnings.waiting import counterparts_with_mail, whoever_follows

BATCH = 200
# Nobody is written to about what was hidden or thrown away, itself or its twinning.
SIGHT = ("exchange__", "exchange__twinning__")
# What ended longer ago than this is history: nobody is asked how it went on.
MOST_LATE = datetime.timedelta(days=120)


def plan_follow_ups(exchange: Exchange) -> None:
    """Plan, or move, what is asked of each side 6 and 12 months after its last day.

    What was asked already stays. Without a date, and of what is long past, nothing.
    """
    last = span_of_exchange(exchange).last
    if last is None:
        return
    today = timezone.localdate()
    for months in FOLLOW_UP_MONTHS:
        due = months_after(last, months)
        for side in AnsweringSide.values:
            found = exchange.follow_ups.filter(months=months, side=side).first()
            if found is None and due > today - MOST_LATE:
                exchange.follow_ups.create(months=months, side=side, due_on=due)
            elif found is not None and found.asked_at is None and found.due_on != due:
                found.due_on = due
                found.save(update_fields=["due_on"])


def ask_follow_ups() -> int:
    """Mail the three questions of what is due; how many letters.

    Idempotent: each is asked once. One that nobody can answer by mail waits for
    somebody who signs in.
    """
    due = FollowUp.objects.filter(
        due_on__lte=timezone.localdate(),
        asked_at__isnull=True,
        answered_at__isnull=True,
        exchange__status=ExchangeStatus.HELD,
        **{f"{prefix}discarded_at__isnull": True for prefix in SIGHT},
        **{f"{prefix}hidden_at__isnull": True for prefix in SIGHT},
    ).exclude(
        Q(exchange__review_state=ReviewState.WITHDRAWN)
        | Q(exchange__twinning__review_state=ReviewState.WITHDRAWN)
    )
    written = 0
    while keys := list(due.order_by("pk").values_list("pk", flat=True)[:BATCH]):
        written += sum(_ask(key) for key in keys)
    return written


@transaction.atomic
def _ask(key: int) -> int:
    rows = FollowUp.objects.select_for_update(of=("self",))
    follow_up = rows.select_related("exchange__owner", "exchange__twinning").get(pk=key)
    if follow_up.asked_at is not None or follow_up.answered_at is not None:
        return 0
    follow_up.asked_at = timezone.now()
    follow_up.save(update_fields=["asked_at"])
    exchange, written = follow_up.exchange, 0
    if follow_up.side == AnsweringSide.COUNTERPART:
        for party in counterparts_with_mail(exchange):
            links.send_follow_up(
                follow_up,
                email=party.contact_email,
                language=party.contact_language,
                office=party.contact_office or "",
            )
            written += 1
    else:
        for person in whoever_follows(exchange):
            links.send_follow_up(
                follow_up, email=person.email, language=person.language
            )
            written += 1
    audit.record(
        Act.FOLLOW_UP_ASKED, by=None, of=follow_up, owner=exchange.owner, mails=written
    )
    return written


@transaction.atomic
def answer_by_link(
    *,
    link: OfficerLink,
    done: str,
    what_changed: str = "",
    what_stopped: str = "",
    language: str = "",
) -> FollowUp:
    """Keep what was answered through a signed link, once; the other links end with it.

    Raises Refused for a link that is used, ended, revoked or for something else.
    """
    current = links.held_open(link, LinkPurpose.FOLLOW_UP)
    follow_up = _held(current.follow_up_id)
    of_counterpart = follow_up.side == AnsweringSide.COUNTERPART
    answered_by = AnsweredBy.OFFICER if of_counterpart else AnsweredBy.STAFF
    _answer(
        follow_up,
        done,
        what_changed,
        what_stopped,
        language or current.language,
        answered_by,
    )
    now = timezone.now()
    OfficerLink.objects.filter(pk=current.pk).update(answered_at=now)
    _told(follow_up, None)
    return follow_up


@audit.keeps_refusals(Act.FOLLOW_UP_ANSWERED, of="follow_up")
@transaction.atomic
def answer_follow_up(
    *,
    follow_up: FollowUp,
    by: User,
    done: str,
    what_changed: str = "",
    what_stopped: str = "",
    language: str = "es",
) -> FollowUp:
    """Keep what somebody who signed in answers, once; the same answer twice is one.

    Raises Refused for who does not follow the exchange, when it was answered, and for
    the counterpart while a link waits for its own answer.
    """
    exchange = held(follow_up.exchange)
    if not rules.may_follow(by, exchange):
        raise Refused(_("You cannot answer for this exchange."))
    current = _held(follow_up.pk)
    own = by.standing.holds(exchange.owner_id, rules.WRITERS)
    answered_by = AnsweredBy.STAFF if own else AnsweredBy.ASSOCIATION
    said = (done, what_changed.strip(), what_stopped.strip())
    if current.answered_at is not None and said == _said(current, language):
        return current
    if current.side == AnsweringSide.COUNTERPART and _waits_by_link(current):
        raise Refused(
            _("The counterpart was asked: end its link before you answer for it."),
            code="asked",
        )
    _answer(current, done, what_changed, what_stopped, language, answered_by)
    exchange.writers.add(by)
    _told(current, by)
    return current


def _waits_by_link(follow_up: FollowUp) -> bool:
    return follow_up.answered_at is None and any(
        each.is_open for each in follow_up.links.all()
    )


def _said(follow_up: FollowUp, language: str) -> tuple[str, str, str]:
    texts = (
        getattr(follow_up, f"{name}_{language}") or ""
        for name in ("what_changed", "what_stopped")
    )
    changed, stopped = texts
    return follow_up.done, changed, stopped


def _held(key: Any) -> FollowUp:
    rows = FollowUp.objects.select_for_update(of=("self",)).filter(pk=key)
    return rows.select_related("exchange__owner", "exchange__twinning").get()


def _answer(
    follow_up: FollowUp,
    done: str,
    what_changed: str,
    what_stopped: str,
    language: str,
    answered_by: str,
) -> None:
    if follow_up.answered_at is not None:
        raise Refused(_("It was answered already. Thank you."), code="answered")
    if done not in FollowedUp.values:
        raise Refused(_("Say whether what was agreed was done."), code="done")
    if done != FollowedUp.YES and not what_stopped.strip():
        raise Refused(_("Say what stopped it."), code="what_stopped")
    code = "en" if language == "en" else "es"
    follow_up.done, follow_up.language = done, code
    setattr(follow_up, f"what_changed_{code}", what_changed.strip())
    setattr(follow_up, f"what_stopped_{code}", what_stopped.strip())
    follow_up.answered_by, follow_up.answered_at = answered_by, timezone.now()
    follow_up.asked_at = follow_up.asked_at or follow_up.answered_at
    follow_up.save()


def _told(follow_up: FollowUp, by: User | None) -> None:
    exchange = follow_up.exchange
    audit.record(
        Act.FOLLOW_UP_ANSWERED,
        by=by,
        of=follow_up,
        owner=exchange.owner,
        months=follow_up.months,
        side=follow_up.side,
        done=follow_up.done,
    )
