"""What the population said, voice by voice, beside the town hall's own answers."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from amuprev.foundation.figures import figure
from municipio_seguro.choices import Voice
from municipio_seguro.instrument import Instrument
from municipio_seguro.reports.words import day_of, number, said, text_of
from municipio_seguro.voices import GAP


def voices_told(
    instrument: Instrument, content: Mapping[str, Any]
) -> dict[str, Any] | None:
    """The consultation and its voices; None where there was none."""
    told = content["citizens"]
    if not told["consulted"]:
        return None
    names = {str(value): str(label) for value, label in Voice.choices}
    dimensions = [
        _dimension(instrument, code, each, names)
        for code, each in told["dimensions"].items()
        if each["voices"] or each["hidden"] or each["reply"]
    ]
    return {
        "opened": day_of(told["consulted"]["opens_on"]),
        "closed": day_of(told["consulted"]["closes_on"]),
        "assisted": band_words(told["consulted"]["assisted"]),
        "dimensions": dimensions,
        "own": [
            {
                "label": said(instrument.indicators[code].label),
                "rows": [
                    {"voice": names.get(voice, voice), "score": number(score)}
                    for voice, score in each.items()
                ],
            }
            for code, each in told["own"].items()
            if each
        ],
    }


def _dimension(
    instrument: Instrument,
    code: str,
    told: Mapping[str, Any],
    names: Mapping[str, str],
) -> dict[str, Any]:
    gap = told["gap"]
    return {
        "name": said(instrument.by_code[code].name),
        "score": number(told["score"]),
        "staff": number(told["staff"]),
        "gap": number(gap),
        "wide": gap is not None and Decimal(gap) >= GAP,
        "rows": [
            {
                "voice": names.get(voice, voice),
                "score": number(score),
                "count": band_words(told["bands"].get(voice)),
            }
            for voice, score in told["voices"].items()
        ],
        "hidden": [names.get(voice, voice) for voice in told["hidden"]],
        "reply": text_of(told["reply"], "text") if told["reply"] else None,
    }


def band_words(band: Any) -> str:
    """How many answered, as a band; nothing of fewer than eleven."""
    if not band:
        return ""
    low, high = band
    if high is None:
        return _("more than %(count)s") % {"count": figure(low - 1)}
    return _("%(low)s to %(high)s") % {"low": low, "high": high}
