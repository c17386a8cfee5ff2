"""Every public page of the toolkit, for the map of the site."""

from typing import Any

from toolkit.addresses import SECTIONS, landing_address, section_address
from toolkit.models import Audience, Instrument, ModelDocument, Step

# The list under which each stands; the steps stand under the landing itself.
RECORDS: dict[str, Any] = {
    "": Step,
    "norms": Instrument,
    "documents": ModelDocument,
    "audiences": Audience,
}
Page = tuple[str, str]


def every_page() -> list[Page]:
    """The lists, and each record as its list and its address name."""
    records = [
        (section, slug)
        for section, model in RECORDS.items()
        for slug in model.objects.order_by("pk").values_list("slug", flat=True)
    ]
    return [*((section, "") for section in SECTIONS), *records]


def address_of(page: Page) -> str:
    """Where it is read, in the active language."""
    section, slug = page
    if not section:
        return landing_address(slug)
    return section_address(section, *filter(None, [slug]))
