"""The account's addresses: ours, and those of the sign-in library that we offer.

The library's other names stay resolvable, because it reverses them, and answer
«not found».
"""

from allauth.account import views as allauth_views
from allauth.mfa.base import views as step_views
from allauth.mfa.webauthn import views as key_views
from django.urls import path, re_path
from django.utils.translation import gettext_lazy as _

from network.views import account, second_step, sessions

urlpatterns = [
    path("", account.front, name="account_front"),
    path(_("invitation/"), account.invitation_by_code, name="invitation_by_code"),
    path(_("invitation/<str:token>/"), account.invitation, name="invitation"),
    path(_("sign-in/"), allauth_views.login, name="account_login"),
    path(_("sign-out/"), allauth_views.logout, name="account_logout"),
    path(_("closed/"), allauth_views.account_inactive, name="account_inactive"),
    path(_("join/"), account.signup_closed, name="account_signup"),
    path(
        _("password-again/"),
        allauth_views.reauthenticate,
        name="account_reauthenticate",
    ),
    path(
        _("password/change/"),
        allauth_views.password_change,
        name="account_change_password",
    ),
    path(
        _("password/forgotten/"),
        allauth_views.password_reset,
        name="account_reset_password",
    ),
    path(
        _("password/forgotten/sent/"),
        allauth_views.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        _("password/new/done/"),
        allauth_views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    # allauth's own view takes two parts joined by a hyphen.
    re_path(
        _(r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"),
        allauth_views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        _("confirm-address/"),
        allauth_views.email_verification_sent,
        name="account_email_verification_sent",
    ),
    path(
        _("confirm-address/<str:key>/"),
        allauth_views.confirm_email,
        name="account_confirm_email",
    ),
    path("email/", account.closed, name="account_email"),
    path("password/set/", account.closed, name="account_set_password"),
    path(
        _("sign-in/code/"),
        allauth_views.confirm_login_code,
        name="account_confirm_login_code",
    ),
    path(_("sign-in/second-step/"), step_views.authenticate, name="mfa_authenticate"),
    path(_("sign-in/passkey/"), key_views.login_webauthn, name="mfa_login_webauthn"),
    path(_("two-steps/"), second_step.overview, name="mfa_index"),
    path(
        _("two-steps/application/"),
        second_step.AddApp.as_view(),
        name="mfa_activate_totp",
    ),
    path(
        _("two-steps/application/remove/"),
        second_step.RemoveApp.as_view(),
        name="mfa_deactivate_totp",
    ),
    path(
        _("two-steps/passkey/"), second_step.AddKey.as_view(), name="mfa_add_webauthn"
    ),
    path(
        _("two-steps/passkey/<int:pk>/remove/"),
        second_step.RemoveKey.as_view(),
        name="mfa_remove_webauthn",
    ),
    path(_("two-steps/codes/"), second_step.codes, name="mfa_view_recovery_codes"),
    path(_("sessions/"), sessions.sessions, name="usersessions_list"),
    path(
        _("sessions/others/end/"), sessions.end_others, name="usersessions_end_others"
    ),
    path(_("sessions/<int:pk>/end/"), sessions.end_session, name="usersessions_end"),
    # Before something delicate the password is asked, and nothing else will do.
    path("two-steps/again/", account.closed, name="mfa_reauthenticate"),
    path(
        "two-steps/passkey/again/", account.closed, name="mfa_reauthenticate_webauthn"
    ),
]
