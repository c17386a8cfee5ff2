"""Every public page of Municipio Seguro, for the map of the site."""

from municipio_seguro import content
from municipio_seguro.addresses import (
    assessment_address,
    first_look_address,
    instrument_address,
)
from municipio_seguro.models import Assessment

# What stands beside the assessments: no address name of theirs has a sign in it.
INSTRUMENT, FIRST_LOOK = "/instrument", "/first-look"


def every_page() -> list[str]:
    """The instrument, each dimension, the first look, and what was published."""
    codes = [each.code.lower() for each in content.current_instrument().dimensions]
    rows = Assessment.objects.public().filter(fictitious=False).order_by("pk")
    return [
        INSTRUMENT,
        FIRST_LOOK,
        *(f"{INSTRUMENT}/{code}" for code in codes),
        *(str(slug) for slug in rows.values_list("slug", flat=True)),
    ]


def address_of(page: str) -> str:
    """Where it is read, in the active language."""
    if page == FIRST_LOOK:
        return first_look_address()
    if page.startswith(INSTRUMENT):
        return instrument_address(*filter(None, [page.removeprefix(INSTRUMENT)[1:]]))
    return assessment_address(page)
