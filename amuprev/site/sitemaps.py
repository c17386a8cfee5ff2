"""What search engines may read: both trees, and every public record in both languages."""

import datetime
from collections.abc import Sequence
from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as sitemap_views
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe
from wagtail.models import Page

from amuprev.foundation.exports.turns import NoTurn, take_turn
from amuprev.foundation.glossary import term_address
from amuprev.foundation.models import GlossaryTerm
from amuprev.site.models import EventPage, HomePage
from amuprev.site.tables import TABLES, table_address
from experiences.addresses import experience_address
from experiences.film_addresses import film_address
from experiences.models import Experience, Film
from municipio_seguro.mapped import address_of, every_page
from network.addresses import (
    activity_address,
    country_address,
    download_address,
    organisation_address,
    section_address,
)
from network.choices import REGION_COUNTRIES
from network.facets import ALL
from network.listing import Choice
from network.models import Listing, Organisation
from network.totals import totals_of
from toolkit import mapped as toolkit_pages
from twinnings.addresses import counterpart_address, exchange_address, twinning_address
from twinnings.models import Exchange, Party, Twinning

HOME_DEPTH = 2
# Of the threads that answer, most stay free for pages.
MOST_AT_ONCE = 2
WAIT_SECONDS = 5


class PageSitemap(Sitemap):
    """The editors' pages of both languages."""

    def items(self) -> QuerySet[Page]:
        homes = HomePage.objects.values("pk")
        # Their addresses alone would tell what is by invitation.
        told = EventPage.objects.told_in_full().values("pk")
        untold = EventPage.objects.exclude(pk__in=told)
        below = Q(depth__gt=HOME_DEPTH)
        return (
            Page.objects.live()
            .filter(below | Q(pk__in=homes))
            .exclude(pk__in=untold.values("pk"))
            .select_related("locale")
            .order_by("path")
        )

    def location(self, item: Page) -> str:
        below_home = item.url_path.split("/", 2)[2]
        with override(item.locale.language_code):
            return reverse("wagtail_serve", args=(below_home,))

    def lastmod(self, item: Page) -> datetime.datetime | None:
        return item.last_published_at

    def _urls(self, page: Any, protocol: str, domain: str) -> list[dict[str, Any]]:
        """Each page with its translation beside it: the two trees are one map."""
        # Django keeps it for itself; it is the one place that knows the host.
        urls = super()._urls(page, protocol, domain)  # type: ignore[misc]
        keys = {url["item"].translation_key for url in urls}
        pages = self.items().filter(translation_key__in=keys)
        places: dict[Any, list[dict[str, str]]] = {}
        for each in pages:
            place = {
                "location": f"{protocol}://{domain}{self.location(each)}",
                "lang_code": each.locale.language_code,
            }
            places.setdefault(each.translation_key, []).append(place)
        for url in urls:
            url["alternates"] = places[url["item"].translation_key]
        return urls


class RecordSitemap(Sitemap):
    """Records: each address with its translation beside it."""

    i18n = True
    alternates = True
    languages = ["es", "en"]


class NetworkSitemap(RecordSitemap):
    """Associations, municipalities, countries and the history."""

    def items(self) -> list[tuple[str, str]]:
        shown = Organisation.objects.public()
        records = shown.associations() | shown.municipalities()
        return [
            *records.order_by("kind", "slug").values_list("kind", "slug"),
            *(("country", code) for code in REGION_COUNTRIES),
            ("history", ""),
        ]

    def location(self, item: tuple[str, str]) -> str:
        kind, slug = item
        if kind == "country":
            return country_address(slug)
        if kind == "history":
            return section_address("history")
        return organisation_address(kind, slug)


class GlossarySitemap(RecordSitemap):
    """The terms of the glossary."""

    def items(self) -> list[str]:
        terms = GlossaryTerm.objects.order_by("slug")
        return list(terms.values_list("slug", flat=True))

    def location(self, item: str) -> str:
        return term_address(item)


class FilmSitemap(RecordSitemap):
    """The films."""

    def items(self) -> list[str]:
        return list(
            Film.objects.public().order_by("slug").values_list("slug", flat=True)
        )

    def location(self, item: str) -> str:
        return film_address(item)


class ExperienceSitemap(RecordSitemap):
    """The published experiences."""

    limit = 2_000

    def items(self) -> QuerySet[Any]:
        rows = Experience.objects.public().order_by("position")
        return rows.values_list("slug", flat=True)

    def location(self, item: str) -> str:
        return experience_address(item)


