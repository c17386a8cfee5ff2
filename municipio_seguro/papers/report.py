"""The report of a published assessment as a tagged PDF: what its page tells, in order."""

import hashlib
import json
from collections.abc import Iterator

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from amuprev.foundation.addresses import language_in_use
from municipio_seguro.addresses import assessment_address
from municipio_seguro.papers.annex import NOTHING, Told, answers, context, said, table
from municipio_seguro.papers.deciding import decisions, history, money
from municipio_seguro.papers.drawings import bars, matrix, radar
from municipio_seguro.qr_codes import qr_svg
from toolkit.documents import as_pdf
from toolkit.documents.paper import Paper
from toolkit.papering import Block

KEPT_SECONDS = 24 * 60 * 60
QR_WIDE = 34


def report_pdf(told: Told, slug: str) -> bytes:
    """The PDF of a report, in the language of the page; the same answer for a day."""
    paper = paper_of(told, slug)
    said = json.dumps([paper.title, paper.foot, [repr(each) for each in paper.blocks]])
    digest = hashlib.sha256(said.encode()).hexdigest()
    kept: bytes | None = cache.get(f"assessment-pdf-{digest}")
    if kept is None:
        kept = as_pdf(paper)
        cache.set(f"assessment-pdf-{digest}", kept, KEPT_SECONDS)
    return kept


def paper_of(told: Told, slug: str) -> Paper:
    """The report as blocks of words, in the language in use."""
    town = told["municipality"]["words"]
    kind = _("Municipio Seguro assessment")
    title = f"{town}, {told['country']}: {kind}"
    address = settings.SITE_URL + assessment_address(slug)
    blocks = [
        Block("heading", title, 1),
        *_first(told, address),
        *_dimensions(told),
        *_gaps(told),
        *_voices(told),
        *_risks(told),
        *_plan(told),
        *history(told),
        *context(told),
        *answers(told),
    ]
    foot = _("%(address)s · revision %(number)s · SHA-256 %(hash)s") % {
        "address": address,
        "number": told["revision"],
        "hash": told["sha256"][:16],
    }
    return Paper(title, language_in_use(), tuple(blocks), foot)


def _first(told: Told, address: str) -> Iterator[Block]:
    """What a mayor reads first, and what must be known before any figure."""
    if told["fictitious"]:
        yield said(
            _("Fictitious municipality: nothing here is a result of any real place.")
        )
    if told["erratum"]:
        word, text = _("Erratum"), told["erratum"]
        yield said(f"{word}: {text['words']}", text["lang"])
    if told["hidden"]:
        yield said(told["hidden"])
    yield _at_a_glance(told, address)
    yield said(_whole(told["whole"]))
    for sentence in told["sentences"]:
        yield said(sentence)
    yield from decisions(told)
    yield from money(told)
    yield said(
        _(
            "It measures what the municipality can do, not how much violence or how "
            "many disasters there are."
        )
    )


def _at_a_glance(told: Told, address: str) -> Block:
    """What it is and where it stands for ever, its QR code beside it."""
    rows = (
        (_("At a glance"), ""),
        (_("Validated by the mayor's office"), told["validated"] or NOTHING),
        (_("Published on"), told["published"] or NOTHING),
        (_("Instrument"), told["instrument"]),
        (_("Revision"), str(told["revision"])),
        (_("Address"), address),
    )
    alt = _("QR code that leads to %(address)s") % {"address": address}
    return Block("drawing", alt, rows=rows, drawing=qr_svg(address), wide=QR_WIDE)


def _whole(whole: Told | None) -> str:
    if whole is None:
        return _(
            "A first look: sixteen questions that a town hall answers in one meeting. "
            "It has no index and no band."
        )
    ends = whole["between"]
    if not whole["index"] and not ends:
        return _(
            "Not enough data: no index is shown until each dimension has enough answers."
        )
    index = whole["index"] or _("%(low)s to %(high)s") % {
        "low": ends[0],
        "high": ends[1],
    }
    return _(
        "Index %(index)s %(band)s · confidence %(grade)s · %(done)s of %(all)s answered"
    ) % {
        "index": index,
        "band": whole["band"],
        "grade": whole["grade"],
        "done": whole["answered"],
        "all": whole["applicable"],
    }


