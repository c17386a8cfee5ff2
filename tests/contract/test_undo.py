"""Every act that destroys asks first, and another takes it back (R20).

Each address that takes a post stands here, so that a new one must say what it is.
"""

import pytest
from django.contrib import admin
from django.urls import reverse

from amuprev.contract.answers import declared
from network.admin.deleting import Undoable
from network.choices import Act, PeopleShown, Role
from network.models import Activity, Appointment, AuditEntry, Evidence
from tests.network import factories
from tests.network.desk import signed_in
from tests.network.test_evidence_services import piece_of

pytestmark = pytest.mark.django_db
# What destroys or hides, and what takes it back; or why nothing does.
UNDONE_BY = {
    "network:activity_act discard": "network:activity_bring_back",
    "network:activity_act hide": "network:activity_act show",
    "network:activity_act withdraw": "network:activity_act reopen",
    "experiences:act hide": "experiences:act show",
    "experiences:act withdraw": "experiences:act reopen",
    "experiences:act discard": "experiences:act restore",
    "experiences:remove": "experiences:bring_back 999999",
    "films:discard": "films:act restore",
    "experiences:plan_act discard": "experiences:plan_act restore",
    "experiences:plan_act unsay": "experiences:plan_act say",
    "experiences:plan_act withdraw": "experiences:plan_act reopen",
    "films:act hide": "films:act show",
    "network:evidence_act remove": "network:evidence_act restore",
    "network:evidence_act hide": "network:evidence_act show",
    "network:evidence_cover": "network:evidence_act uncover",
    "network:end_appointment": "network:restore_appointment",
    "network:replace_staff": "network:replacement",
    "network:take_down_hide": "network:take_down_show",
    "network:question_act close": "network:question_act reopen",
    "network:question_act unpublish": "network:question_act show",
    "network:revoke_invitation": "network:invite",
    "network:reset_second_step": "mfa_activate_totp",
    "mfa_deactivate_totp": "mfa_activate_totp",
    "mfa_remove_webauthn 999999": "mfa_add_webauthn",
    "usersessions_end 999999": "account_login",
    "usersessions_end_others": "account_login",
    "account_logout": "account_login",
    "bulletin_leave nada": "bulletin_ask",
}
# What adds, changes with its history, takes back, or opens a door.
KEEPS = {
    "account_change_password", "account_confirm_login_code", "account_email",
    "account_front", "account_login", "account_reauthenticate",
    "account_reset_password", "account_reset_password_from_key",
    "account_set_password", "account_signup", "ask", "bulletin_ask",
    "experiences:adapt", "experiences:decide_changes",
    "experiences:plan_act reopen", "experiences:plan_act restore",
    "experiences:plan_act say", "experiences:plan_act send",
    "experiences:plan_act show", "experiences:plan_section about",
    "experiences:plan_section changes", "experiences:plan_section steps",
    "experiences:act correct", "experiences:act reopen", "experiences:act restore",
    "experiences:act show", "experiences:bring_back 999999", "experiences:decide",
    "experiences:section files", "experiences:section problem", "experiences:start",
    "experiences:submit", "films:act publish", "films:act restore",
    "films:act return", "films:act send", "films:bring_back 999999",
    "films:act show", "films:edit", "films:said en", "films:said es", "films:start",
    "films:upload file", "films:upload still", "films:upload track",
    "bulletin_confirm nada", "invitation", "invitation_by_code",
    "mfa_activate_totp", "mfa_add_webauthn", "mfa_authenticate", "mfa_login_webauthn",
    "mfa_reauthenticate", "mfa_reauthenticate_webauthn", "mfa_view_recovery_codes",
    "network:activities_prepare", "network:activity_act reopen",
    "network:activity_act show", "network:activity_bring_back",
    "network:activity_edit", "network:activity_evidence", "network:activity_partners",
    "network:activity_section cost", "network:activity_section people",
    "network:activity_submit", "network:evidence_act restore",
    "network:evidence_act show", "network:evidence_act uncover",
    "network:evidence_consent", "network:evidence_piece", "network:held_post",
    "network:inbox", "network:invitation_letter", "network:invite",
    "network:new_address", "network:question", "network:question_act reopen",
    "network:question_act show", "network:question_publish", "network:quick_log", "network:replacement",
    "network:restore_appointment", "network:review_activity", "network:take_down",
    "network:take_down_reason", "network:take_down_show", "take_down",
}  # fmt: skip


