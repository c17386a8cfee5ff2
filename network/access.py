"""Sign-in: nobody joins without an invitation, and rights follow appointments."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.models import EmailAddress, Login
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, translate_url
from django.utils.crypto import constant_time_compare
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from network import letters, steps, tries
from network.devices import device_name
from network.models import User
from network.models.people import whoever_asks

OWN_BACKEND = "network.access.AppointmentBackend"
EDITORS_DOOR = "wagtailadmin.access_admin"
MAILED_CODE = "account/email/login_code"
# What the password was when a sign-in began that is not finished yet.
BEGAN_WITH = "sign_in_began_with"
ADMIN_APPS = frozenset(
    {"network", "toolkit", "twinnings", "experiences", "foundation", "wagtailredirects"}
)


class InvitedOnlyAdapter(DefaultAccountAdapter):
    """Closes open sign-up: accounts are made by accepting an invitation."""

    error_messages: ClassVar[dict] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "The e-mail and the password do not match. Check both, or ask for a new "
            "password below."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Counts the try before looking at the password; raises Slowed after many."""
        self._trying = tries.begin(
            account=tries.sign_in_account(credentials.get("email", "")),
            address=self.get_client_ip(request),
        )

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """The person whose password it is; what was right does not count as a try."""
        person = super().authenticate(request, **credentials)
        if person is not None:
            self._trying.succeeded()
        return person

    def pre_login(
        self, request: HttpRequest, user: User, **kwargs: Any
    ) -> HttpResponse | None:
        """Begins a sign-in, and remembers with which password."""
        response = super().pre_login(request, user, **kwargs)
        if response is None:
            request.session[BEGAN_WITH] = user.get_session_auth_hash()
        return response

    def is_login_by_code_required(self, login: Login) -> bool:
        """Asks for a mailed code where a second step is due and none is set up yet."""
        person = login.user
        if not isinstance(person, User) or not steps.must_have(person):
            return False
        records = get_authentication_records(self.request, person)
        by_password = bool(records) and records[-1]["method"] == "password"
        if not by_password or steps.is_set_up(person):
            return False
        # Made on the machine, an account has no address yet: the code confirms it.
        EmailAddress.objects.get_or_create(
            user=person, email=person.email, defaults={"primary": True}
        )
        return True

    def login(self, request: HttpRequest, user: User) -> None:
        """Ends a sign-in, unless the password or the account changed meanwhile."""
        began_with = request.session.pop(BEGAN_WITH, "")
        same = constant_time_compare(began_with, user.get_session_auth_hash())
        if not same or not user.is_active:
            raise ImmediateHttpResponse(redirect("account_login"))
        # Reads the person and what they hold together, at each of their pages.
        user.backend = OWN_BACKEND
        super().login(request, user)
        # Noted once, here: later pages need not ask.
        steps.missing(request.session, user)

    def get_reauthentication_methods(self, user: Any) -> list[dict]:
        """The password, and nothing else, before something delicate."""
        methods = super().get_reauthentication_methods(user)
        return [each for each in methods if each["id"] == "reauthenticate"]

    def post_login(
        self, request: HttpRequest, user: User, **kwargs: Any
    ) -> HttpResponse:
        """Remembers that the owner came in from here, with all their steps."""
        response = super().post_login(request, user, **kwargs)
        recognise(user, self.get_client_ip(request))
        return response

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return reverse("wagtail_serve", args=[""])

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("workspace:home")

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Any,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tells the owner what changed, on which kind of device."""
        known = {
            "user": user,
            "device": device_name(self.get_http_user_agent(self.request)),
            **(context or {}),
        }
        super().send_notification_mail(template_prefix, user, known, email)

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Writes in the recipient's language, whatever page asked for the mail."""
        recipient = context.get("user") or User.objects.filter(email=email).first()
        if template_prefix == MAILED_CODE:
            # Whoever knows the password does not fill the owner's mailbox.
            address = self.get_client_ip(self.request)
            tries.begin(account=f"mail:{email}", address=address, at_address=False)
        language = getattr(recipient, "language", None) or get_language() or "es"
        context["password_link"] = letters.link(
            "account_reset_password", language=language
        )
        if link := context.get("activate_url"):
            context["activate_url"] = translate_url(link, language)
        with override(language):
            super().send_mail(template_prefix, email, context)


def doors_of(person: User) -> tuple[str, str]:
    """The accounts under which a person's tries are counted: password and second step."""
    return tries.sign_in_account(person.email), tries.code_account(person.pk)


def recognise(person: User, address: str) -> None:
    """Let what strangers try elsewhere not shut this person out of here."""
    for account in doors_of(person):
        tries.welcome(account=account, address=address)


def let_in(person: User, address: str) -> None:
    """The person answered a mail: whatever others tried, they may try now from here."""
    for account in doors_of(person):
        tries.let_in(account=account, address=address)


class AppointmentBackend(BaseBackend):
    """Derives Django admin's permissions from the person's appointments."""

    def get_user(self, user_id: int) -> User | None:
        return whoever_asks(user_id)

    def has_perm(
        self, user_obj: User | AnonymousUser, perm: str, obj: object = None
    ) -> bool:
        if not isinstance(user_obj, User) or not user_obj.is_active:
            return False
        if user_obj.is_superuser:
            return True
        if perm == EDITORS_DOOR:
            return self._opens_editors_door(user_obj)
        app_label = perm.partition(".")[0]
        return user_obj.standing.secretariat and app_label in ADMIN_APPS

    def has_module_perms(self, user_obj: User, app_label: str) -> bool:
        return user_obj.is_active and (
            user_obj.is_superuser
            or (user_obj.standing.secretariat and app_label in ADMIN_APPS)
        )

    def _opens_editors_door(self, user_obj: User) -> bool:
        """Vetoes the group's permission once the appointment is over."""
        standing = user_obj.standing
        if not (standing.editor or standing.writes_for):
            raise PermissionDenied
        return True
