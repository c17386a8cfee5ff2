"""The interface for programs: open tables in pages, records, and its own description.

Read only, the same for everybody: no session is opened and no cookie is set.
"""

import hashlib
import json
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.utils.translation import override

from amuprev.foundation.exports.turns import NoTurn, take_turn
from amuprev.foundation.open_data.fields import LANGUAGES
from amuprev.foundation.open_data.tables import NotUnderstood, Table
from amuprev.site.openapi import MOST, USUAL, described
from amuprev.site.problems import problem
from amuprev.site.tables import TABLES, file_address, interface_address, table_address

MOST_AT_ONCE = 8
MOST_OF_ONE_ADDRESS = 4
WAIT_SECONDS = 5
# What is hidden must be gone from every answer within a minute.
FRESH_SECONDS = 60
COMMON = frozenset({"lang"})
PAGING = frozenset({"lang", "limit", "after"})
# Its values are addresses, which have no language of their own.
ADDRESSES = "address"
View = Callable[..., HttpResponse]


def for_programs(view: View) -> View:
    """Read only, from any site, a few at a time, problems said as RFC 9457 wants."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = _answered(view, request, *args, **kwargs)
        answer["Access-Control-Allow-Origin"] = "*"
        answer["Cross-Origin-Resource-Policy"] = "cross-origin"
        answer["X-Robots-Tag"] = "noindex"
        return answer

    return guarded


def _answered(
    view: View, request: HttpRequest, *args: Any, **kwargs: Any
) -> HttpResponse:
    language = request.GET.get("lang", "")
    with override(language if language in LANGUAGES else "en"):
        if request.method not in ("GET", "HEAD"):
            why = _("Nothing can be written here: only GET and HEAD are answered.")
            return problem(405, why, Allow="GET, HEAD")
        try:
            turn = take_turn(
                get_adapter().get_client_ip(request),
                most=MOST_AT_ONCE,
                most_each=MOST_OF_ONE_ADDRESS,
                room="interface",
            )
        except NoTurn:
            why = _("Too many questions at the same time: wait a few seconds.")
            return problem(429, why, Retry_After=str(WAIT_SECONDS))
        try:
            return view(request, *args, **kwargs)
        except NotUnderstood as error:
            words = {"name": error.name, "why": error.why}
            why = _("The parameter “%(name)s” makes no sense: %(why)s") % words
            return problem(400, why)
        finally:
            turn.give_back()


@for_programs
def index(request: HttpRequest) -> HttpResponse:
    """What there is: each table with its addresses."""
    _only(request, COMMON)
    licence, licence_url = settings.DATA_LICENCE
    tables = [
        {
            "key": table.key,
            "title": str(table.title),
            "about": str(table.about),
            "records": _whole(interface_address(table)),
            "page": {code: _whole(table_address(table, code)) for code in LANGUAGES},
            "csv": {
                code: _whole(file_address(table, "csv", code)) for code in LANGUAGES
            },
        }
        for table in TABLES.values()
    ]
    return _sent(
        request,
        {
            "licence": licence_url,
            "licence_name": licence,
            "description": _whole("/api/v1/openapi.json"),
            "tables": tables,
        },
    )


@for_programs
def description(request: HttpRequest) -> HttpResponse:
    """The interface as OpenAPI 3.1 describes it."""
    _only(request, COMMON)
    return _sent(request, described())


@for_programs
def records(request: HttpRequest, key: str) -> HttpResponse:
    """A page of a table's records, and where the next one begins."""
    table = TABLES.get(key)
    if table is None:
        return nothing_here()
    _only(request, PAGING | set(table.filters))
    asked = request.GET.copy()
    most = _limit(asked.get("limit", ""))
    page = table.page(asked.get("after", ""), most, asked)
    further = ""
    if page.after:
        asked["after"] = page.after
        further = f"{_whole(request.path)}?{urlencode(list(asked.items()))}"
    told = {
        "table": table.key,
        "licence": settings.DATA_LICENCE[1],
        "records": [_in_language(request, each) for each in page.records],
        "next": further or None,
    }
    return _sent(request, told)


@for_programs
def record(request: HttpRequest, key: str, of: str) -> HttpResponse:
    """One record by its permanent key."""
    _only(request, COMMON)
    table: Table | None = TABLES.get(key)
    found = table.one(of) if table else None
    if found is None:
        return nothing_here()
    return _sent(request, _in_language(request, found))


@for_programs
def missing(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Any other address below the interface."""
    return nothing_here()


def nothing_here() -> HttpResponse:
    """Not found, without a hint."""
    return problem(404, _("Nothing is published at this address."))


def _only(request: HttpRequest, known: frozenset[str] | set[str]) -> None:
    """A filter that does not exist would otherwise give everything."""
    for name in request.GET:
        if name not in known:
            raise NotUnderstood(name, _("it does not exist here."))
    language = request.GET.get("lang", "")
    if language and language not in LANGUAGES:
        raise NotUnderstood("lang", _("write es or en."))


def _limit(text: str) -> int:
    if not text:
        return USUAL
    if not (text.isascii() and text.isdigit() and len(text) < 5):
        raise NotUnderstood("limit", _("write a number from 1 to 200."))
    if not 1 <= int(text) <= MOST:
        raise NotUnderstood("limit", _("write a number from 1 to 200."))
    return int(text)


def _in_language(request: HttpRequest, told: Any) -> Any:
    """Texts in one language, each saying which, when the question named it."""
    language = request.GET.get("lang", "")
    return _chosen(told, language) if language else told


def _chosen(told: Any, language: str) -> Any:
    if isinstance(told, list):
        return [_chosen(each, language) for each in told]
    if not isinstance(told, dict):
        return told
    if told.keys() == set(LANGUAGES):
        spoken = language if told[language] else "es"
        return {"lang": spoken, "text": told[spoken]}
    return {
        name: value if name == ADDRESSES else _chosen(value, language)
        for name, value in told.items()
    }


def _whole(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def _sent(request: HttpRequest, told: Any) -> HttpResponse:
    content = json.dumps(told, ensure_ascii=False).encode()
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    answer = HttpResponse(content, content_type="application/json; charset=utf-8")
    answer["ETag"] = etag
    answer["Cache-Control"] = f"public, max-age={FRESH_SECONDS}"
    found: Any = get_conditional_response(request, etag=etag, response=answer)
    return found or answer
