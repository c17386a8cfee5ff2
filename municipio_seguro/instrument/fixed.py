"""What an instrument must say as the formulas do: the file cannot promise another sum."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from municipio_seguro import confidence, medians, scoring, voices
from municipio_seguro.instrument.lined import Mapped
from municipio_seguro.instrument.shapes import Source, Texts
from municipio_seguro.instrument.taking import Taking

VOICES = ("children", "youth", "women", "men", "business", "civil_society")
SCALE = (
    "min", "max", "rule", "numeric_rule", "levels", "special", "evidence_strength",
)  # fmt: skip
SCORING: dict[str, Any] = {
    "indicator_to_100": "100 * value / 3",
    "within_dimension": "arithmetic_mean_of_answered",
    "across_dimensions": "shifted_geometric_mean",
    "dimension_min_completeness": "2/3",
    "index_min_completeness": "4/5",
    "index_requires_all_dimensions": True,
    "evidence_validity_months": confidence.VALID_MONTHS,
    "level_2_min_evidence": confidence.LEAST_FOR_LEVEL[2],
    "level_3_min_evidence": confidence.LEAST_FOR_LEVEL[3],
    "rounding": "one decimal, half up, applied once at the end",
    "citizen_min_cell": voices.FEWEST,
    "citizen_min_groups": voices.FEWEST_VOICES,
    "citizen_min_total": voices.FEWEST_RESPONSES,
    "network_median_min_municipalities": medians.FEWEST_MUNICIPALITIES,
}


def check_scale(take: Taking, scale: Mapped) -> None:
    """The scale goes from 0 to 3, and says what else an answer may be."""
    take.only(scale, SCALE, "scale")
    if (scale.get("min"), scale.get("max")) != (0, scoring.HIGHEST):
        take.wrong(scale.line, "scale", _("it goes from 0 to 3"))
    codes = []
    for row in take.rows(scale, "special", "scale"):
        codes.append(take.word(row, "code", "special"))
        take.texts(row, "special", row.line, ("code",))
    if codes != ["missing", "na", "dont_know"]:
        line = take.line(scale, "special")
        take.wrong(line, "scale", _("special answers are missing, na and dont_know"))


def check_scoring(take: Taking, said: Mapped) -> None:
    """What the file says of the formulas is what they do."""
    take.only(said, (*SCORING, "bands"), "scoring")
    for key, value in SCORING.items():
        if said.get(key) != value:
            take.wrong(
                take.line(said, key),
                "scoring",
                _("«%(key)s» must be %(value)s"),
                key=key,
                value=value,
            )


def bands_of(take: Taking, said: Mapped) -> dict[str, Texts]:
    """The names of the bands."""
    found, edges = {}, []
    for row in take.rows(said, "bands", "scoring"):
        code = take.word(row, "code", "bands")
        edges.append((row.get("from"), code))
        found[code] = take.texts(row, code, row.line, ("from", "code"))
    if edges != list(reversed(scoring.BANDS)):
        take.wrong(
            take.line(said, "bands"), "scoring", _("the bands are not those known")
        )
    return found


def sources_of(
    take: Taking, row: Mapped, code: str, known: dict[str, Source]
) -> tuple[str, ...]:
    """The sources that an entry names, each of them known."""
    line = take.line(row, "source")
    named = [each.strip() for each in take.word(row, "source", code).split(";")]
    for each in named:
        if each and each not in known:
            take.wrong(line, code, _("unknown source «%(source)s»"), source=each)
    return tuple(named)
