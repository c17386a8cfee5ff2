"""What is still missing of a risk or a measure, each with the sheet and the box where it is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from municipio_seguro import matrix
from municipio_seguro.choices import (
    FundingSource,
    MeasureSection,
    MeasureStatus,
    RiskSection,
    Treatment,
    Visibility,
)
from municipio_seguro.messages import say
from municipio_seguro.models import Measure, MeasureEntry, Risk
from municipio_seguro.queries import ASLEEP
from municipio_seguro.rounding import plainly


@dataclass(frozen=True)
class Lack:
    """One thing that is missing: what to do, on which sheet, in which box."""

    said: str
    sheet: str
    box: str = ""


def lacks_of(risk: Risk, *, reasons: int, measured: bool) -> list[Lack]:
    """What is missing of a risk with so many weaknesses, and a measure or none."""
    return [
        *_about(risk, reasons),
        *_rating(risk),
        *_decision(risk, measured),
        *_public(risk),
    ]


def _about(risk: Risk, reasons: int) -> Iterator[Lack]:
    sheet = RiskSection.ABOUT
    if not reasons:
        yield Lack(
            _("Say why it can happen, or hurt, here."), sheet, "another_weakness"
        )
    if not risk.affected_voices:
        yield Lack(_("Say whom it hurts most."), sheet, "affected_voices_0")
    if not risk.owner_office:
        yield Lack(_("Write which office watches it."), sheet, "owner_office")


def _rating(risk: Risk) -> Iterator[Lack]:
    sheet = RiskSection.RATING
    if risk.next_review <= timezone.localdate():
        day = date_format(risk.next_review, "DATE_FORMAT")
        said = _("It was to be looked at again on %(day)s: rate it as it is today.")
        yield Lack(said % {"day": day}, sheet, "current_likelihood_0")
    if not risk.impact_lines:
        said = _("Say in which lines it would be serious.")
        yield Lack(said, sheet, "line_people")
    if not risk.basis:
        yield Lack(_("Write on which data and years it is based."), sheet, "basis")


def _decision(risk: Risk, measured: bool) -> Iterator[Lack]:
    sheet = RiskSection.DECISION
    if risk.treatment == Treatment.ACCEPT:
        until = risk.acceptance_until
        if until is None or until < timezone.localdate():
            said = say("G-W07", title=risk.title)
            yield Lack(said, sheet, "acceptance_until_0")
        return
    due = matrix.measure_due(risk.level, risk.rated_on)
    if not measured and due is not None:
        day = date_format(due, "DATE_FORMAT")
        said = _("It needs a measure, approved by %(day)s at the latest.")
        yield Lack(said % {"day": day}, "measure")


def _public(risk: Risk) -> Iterator[Lack]:
    if risk.visibility != Visibility.PUBLIC:
        return
    sheet = RiskSection.PUBLIC
    if not (risk.public_summary_es or "").strip():
        said = _("Write the summary for the public: without it nobody reads the risk.")
        yield Lack(said, sheet, "public_summary_es")
        return
    for name, words in (
        ("title_en", _("the title")),
        ("public_summary_en", _("the summary")),
    ):
        if not getattr(risk, name):
            yield Lack(say("G-W09", field=words), sheet, name)


def measure_lacks(measure: Measure, *, told: Sequence[MeasureEntry]) -> list[Lack]:
    """What is missing of a measure of which so much was told, the newest first."""
    return [
        *_to_tell(measure, told),
        *_plan(measure),
        *_money(measure),
        *_read(measure),
    ]


def _to_tell(measure: Measure, told: Sequence[MeasureEntry]) -> Iterator[Lack]:
    today = timezone.localdate()
    if measure.is_overdue:
        day = date_format(measure.due_on, "DATE_FORMAT")
        said = _("It was due on %(day)s: tell how it goes.")
        yield Lack(said % {"day": day}, "tell", "text_es")
        return
    begun = measure.is_live and measure.status != MeasureStatus.PROPOSED
    last = told[0].on if told else measure.approved_on
    if begun and last < today - ASLEEP:
        said = _("Nobody told how it goes for 90 days.")
        yield Lack(said, "tell", "text_es")


def _plan(measure: Measure) -> Iterator[Lack]:
    if not measure.description_es:
        said = _("Write how it will be done.")
        yield Lack(said, MeasureSection.WHAT, "description_es")


def _money(measure: Measure) -> Iterator[Lack]:
    sheet = MeasureSection.MONEY
    if measure.budget_amount is None:
        yield Lack(_("Write how much it costs."), sheet, "budget_amount")
    if measure.fiscal_year is None:
        yield Lack(_("Write of which fiscal year its money is."), sheet, "fiscal_year")
    bare = sum(
        each.share
        for each in measure.funding.all()
        if each.source == FundingSource.NONE
    )
    if bare:
        said = _("%(share)s%% of its money has no source yet.")
        yield Lack(said % {"share": plainly(bare)}, sheet, "source_0")


def _read(measure: Measure) -> Iterator[Lack]:
    if measure.visibility == Visibility.PUBLIC and not measure.title_en:
        said = say("G-W09", field=_("the title"))
        yield Lack(said, MeasureSection.PUBLIC, "title_en")