def _dimensions(told: Told) -> Iterator[Block]:
    if told["drawing"] is None:
        return
    yield Block("heading", _("Dimensions"), 2)
    yield bars(told)
    columns = (
        _("Code"), _("Dimension"), _("Score"), _("Confidence"), pgettext("of a score", "Change"),
    )  # fmt: skip
    yield table(
        columns,
        (
            (
                row["code"],
                row["name"],
                _score(row),
                f"{row['grade'] or NOTHING} · {row['answered']}/{row['applicable']}",
                f"{row['change']['sign']} {row['change']['number']}"
                if row["change"]
                else "",
            )
            for row in told["drawing"]["rows"]
        ),
    )
    yield radar(told)


def _score(row: Told) -> str:
    if row["score"]:
        return f"{row['score']} · {row['band']}"
    if row["between"]:
        low, high = row["between"]
        return _("%(low)s to %(high)s") % {"low": low, "high": high}
    return _("Not enough data")


def _gaps(told: Told) -> Iterator[Block]:
    if not told["gaps"]:
        return
    yield Block("heading", _("Where it is lowest"), 2)
    yield table(
        (
            _("Code"),
            _("Question"),
            _("Now:").rstrip(":"),
            _("To go up:").rstrip(":"),
            _("Measure"),
        ),
        (
            (
                gap["code"],
                gap["label"],
                gap["now"],
                gap["next"],
                "; ".join(each["words"] for each in gap["measures"]),
            )
            for gap in told["gaps"]
        ),
    )


def _voices(told: Told) -> Iterator[Block]:
    yield Block("heading", _("What the population says"), 2)
    voices = told["voices"]
    if voices is None:
        yield said(
            _("There was no consultation: what the population thinks is not known.")
        )
        return
    yield said(
        _(
            "Open consultation: those who answered chose to; it does not represent the "
            "whole population."
        )
    )
    reply = _("Reply of the mayor's office:")
    for each in voices["dimensions"]:
        yield Block("heading", each["name"], 3)
        if each["score"]:
            words = _(
                "The population: %(people)s. The town hall, on the same questions: "
                "%(hall)s."
            ) % {"people": each["score"], "hall": each["staff"]}
            yield said(words)
        for line in _voice_lines(each):
            yield Block("item", line)
        if each["reply"]:
            yield said(f"{reply} {each['reply']['words']}", each["reply"]["lang"])


def _voice_lines(each: Told) -> list[str]:
    """Each voice with its figure and its band; small ones by name alone."""
    shown = [f"{row['voice']}: {row['score']} ({row['count']})" for row in each["rows"]]
    few = _("fewer than 11")
    hidden = [f"{name}: {few}" for name in each["hidden"]]
    return [*shown, *hidden]


def _risks(told: Told) -> Iterator[Block]:
    yield Block("heading", _("Risks"), 2)
    risks = told["risks"]
    if risks["rows"]:
        yield matrix(risks)
        yield table(
            (
                _("Risk"),
                _("Likelihood and impact"),
                _("Level"),
                _("With its measures"),
                _("Category and area"),
            ),
            (
                (
                    row["title"]["words"],
                    row["rated"],
                    f"{row['letter']} · {row['level']}",
                    row["target"],
                    " · ".join(filter(None, (row["category"], row["area"]))),
                )
                for row in risks["rows"]
            ),
        )
    else:
        yield said(_("No risk is public."))
    yield said(_("Reserved risks: %(count)s") % {"count": risks["reserved"]})


def _plan(told: Told) -> Iterator[Block]:
    yield Block("heading", _("Plan"), 2)
    if not told["plan"]["horizons"]:
        yield said(_("No measure is public."))
    for horizon in told["plan"]["horizons"]:
        yield Block("heading", horizon["name"], 3)
        columns = (
            _("Measure"),
            _("Responsible"),
            _("Due on"),
            _("Status"),
            _("Amount"),
        )
        yield table(
            columns,
            (
                (
                    row["title"]["words"],
                    row["responsible"],
                    row["due"],
                    f"{row['status']}, {row['progress']} %",
                    f"{row['amount']} ({row['sources']})",
                )
                for row in horizon["rows"]
            ),
        )
