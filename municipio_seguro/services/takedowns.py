"""Published assessments among what can be taken down."""

from django.utils.translation import gettext_lazy

from municipio_seguro.addresses import LANDING_WORDS, assessment_address
from municipio_seguro.choices import PUBLIC_STATES
from municipio_seguro.models import Assessment
from municipio_seguro.services.publishing import hide, show
from network.choices import PublicKind
from network.services.takedowns import Hideable, Records, Thing, numbers, offer_kind


def _told(row: Assessment) -> Thing:
    return Thing(
        PublicKind.ASSESSMENT,
        str(row.pk),
        str(row),
        assessment_address(str(row.slug)),
        row.municipality,
        row.is_public,
        row,
    )


_assessment = Records(
    lambda keys: Assessment.objects.filter(
        pk__in=numbers(keys), state__in=PUBLIC_STATES, slug__isnull=False
    ).select_related("municipality"),
    _told,
)


def _at(language: str, parts: list[str]) -> Thing | None:
    match parts:
        case [area, slug] if area == LANDING_WORDS[language] and "\0" not in slug:
            rows = Assessment.objects.filter(slug=slug, state__in=PUBLIC_STATES)
            found = rows.select_related("municipality").first()
            return None if found is None else _told(found)
    return None


def offer() -> None:
    """Tell the network's take-downs of them."""
    offer_kind(
        PublicKind.ASSESSMENT,
        Hideable(
            _assessment,
            lambda row, by: hide(assessment=row, by=by),
            lambda row, by: show(assessment=row, by=by),
            gettext_lazy(
                "It leaves the public, its list and the medians within a minute."
            ),
        ),
        _at,
    )
