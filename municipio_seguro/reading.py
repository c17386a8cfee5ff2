"""What the public pages ask the database for: few questions, and nothing that is not public."""

from dataclasses import dataclass
from typing import Any

from amuprev.foundation.near import every
from municipio_seguro.choices import AssessmentState
from municipio_seguro.models import Assessment, NetworkMedian, Snapshot

PAGE_LENGTH = 20


@dataclass(frozen=True)
class Published:
    """An assessment that has its page, with the revision that is read."""

    assessment: Assessment
    # None of one that was withdrawn: its page says so, and no figure.
    snapshot: Snapshot | None
    revisions: list[int]


def published(slug: str, revision: str = "") -> Published | None:
    """What stands at an address; None for what nobody may read."""
    if "\0" in slug:
        return None
    row = Assessment.objects.announced().filter(slug=slug).for_lists().first()
    if row is None:
        return None
    if row.state == AssessmentState.WITHDRAWN:
        return Published(row, None, [])
    if not row.is_public:
        return None
    kept = list(row.snapshots.order_by("revision"))
    wanted = (
        [each for each in kept if str(each.revision) == revision] if revision else kept
    )
    if not wanted:
        return None
    return Published(row, wanted[-1], [each.revision for each in kept])


def medians_of(major: int) -> dict[str, str]:
    """The network's medians by dimension, the index under «»; those of five or more."""
    return {
        row.dimension: str(row.value)
        for row in every(NetworkMedian)
        if row.major == major and row.value is not None
    }


def newest(asked: Any) -> tuple[list[Assessment], int | None]:
    """One page of what the filters leave, the newest first; the last number if more
    follow."""
    rows = asked.rows.for_lists().order_by("-pk")
    if asked.after:
        rows = rows.filter(pk__lt=asked.after)
    found = list(rows[: PAGE_LENGTH + 1])
    shown = found[:PAGE_LENGTH]
    return shown, shown[-1].pk if len(found) > PAGE_LENGTH else None


def related_of(assessment: Assessment) -> list[dict[str, Any]]:
    """The other public assessments of the municipality, the newest first."""
    rows = Assessment.objects.public().filter(municipality=assessment.municipality_id)
    return list(
        rows.exclude(pk=assessment.pk)
        .newest_first()
        .values("slug", "published_at", "kind")
    )
