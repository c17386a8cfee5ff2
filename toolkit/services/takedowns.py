"""Registered policies and plans among what can be taken down."""

from django.utils.translation import gettext_lazy

from network.choices import PublicKind
from network.services.takedowns import Hideable, Records, Thing, numbers, offer_kind
from toolkit.addresses import policy_address
from toolkit.models import MunicipalPolicy
from toolkit.services.policies import hide_policy, show_policy


def _told(row: MunicipalPolicy) -> Thing:
    return Thing(
        PublicKind.POLICY,
        str(row.pk),
        str(row),
        policy_address(row.pk),
        row.owner,
        row.is_public,
        row,
    )


_policy = Records(
    lambda keys: MunicipalPolicy.objects.filter(
        pk__in=numbers(keys), published_at__isnull=False
    ).select_related("owner"),
    _told,
)


def offer() -> None:
    """Tell the network's take-downs of them."""
    offer_kind(
        PublicKind.POLICY,
        Hideable(
            _policy,
            lambda row, by: hide_policy(policy=row, by=by),
            lambda row, by: show_policy(policy=row, by=by),
            gettext_lazy("It leaves the register and its files within a minute."),
        ),
    )
