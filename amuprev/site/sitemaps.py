"""What search engines may read: both trees, and every public record in both languages."""

import datetime
from collections.abc import Iterable

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from amuprev.site.models import HomePage
from network.addresses import (
    activity_address,
    country_address,
    organisation_address,
    section_address,
)
from network.choices import REGION_COUNTRIES
from network.models import Activity, Organisation

HOME_DEPTH = 2


class PageSitemap(Sitemap):
    """The editors' pages of both languages."""

    def items(self) -> QuerySet[Page]:
        homes = HomePage.objects.values("pk")
        below = Q(depth__gt=HOME_DEPTH)
        return (
            Page.objects.live()
            .filter(below | Q(pk__in=homes))
            .select_related("locale")
            .order_by("path")
        )

    def location(self, item: Page) -> str:
        below_home = item.url_path.split("/", 2)[2]
        with override(item.locale.language_code):
            return reverse("wagtail_serve", args=(below_home,))

    def lastmod(self, item: Page) -> datetime.datetime | None:
        return item.last_published_at


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


class ActivitySitemap(RecordSitemap):
    """The public activity log."""

    limit = 10_000

    def items(self) -> Iterable[int]:
        return Activity.objects.public().order_by("-pk").values_list("pk", flat=True)

    def location(self, item: int) -> str:
        return activity_address(item)


SITEMAPS = {
    "pages": PageSitemap,
    "network": NetworkSitemap,
    "activities": ActivitySitemap,
}


def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read; what needs a sign-in is not worth a visit."""
    closed = ["/admin/", "/cms/"]
    for language, _name in settings.LANGUAGES:
        with override(language):
            closed += [reverse("workspace:home"), reverse("account_login")]
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in closed),
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
