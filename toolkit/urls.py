"""Workspace addresses of a municipality's own work with the guide."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from toolkit import converters  # noqa: F401  registers the words of addresses
from toolkit.views import workspace

app_name = "toolkit"

urlpatterns = [
    path(_("toolkit/"), workspace.where, name="where"),
    path(_("toolkit/<int:pk>/"), workspace.town, name="town"),
    path(_("toolkit/<int:pk>/steps/"), workspace.checks, name="checks"),
    path(_("toolkit/<int:pk>/steps/<int:key>/"), workspace.check, name="check"),
    path(_("toolkit/<int:pk>/steps/<int:key>/file/"), workspace.attach, name="attach"),
    path(
        _("toolkit/<int:pk>/steps/<int:key>/evidence/<int:piece>/"),
        workspace.evidence,
        name="evidence",
    ),
    path(
        _(
            "toolkit/<int:pk>/steps/<int:key>/evidence/<int:piece>/"
            "<step_evidence_action:act>/"
        ),
        workspace.evidence_act,
        name="evidence_act",
    ),
    path(_("toolkit/<int:pk>/body/"), workspace.seats, name="seats"),
    path(_("toolkit/<int:pk>/body/write/"), workspace.body, name="body"),
    path(_("toolkit/<int:pk>/body/seats/new/"), workspace.add_seat, name="add_seat"),
    path(_("toolkit/<int:pk>/body/seats/<int:key>/"), workspace.seat, name="seat"),
    path(
        _("toolkit/<int:pk>/body/seats/<int:key>/left/"), workspace.leave, name="leave"
    ),
    path(
        _("toolkit/<int:pk>/body/seats/<int:key>/again/"),
        workspace.sit_again,
        name="sit_again",
    ),
    path(_("toolkit/<int:pk>/body/groups/new/"), workspace.add_group, name="add_group"),
    path(_("toolkit/<int:pk>/body/groups/<int:key>/"), workspace.group, name="group"),
    path(_("toolkit/<int:pk>/meetings/"), workspace.meetings, name="meetings"),
    path(
        _("toolkit/<int:pk>/meetings/new/"), workspace.add_meeting, name="add_meeting"
    ),
    path(_("toolkit/<int:pk>/meetings/<int:key>/"), workspace.meeting, name="meeting"),
    path(
        _("toolkit/<int:pk>/meetings/<int:key>/write/"),
        workspace.edit_meeting,
        name="edit_meeting",
    ),
    path(
        _("toolkit/<int:pk>/meetings/<int:key>/do/<meeting_action:act>/"),
        workspace.meeting_act,
        name="meeting_act",
    ),
    path(
        _("toolkit/<int:pk>/meetings/<int:key>/minutes/<paper_file:file>"),
        workspace.minutes_file,
        name="minutes_file",
    ),
    path(
        _("toolkit/<int:pk>/meetings/<int:key>/agreements/new/"),
        workspace.add_agreement,
        name="add_agreement",
    ),
    path(
        _("toolkit/<int:pk>/meetings/<int:key>/agreements/<int:number>/"),
        workspace.agreement,
        name="agreement",
    ),
    path(
        _("toolkit/<int:pk>/meetings/<int:key>/agreements/<int:number>/settled/"),
        workspace.settle,
        name="settle",
    ),
    path(
        _(
            "toolkit/<int:pk>/meetings/<int:key>/agreements/<int:number>/do/"
            "<agreement_action:act>/"
        ),
        workspace.agreement_act,
        name="agreement_act",
    ),
    path(_("toolkit/<int:pk>/documents/"), workspace.papers, name="papers"),
    path(_("toolkit/<int:pk>/documents/<int:key>/"), workspace.paper, name="paper"),
    path(
        _("toolkit/<int:pk>/documents/<int:key>/<paper_file:file>"),
        workspace.paper_file,
        name="paper_file",
    ),
    path(_("toolkit/<int:pk>/policies/"), workspace.policies, name="policies"),
    path(_("toolkit/<int:pk>/policies/new/"), workspace.add_policy, name="add_policy"),
    path(_("toolkit/<int:pk>/policies/<int:key>/"), workspace.policy, name="policy"),
    path(
        _("toolkit/<int:pk>/policies/<int:key>/do/<policy_action:act>/"),
        workspace.policy_act,
        name="policy_act",
    ),
    path(
        _("toolkit/<int:pk>/progress/<sharing_action:act>/"),
        workspace.share,
        name="share",
    ),
]
