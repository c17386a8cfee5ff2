"""Workspace addresses of the twinnings."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from twinnings import converters  # noqa: F401  registers the words of addresses
from twinnings.views import workspace

app_name = "twinnings"

urlpatterns = [
    path(_("twinnings/"), workspace.twinnings, name="twinnings"),
    path(_("twinnings/new/"), workspace.start, name="start"),
    path(_("twinnings/review/<int:pk>/"), workspace.decide, name="decide"),
    path(_("twinnings/<int:pk>/"), workspace.twinning, name="twinning"),
    path(_("twinnings/<int:pk>/send/"), workspace.submit, name="submit"),
    path(_("twinnings/<int:pk>/status/"), workspace.status, name="status"),
    path(_("twinnings/<int:pk>/additions/"), workspace.additions, name="additions"),
    path(
        _("twinnings/<int:pk>/section/<twinning_section:name>/"),
        workspace.section,
        name="section",
    ),
    path(_("twinnings/<int:pk>/parties/<int:number>/"), workspace.party, name="party"),
    path(
        _("twinnings/<int:pk>/parties/<int:number>/ratification/"),
        workspace.ratification,
        name="ratification",
    ),
    path(
        _("twinnings/<int:pk>/parties/<int:number>/act/"),
        workspace.act_file,
        name="act_file",
    ),
    path(
        _("twinnings/<int:pk>/do/<twinning_action:action>/"),
        workspace.act,
        name="act",
    ),
    path(
        _("twinnings/<int:pk>/papers/<twinning_paper:kind>/<paper_file:file>"),
        workspace.paper_file,
        name="paper_file",
    ),
    path(_("twinnings/<int:pk>/documents/"), workspace.documents, name="documents"),
    path(
        _("twinnings/<int:pk>/documents/<uuid:key>/"),
        workspace.document_file,
        name="document_file",
    ),
    path(
        _("twinnings/<int:pk>/documents/<uuid:key>/<exchange_piece_action:act>/"),
        workspace.document_act,
        name="document_act",
    ),
    path(_("twinnings/<int:pk>/open/"), workspace.open_one, name="open"),
    path(
        _("exchanges/review/<int:pk>/"),
        workspace.exchange_decide,
        name="exchange_decide",
    ),
    path(_("exchanges/<int:pk>/"), workspace.exchange, name="exchange"),
    path(
        _("exchanges/<int:pk>/send/"), workspace.exchange_submit, name="exchange_submit"
    ),
    path(
        _("exchanges/<int:pk>/additions/"),
        workspace.exchange_additions,
        name="exchange_additions",
    ),
    path(
        _("exchanges/<int:pk>/section/<exchange_section:name>/"),
        workspace.exchange_section,
        name="exchange_section",
    ),
    path(
        _("exchanges/<int:pk>/do/<twinning_action:action>/"),
        workspace.exchange_act,
        name="exchange_act",
    ),
    path(
        _("exchanges/<int:pk>/file/<exchange_piece:kind>/<uuid:key>/"),
        workspace.piece_file,
        name="piece_file",
    ),
    path(_("exchanges/<int:pk>/photo/<uuid:key>/"), workspace.photo, name="photo"),
    path(
        _("exchanges/<int:pk>/photo/<uuid:key>/cover/"), workspace.cover, name="cover"
    ),
    path(
        _(
            "exchanges/<int:pk>/file/<exchange_piece:kind>/<uuid:key>/"
            "<exchange_piece_action:act>/"
        ),
        workspace.piece_act,
        name="piece_act",
    ),
    path(_("exchanges/<int:pk>/log/"), workspace.logged, name="logged"),
    path(
        _("exchanges/<int:pk>/commitments/new/"),
        workspace.add_commitment,
        name="add_commitment",
    ),
    path(
        _("exchanges/<int:pk>/commitments/<int:key>/"),
        workspace.commitment,
        name="commitment",
    ),
    path(
        _("exchanges/<int:pk>/commitments/<int:key>/met/"),
        workspace.meet,
        name="meet",
    ),
    path(
        _("exchanges/<int:pk>/commitments/<int:key>/dropped/"),
        workspace.drop,
        name="drop",
    ),
    path(
        _("exchanges/<int:pk>/commitments/<int:key>/evidence/"),
        workspace.evidence,
        name="evidence",
    ),
    path(
        _("exchanges/<int:pk>/commitments/<int:key>/do/<commitment_action:act>/"),
        workspace.commitment_act,
        name="commitment_act",
    ),
    path(_("exchanges/<int:pk>/counterpart/"), workspace.officer, name="officer"),
    path(
        _("exchanges/<int:pk>/counterpart/<int:key>/end/"),
        workspace.revoke,
        name="revoke",
    ),
    path(
        _("exchanges/<int:pk>/counterpart/<int:key>/settled/"),
        workspace.settle,
        name="settle",
    ),
    path(
        _("exchanges/<int:pk>/follow-up/<int:key>/"),
        workspace.follow_up,
        name="follow_up",
    ),
]
