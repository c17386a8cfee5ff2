"""What the public will see of an activity: decided once, at approval."""

import calendar
import datetime
import re

from django.utils.translation import gettext as _
from django.utils.translation import override

from amuprev.foundation.collation import bare
from network.choices import SMALL_NUMBER, AgeBand, DatePrecision, Sex
from network.models import Activity, ActivityCount
from network.services.refusals import Refused

MINORS = (AgeBand.UNDER_5, AgeBand.FROM_5, AgeBand.FROM_12)
PUBLIC_TEXTS = (
    "title_es",
    "title_en",
    "other_kind",
    "what_happened_es",
    "what_happened_en",
    "result_es",
    "result_en",
    "difficulty_es",
    "difficulty_en",
    "doubts_es",
    "doubts_en",
)
# Words with which a place finer than a municipality begins.
NEIGHBOURHOOD = re.compile(
    r"(barrio|bo\.|colonia|col\.|comunidad|canton|caserio|aldea|residencial|"
    r"urbanizacion|reparto|lotificacion|zona|parque|escuela|sector)\b"
)
SHORTEST_PLACE = 3
# 1,250 and 1 250 are one number; 12.50 and 5/2026 are none.
THOUSANDS = re.compile(r"(?<=\d)[.,\s](?=\d{3}(?!\d))")
NUMBER = re.compile(r"(?<![\w.,/-])\d{1,7}(?![\w/-]|[.,]\d)")


def concerns_sensitive_people(activity: Activity) -> bool:
    """True when its kind, its setting, a group or a theme asks for more care.

    Only work for children and adolescents has INSPIRE strategies.
    """
    of_it = (activity.kind, activity.setting)
    return (
        any(entry is not None and entry.sensitive for entry in of_it)
        or bool(activity.inspire_strategies)
        or activity.groups.filter(sensitive=True).exists()
        or activity.themes.filter(sensitive=True).exists()
    )


def proposed_title(activity: Activity, *, with_place: bool) -> str:
    """A Spanish title made of what was done and where; empty without a kind."""
    if not activity.kind:
        return ""
    with override("es"):
        kind = activity.other_kind or activity.kind.name_es or ""
        place = activity.place_name if with_place else ""
        if not place and activity.owner.place:
            place = activity.owner.place.name_es or ""
        if not place:
            return kind[:160]
        return (_("%(kind)s in %(place)s") % {"kind": kind, "place": place})[:160]


def public_day(activity: Activity) -> datetime.date | None:
    """The first day on which the world may read it: its last day plus the delay."""
    if activity.last_day is None:
        return None
    delay = datetime.timedelta(days=activity.owner.publication_delay_days)
    return _end_of(activity.last_day, activity.date_precision) + delay


def _end_of(day: datetime.date, precision: str) -> datetime.date:
    """The last day it may have been, when only its month or its year is known."""
    if precision == DatePrecision.YEAR:
        return day.replace(month=12, day=31)
    if precision == DatePrecision.MONTH:
        return day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return day


def decide_publication(activity: Activity) -> None:
    """Set sensitivity, public day and hidden cells before the approval is saved.

    Raises Refused when the text of a sensitive activity names its exact place.
    """
    activity.is_sensitive = concerns_sensitive_people(activity)
    activity.publish_from = public_day(activity)
    hide_small_counts(activity)
    if activity.is_sensitive:
        keep_place_out_of_texts(activity)


def small_counts(activity: Activity) -> list[ActivityCount]:
    """The cells of fewer than 5 people whose exact figure is not published.

    All of them when it concerns sensitive people; otherwise those of minors and
    of another identity, whomever the activity was for.
    """
    return [
        cell
        for cell in activity.counts.all()
        if cell.people < SMALL_NUMBER
        and (activity.is_sensitive or cell.age_band in MINORS or cell.sex == Sex.OTHER)
    ]


def hidden_sums(activity: Activity) -> set[int]:
    """Totals by sex, by age and of all that a hidden cell enters, and what they are."""
    cells, hidden = list(activity.counts.all()), small_counts(activity)
    groups = [
        cells,
        *([each for each in cells if each.sex == sex] for sex in Sex.values),
        *([each for each in cells if each.age_band == age] for age in AgeBand.values),
        [each for each in cells if each.age_band in MINORS],
    ]
    return {
        sum(cell.people for cell in group)
        for group in groups
        if len(group) > 1 and any(cell in hidden for cell in group)
    }


def whole_numbers(text: str) -> set[int]:
    """The whole numbers a text tells in figures."""
    joined = THOUSANDS.sub("", text)
    return {int(found) for found in NUMBER.findall(joined)}


def hide_small_counts(activity: Activity) -> None:
    """Mark the cells whose exact figure is not published."""
    keys = [cell.pk for cell in small_counts(activity)]
    activity.counts.exclude(pk__in=keys).filter(hidden=True).update(hidden=False)
    activity.counts.filter(pk__in=keys, hidden=False).update(hidden=True)


def keep_place_out_of_texts(activity: Activity) -> None:
    """Take the exact place out of a proposed title; raise Refused if a text names it."""
    if activity.title_es == proposed_title(activity, with_place=True):
        activity.title_es = proposed_title(activity, with_place=False)
    if any(names_place(activity, text) for text in _public_texts(activity)):
        raise Refused(
            _(
                "The text names the place «%(place)s». For this kind of activity the "
                "public sees only the municipality: return it so that they take the "
                "place out of the text."
            )
            % {"place": activity.place_name.strip()}
        )


def names_place(activity: Activity, text: str | None) -> bool:
    """True when a text says the exact place, however it is accented or spaced."""
    said = _plain(text or "")
    return any(
        re.search(rf"(?<!\w){re.escape(words)}(?!\w)", said)
        for words in _place_words(activity)
    )


def _place_words(activity: Activity) -> set[str]:
    """The place whole, and its neighbourhood alone; the municipality may be named."""
    whole = _plain(activity.place_name)
    first, *rest = (part.strip() for part in re.split(r"[,;(/]", whole))
    parts = {whole, first, *(part for part in rest if NEIGHBOURHOOD.match(part))}
    town = activity.owner.place
    known = {_plain(town.name_es or ""), _plain(town.name_en or "")} if town else set()
    return {part for part in parts - known if len(part) >= SHORTEST_PLACE}


def _plain(text: str) -> str:
    return " ".join(bare(text).split())


def _public_texts(activity: Activity) -> list[str | None]:
    """Every text of it that the public reads, with its files' and its partners'."""
    shown = activity.evidence.public_or_renewable()
    captions = shown.values_list("caption", flat=True)
    return [
        *(getattr(activity, name) for name in PUBLIC_TEXTS),
        *captions,
        *(partner.public_name for partner in activity.partners.all()),
    ]
