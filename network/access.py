"""Sign-in: nobody joins without an invitation, and rights follow appointments."""

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from network.models import User

ADMIN_APPS = frozenset({"network", "foundation", "wagtailredirects"})


class InvitedOnlyAdapter(DefaultAccountAdapter):
    """Closes open sign-up: accounts are made by accepting an invitation."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class AppointmentBackend(BaseBackend):
    """Derives Django admin's permissions from the person's appointments."""

    def get_user(self, user_id: int) -> User | None:
        return User.objects.filter(pk=user_id, is_active=True).first()

    def has_perm(self, user_obj: User, perm: str, obj: object = None) -> bool:
        if not user_obj.is_active:
            return False
        if user_obj.is_superuser:
            return True
        if perm == "wagtailadmin.access_admin":
            return user_obj.standing.editor
        app_label = perm.partition(".")[0]
        return user_obj.standing.secretariat and app_label in ADMIN_APPS

    def has_module_perms(self, user_obj: User, app_label: str) -> bool:
        return user_obj.is_active and (
            user_obj.is_superuser
            or (user_obj.standing.secretariat and app_label in ADMIN_APPS)
        )
