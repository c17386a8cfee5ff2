"""Open data: the list of tables, what each holds, and their files."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from amuprev.foundation.addresses import area_address, language_in_use
from amuprev.foundation.exports.sending import send_file
from amuprev.foundation.exports.turns import NoTurn
from amuprev.foundation.open_data.fields import Field, Holds
from amuprev.foundation.open_data.files import FORMS, table_file
from amuprev.foundation.open_data.flat import flat_columns, words_of
from amuprev.foundation.open_data.tables import Table, last_changes, rows_counted
from amuprev.site.linked_data import catalogue, dataset
from amuprev.site.tables import (
    GROUPS,
    LANGUAGES,
    TABLES,
    about,
    facts,
    file_address,
    files_of,
    interface_address,
    table_address,
    table_of_word,
)
from network.addresses import feed_address
from network.views.public.downloads import busy, download_turn


def data_landing(request: HttpRequest, page: Page) -> HttpResponse:
    """Every table with its size, its last change and its files."""
    tables = list(TABLES.values())
    counts, changes = facts()
    groups = [
        {"title": title, "tables": [_line(each, counts, changes) for each in listed]}
        for title, listed in GROUPS
    ]
    licence, licence_url = settings.DATA_LICENCE
    context = {
        "page": page,
        "groups": groups,
        "licence": licence,
        "licence_url": licence_url,
        "linked": catalogue(page, tables),
        "log_feed": feed_address(),
        "record_alternates": {
            code: area_address("data", language=code) for code in LANGUAGES
        },
    }
    return render(request, "site/data.html", context)


def _line(
    table: Table, counts: dict[str, int], changes: dict[str, Any]
) -> dict[str, Any]:
    return {
        "title": table.title,
        "about": table.about,
        "url": table_address(table),
        "files": files_of(table),
        "rows": counts.get(table.key, 0),
        "changed": changes.get(table.key),
    }


def data_table(request: HttpRequest, page: Page, word: str) -> HttpResponse:
    """One table: its dictionary, its tags and its files."""
    table = table_of_word(word)
    if table is None:
        raise Http404
    address = table_address(table)
    if request.path != address:
        return redirect(address, permanent=True)
    line = _line(table, rows_counted([table]), last_changes([table]))
    licence, licence_url = settings.DATA_LICENCE
    context = {
        "page": page,
        "table": line,
        "fields": [_described(field) for field in table.fields],
        "columns": [] if table.own_file else _tags(table),
        "interface": interface_address(table),
        "licence": licence,
        "licence_url": licence_url,
        "linked": dataset(table, line["changed"]),
        "crumbs": [
            {"title": _("Home"), "url": f"/{language_in_use()}/"},
            {"title": page.title, "url": area_address("data")},
        ],
        "record_alternates": {code: table_address(table, code) for code in LANGUAGES},
    }
    return render(request, "site/data_table.html", context)


def _described(field: Field) -> dict[str, Any]:
    coded = field.holds in (Holds.CODE, Holds.CODES)
    return {
        "key": field.key,
        "label": field.label,
        "about": field.about,
        "kind": field.kind,
        "hxl": field.hxl,
        "codes": list(words_of(field).items()) if coded else [],
    }


def _tags(table: Table) -> list[dict[str, str]]:
    return [
        {"heading": str(flat.column.heading), "hxl": flat.hxl}
        for flat in flat_columns(table.fields)
    ]


def data_file(request: HttpRequest, page: Page, name: str) -> HttpResponseBase:
    """A whole table as a file, sent while it is made."""
    word, _dot, form = name.rpartition(".")
    table = table_of_word(word)
    if table is None or form not in FORMS:
        raise Http404
    address = file_address(table, form)
    if request.path != address:
        return redirect(address, permanent=True)
    try:
        turn = download_turn(request)
    except NoTurn:
        return busy(request, page, area_address("data"))
    told = f"{word}-{timezone.localdate().isoformat()}.{form}"
    answer = send_file(
        request, table_file(form, table, about(table)), told, turn.give_back
    )
    # Pages and programs of others may read what everybody may take away.
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