class TwinningSitemap(RecordSitemap):
    """The twinnings, the exchanges that are over, and counterparts with a page here."""

    limit = 2_000

    def items(self) -> list[tuple[str, Any]]:
        twinnings = Twinning.objects.public().order_by("pk")
        exchanges = Exchange.objects.public().order_by("pk")
        parties = Party.objects.public().filter(place__isnull=False)
        # Those of the network have their page there.
        elsewhere = parties.filter(place__organisation=None)
        places = elsewhere.order_by("place__slug").distinct()
        return [
            *(("twinning", slug) for slug in twinnings.values_list("slug", flat=True)),
            *(("exchange", pk) for pk in exchanges.values_list("pk", flat=True)),
            *(("place", slug) for slug in places.values_list("place__slug", flat=True)),
        ]

    def location(self, item: tuple[str, Any]) -> str:
        kind, key = item
        if kind == "twinning":
            return twinning_address(key)
        return exchange_address(key) if kind == "exchange" else counterpart_address(key)


class ToolkitSitemap(RecordSitemap):
    """Steps, norms, model documents, and the lists of the toolkit."""

    def items(self) -> list[tuple[str, str]]:
        return toolkit_pages.every_page()

    def location(self, item: tuple[str, str]) -> str:
        return toolkit_pages.address_of(item)


class AssessmentSitemap(RecordSitemap):
    """The published assessments, and the instrument with its dimensions."""

    limit = 2_000

    def items(self) -> list[str]:
        return every_page()

    def location(self, item: str) -> str:
        return address_of(item)


class DataSitemap(RecordSitemap):
    """What each open table holds."""

    def items(self) -> list[str]:
        return list(TABLES)

    def location(self, item: str) -> str:
        return table_address(TABLES[item])


class EachInEachLanguage(Sequence[tuple[int, str]]):
    """The numbers of all public activities with each language, some at a time.

    Neither counted nor read whole: Django would do both for every file of the map.
    """

    def __init__(self, languages: list[str]) -> None:
        self.languages = languages

    def __len__(self) -> int:
        return totals_of(Choice()).activities * len(self.languages)

    def __getitem__(self, asked: Any) -> Any:
        many = len(self.languages)
        first, last, _step = asked.indices(len(self))
        rows = Listing.objects.filter(facet=ALL).order_by("-day", "-activity")
        numbers = rows.values_list("activity", flat=True)[
            first // many : -(-last // many)
        ]
        pairs = [(number, code) for number in numbers for code in self.languages]
        return pairs[first % many :][: last - first]


class ActivitySitemap(RecordSitemap):
    """The public activity log."""

    limit = 2_000

    def _items(self) -> Sequence[tuple[int, str]]:
        return EachInEachLanguage(self.languages)

    def location(self, item: int) -> str:
        return activity_address(item)


SITEMAPS: dict[str, type[Sitemap] | Sitemap] = {
    "pages": PageSitemap,
    "network": NetworkSitemap,
    "glossary": GlossarySitemap,
    "films": FilmSitemap,
    "data": DataSitemap,
    "experiences": ExperienceSitemap,
    "twinnings": TwinningSitemap,
    "toolkit": ToolkitSitemap,
    "municipio-seguro": AssessmentSitemap,
    "activities": ActivitySitemap,
}


@require_safe
def section_map(request: HttpRequest, section: str) -> HttpResponse:
    """A part of the map: thousands of addresses, so a few readers at a time."""
    try:
        turn = take_turn(
            get_adapter().get_client_ip(request),
            most=MOST_AT_ONCE,
            most_each=1,
            room="maps",
        )
    except NoTurn:
        return HttpResponse(status=429, headers={"Retry-After": str(WAIT_SECONDS)})
    try:
        # Written now: whoever serves it would do so after the turn was given back.
        return sitemap_views.sitemap(request, SITEMAPS, section=section).render()
    finally:
        turn.give_back()


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read; what needs a sign-in is not worth a visit."""
    closed = ["/admin/", "/cms/"]
    for language, _name in settings.LANGUAGES:
        with override(language):
            closed += [reverse("workspace:home"), reverse("account_login")]
            # The same as the pages, and much at once.
            closed.append(download_address(""))
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in closed),
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
