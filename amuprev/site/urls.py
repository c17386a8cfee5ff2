"""The frame of the workspace; each app's part stands in its own namespace."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from amuprev.site import views

app_name = "workspace"

urlpatterns = [
    path("", views.workspace_home, name="home"),
    path(_("gallery/"), views.gallery, name="gallery"),
]
