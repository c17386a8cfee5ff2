"""The sheet of a form of a twinning or exchange, and the ways back to its record."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from network.views.workspace import sheets
from network.views.workspace.doors import StaffRequest
from network.views.workspace.sheets import done
from twinnings.models import Exchange, Twinning
from twinnings.views.workspace.doors import address_of

__all__ = ["Sheet", "closed", "done"]


class Sheet(sheets.Sheet):
    """A form on its page, which leads back to its twinning or exchange."""

    template = "twinnings/workspace/form.html"

    def __init__(
        self,
        request: StaffRequest,
        form: Any,
        record: Twinning | Exchange,
        **told: Any,
    ) -> None:
        super().__init__(request, form, record, **{"back": address_of(record)} | told)


def closed(request: StaffRequest, record: Twinning | Exchange) -> HttpResponse:
    """Back to its page, which says how it is opened again."""
    messages.info(request, _("It was sent or published: take it back below first."))
    return redirect(address_of(record))
