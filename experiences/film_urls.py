"""Workspace addresses of films."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from experiences import converters  # noqa: F401  registers the words of addresses
from experiences.views.workspace import (
    film_acting,
    film_desk,
    film_trash,
    film_uploads,
)

app_name = "films"

urlpatterns = [
    path(_("videos/"), film_desk.film_records, name="films"),
    path(_("videos/new/"), film_desk.film_start, name="start"),
    path(_("videos/<int:pk>/"), film_desk.film, name="film"),
    path(_("videos/<int:pk>/edit/"), film_desk.film_edit, name="edit"),
    path(
        _("videos/<int:pk>/upload/<film_upload:what>/"),
        film_uploads.film_upload,
        name="upload",
    ),
    path(
        _("videos/<int:pk>/what-is-said/<slug:language>/"),
        film_uploads.film_said,
        name="said",
    ),
    path(
        _("videos/<int:pk>/ask/<experience_action:name>/"),
        film_trash.film_ask,
        name="ask",
    ),
    path(_("videos/<int:pk>/discard/"), film_trash.film_discard, name="discard"),
    path(
        _("videos/<int:pk>/removed/<int:kept>/"),
        film_trash.film_bring_back,
        name="bring_back",
    ),
    path(
        _("videos/<int:pk>/do/<experience_action:name>/"),
        film_acting.film_act,
        name="act",
    ),
]
