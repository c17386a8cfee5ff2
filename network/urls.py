"""Workspace addresses of the network."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from network import converters  # noqa: F401  registers the words of addresses
from network.views import held, people, people_undo, replacement, workspace

app_name = "network"

urlpatterns = [
    path(_("quick-log/"), workspace.quick_log, name="quick_log"),
    path(_("activities/"), workspace.activities, name="activities"),
    path(
        _("activities/download/<fileform:form>/"),
        workspace.activities_file,
        name="activities_file",
    ),
    path(
        _("activities/prepare/"),
        workspace.activities_prepare,
        name="activities_prepare",
    ),
    path(_("files/"), workspace.files, name="files"),
    path(_("files/<uuid:key>/"), workspace.file, name="file"),
    path(_("activities/<int:pk>/"), workspace.activity, name="activity"),
    path(_("activities/<int:pk>/edit/"), workspace.quick_log, name="activity_edit"),
    path(_("activities/<int:pk>/send/"), workspace.submit, name="activity_submit"),
    path(_("activities/<int:pk>/sent/"), workspace.sent, name="activity_sent"),
    path(_("activities/<int:pk>/details/"), workspace.details, name="activity_details"),
    path(
        _("activities/<int:pk>/details/partners/"),
        workspace.partners,
        name="activity_partners",
    ),
    path(
        _("activities/<int:pk>/details/<section:name>/"),
        workspace.section,
        name="activity_section",
    ),
    path(
        _("activities/<int:pk>/evidence/"), workspace.evidence, name="activity_evidence"
    ),
    path(
        _("activities/<int:pk>/evidence/<uuid:key>/"),
        workspace.evidence_piece,
        name="evidence_piece",
    ),
    path(
        _("activities/<int:pk>/evidence/<uuid:key>/cover/"),
        workspace.evidence_cover,
        name="evidence_cover",
    ),
    path(
        _("activities/<int:pk>/evidence/<uuid:key>/consent/"),
        workspace.evidence_consent,
        name="evidence_consent",
    ),
    path(
        _("activities/<int:pk>/evidence/<uuid:key>/do/<piece_action:act>/"),
        workspace.evidence_act,
        name="evidence_act",
    ),
    path(
        _("activities/<int:pk>/evidence/<uuid:key>/<size:size>/"),
        workspace.evidence_file,
        name="evidence_file",
    ),
    path(
        _("activities/<int:pk>/do/<action:action>/"), workspace.act, name="activity_act"
    ),
    path(_("trash/"), workspace.trash, name="trash"),
    path(
        _("trash/<int:pk>/bring-back/"),
        workspace.bring_back,
        name="activity_bring_back",
    ),
    path(_("take-downs/"), workspace.take_downs, name="take_downs"),
    path(_("take-downs/<int:pk>/"), workspace.take_down, name="take_down"),
    path(
        _("take-downs/<int:pk>/hide/"),
        workspace.take_down_hide,
        name="take_down_hide",
    ),
    path(
        _("take-downs/<int:pk>/show/"),
        workspace.take_down_show,
        name="take_down_show",
    ),
    path(
        _("take-downs/<int:pk>/reason/"),
        workspace.take_down_reason,
        name="take_down_reason",
    ),
    path(_("questions/"), workspace.questions, name="questions"),
    path(_("questions/<int:pk>/"), workspace.question, name="question"),
    path(
        _("questions/<int:pk>/publish/"),
        workspace.question_publish,
        name="question_publish",
    ),
    path(
        _("questions/<int:pk>/do/<question_action:action>/"),
        workspace.question_act,
        name="question_act",
    ),
    path(_("review/"), workspace.inbox, name="inbox"),
    path(_("review/<int:pk>/"), workspace.review_activity, name="review_activity"),
    path(_("month/"), workspace.month, name="month"),
    path(_("go-on/<uuid:key>/"), held.held_post, name="held_post"),
    path(_("people/"), people.people, name="people"),
    path(_("people/<int:pk>/"), people.organisation_people, name="organisation_people"),
    path(_("people/<int:pk>/invite/"), people.invite, name="invite"),
    path(
        _("people/<int:pk>/replace/"), replacement.replace_staff, name="replace_staff"
    ),
    path(
        _("people/<int:pk>/replaced/<int:number>/"),
        replacement.replacement,
        name="replacement",
    ),
    path(
        _("people/<int:pk>/new-address/<int:person_pk>/"),
        people.new_address,
        name="new_address",
    ),
    path(
        _("people/<int:pk>/second-step/<int:person_pk>/"),
        people.reset_second_step,
        name="reset_second_step",
    ),
    path(
        _("people/invitations/<int:pk>/letter/"),
        people.invitation_letter,
        name="invitation_letter",
    ),
    path(
        _("people/invitations/<int:pk>/revoke/"),
        people.revoke_invitation,
        name="revoke_invitation",
    ),
    path(
        _("people/appointments/<int:pk>/end/"),
        people.end_appointment,
        name="end_appointment",
    ),
    path(
        _("people/appointments/<int:pk>/put-back/"),
        people_undo.restore_appointment,
        name="restore_appointment",
    ),
]
