"""How far a municipality has come with the guide, read in few questions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from amuprev.foundation.together import OF, related_in
from network.models import Organisation, User
from toolkit.choices import Answer
from toolkit.lines import document_line, step_line
from toolkit.models import Agreement, Meeting, Step, StepCheck
from toolkit.progress import PhaseProgress, next_steps, progress_by_phase
from toolkit.reading import steps_in_order

# More than the network's largest association has.
MOST_TOWNS = 300
PEERS = 40


def answers_of(checks: Iterable[StepCheck]) -> dict[int, str]:
    """What a municipality answered, by the key of the step."""
    return {check.step_id: check.answer for check in checks}


def table_of(answers: Mapping[int, str]) -> tuple[list[dict[str, Any]], list[int]]:
    """Rows of a table of phases, and their totals."""
    rows = progress_by_phase(steps_in_order(), answers)
    told = [{"label": str(row.phase), "values": _cells(row)} for row in rows]
    totals = [
        sum(column) for column in zip(*(_cells(row) for row in rows), strict=True)
    ]
    return told, totals


def _cells(row: PhaseProgress) -> list[int]:
    return [row.steps, row.yes, row.partly, row.no, row.unknown]


def to_do_next(answers: Mapping[int, str]) -> list[Any]:
    """The next three steps, as this process knows them."""
    return next_steps(steps_in_order(), answers)


def papers_of(steps: Iterable[Step]) -> QuerySet:
    """The model documents of these steps, each row with its step."""
    return related_in(Step, "documents", [step.pk for step in steps])


def peers_of(steps: Iterable[Step], town: Organisation) -> QuerySet[StepCheck]:
    """Municipalities that did one of these steps and show it, the nearest first."""
    rows = StepCheck.objects.done().filter(step__in=[step.pk for step in steps])
    shown = rows.filter(
        organisation__prevention_body__shares_progress=True, organisation__shown=True
    ).exclude(organisation=town)
    near = Q(organisation__country=town.country)
    return (
        shown.select_related("organisation")
        .annotate(near=Exists(StepCheck.objects.filter(near, pk=OuterRef("pk"))))
        .order_by("-near", "answered_at", "pk")[:PEERS]
    )


def next_lines(
    steps: Iterable[Step], papers: Iterable[Any], peers: Iterable[StepCheck], town: Any
) -> list[dict[str, Any]]:
    """The next steps with their model documents and who did them."""
    papers_by_step: dict[int, list[Any]] = defaultdict(list)
    for paper in papers:
        papers_by_step[getattr(paper, OF)].append(paper)
    done_by: dict[int, Organisation] = {}
    for check in peers:
        done_by.setdefault(check.step_id, check.organisation)
    return [
        step_line(step, town.country)
        | {
            "pk": step.pk,
            "papers": [
                document_line(paper, town.country) | {"pk": paper.pk}
                for paper in papers_by_step[step.pk]
            ],
            "done_by": done_by.get(step.pk),
        }
        for step in steps
    ]


def towns_with_work(user: User) -> list[Any]:
    """The municipalities a person may see, with how far each has come.

    The secretariat sees those that have begun.
    """
    standing = user.standing
    towns: Any = Organisation.objects.municipalities().select_related("prevention_body")
    if standing.secretariat:
        begun = Exists(StepCheck.objects.filter(organisation=OuterRef("pk")))
        towns = towns.filter(Q(prevention_body__isnull=False) | begun)
    else:
        towns = towns.filter(pk__in=standing.organisation_ids | standing.reviewed)
    checks = StepCheck.objects.filter(organisation=OuterRef("pk"))
    meetings = Meeting.objects.held().filter(body__organisation=OuterRef("pk"))
    overdue = Agreement.objects.overdue()
    overdue = overdue.filter(meeting__body__organisation=OuterRef("pk"))
    return list(
        towns.annotate(
            yes=_counted(checks.filter(answer=Answer.YES), "organisation"),
            partly=_counted(checks.filter(answer=Answer.PARTLY), "organisation"),
            met=_counted(meetings, "body__organisation"),
            late=_counted(overdue, "meeting__body__organisation"),
        ).order_by(F("place__country"), "name_es", "pk")[:MOST_TOWNS]
    )


def _counted(rows: QuerySet, by: str) -> Coalesce:
    """How many there are of each municipality."""
    counted = rows.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)
