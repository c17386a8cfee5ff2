"""The verb that links an exchange with the activity log: its own entry, what came of it."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from network.choices import Act
from network.models import Activity, User
from network.services import audit
from network.services.refusals import Refused, refuse_stale
from twinnings.models import Exchange
from twinnings.services.keeping import held_to_follow, saved
from twinnings.services.sight import keep_exchange_in_sight

MOST = 60


@audit.keeps_refusals(Act.EXCHANGE_SAVED, of="exchange")
@transaction.atomic
def link_to_log(
    *,
    exchange: Exchange,
    by: User,
    logged_as: Activity | None,
    activities: Sequence[Activity],
    version: int | None = None,
) -> Exchange:
    """Say which entry of the log tells of this very exchange, and which activities came
    of it; at any time, for each was read by its own association.

    Raises Stale when somebody saved it meanwhile; Refused for an activity that this
    person does not read, and for an entry that tells of another exchange.
    """
    current = held_to_follow(exchange, by)
    refuse_stale(current, version)
    before = set(current.activities.values_list("pk", flat=True))
    wanted = {each.pk for each in activities}
    named = wanted | ({logged_as.pk} if logged_as else set())
    known = before | {current.logged_as_id}
    # One after the other, in one order: two would give the same entry to two exchanges.
    rows = Activity.objects.filter(pk__in=named - {current.logged_as_id})
    list(rows.select_for_update(of=("self",)).order_by("pk").values_list("pk"))
    readable = Activity.objects.visible_to(by).filter(pk__in=named - known)
    if len(wanted) > MOST or readable.count() < len(named - known):
        raise Refused(_("Choose activities of the log that you read."), code="look")
    if logged_as is not None:
        _refuse_another(current, logged_as, wanted)
    if wanted == before and current.logged_as == logged_as:
        return current
    current.logged_as = logged_as
    current.activities.set(wanted)
    saved(current, by, Act.EXCHANGE_SAVED, activities=len(wanted))
    keep_exchange_in_sight(current)
    return current


def _refuse_another(exchange: Exchange, logged: Activity, came: set[int]) -> None:
    if logged.pk in came:
        raise Refused(
            _("An entry that tells of the exchange itself did not come of it."),
            code="activities",
        )
    if Exchange.objects.filter(logged_as=logged).exclude(pk=exchange.pk).exists():
        raise Refused(
            _("That entry of the log tells of another exchange."), code="logged_as"
        )
