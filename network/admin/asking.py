"""The question before an act of a list that is not to be done by one press."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.admin import helpers
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

TEMPLATE = "admin/network/asked.html"


def ask_first(
    screen: admin.ModelAdmin,
    request: HttpRequest,
    rows: QuerySet[Any],
    *,
    action: str,
    title: str,
    press: str,
    consequences: Iterable[str],
    template: str = TEMPLATE,
) -> HttpResponse | None:
    """The page that asks; nothing once it was pressed there."""
    if "confirmed" in request.POST:
        return None
    context = {
        **screen.admin_site.each_context(request),
        "title": title,
        "press": press,
        "consequences": consequences,
        "opts": screen.opts,
        "list_address": request.get_full_path(),
        "rows": rows,
        "action": action,
        "checkbox": helpers.ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, template, context)
