"""What the public pages ask the database for: few questions, and nothing that is not public."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, Value

from amuprev.foundation.near import every
from municipio_seguro.choices import AssessmentState, Visibility
from municipio_seguro.models import (
    Assessment,
    Measure,
    NetworkMedian,
    Risk,
    Snapshot,
)

PAGE_LENGTH = 20


@dataclass(frozen=True)
class Published:
    """An assessment that has its page, with the revision that is read."""

    assessment: Assessment
    # None of one that was withdrawn: its page says so, and no figure.
    snapshot: Snapshot | None
    revisions: list[int]
    # What was public on its day, and was hidden since.
    hidden: int = 0


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
    snapshot = wanted[-1]
    hidden = _leave_out_hidden(snapshot, row.municipality_id)
    return Published(row, snapshot, [each.revision for each in kept], hidden)


def _leave_out_hidden(snapshot: Snapshot, town: int) -> int:
    """Take out of what is read the risks and measures that the public may read no more;
    how many. What was published is kept as it was."""
    told = snapshot.content
    public, plan = told["risks"]["public"], told["measures"]
    if not (public or plan):
        return 0
    risks, measures = _shown(town)
    told["risks"]["public"] = [each for each in public if each["number"] in risks]
    told["measures"] = [
        each | {"risks": [number for number in each["risks"] if number in risks]}
        for each in plan
        if each["number"] in measures
    ]
    gone = len(public) - len(told["risks"]["public"])
    told["risks"]["reserved"] += gone
    return gone + len(plan) - len(told["measures"])


def _shown(town: int) -> tuple[set[int], set[int]]:
    """The numbers of a municipality's risks and measures that are public today, the
    closed ones too."""
    shown = Q(hidden_at__isnull=True, visibility=Visibility.PUBLIC)
    risks, measures = (
        rows.filter(shown, municipality=town)
        .annotate(of=Value(name))
        .values_list("of", "number")
        .order_by()
        for name, rows in (("risk", Risk.objects), ("measure", Measure.objects))
    )
    found: dict[str, set[int]] = {"risk": set(), "measure": set()}
    for name, number in risks.union(measures, all=True):
        found[name].add(number)
    return found["risk"], found["measure"]


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
