"""The published answers of an assessment as CSV: level and state in columns of their own."""

import csv
import io
from collections.abc import Mapping
from typing import Any

from amuprev.foundation.exports.comma_separated import BYTE_ORDER_MARK
from amuprev.foundation.exports.inert import inert
from municipio_seguro.instrument import Instrument

COLUMNS = (
    "code", "revision", "dimension", "label_es", "label_en", "answer_state", "level",
    "figure", "unit", "reason_es", "reason_en", "evidence_strength",
)  # fmt: skip


def answers_csv(content: Mapping[str, Any], instrument: Instrument) -> bytes:
    """Every indicator that was asked; of a reserved one its state alone."""
    file = io.StringIO()
    file.write(BYTE_ORDER_MARK)
    rows = csv.writer(file)
    rows.writerow(COLUMNS)
    held: dict[str, Any] = {code: {"state": "missing"} for code in content["missing"]}
    held |= {each["code"]: each for each in content["answers"]}
    for code, indicator in instrument.indicators.items():
        if (answer := held.get(code)) is None:
            continue
        strengths = [each["strength"] for each in answer.get("evidence", ())]
        figure = answer.get("figure")
        told = (
            code,
            indicator.revision,
            instrument.dimension_of[code].code,
            indicator.label.es,
            indicator.label.en,
            answer["state"],
            answer.get("level", ""),
            "" if figure is None else figure,
            indicator.numeric.unit if indicator.numeric else "",
            answer.get("reason_es") or "",
            answer.get("reason_en") or "",
            max(strengths, default=""),
        )
        rows.writerow(inert(str(each)) for each in told)
    return file.getvalue().encode()
