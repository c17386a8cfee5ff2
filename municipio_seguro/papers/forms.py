"""Forms of the instrument to fill by hand: one of each dimension, one of the first look."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import override

from municipio_seguro import content
from municipio_seguro.choices import FIRST_LOOK
from municipio_seguro.instrument import Indicator
from toolkit.documents import as_pdf
from toolkit.documents.paper import Paper
from toolkit.papering import BLANK, Block

FIRST_LOOK_NAMES = {"es": "primera-mirada", "en": "first-look"}
BOX = "[   ]"


@lru_cache(maxsize=32)
def paper_form_pdf(name: str, language: str) -> bytes | None:
    """The form that a name asks for, as a tagged PDF; None where there is none."""
    whole = content.current_instrument()
    if name == FIRST_LOOK_NAMES[language]:
        asked = [whole.indicators[code] for code in FIRST_LOOK]
        with override(language):
            title = _("First look")
        return as_pdf(_form(title, language, asked, first=True))
    found = whole.by_code.get(name.upper())
    if found is None or name != name.lower():
        return None
    title = f"{found.code} · {found.name.in_language(language)}"
    return as_pdf(_form(title, language, found.indicators, first=False))


def _form(
    title: str, language: str, asked: Iterable[Indicator], *, first: bool
) -> Paper:
    whole = content.current_instrument()
    with override(language):
        asks = (_("Municipality"), _("Date"), _("Who answers"))
        blocks = [
            Block("heading", title, 1),
            *(Block("paragraph", f"{each}: {BLANK}") for each in asks),
            Block("paragraph", whole.rule.in_language(language)),
        ]
        for each in asked:
            blocks += _question(each, language)
        if first:
            blocks += _at_the_end()
        foot = _("RED-AMUPREV, instrument of Municipio Seguro %(version)s") % {
            "version": whole.version
        }
    return Paper(title, language, tuple(blocks), foot)


def _question(each: Indicator, language: str) -> Iterator[Block]:
    """A question with its four levels to tick, its figure and its evidence."""
    heading = f"{each.code} · {each.label.in_language(language)}"
    yield Block("heading", heading, 2)
    yield Block("paragraph", each.question.in_language(language))
    rows = [(_("Tick one"), _("Level"), _("What it means"))]
    rows += [
        (BOX, str(at), text.in_language(language))
        for at, text in enumerate(each.levels)
    ]
    rows.append((BOX, "", _("It is not known yet")))
    if each.na_allowed:
        rows.append((BOX, "", _("It does not apply. Write why:")))
    yield Block("table", rows=tuple(rows))
    if each.numeric is not None:
        figure = _("Figure (%(unit)s)") % {"unit": each.numeric.unit}
        yield Block("paragraph", f"{figure}: {BLANK}")
    evidence = each.evidence.in_language(language)
    yield Block("paragraph", _("Evidence that counts: %(what)s") % {"what": evidence})
    yield Block("lines", count=1)


def _at_the_end() -> list[Block]:
    """Three risks and three measures, as the meeting agrees them."""
    risks = ((_("No."), _("Risk"), _("Where")), *((str(n), "", "") for n in (1, 2, 3)))
    measures = (
        (_("No."), _("Measure"), _("Who answers for it"), _("Due on")),
        *((str(n), "", "", "") for n in (1, 2, 3)),
    )
    return [
        Block("heading", _("Three risks"), 2),
        Block("table", rows=risks),
        Block("heading", _("Three measures"), 2),
        Block("table", rows=measures),
    ]
