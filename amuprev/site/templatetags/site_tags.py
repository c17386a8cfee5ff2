"""What the roof's pages print of pages: lines of lists and cards."""

from typing import Any

from django import template
from django.utils.translation import gettext as _
from wagtail.models import Page

from amuprev.foundation.templatetags.foundation_tags import page_path
from amuprev.site import agenda, linked_data
from amuprev.site.models import BulletinPage, NewsPage
from network.dates import one_day

register = template.Library()
NETWORK = "RED-AMUPREV"

register.filter("event_when", agenda.when_of)
register.filter("event_where", agenda.where_of)
register.filter("event_title", agenda.title_of)
register.simple_tag(linked_data.event, name="event_described")
register.simple_tag(linked_data.videos, name="videos_described")
register.simple_tag(linked_data.network, name="network_described")


@register.simple_tag
def crumbs_to(page: Page) -> list[dict[str, Any]]:
    """The pages above this one, from the home page down."""
    # Known already where the page was found by its address.
    above = getattr(page, "above", None)
    if above is None:
        above = page.get_ancestors().filter(depth__gt=1).select_related("locale")
    return [{"title": one.title, "url": page_path(one)} for one in above]


@register.filter
def whole_address(page: Page) -> str:
    """Where a page is read, with the portal's host."""
    return linked_data.whole(page_path(page))


@register.simple_tag
def article_described(page: NewsPage | BulletinPage) -> dict[str, Any]:
    """A piece of news or an issue of the bulletin, for machines."""
    author = author_of(page) if isinstance(page, NewsPage) else NETWORK
    return linked_data.article(page, author)


@register.filter
def author_of(news: NewsPage) -> str:
    """Who tells a piece of news."""
    if news.author is None or not news.author.shown:
        return NETWORK
    return str(news.author)


@register.filter
def news_where(news: NewsPage) -> str:
    """Its day and who tells it."""
    return f"{one_day(news.day)} · {author_of(news)}"


@register.filter
def bulletin_when(issue: BulletinPage) -> str:
    """The quarter of an issue: January to March 2026."""
    months = issue.get_quarter_display()
    return _("%(months)s %(year)s") % {"months": months, "year": issue.year}
