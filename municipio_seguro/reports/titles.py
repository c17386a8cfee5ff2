"""What a published assessment is called: its municipality and its day."""

from django.utils import timezone
from django.utils.translation import gettext as _

from municipio_seguro.choices import AssessmentKind
from municipio_seguro.models import Assessment
from network.dates import one_day


def title_of(record: Assessment) -> str:
    """The municipality and the day on which it was published."""
    said = (
        _("First look of %(town)s, %(day)s")
        if record.kind == AssessmentKind.FIRST_LOOK
        else _("Assessment of %(town)s, %(day)s")
    )
    published = record.published_at
    day = one_day(timezone.localtime(published).date()) if published else ""
    return said % {"town": record.municipality.name, "day": day}
