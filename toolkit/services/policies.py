"""Verbs of the register of policies and plans: register, change, publish, withdraw."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network import letters, waiting
from network.choices import Act, PublicKind
from network.models import Organisation, User
from network.rules import REVIEWERS
from network.services import audit
from network.services.hiding import note_hidden, note_shown
from network.services.refusals import Refused, refuse_stale
from toolkit import rules
from toolkit.models import MunicipalPolicy
from toolkit.services.keeping import saved, write_values

YEARS = range(1970, 2101)


@audit.keeps_refusals(Act.POLICY_SAVED)
@transaction.atomic
def register_policy(
    *, organisation: Organisation, by: User, values: Mapping[str, Any]
) -> MunicipalPolicy:
    """Write down a policy or plan of a municipality; the public reads it once another
    person published it.

    Raises Refused for a stranger, without a title, or for years that run backwards.
    """
    if not rules.may_register_policy(by, organisation):
        raise Refused(_("You cannot register policies of this municipality."))
    policy = MunicipalPolicy(owner=organisation, proposed_by=by)
    written = _written(policy, by, values)
    _tell_reviewers(written, by)
    return written


@audit.keeps_refusals(Act.POLICY_SAVED, of="policy")
@transaction.atomic
def save_policy(
    *,
    policy: MunicipalPolicy,
    by: User,
    values: Mapping[str, Any],
    version: int | None = None,
) -> MunicipalPolicy:
    """Change what is registered. Raises Stale, and as registering does."""
    current = _held(policy)
    refuse_stale(current, version)
    if not rules.may_edit_policy(by, current):
        raise Refused(_("You cannot change this entry."))
    return _written(current, by, values)


@audit.keeps_refusals(Act.POLICY_PUBLISHED, of="policy")
@transaction.atomic
def publish_policy(*, policy: MunicipalPolicy, by: User) -> MunicipalPolicy:
    """Let the world read it. Raises Refused for whoever registered it or may not."""
    current = _held(policy)
    if current.published_at is not None:
        return current
    if not rules.may_publish_policy(by, current):
        raise Refused(_("Somebody else of the association publishes it."))
    current.published_at, current.published_by = timezone.now(), by
    saved(current, by, Act.POLICY_PUBLISHED, owner=current.owner)
    note_shown(kind=PublicKind.POLICY, key=str(current.pk))
    return current


@audit.keeps_refusals(Act.POLICY_WITHDRAWN, of="policy")
@transaction.atomic
def withdraw_policy(*, policy: MunicipalPolicy, by: User) -> MunicipalPolicy:
    """Take it out of the public; it can be published again. Raises Refused."""
    current = _held(policy)
    if current.published_at is None:
        return current
    if not rules.may_withdraw_policy(by, current):
        raise Refused(_("You cannot withdraw this entry."))
    current.published_at, current.published_by = None, None
    # Whoever publishes it again shows it again.
    current.hidden_at, current.hidden_by = None, None
    saved(current, by, Act.POLICY_WITHDRAWN, owner=current.owner)
    _note_hidden(current, by, asked_only=True)
    return current


@audit.keeps_refusals(Act.POLICY_HIDDEN, of="policy")
@transaction.atomic
def hide_policy(*, policy: MunicipalPolicy, by: User) -> MunicipalPolicy:
    """Hide it from the public at once; pressed again it stays so. Raises Refused."""
    return _set_hidden(policy, by, hidden=True)


@audit.keeps_refusals(Act.POLICY_SHOWN, of="policy")
@transaction.atomic
def show_policy(*, policy: MunicipalPolicy, by: User) -> MunicipalPolicy:
    """Show it to the public again; its take-downs end with it. Raises Refused."""
    return _set_hidden(policy, by, hidden=False)


def _set_hidden(policy: MunicipalPolicy, by: User, *, hidden: bool) -> MunicipalPolicy:
    current = _held(policy)
    if not rules.may_hide_policy(by, current):
        raise Refused(_("You cannot hide or show this entry."))
    if (current.hidden_at is not None) == hidden:
        return current
    current.hidden_at = timezone.now() if hidden else None
    current.hidden_by = by if hidden else None
    act = Act.POLICY_HIDDEN if hidden else Act.POLICY_SHOWN
    saved(current, by, act, owner=current.owner)
    if hidden:
        _note_hidden(current, by)
    else:
        note_shown(kind=PublicKind.POLICY, key=str(current.pk))
    return current


def _note_hidden(
    policy: MunicipalPolicy, by: User, *, asked_only: bool = False
) -> None:
    note_hidden(
        kind=PublicKind.POLICY,
        key=str(policy.pk),
        title=str(policy),
        owner=policy.owner,
        by=by,
        asked_only=asked_only,
    )


def _tell_reviewers(policy: MunicipalPolicy, by: User) -> None:
    town = policy.owner
    people = waiting.holders(waiting.reviewing(town), REVIEWERS).exclude(pk=by.pk)
    for person in people:
        link = letters.link("toolkit:policies", town.pk, language=person.language)
        told = {"policy": policy, "town": town, "link": link}
        letters.write_to(person, "policy_waiting", folder="toolkit", **told)


def _held(policy: MunicipalPolicy) -> MunicipalPolicy:
    rows = MunicipalPolicy.objects.select_for_update(of=("self",))
    return rows.select_related("owner").get(pk=policy.pk)


def _written(
    policy: MunicipalPolicy, by: User, values: Mapping[str, Any]
) -> MunicipalPolicy:
    write_values(policy, values)
    policy.written_by = by
    if not (policy.title_es or "").strip():
        raise Refused(_("Write its title."), code="title")
    years = [year for year in (policy.from_year, policy.to_year) if year is not None]
    if any(year not in YEARS for year in years):
        raise Refused(_("Write years of four digits."), code="years")
    if years != sorted(years):
        raise Refused(_("The end cannot be before the start."), code="years")
    return saved(policy, by, Act.POLICY_SAVED, owner=policy.owner)
