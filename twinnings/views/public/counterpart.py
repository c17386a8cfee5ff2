"""A local government that has no page of its own in the network: its twinnings."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from wagtail.models import Page

from network.lines import country_words
from twinnings.addresses import counterpart_address
from twinnings.lines import drawn_of, exchange_line, place_address, row_of, told
from twinnings.linked import counterpart_linked
from twinnings.maps import twinning_map
from twinnings.reading import counterpart_with_all, public_counterpart
from twinnings.views.public.detail import crumbs

LANGUAGES = ("es", "en")
# A map of more would be no map.
MOST_DRAWN = 30


def counterpart_detail(request: HttpRequest, page: Page, slug: str) -> HttpResponse:
    """A city, a county or any other territory of a public twinning.

    A municipality of the network has a page there, which tells of its twinnings too.
    """
    place = public_counterpart(slug)
    if place is None:
        raise Http404
    address = place_address(place)
    if request.path != address:
        # It may get or lose its page in the network: nothing here is for ever.
        return redirect(address)
    found = counterpart_with_all(place)
    twinnings = found["twinnings"]
    name, name_language = told(place, "name")
    context = {
        "page": page,
        "place": place,
        "name": name or place.key,
        "name_language": name_language,
        "country": country_words(place.country),
        "rows": [row_of(twinning) for twinning in twinnings],
        "exchanges": [exchange_line(each) for each in found["exchanges"]],
        "map": twinning_map([drawn_of(each) for each in twinnings[:MOST_DRAWN]]),
        "linked": counterpart_linked(place),
        "record_alternates": {
            code: counterpart_address(slug, code) for code in LANGUAGES
        },
        "crumbs": crumbs(page),
    }
    return render(request, "twinnings/public/counterpart.html", context)
