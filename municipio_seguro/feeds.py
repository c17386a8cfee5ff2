"""Published assessments in feeds: that each was published, and where it is read."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.addresses import language_in_use
from municipio_seguro.addresses import assessment_address
from municipio_seguro.models import Assessment
from municipio_seguro.reports.titles import title_of
from network.feeds import NEWEST, summary, tag, writable
from network.lines import country_words


def newest_entries() -> Iterator[dict[str, Any]]:
    """The assessments that were published last; no score of any."""
    rows = Assessment.objects.public().filter(fictitious=False)
    rows = rows.select_related("municipality").order_by("-published_at", "-pk")
    yield from map(_entry, rows[:NEWEST])


def _entry(record: Assessment) -> dict[str, Any]:
    reader = language_in_use()
    country = country_words(record.municipality.country)
    words = _(
        "What the municipality can do, its plan and what its people say. %(country)s."
    )
    since = record.published_at or timezone.now()
    return {
        "title": writable(title_of(record)),
        "link": settings.SITE_URL + assessment_address(str(record.slug)),
        "description": summary(writable(words % {"country": country}), "", reader),
        "author_name": writable(record.municipality.name),
        "unique_id": tag(f"assessment/{record.pk}"),
        "pubdate": since,
        "updateddate": since,
        "language": reader,
    }
