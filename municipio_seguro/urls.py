"""Workspace addresses of Municipio Seguro."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from municipio_seguro import converters  # noqa: F401  registers the words of addresses
from municipio_seguro.views import workspace

app_name = "municipio_seguro"

urlpatterns = [
    path(_("assessments/"), workspace.assessments, name="assessments"),
    path(_("assessments/new/"), workspace.start, name="start"),
    path(_("assessments/<int:pk>/"), workspace.assessment, name="assessment"),
    path(
        _("assessments/<int:pk>/dimension/<slug:code>/"),
        workspace.dimension,
        name="dimension",
    ),
    path(
        _("assessments/<int:pk>/evidence/<slug:code>/"),
        workspace.evidence,
        name="evidence",
    ),
    path(
        _("assessments/<int:pk>/evidence/<slug:code>/<int:piece>/"),
        workspace.evidence_file,
        name="evidence_file",
    ),
    path(
        _("assessments/<int:pk>/evidence/<slug:code>/<int:piece>/remove/"),
        workspace.evidence_remove,
        name="evidence_remove",
    ),
    path(
        _("assessments/<int:pk>/evidence/<slug:code>/<int:piece>/bring-back/"),
        workspace.evidence_restore,
        name="evidence_restore",
    ),
    path(_("assessments/<int:pk>/reply/<slug:code>/"), workspace.reply, name="reply"),
    path(_("assessments/<int:pk>/signed-act/"), workspace.act_file, name="act_file"),
    path(
        _("assessments/<int:pk>/do/<assessment_action:action>/"),
        workspace.act,
        name="act",
    ),
    path(_("assessments/<int:pk>/consult/"), workspace.consult, name="consult"),
    path(
        _("assessments/<int:pk>/consultation/"),
        workspace.consultation,
        name="consultation",
    ),
    path(
        _("assessments/<int:pk>/consultation/poster/"),
        workspace.poster_file,
        name="poster",
    ),
    path(
        _("assessments/<int:pk>/consultation/burst/<slug:mark>/"),
        workspace.burst,
        name="burst",
    ),
    path(
        _(
            "assessments/<int:pk>/consultation/text/<uuid:key>/<text_decision:decision>/"
        ),
        workspace.text,
        name="text",
    ),
    path(
        _("assessments/<int:pk>/consultation/assisted/"),
        workspace.assisted,
        name="assisted",
    ),
    path(_("assessments/<int:pk>/groups/"), workspace.groups, name="groups"),
    path(
        _("assessments/<int:pk>/groups/<int:session>/remove/"),
        workspace.group_remove,
        name="group_remove",
    ),
    path(
        _("assessments/<int:pk>/groups/<voice:voice>/"), workspace.group, name="group"
    ),
    path(
        _("assessments/<int:pk>/groups/<voice:voice>/sheet/"),
        workspace.sheet_file,
        name="group_sheet",
    ),
    path(_("risks/<int:pk>/"), workspace.register, name="register"),
    path(_("risks/<int:pk>/new/"), workspace.add_risk, name="add_risk"),
    path(_("risks/<int:pk>/<int:number>/"), workspace.risk, name="risk"),
    path(
        _("risks/<int:pk>/<int:number>/sheet/<risk_section:name>/"),
        workspace.risk_sheet,
        name="risk_sheet",
    ),
    path(
        _("risks/<int:pk>/<int:number>/do/<risk_action:action>/"),
        workspace.risk_act,
        name="risk_act",
    ),
    path(_("measures/<int:pk>/"), workspace.plan, name="plan"),
    path(_("measures/<int:pk>/new/"), workspace.add_measure, name="add_measure"),
    path(_("measures/<int:pk>/<int:number>/"), workspace.measure, name="measure"),
    path(
        _("measures/<int:pk>/<int:number>/sheet/<measure_section:name>/"),
        workspace.measure_sheet,
        name="measure_sheet",
    ),
    path(_("measures/<int:pk>/<int:number>/tell/"), workspace.tell, name="tell"),
    path(
        _("measures/<int:pk>/<int:number>/move/<measure_status:status>/"),
        workspace.move,
        name="move",
    ),
    path(
        _("measures/<int:pk>/<int:number>/told/<int:entry>/"),
        workspace.entry_file,
        name="entry_file",
    ),
    path(
        _("measures/<int:pk>/<int:number>/do/<measure_action:action>/"),
        workspace.measure_act,
        name="measure_act",
    ),
]
