"""What editors publish as open tables: news, events, issues of the bulletin."""

from collections.abc import Callable
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.open_data import fields
from amuprev.foundation.open_data.fields import Field, Holds
from amuprev.foundation.open_data.tables import Table
from amuprev.foundation.templatetags.foundation_tags import page_path
from amuprev.site.choices import Admission, Language
from amuprev.site.models import BulletinPage, EventPage, NewsPage
from network.choices import Country
from network.open_data.organisations import organisation
from network.open_data.paths import site_page

NUMBER = fields.whole(
    "number", _("Number"), _("Of this page; it does not change."), "#meta+id",
    lambda page: page.pk,
)  # fmt: skip
LANGUAGE = fields.code(
    "language",
    _("Language"),
    _("Each language has a page of its own."),
    Language,
    "#meta+language",
    lambda page: page.locale.language_code,
)
TITLE = fields.text("title", _("Title"), _("As its page has it."), "#meta+title")
LEAD = fields.text("lead", _("Lead"), _("In one or two sentences."), "#description")
LINK = Field(
    "page",
    _("Page in the portal"),
    _("Where people read it; it does not change."),
    Holds.LINK,
    lambda page: site_page(page_path(page)),
    "#meta+url",
)


def pages(model: Any) -> Callable[[], QuerySet]:
    """The published pages of a kind."""
    return lambda: model.objects.live().select_related("locale")


def published(rows: Callable[[], QuerySet]) -> Callable[[], QuerySet]:
    """When each was published last, as histories say it."""
    return lambda: rows().annotate(history_date=F("last_published_at"))


def _news() -> QuerySet:
    return pages(NewsPage)().select_related("author")


def _events() -> QuerySet:
    """Those of which the world may know more than month and country."""
    told: Any = pages(EventPage)()
    return told.told_in_full()


def _author(page: NewsPage) -> Any:
    shown = page.author is not None and page.author.shown
    return organisation("author")(page) if shown else None


def _table(
    key: str,
    words: dict[str, str],
    title: Any,
    about: Any,
    told: tuple[Field, ...],
    rows: Callable[[], QuerySet],
) -> Table:
    every = (NUMBER, LANGUAGE, TITLE, LEAD, *told, LINK)
    return Table(
        key, words, title, about, every, rows, by="pk", kept=(published(rows),)
    )


TABLES = (
    _table(
        "news",
        {"es": "noticias", "en": "news"},
        _("News"),
        _("What the network, its associations and their municipalities told."),
        (
            fields.day("day", _("Date"), _("Of the piece of news."), "#date"),
            fields.entry(
                "author",
                _("Association that tells it"),
                _("Empty: the network itself."),
                "#org",
                _author,
            ),
        ),
        _news,
    ),
    _table(
        "events",
        {"es": "eventos", "en": "events"},
        _("Events"),
        _("Events open to the public, and those by invitation once they are over."),
        (
            fields.code(
                "admission", _("Who may come"), _("Everybody, or who is invited."),
                Admission, "#event+admission",
            ),
            fields.code(
                "country", _("Country"), _("ISO 3166-1, two letters."), Country,
                "#country",
            ),
            fields.text("place_name", _("Place"), _("Town, then building."), "#loc+name"),
            fields.day("day", _("First day"), _("On the clocks of its place."), "#date+start"),
            fields.day("last_day", _("Last day"), _("On the clocks of its place."), "#date+end"),
        ),
        _events,
    ),
    _table(
        "bulletins",
        {"es": "boletines", "en": "bulletins"},
        _("Bulletin issues"),
        _("The quarterly bulletin of the network."),
        (
            fields.whole("year", _("Year"), _("Of the quarter it tells."), "#date+year"),
            fields.whole("quarter", _("Quarter"), _("From 1 to 4."), "#date+quarter"),
        ),
        pages(BulletinPage),
    ),
)  # fmt: skip
