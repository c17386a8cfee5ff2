"""The lists under the landing, each with its own address, and their records."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Page

from toolkit.addresses import section_address, section_named
from toolkit.choosing import read_for_a_country
from toolkit.views.public.documents import document_detail, document_list
from toolkit.views.public.guide import whole_guide
from toolkit.views.public.norms import norm_detail, norm_list
from toolkit.views.public.packs import pack_list
from toolkit.views.public.register import (
    audience_detail,
    audience_list,
    policy_list,
    progress_list,
    publication_list,
)

LISTS: Mapping[str, Callable[[HttpRequest, Page], HttpResponse]] = {
    "norms": norm_list,
    "documents": document_list,
    "audiences": audience_list,
    "policies": policy_list,
    "progress": progress_list,
    "publications": publication_list,
    "guide": whole_guide,
    "pack": pack_list,
}
RECORDS: Mapping[str, Callable[[HttpRequest, Page, str], HttpResponse]] = {
    "norms": norm_detail,
    "documents": document_detail,
    "audiences": audience_detail,
}


@read_for_a_country
def toolkit_section(request: HttpRequest, page: Page, word: str) -> HttpResponse:
    """One of the lists; the other language's word leads to this language's."""
    section = section_named(word)
    return _at_its_address(request, section_address(section)) or LISTS[section](
        request, page
    )


@read_for_a_country
def toolkit_entry(
    request: HttpRequest, page: Page, word: str, slug: str
) -> HttpResponse:
    """One record of a list."""
    section = section_named(word)
    if section not in RECORDS:
        raise Http404
    moved: Any = _at_its_address(request, section_address(section, slug))
    return moved or RECORDS[section](request, page, slug)


def _at_its_address(request: HttpRequest, address: str) -> HttpResponse | None:
    if request.path == address:
        return None
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{address}?{query}" if query else address, permanent=True)
