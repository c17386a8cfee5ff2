"""The norms that a filter shows, to take away."""

from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from wagtail.models import Page

from amuprev.foundation.addresses import area_address, language_in_use
from amuprev.foundation.exports.sending import send_file
from amuprev.foundation.exports.turns import NoTurn
from amuprev.foundation.open_data.files import About, table_file
from amuprev.foundation.open_data.tables import Table
from network.views.public.downloads import busy, download_turn
from toolkit.addresses import (
    norms_file_address,
    section_address,
)
from toolkit.choosing import chosen, read_for_a_country
from toolkit.filters import NormFilter
from toolkit.open_data import TABLES, public_norms
from toolkit.reading import norms_told


@read_for_a_country
def norms_file(request: HttpRequest, page: Page, name: str) -> HttpResponseBase:
    """The fields of the open table, of the norms that the list shows for this address."""
    word, _dot, form = name.rpartition(".")
    query = request.META.get("QUERY_STRING", "")
    asked_for = f"?{query}" if query else ""
    if request.path != norms_file_address(form):
        return redirect(f"{norms_file_address(form)}{asked_for}", permanent=True)
    try:
        turn = download_turn(request)
    except NoTurn:
        return busy(request, page, f"{section_address('norms')}{asked_for}")
    asked = NormFilter(request.GET, norms_told(), chosen(request).country)
    keys = [norm.pk for norm in asked.found]
    table = replace(TABLES[0], rows=lambda: public_norms().filter(pk__in=keys))
    told = f"{word}-{timezone.localdate().isoformat()}.{form}"
    pieces = table_file(form, table, _about(table))
    return send_file(request, pieces, told, turn.give_back)


def _about(table: Table) -> About:
    """What the file says of itself: where its fields are described, and its licence."""
    described = area_address("data", table.words[language_in_use()])
    licence, address = settings.DATA_LICENCE
    page = f"{settings.SITE_URL}{described}"
    return About(page, licence, address, timezone.now())
