"""Public forms of the network: addresses of their own, beside the pages people read."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from network.views import asking, take_down

urlpatterns = [
    path(_("ask/"), asking.ask, name="ask"),
    path(_("ask/sent/"), asking.ask_sent, name="ask_sent"),
    path(_("take-down/"), take_down.take_down, name="take_down"),
    path(
        _("take-down/<str:token>/"),
        take_down.take_down_thanks,
        name="take_down_thanks",
    ),
]
