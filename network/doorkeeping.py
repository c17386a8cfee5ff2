"""What the sign-in libraries say, told to the audit trail and to the counters of tries."""

from typing import Any

from allauth.account import signals as account
from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa import signals as second
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import signals as auth
from django.db.models.signals import pre_save
from django.http import HttpRequest

from network import steps
from network.access import let_in
from network.choices import Act
from network.devices import network_of
from network.models import User
from network.services import entrance, second_step


def listen() -> None:
    """Connect the receivers; called once, when the models exist."""
    account.user_logged_in.connect(on_signed_in)
    auth.user_logged_out.connect(on_signed_out)
    auth.user_login_failed.connect(on_wrong_password)
    account.password_changed.connect(on_password_changed)
    account.password_reset.connect(on_password_reset)
    second.authenticator_used.connect(on_second_step)
    second.authenticator_added.connect(on_step_added)
    second.authenticator_removed.connect(on_step_removed)
    pre_save.connect(keep_the_network_only, sender=UserSession)


def on_signed_in(request: HttpRequest, user: User, **_: Any) -> None:
    """Signed in with every step that was asked."""
    entrance.note_signed_in(person=user, how=steps_taken(request, user))


def on_signed_out(user: User | None, **_: Any) -> None:
    """Signed out, unless nobody was in."""
    if user is not None:
        entrance.note_signed_out(person=user)


def on_wrong_password(credentials: dict[str, Any], **_: Any) -> None:
    """A wrong password, or an address that nobody has."""
    entrance.note_failed(email=credentials.get("email", ""))


def on_password_changed(user: User, **_: Any) -> None:
    """Changed by its owner, who knew the earlier one."""
    entrance.note_own(Act.PASSWORD_CHANGED, person=user)


def on_password_reset(request: HttpRequest, user: User, **_: Any) -> None:
    """Chosen anew through a mailed link: its owner may now try, whoever else did."""
    entrance.note_own(Act.PASSWORD_RESET, person=user)
    let_in(user, get_adapter().get_client_ip(request))


def steps_taken(request: HttpRequest, user: User) -> str:
    """How somebody signed in: password, code, totp, webauthn, recovery_codes."""
    records = get_authentication_records(request, user)
    return "+".join(each.get("type") or each["method"] for each in records)


def on_second_step(
    request: HttpRequest, user: User, authenticator: Authenticator, **_: Any
) -> None:
    """Taken in this session; a code of paper is told to its owner."""
    steps.taken(request.session, user)
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        left = second_step.codes_left(user)
        entrance.note_own(Act.RECOVERY_CODE_USED, person=user, left=left)
        second_step.tell_code_used(person=user, left=left)


def on_step_added(
    request: HttpRequest, user: User, authenticator: Authenticator, **_: Any
) -> None:
    """Set up here, so taken here; sessions that never took it end."""
    steps.taken(request.session, user)
    entrance.note_own(Act.SECOND_STEP_ADDED, person=user, kind=authenticator.type)
    _end_others(request, user)


def on_step_removed(
    request: HttpRequest, user: User, authenticator: Authenticator, **_: Any
) -> None:
    """Removed by its owner."""
    if not steps.is_set_up(user):
        steps.taken_away(request.session, user)
    entrance.note_own(Act.SECOND_STEP_REMOVED, person=user, kind=authenticator.type)
    _end_others(request, user)


def keep_the_network_only(instance: UserSession, **_: Any) -> None:
    """Of where somebody signed in, enough to know one's own and no more."""
    instance.ip = network_of(instance.ip)


def _end_others(request: HttpRequest, user: User) -> None:
    entrance.end_other_sessions(person=user, key=request.session.session_key or "")
