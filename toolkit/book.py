"""The whole guide of a country, or of all, as chapters of blocks: what its page, its
PDF, its EPUB and the pack are all made from."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from amuprev.foundation.glossary import explained
from network.lines import country_words
from toolkit.choices import GUIDE_COUNTRIES
from toolkit.lines import told, told_lines
from toolkit.models import CountryBody, Part, Step, StepNorm
from toolkit.papering import Block, in_groups

Support = dict[int, list[Any]]


@dataclass(frozen=True)
class Chapter:
    """A part's opening or one step of it."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    # 1 for a part, 2 for a step of it.
    depth: int = 2

    @property
    def groups(self) -> list[tuple[str, list[Block]]]:
        """Its blocks with the items of a list together."""
        return in_groups(self.blocks)


@dataclass(frozen=True)
class Book:
    """The guide as it is read from the first page to the last."""

    title: str
    subtitle: str
    language: str
    country: str
    chapters: tuple[Chapter, ...]


def book_of(country: str, language: str) -> Book:
    """The guide for a country of the guide, or for all of them, in a language."""
    with override(language):
        steps = list(Step.objects.in_order().prefetch_related("terms", "documents"))
        support = _support(country)
        chapters = [_about(country)]
        part: Part | None = None
        for step in steps:
            if part is None or part.pk != step.phase.part_id:
                part = step.phase.part
                chapters.append(_opening(part))
            chapters.append(_chapter(step, support))
        if terms := _words(steps):
            chapters.append(terms)
        where = country_words(country) or _("All the countries of the guide")
        title = _("Guide for the municipal body for the prevention of violence")
        return Book(title, where, language, country, tuple(chapters))


def _support(country: str) -> Support:
    rows = StepNorm.objects.select_related("instrument").order_by("country", "pk")
    found: Support = defaultdict(list)
    for row in rows.filter(country=country) if country else rows:
        found[row.step_id].append(row)
    return found


def _about(country: str) -> Chapter:
    """What the guide is, and what the body is called."""
    blocks = [
        Block(
            "paragraph",
            _(
                "Each step says why, who, how and what counts as done. The norms are "
                "told as far as we saw them: check in the official publication that "
                "they stand. This guide does not replace legal advice."
            ),
        )
    ]
    bodies = {body.country: body for body in CountryBody.objects.all()}
    for code in [country] if country else GUIDE_COUNTRIES:
        if (body := bodies.get(code)) is not None:
            blocks += _body_blocks(body, country_words(code))
    return Chapter("about", _("Before you begin"), tuple(blocks), depth=1)


def _body_blocks(body: CountryBody, where: str) -> Iterator[Block]:
    said = _("In %(country)s the body is called %(name)s.")
    yield Block("heading", where, 3)
    yield Block("paragraph", said % {"country": where, "name": body})
    yield from _items(body, "members")
    text, language = told(body, "missing")
    if text:
        said = _("What is missing: %(text)s") % {"text": text}
        yield Block("paragraph", said, lang=language)


def _opening(part: Part) -> Chapter:
    title, _language = told(part, "title")
    return Chapter(f"part-{part.key}", title, tuple(_text(part, "intro")), depth=1)


def _chapter(step: Step, support: Support) -> Chapter:
    title, _language = told(step, "title")
    named = _("Step %(number)d. %(title)s") % {"number": step.position, "title": title}
    blocks = [
        *_titled(_("Why"), _text(step, "why")),
        *_titled(_("Who does it"), _text(step, "who")),
        *_titled(_("How"), _items(step, "how", "numbered")),
        *_titled(_("What counts as done"), _items(step, "done")),
        *_titled(_("With which evidence"), _items(step, "evidence")),
        *_titled(_("Time and cost"), [*_text(step, "time"), *_text(step, "cost")]),
        *_titled(_("Mistakes seen"), _items(step, "mistakes")),
        *_titled(_("Questions to check oneself"), _items(step, "questions")),
        *_titled(_("The norm"), _norms(support.get(step.pk, []))),
        *_titled(_("Model documents"), _documents(step)),
        *_titled(_("Sources"), _sources(step)),
        *_reviewed(step),
    ]
    return Chapter(step.slug, named, tuple(blocks))


def _titled(title: str, blocks: Any) -> list[Block]:
    """A heading and what stands under it; nothing where nothing does."""
    under = list(blocks)
    return [Block("heading", title, 4), *under] if under else []


def _text(record: Any, name: str) -> list[Block]:
    text, language = told(record, name)
    return [Block("paragraph", text, lang=language)] if text else []


def _items(record: Any, name: str, kind: str = "item") -> list[Block]:
    lines = told_lines(record, name)
    return [Block(kind, line, lang=lines.lang) for line in lines.items]


def _norms(rows: list[Any]) -> Iterator[Block]:
    """By country: the norm and what it supports, or «falta»."""
    for row in rows:
        note, language = told(row, "note")
        where = country_words(row.country)
        if row.instrument is None:
            said = _("%(country)s. Missing: %(note)s")
            words = said % {"country": where, "note": note}
        else:
            said = _("%(country)s. %(norm)s: %(note)s")
            norm = str(row.instrument)
            if row.articles:
                norm += " " + _("(articles: %(numbers)s)") % {"numbers": row.articles}
            words = said % {"country": where, "norm": norm, "note": note}
        yield Block("item", words, lang=language)


def _documents(step: Any) -> Iterator[Block]:
    for document in step.documents.all():
        title, language = told(document, "title")
        yield Block("item", title, lang=language)


def _sources(step: Any) -> Iterator[Block]:
    for source in step.source_list:
        words = ", ".join(filter(None, [source.title, source.url]))
        yield Block("item", words, lang=source.lang)
    yield from _text(step, "doubts")


def _reviewed(step: Any) -> Iterator[Block]:
    said = _("Reviewed on %(day)s by: %(office)s.")
    day, office = date_format(step.reviewed_on, "DATE_FORMAT"), step.reviewed_by
    yield Block("paragraph", said % {"day": day, "office": office})


def _words(steps: list[Any]) -> Chapter | None:
    """The words of the glossary that the steps use."""
    found = {term.pk: term for step in steps for term in step.terms.all()}
    terms = sorted(map(explained, found.values()), key=lambda each: each.name.lower())
    if not terms:
        return None
    rows = tuple((term.name, term.definition) for term in terms)
    columns = (_("Word"), _("What it means here"))
    table = Block("table", rows=(columns, *rows))
    return Chapter("words", _("Words of the guide"), (table,), depth=1)
