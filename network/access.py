"""Sign-in: nobody joins without an invitation, and rights follow appointments."""

from typing import ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from network.models import User

EDITORS_DOOR = "wagtailadmin.access_admin"
ADMIN_APPS = frozenset({"network", "foundation", "wagtailredirects"})


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

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return reverse("wagtail_serve", args=[""])

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("workspace:home")

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Writes in the recipient's language, whatever page asked for the mail."""
        recipient = context.get("user")
        language = getattr(recipient, "language", None) or get_language() or "es"
        if link := context.get("password_reset_url"):
            context["password_reset_url"] = translate_url(link, language)
        if link := context.get("activate_url"):
            context["activate_url"] = translate_url(link, language)
        with override(language):
            super().send_mail(template_prefix, email, context)


class AppointmentBackend(BaseBackend):
    """Derives Django admin's permissions from the person's appointments."""

    def get_user(self, user_id: int) -> User | None:
        return User.objects.filter(pk=user_id, is_active=True).first()

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
        if not user_obj.standing.editor:
            raise PermissionDenied
        return True
