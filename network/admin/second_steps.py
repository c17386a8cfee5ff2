"""Resetting the second step of people who lost their telephone, after asking."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from network.admin.asking import ask_first
from network.admin.screens import act_on_each, person_of
from network.models import User
from network.services.second_step import reset_second_step

ACTION = "reset_second_steps"


def ask_and_reset(
    screen: admin.ModelAdmin, request: HttpRequest, rows: QuerySet[User]
) -> HttpResponse | None:
    """The question first; pressed there, each person in turn."""
    asked = ask_first(
        screen,
        request,
        rows,
        action=ACTION,
        title=_("Reset the second step?"),
        press=_("Reset the second step"),
        consequences=(
            _(
                "Make sure that you are speaking with this very person: call a number "
                "you already had, or see them in person."
            ),
            _(
                "Their application, passkeys and recovery codes stop working, and they "
                "are signed out everywhere. We tell them by mail. Their password stays: "
                "they sign in with it and a code that we mail them, and set up another "
                "second step."
            ),
        ),
        template="admin/network/user/second_step.html",
    )
    if asked is None:
        by = person_of(request)
        act_on_each(
            screen, request, rows, lambda row: reset_second_step(person=row, by=by)
        )
    return asked
