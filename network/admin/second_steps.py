"""Resetting the second step of people who lost their telephone, after asking."""

from django.contrib import admin
from django.contrib.admin import helpers
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from network.admin.screens import act_on_each, person_of
from network.models import User
from network.services.second_step import reset_second_step

ACTION = "reset_second_steps"


def ask_and_reset(
    screen: admin.ModelAdmin, request: HttpRequest, rows: QuerySet[User]
) -> HttpResponse | None:
    """The question first; pressed there, each person in turn."""
    if "confirmed" in request.POST:
        by = person_of(request)
        act_on_each(
            screen, request, rows, lambda row: reset_second_step(person=row, by=by)
        )
        return None
    context = {
        **screen.admin_site.each_context(request),
        "title": _("Reset the second step?"),
        "opts": screen.opts,
        "rows": rows,
        "action": ACTION,
        "checkbox": helpers.ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, "admin/network/user/second_step.html", context)
