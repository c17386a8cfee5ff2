"""The packs for a USB stick: what each holds and weighs, and the file itself."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from wagtail.models import Page

from network.lines import country_words
from toolkit.addresses import pack_address, section_address, section_named
from toolkit.choices import GUIDE_COUNTRIES
from toolkit.models import Pack
from toolkit.views.public.common import frame

KEPT = "public, max-age=60"


def pack_list(request: HttpRequest, page: Page) -> HttpResponse:
    """Every country's, with its size before anybody downloads it."""
    context = frame(
        request, page, lambda language: section_address("pack", language=language)
    )
    made = {pack.country: pack for pack in Pack.objects.all()}
    context["packs"] = [
        {
            "name": country_words(code),
            "url": pack_address(code),
            "pack": made.get(code.value),
            "chosen": code == context["country"],
        }
        for code in GUIDE_COUNTRIES
    ]
    return render(request, "toolkit/public/packs.html", context)


def pack_file(
    request: HttpRequest, page: Page, word: str, name: str
) -> HttpResponseBase:
    """The zip of a country, once it has been made."""
    country = name.partition(".")[0]
    pack = Pack.objects.filter(country=country.upper()).first()
    if pack is None or section_named(word) != "pack":
        raise Http404
    if request.path != pack_address(country):
        return redirect(pack_address(country), permanent=True)
    try:
        opened = pack.file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    answer = FileResponse(
        opened,
        as_attachment=True,
        filename=f"amuprev-{country}-{pack.built_at:%Y-%m-%d}.zip",
        content_type="application/zip",
    )
    answer["X-Robots-Tag"] = "noindex"
    answer["Cache-Control"] = KEPT
    return answer
