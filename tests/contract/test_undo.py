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
    "experiences:published_versions": "experiences:published_versions",
    "experiences:cover": "experiences:bring_back 999999",
    "experiences:remove": "experiences:bring_back 999999",
    "films:discard": "films:act restore",
    "experiences:plan_act discard": "experiences:plan_act restore",
    "experiences:plan_act unsay": "experiences:plan_act say",
    "experiences:plan_act withdraw": "experiences:plan_act reopen",
    "films:act hide": "films:act show",
    "twinnings:act hide": "twinnings:act show",
    "twinnings:act withdraw": "twinnings:act reopen",
    # It goes back to whoever reads it before the world.
    "twinnings:act correct": "twinnings:submit",
    "twinnings:exchange_act correct": "twinnings:exchange_submit",
    "twinnings:act discard": "twinnings:act restore",
    "twinnings:exchange_act cancel": "twinnings:exchange_section plan",
    "twinnings:exchange_act hide": "twinnings:act show",
    "twinnings:exchange_act withdraw": "twinnings:exchange_act reopen",
    "twinnings:exchange_act discard": "twinnings:exchange_act restore",
    "twinnings:piece_act remove": "twinnings:piece_act restore",
    "twinnings:document_act remove": "twinnings:document_act restore",
    "twinnings:cover": "twinnings:piece_act uncover",
    # Nobody outside has read it; it is written down again.
    "twinnings:commitment_act remove": "twinnings:add_commitment",
    "twinnings:drop": "twinnings:commitment_act reopen",
    "twinnings:revoke": "twinnings:officer",
    "toolkit:evidence_act remove": "toolkit:evidence_act restore",
    "toolkit:meeting_act cancel": "toolkit:meeting_act resume",
    # It is written down again; its history stays.
    "toolkit:agreement_act remove": "toolkit:add_agreement",
    "toolkit:settle": "toolkit:agreement_act reopen",
    "toolkit:leave": "toolkit:sit_again",
    "toolkit:share hide": "toolkit:share show",
    "toolkit:policy_act withdraw": "toolkit:policy_act publish",
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
    "municipio_seguro:act hide": "municipio_seguro:act show",
    # Another one begins with all that was answered in it.
    "municipio_seguro:act cancel": "municipio_seguro:start",
    "municipio_seguro:act withdraw": "municipio_seguro:start",
    "municipio_seguro:act call_off": "municipio_seguro:consult",
    "municipio_seguro:group_remove": "municipio_seguro:group children",
    "municipio_seguro:text refuse": "municipio_seguro:text show",
    "municipio_seguro:evidence_remove": "municipio_seguro:evidence_restore",
    "municipio_seguro:risk_act close": "municipio_seguro:risk_act reopen",
    "municipio_seguro:risk_act hide": "municipio_seguro:risk_act show",
    "municipio_seguro:measure_act hide": "municipio_seguro:measure_act show",
    "municipio_seguro:move cancelled": "municipio_seguro:move running",
    "municipio_seguro:move suspended": "municipio_seguro:move running",
}
# What adds, changes with its history, takes back, or opens a door.
KEEPS = {
    "account_change_password", "account_confirm_login_code", "account_email",
    "account_front", "account_login", "account_reauthenticate",
    "account_reset_password", "account_reset_password_from_key",
    "account_set_password", "account_signup", "answer", "ask", "bulletin_ask",
    "experiences:adapt", "experiences:decide_changes",
    "experiences:plan_act reopen", "experiences:plan_act restore",
    "experiences:plan_act say", "experiences:plan_act send",
    "experiences:plan_act show", "experiences:plan_section about",
    "experiences:plan_section changes", "experiences:plan_section steps",
    "experiences:act correct", "experiences:act reopen", "experiences:act restore",
    "experiences:act show", "experiences:bring_back 999999", "experiences:decide",
    "experiences:photo", "experiences:section files", "experiences:section problem", "experiences:start",
    "experiences:submit", "films:act correct", "films:act publish", "films:act restore",
    "films:act return", "films:act send", "films:bring_back 999999",
    "films:act show", "films:edit", "films:said en", "films:said es", "films:start",
    "films:upload file", "films:upload still", "films:upload track",
    "municipio_seguro:assisted", "municipio_seguro:burst nada",
    "municipio_seguro:consult", "municipio_seguro:group children",
    "municipio_seguro:act close", "municipio_seguro:text show", "opinion",
    "municipio_seguro:act confirm", "municipio_seguro:act file",
    "municipio_seguro:act publish", "municipio_seguro:act return",
    "municipio_seguro:act send", "municipio_seguro:act show",
    "municipio_seguro:act validate", "municipio_seguro:dimension PAR",
    "municipio_seguro:evidence PAR-01", "municipio_seguro:evidence_restore",
    "municipio_seguro:add_measure", "municipio_seguro:measure_act show",
    "municipio_seguro:measure_sheet money", "municipio_seguro:measure_sheet public",
    "municipio_seguro:measure_sheet what", "municipio_seguro:measure_sheet who",
    "municipio_seguro:move approved", "municipio_seguro:move finished",
    "municipio_seguro:move funded", "municipio_seguro:move running",
    "municipio_seguro:move verified", "municipio_seguro:tell",
    "municipio_seguro:add_risk", "municipio_seguro:risk_act reopen",
    "municipio_seguro:risk_act show", "municipio_seguro:risk_sheet about",
    "municipio_seguro:risk_sheet decision", "municipio_seguro:risk_sheet public",
    "municipio_seguro:risk_sheet rating",
    "municipio_seguro:reply PAR", "municipio_seguro:start",
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
    "toolkit:add_agreement", "toolkit:add_group", "toolkit:add_meeting",
    "toolkit:add_policy", "toolkit:add_seat", "toolkit:agreement",
    "toolkit:agreement_act reopen", "toolkit:attach", "toolkit:body", "toolkit:check",
    "toolkit:edit_meeting", "toolkit:evidence_act restore", "toolkit:group",
    "toolkit:meeting_act resume", "toolkit:paper", "toolkit:policy",
    "toolkit:policy_act publish", "toolkit:seat", "toolkit:share show",
    "toolkit:sit_again",
    "twinnings:act reopen", "twinnings:act restore", "twinnings:act show",
    "twinnings:add_commitment", "twinnings:additions", "twinnings:commitment",
    "twinnings:commitment_act reopen", "twinnings:decide",
    "twinnings:document_act restore", "twinnings:documents", "twinnings:logged",
    "twinnings:exchange_act reopen", "twinnings:exchange_act restore",
    "twinnings:exchange_additions", "twinnings:exchange_decide",
    "twinnings:exchange_section delegation", "twinnings:exchange_section photos",
    "twinnings:exchange_section plan", "twinnings:exchange_section report",
    "twinnings:exchange_submit", "twinnings:follow_up", "twinnings:meet",
    "twinnings:officer", "twinnings:open", "twinnings:party",
    "twinnings:photo", "twinnings:piece_act restore", "twinnings:piece_act uncover",
    "twinnings:ratification",
    "twinnings:section about", "twinnings:section parties", "twinnings:settle",
    "twinnings:start", "twinnings:status", "twinnings:submit",
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
