"""Reads an instrument file whole or not at all: every fault with its line."""

from django.utils.translation import gettext_lazy as _

from municipio_seguro.instrument import fixed
from municipio_seguro.instrument.faults import InstrumentRefused
from municipio_seguro.instrument.indicators import read_dimension
from municipio_seguro.instrument.lined import Mapped, plain, read_lined
from municipio_seguro.instrument.shapes import (
    ContextIndicator,
    Dimension,
    Instrument,
    Source,
    Texts,
    VoiceGroup,
    numbers_of,
)
from municipio_seguro.instrument.taking import Taking

TOP = (
    "id", "version", "status", "title", "languages", "reference_language", "scale",
    "scoring", "groups", "dimensions", "context", "sources",
)  # fmt: skip


def read_instrument(text: str, programme: str) -> Instrument:
    """The instrument in a file, checked against the programme's own text.

    Raises InstrumentRefused, naming every fault with its line, and reads nothing.
    """
    whole = read_lined(text)
    take = Taking()
    take.only(whole, TOP, "instrument")
    version = _version(take, whole)
    scale = take.mapping(whole, "scale", "instrument")
    fixed.check_scale(take, scale)
    fixed.check_scoring(take, take.mapping(whole, "scoring", "instrument"))
    sources = _sources(take, whole)
    voices = _voices(take, whole)
    dimensions = _dimensions(take, whole, programme, sources, voices)
    context = take.mapping(whole, "context", "instrument")
    read = Instrument(
        version=version,
        title=take.texts_at(whole, "title", "instrument"),
        rule=take.texts_at(scale, "rule", "scale"),
        numeric_rule=take.texts_at(scale, "numeric_rule", "scale"),
        scale=take.steps(scale, "scale"),
        strengths=take.steps(scale, "scale", "evidence_strength"),
        bands=fixed.bands_of(take, take.mapping(whole, "scoring", "instrument")),
        voices=voices,
        dimensions=dimensions,
        context_rule=take.texts_at(context, "rule", "context"),
        context=_context(take, context, sources),
        sources=sources,
        plain=plain(whole),
    )
    if take.faults:
        raise InstrumentRefused(list(dict.fromkeys(take.faults)))
    return read


def _version(take: Taking, whole: Mapped) -> str:
    version = take.word(whole, "version", "instrument")
    try:
        numbers_of(version)
    except ValueError:
        take.wrong(take.line(whole, "version"), "version", _("write it as «1.0.0»"))
    if whole.get("id") != "municipio-seguro":
        take.wrong(take.line(whole, "id"), "id", _("it must be municipio-seguro"))
    if whole.get("languages") != ["es", "en"]:
        take.wrong(take.line(whole, "languages"), "languages", _("they are es and en"))
    return version


def _sources(take: Taking, whole: Mapped) -> dict[str, Source]:
    found = {}
    listed = take.mapping(whole, "sources", "instrument")
    for key, each in listed.items():
        if not isinstance(each, Mapped):
            take.wrong(take.line(listed, key), key, _("give its title and url"))
            continue
        take.only(each, ("title", "url"), key)
        found[key] = Source(take.word(each, "title", key), take.word(each, "url", key))
    return found


def _voices(take: Taking, whole: Mapped) -> tuple[VoiceGroup, ...]:
    known = ("code", "es", "en", "facilitated_only", "facilitated_only_under")
    found: list[VoiceGroup] = []
    for row in take.rows(whole, "groups", "instrument"):
        code = take.word(row, "code", "groups")
        if code not in fixed.VOICES or code in {each.code for each in found}:
            take.wrong(
                row.line,
                "groups",
                _("«%(code)s» is unknown or repeated"),
                code=code,
            )
        under = row.get("facilitated_only_under")
        found.append(
            VoiceGroup(
                code=code,
                name=take.texts(row, code, row.line, known),
                facilitated_only=take.flag(row, "facilitated_only", code),
                facilitated_only_under=under if isinstance(under, int) else None,
            )
        )
    if {each.code for each in found} != set(fixed.VOICES):
        take.wrong(
            take.line(whole, "groups"), "groups", _("name each of the six voices")
        )
    return tuple(found)


def _dimensions(
    take: Taking,
    whole: Mapped,
    programme: str,
    sources: dict[str, Source],
    voices: tuple[VoiceGroup, ...],
) -> tuple[Dimension, ...]:
    codes: set[str] = set()
    found = []
    for row in take.rows(whole, "dimensions", "instrument"):
        each = read_dimension(take, row, sources, {voice.code for voice in voices})
        fresh = {each.code, *(i.code for i in each.indicators)}
        for code in sorted(fresh & codes):
            take.wrong(row.line, code, _("it is repeated"))
        codes |= fresh
        if not each.seed_phrase or each.seed_phrase not in programme:
            line = take.line(row, "seed_phrase")
            take.wrong(line, each.code, _("the programme does not say this phrase"))
        found.append(each)
    if sum(each.weight for each in found) != 1:
        take.wrong(
            take.line(whole, "dimensions"), "", _("the weights do not add up to 1")
        )
    return tuple(found)


def _context(
    take: Taking, context: Mapped, sources: dict[str, Source]
) -> tuple[ContextIndicator, ...]:
    take.only(context, ("rule", "rate_min_events", "indicators"), "context")
    found: list[ContextIndicator] = []
    for row in take.rows(context, "indicators", "context"):
        take.only(row, ("code", "label", "unit", "source"), "context")
        code = take.word(row, "code", "context")
        if code in {each.code for each in found}:
            take.wrong(row.line, code, _("it is repeated"))
        named = fixed.sources_of(take, row, code, sources)
        spanish, _slash, english = take.word(row, "unit", code).partition(" / ")
        if not english:
            take.wrong(take.line(row, "unit"), code, _("write its unit as «es / en»"))
        label = take.texts_at(row, "label", code)
        found.append(ContextIndicator(code, label, Texts(spanish, english), named))
    return tuple(found)
