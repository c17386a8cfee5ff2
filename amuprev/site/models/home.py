"""The front page."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.models import BasePage
from amuprev.site import agenda
from amuprev.site.blocks import BODY
from amuprev.site.home import home_context
from amuprev.site.models.events import EventPage
from amuprev.site.models.news import NewsPage

MOST_NEWS = 3
MOST_EVENTS = 3
# No page lies deeper; what comes after belongs to the page that the address leads to.
MOST_PARTS = 6


class HomePage(BasePage):
    """The front page of the portal in one language."""

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    max_count_per_parent = 2
    template = "site/home.html"

    body = StreamField(BODY, verbose_name=_("body"), blank=True)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("home page")

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """The deepest page that the address leads to, found at once.

        Wagtail asks twice for each part of the address; raises Http404 as it does.
        """
        ends = range(1, min(len(path_components), MOST_PARTS) + 1)
        paths = {f"{self.url_path}{'/'.join(path_components[:end])}/" for end in ends}
        pages = Page.objects.filter(url_path__in=paths).select_related("locale")
        found_on_the_way = list(pages.order_by("depth")) if paths else []
        if not found_on_the_way:
            return super().route(request, path_components)
        *above, found = found_on_the_way
        page = found.specific
        page.locale = self.locale = found.locale
        page.above = [self, *above]
        return page.route(request, path_components[len(above) + 1 :])

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """The front page never runs out."""
        self.expire_at = None
        super().full_clean(*args, **kwargs)

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        """The page with what the apps tell beside it."""
        language = language_in_use()
        news = NewsPage.objects.live().in_language(language)
        events = EventPage.objects.live().in_language(language).for_lists()
        return {
            **super().get_context(request, *args, **kwargs),
            **home_context(),
            "news": list(news.newest_first().for_lists()[:MOST_NEWS]),
            "coming": [agenda.entry_of(each) for each in events.coming()[:MOST_EVENTS]],
        }
