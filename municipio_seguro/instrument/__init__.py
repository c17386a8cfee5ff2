"""The instrument: questions as data, read strictly, never changed once in use."""

from municipio_seguro.instrument.changes import refuse_changes
from municipio_seguro.instrument.faults import InstrumentRefused
from municipio_seguro.instrument.reading import read_instrument
from municipio_seguro.instrument.shapes import (
    CitizenQuestion,
    ContextIndicator,
    Dimension,
    Indicator,
    Instrument,
    Numeric,
    Texts,
    VoiceGroup,
)

__all__ = [
    "CitizenQuestion",
    "ContextIndicator",
    "Dimension",
    "Indicator",
    "Instrument",
    "InstrumentRefused",
    "Numeric",
    "Texts",
    "VoiceGroup",
    "read_instrument",
    "refuse_changes",
]