def test_every_address_that_takes_a_post_says_whether_it_destroys():
    posted = {entry.title for entry in declared() if "POST" in entry.tables}
    assert posted - KEEPS - UNDONE_BY.keys() == set()
    assert set(UNDONE_BY.values()) <= KEEPS | UNDONE_BY.keys()


def test_every_screen_that_deletes_can_bring_back():
    screens = [
        screen
        for model, screen in admin.site._registry.items()
        if model._meta.app_label == "network"
    ]
    deleting = admin.ModelAdmin.has_delete_permission
    lasting = [
        screen.opts.model_name
        for screen in screens
        if type(screen).has_delete_permission is deleting
        and not isinstance(screen, Undoable)
    ]
    assert lasting == []
    for screen in screens:
        inlines = [each for each in screen.inlines if each.can_delete]
        for inline in inlines:
            assert "Asking" in inline.formset.__name__, inline


@pytest.fixture
def town():
    return factories.reviewed_municipality()


@pytest.fixture
def boss(town):
    return factories.staff_of(town, Role.COORDINATES)


def acts(town):
    """Act, record, the two addresses, and what both leave as it was."""
    draft = factories.ActivityFactory(owner=town, title_es="Taller de la paz")
    told = factories.ApprovedActivityFactory(owner=town, title_es="Feria de la paz")
    photo = piece_of(draft, caption="La cancha", people_shown=PeopleShown.NOBODY)
    staff = factories.staff_of(town, name="Otto Ríos").appointments.get()
    act, place = "network:activity_act", (draft.pk, photo.uuid)
    return [
        (Act.ACTIVITY_DISCARDED, Act.ACTIVITY_RESTORED, "Taller de la paz",
         reverse(act, args=[draft.pk, "discard"]),
         reverse("network:activity_bring_back", args=[draft.pk])),
        (Act.EVIDENCE_REMOVED, Act.EVIDENCE_RESTORED, "La cancha",
         reverse("network:evidence_act", args=[*place, "remove"]),
         reverse("network:evidence_act", args=[*place, "restore"])),
        (Act.ACTIVITY_HIDDEN, Act.ACTIVITY_SHOWN, "Feria de la paz",
         reverse(act, args=[told.pk, "hide"]), reverse(act, args=[told.pk, "show"])),
        (Act.ACTIVITY_WITHDRAWN, Act.ACTIVITY_REOPENED, "Feria de la paz",
         reverse(act, args=[told.pk, "withdraw"]),
         reverse(act, args=[told.pk, "reopen"])),
        (Act.APPOINTMENT_ENDED, Act.APPOINTMENT_RESTORED, "Otto Ríos",
         reverse("network:end_appointment", args=[staff.pk]),
         reverse("network:restore_appointment", args=[staff.pk])),
    ]  # fmt: skip


def standing():
    """What is there for people to see, of every town."""
    return (
        list(Activity.objects.kept().order_by("pk").values("pk", "title_es", "owner")),
        list(Evidence.objects.kept().order_by("pk").values("pk", "caption")),
        list(Appointment.objects.filter(ended_at=None).order_by("pk").values("pk")),
    )


def test_each_names_what_goes_asks_and_is_taken_back(town, boss):
    neighbour = factories.ActivityFactory(title_es="Del vecino")
    browser = signed_in(boss)
    for done, undone, name, there, back in acts(town):
        before = standing()
        question = browser.get(there)
        assert question.status_code == 200, there
        assert name in question.content.decode(), there
        assert standing() == before
        assert not AuditEntry.objects.filter(act=done).exists()
        browser.post(there, {"reason": ""})
        assert AuditEntry.objects.filter(act=done, actor=boss).count() == 1
        assert Activity.objects.kept().filter(pk=neighbour.pk).exists()
        browser.post(back)
        assert AuditEntry.objects.filter(act=undone, actor=boss).count() == 1, back
        assert standing() == before
