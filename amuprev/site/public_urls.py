"""Public forms of the roof: addresses of their own, beside the pages people read."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from amuprev.site import reader_views

urlpatterns = [
    path(_("bulletin/"), reader_views.subscribe, name="bulletin_ask"),
    path(_("bulletin/asked/"), reader_views.asked, name="bulletin_asked"),
    path(
        _("bulletin/confirm/<str:token>/"),
        reader_views.confirm,
        name="bulletin_confirm",
    ),
    path(_("bulletin/leave/<str:token>/"), reader_views.leave, name="bulletin_leave"),
]
