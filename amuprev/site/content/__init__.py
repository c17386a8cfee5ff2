"""The starter pages: one home and one landing per area, in both languages."""

from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Locale, Page, Site

from amuprev.foundation.addresses import AREAS
from amuprev.foundation.content import LANGUAGES, Entry, Shape, read_entries
from amuprev.foundation.loading import Load, Outcome
from amuprev.site.areas import AREA_PAGES
from amuprev.site.content import desk, old_addresses, programme
from amuprev.site.models import HomePage

FOLDER = Path(__file__).resolve().parent
PAGE = Shape(
    texts=("title", "search_description"),
    optional_texts=("slug", "introduction", "lead"),
)
WELCOME = "Welcome to your new Wagtail site!"
PORTS = {"http": 80, "https": 443}


def files() -> list[Path]:
    """What a load depends on."""
    return [*FOLDER.glob("*.yaml"), *FOLDER.glob("*.py"), programme.SOURCES]


def load(this_load: Load) -> None:
    """Make the pages that are missing and point the site at the Spanish home."""
    entries = {entry.key: entry for entry in read_entries(FOLDER / "pages.yaml", PAGE)}
    locales = {
        code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES
    }
    root = Page.get_first_root_node()
    counts = this_load.counts.setdefault("pages", Counter())
    homes: dict[str, Page] = {}
    for language, locale in locales.items():
        homes[language] = _keep(
            counts, root, HomePage, entries["home"], locale, homes.get("es")
        )
    _point_site_at(homes["es"])
    _remove_welcome_page()
    for area, model in AREA_PAGES.items():
        first: Page | None = None
        for language, locale in locales.items():
            page = _keep(counts, homes[language], model, entries[area], locale, first)
            first = first or page
    programme.keep(counts, homes)
    desk.set_up()
    old_addresses.keep(this_load)


def keep_site_address() -> None:
    """Give Wagtail's site the host and port of SITE_URL; changes nothing if they are."""
    address = urlsplit(settings.SITE_URL)
    wanted = {
        "hostname": address.hostname or "localhost",
        "port": address.port or PORTS.get(address.scheme, 80),
        "site_name": settings.WAGTAIL_SITE_NAME,
    }
    site = Site.objects.filter(is_default_site=True).first()
    if site and any(getattr(site, name) != value for name, value in wanted.items()):
        for name, value in wanted.items():
            setattr(site, name, value)
        site.save()


def _keep(
    counts: Counter,
    parent: Page,
    model: type[Page],
    entry: Entry,
    locale: Locale,
    original: Page | None,
) -> Page:
    found = model.objects.filter(locale=locale).first()
    if found is not None:
        counts[Outcome.UNCHANGED] += 1
        return found
    language = locale.language_code
    page = model(
        locale=locale,
        title=entry.values[f"title_{language}"],
        slug=_slug(entry, language),
        search_description=entry.values[f"search_description_{language}"],
        show_in_menus=model.show_in_menus_default,
    )
    for name in ("introduction", "lead"):
        if text := entry.values.get(f"{name}_{language}"):
            setattr(page, name, text)
    if original is not None:
        page.translation_key = original.translation_key
    # A fresh copy of the parent: treebeard counts children on the object it is given.
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision().publish()
    counts[Outcome.CREATED] += 1
    return page


def _slug(entry: Entry, language: str) -> str:
    fixed = AREAS.get(entry.key, {})
    return fixed.get(language) or entry.values[f"slug_{language}"]


def _point_site_at(home: Page) -> None:
    site = Site.objects.filter(is_default_site=True).first() or Site(
        is_default_site=True, hostname="localhost", port=80
    )
    chosen = site.root_page_id and site.root_page.specific_class is not Page
    if not chosen:
        site.root_page = home
        site.save()


def _remove_welcome_page() -> None:
    welcome = Page.objects.filter(
        depth=2, title=WELCOME, latest_revision__isnull=True, numchild=0
    )
    for page in welcome:
        if page.specific_class is Page:
            page.delete()
