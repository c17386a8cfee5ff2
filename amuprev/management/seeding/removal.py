"""Takes the samples out again, with everything that hangs from them."""

from typing import Any

from allauth.account.models import EmailAddress
from django.core.management.base import CommandError
from django.db import models, transaction

from amuprev.management.seeding.cast import HOST
from amuprev.management.seeding.words import MARK
from network.models import Activity, AuditEntry, Evidence, Organisation, Place, User
from network.services.listing import refill
from network.services.searching import find_activities, find_record

BATCH = 20_000


def remove_samples() -> int:
    """Delete every sample activity, then its towns and people; how many activities.

    Towns on which something else hangs stay, with a sentence that says so.
    """
    removed = 0
    for piece in Evidence.objects.filter(activity__content_key__startswith=f"{MARK}-"):
        for stored in (piece.file, piece.small):
            if stored.name:
                stored.delete(save=False)
    while keys := list(_samples().order_by("pk").values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            _delete(keys[0], keys[-1])
            find_activities(keys)
        removed += len(keys)
    if removed:
        refill()
    with transaction.atomic():
        _remove_cast()
    return removed


def _samples() -> models.QuerySet[Activity]:
    # A range, so that the unique index of the keys answers.
    return Activity.objects.filter(
        content_key__gte=f"{MARK}-", content_key__lt=f"{MARK}."
    )


def _delete(first: int, last: int) -> None:
    """Delete the samples between two keys, rows that point at them first."""
    chosen = _samples().filter(pk__gte=first, pk__lte=last).values("pk")
    for relation in Activity._meta.related_objects:
        pointing: Any = relation.related_model
        rows = pointing._base_manager.filter(**{f"{relation.field.name}__in": chosen})
        rows._raw_delete(rows.db)
    for field in Activity._meta.many_to_many:
        through: Any = field.remote_field.through
        rows = through._base_manager.filter(**{f"{field.m2m_field_name()}__in": chosen})
        rows._raw_delete(rows.db)
    history = Activity.history.filter(id__in=chosen)  # type: ignore[attr-defined]
    history._raw_delete(history.db)
    samples = _samples().filter(pk__gte=first, pk__lte=last)
    samples._raw_delete(samples.db)


def _remove_cast() -> None:
    people = User.objects.filter(email__endswith=f"@{HOST}")
    # The audit trail is kept for ever: whoever stands in it is only switched off.
    acted = AuditEntry.objects.filter(actor__in=people).values("actor")
    people.filter(pk__in=acted).update(is_active=False)
    gone = people.exclude(pk__in=list(acted.values_list("actor", flat=True)))
    EmailAddress.objects.filter(user__in=gone).delete()
    try:
        gone.delete()
        towns = {each.pk: each for each in sampled(Organisation)}
        for model in (Organisation, Place):
            sampled(model).delete()
    except models.ProtectedError as held:
        message = (
            "The sample activities are gone; their towns and people stay, because "
            f"something else hangs from them ({len(held.protected_objects)} records)."
        )
        raise CommandError(message) from held
    for key, town in towns.items():
        find_record(town, key)


def sampled(model: type[models.Model]) -> "models.QuerySet[Any]":
    """The organisations or places that samples made."""
    return model._default_manager.filter(key__startswith=f"{MARK}-")
