"""Public forms of the twinnings: addresses of their own, beside the pages people read."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from twinnings.views.answer import answer

urlpatterns = [
    path(_("answer/<str:token>/"), answer, name="answer"),
]
