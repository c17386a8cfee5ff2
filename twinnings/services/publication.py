"""What the public will see of an exchange: decided once, at approval."""

import datetime

from django.utils import timezone

from network.choices import SMALL_NUMBER, Sex
from twinnings.choices import ROLES_OF_RESIDENTS
from twinnings.dating import span_of_exchange
from twinnings.models import DelegationRow, Exchange


def public_day(exchange: Exchange) -> datetime.date:
    """The first day on which the world may read it: the last it may have been, and the
    delay of whoever tells of it. What has no date at all is history."""
    last = span_of_exchange(exchange).last
    delay = datetime.timedelta(days=exchange.owner.publication_delay_days)
    return (last or timezone.localdate() - delay) + delay


def decide_publication(exchange: Exchange) -> None:
    """Set its public day and its hidden figures before the approval is saved."""
    exchange.publish_from = public_day(exchange)
    hide_few_people(exchange)


def is_told_as_few(row: DelegationRow) -> bool:
    """True for few residents or young people, and for few of another identity: somebody
    could recognise them."""
    if row.people is None or row.people >= SMALL_NUMBER:
        return False
    return row.role in ROLES_OF_RESIDENTS or row.sex == Sex.OTHER


def told_openly(exchange: Exchange) -> None:
    """Take the marks away before its rows are written anew: a mark on what is no longer
    few would be refused. They are decided again in the same transaction."""
    exchange.delegation.filter(hidden=True).update(hidden=False)


def hide_few_people(exchange: Exchange) -> None:
    """Mark the rows whose exact figure is not published."""
    few = [row.pk for row in exchange.delegation.all() if is_told_as_few(row)]
    exchange.delegation.exclude(pk__in=few).filter(hidden=True).update(hidden=False)
    exchange.delegation.filter(pk__in=few, hidden=False).update(hidden=True)
