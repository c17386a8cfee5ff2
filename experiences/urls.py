"""Workspace addresses of the experiences."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from experiences import converters  # noqa: F401  registers the words of addresses
from experiences.views import workspace

app_name = "experiences"

urlpatterns = [
    path(_("experiences/"), workspace.experiences, name="experiences"),
    path(_("experiences/new/"), workspace.start, name="start"),
    path(_("experiences/review/"), workspace.waiting, name="waiting"),
    path(_("experiences/review/<int:pk>/"), workspace.decide, name="decide"),
    path(_("experiences/<int:pk>/"), workspace.experience, name="experience"),
    path(_("experiences/<int:pk>/versions/"), workspace.versions, name="versions"),
    path(_("experiences/<int:pk>/as-read/"), workspace.as_read, name="as_read"),
    path(
        _("experiences/<int:pk>/published-versions/"),
        workspace.published_versions,
        name="published_versions",
    ),
    path(_("experiences/<int:pk>/send/"), workspace.submit, name="submit"),
    path(
        _("experiences/<int:pk>/section/<experience_section:name>/"),
        workspace.section,
        name="section",
    ),
    path(
        _("experiences/<int:pk>/file/<experience_piece:kind>/<uuid:key>/"),
        workspace.file,
        name="file",
    ),
    path(
        _("experiences/<int:pk>/file/<experience_piece:kind>/<uuid:key>/remove/"),
        workspace.remove,
        name="remove",
    ),
    path(_("experiences/<int:pk>/photo/<uuid:key>/"), workspace.photo, name="photo"),
    path(
        _("experiences/<int:pk>/photo/<uuid:key>/cover/"),
        workspace.cover,
        name="cover",
    ),
    path(
        _("experiences/<int:pk>/removed/<int:kept>/"),
        workspace.bring_back,
        name="bring_back",
    ),
    path(
        _("experiences/<int:pk>/do/<experience_action:action>/"),
        workspace.act,
        name="act",
    ),
    path(_("plans/"), workspace.plans, name="plans"),
    path(_("plans/new/<slug:slug>/"), workspace.adapt, name="adapt"),
    path(_("plans/review/<int:pk>/"), workspace.decide_changes, name="decide_changes"),
    path(_("plans/<int:pk>/"), workspace.plan, name="plan"),
    path(
        _("plans/<int:pk>/section/<plan_section:name>/"),
        workspace.plan_section,
        name="plan_section",
    ),
    path(
        _("plans/<int:pk>/do/<experience_action:action>/"),
        workspace.plan_act,
        name="plan_act",
    ),
]
