"""The letter of intent and the recognition memo of a twinning, put together from its
record: a person edits, prints and signs them."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from network.choices import OrganisationKind
from network.lines import country_words
from network.models import User
from toolkit.documents.paper import UNPRINTABLE, Paper
from toolkit.papering import BLANK, Block
from twinnings.choices import ExchangeStatus, Ratification
from twinnings.lines import (
    dated,
    joined,
    kept_words,
    life_of,
    met_of,
    told,
    when_of,
)
from twinnings.models import Commitment, Exchange, Party, Twinning


def letter_of_intent(twinning: Twinning, *, language: str, reader: User) -> Paper:
    """What the parties intend to do together, before their governing bodies ratify it.

    It says nothing of exchanges: whoever may read the twinning, the `reader`, takes it.
    """
    del reader
    with override(language):
        parties = _parties(twinning)
        blocks = [
            Block("heading", _("Letter of intent"), 1),
            _paragraph(
                _("Between %(parties)s.") % {"parties": _names(parties)},
            ),
            *_said(_("The problem that we share"), twinning, "problem"),
            *_said(_("What we want to reach"), twinning, "objective"),
            *_said(_("What each side can offer"), twinning, "offer"),
            *_topics(twinning),
            Block("heading", _("What we intend"), 2),
            *_items(
                _("To visit each other, or to meet at a distance, with an agenda."),
                _("To write down after each exchange what was learnt and promised."),
                _("To say after 6 and 12 months what became of it."),
            ),
            Block("heading", _("Term and review"), 2),
            *_terms(twinning),
            _paragraph(
                _(
                    "This letter states an intention. It creates no legal or financial "
                    "obligation until the governing body of each side has ratified it."
                )
            ),
            Block("heading", _("Ratification by the governing bodies"), 2),
            _ratified(parties),
            Block("heading", _("Signatures"), 2),
            _signatures(parties),
        ]
        return _paper(_("Letter of intent"), parties, language, blocks)


def recognition_memo(twinning: Twinning, *, language: str, reader: User) -> Paper:
    """What the parties recognise that they did together, and what is still owed, of the
    exchanges that the `reader` may read: a partner's drafts are not told."""
    with override(language):
        parties = _parties(twinning)
        exchanges = list(
            Exchange.objects.visible_to(reader)
            .filter(twinning=twinning)
            .held()
            .select_related("place", "owner")
            .order_by("started", "pk")
        )
        promised = list(
            Commitment.objects.filter(exchange__in=exchanges)
            .select_related("party__place", "party__organisation")
            .order_by("due", "pk")
        )
        blocks = [
            Block("heading", _("Recognition memo"), 1),
            _paragraph(
                _("%(parties)s recognise what they did together, %(when)s.")
                % {"parties": _names(parties), "when": life_of(twinning)}
            ),
            *_said(_("What it was for"), twinning, "objective"),
            *_said(_("What the agreement says"), twinning, "agreement_summary"),
            Block("heading", _("Exchanges"), 2),
            _exchanges(exchanges),
            *(block for each in exchanges for block in _learnt(each)),
            Block("heading", _("Commitments"), 2),
            _paragraph(f"{kept_words(len(promised), met_of(promised)).capitalize()}."),
            *([_commitments(promised)] if promised else []),
            *_said(_("What came of it"), twinning, "results"),
            Block("heading", _("Signatures"), 2),
            _signatures(parties),
        ]
        return _paper(_("Recognition memo"), parties, language, blocks)


PAPERS: dict[str, Callable[..., Paper]] = {
    "intent": letter_of_intent,
    "memo": recognition_memo,
}


def _paper(
    name: str, parties: list[Party], language: str, blocks: list[Block]
) -> Paper:
    foot = _("Made with the portal of RED-AMUPREV. It does not replace legal advice.")
    title = f"{name}: {_names(parties)}"
    return Paper(_clean(title), language, tuple(blocks), foot)


def _clean(words: object) -> str:
    return UNPRINTABLE.sub("", str(words))


def _paragraph(words: object) -> Block:
    return Block("paragraph", _clean(words))


def _items(*lines: str) -> list[Block]:
    return [Block("item", line) for line in lines]


def _parties(twinning: Twinning) -> list[Party]:
    rows = twinning.parties.select_related("place", "organisation")
    return list(rows.order_by("position", "pk"))


def _names(parties: Iterable[Party]) -> str:
    told_names = [
        f"{_called(each)} ({country_words(each.country)})" for each in parties
    ]
    return joined(told_names or [BLANK])


def _called(party: Party) -> str:
    """A town hall by its own name, a counterpart by that of its territory."""
    body = party.organisation
    if body is not None and body.kind != OrganisationKind.MUNICIPALITY:
        return str(body)
    return party.name


def _said(heading: str, record: Any, name: str) -> Iterator[Block]:
    """A text under its heading; where it lacks its language, that is said."""
    words, language = told(record, name)
    yield Block("heading", heading, 2)
    if not words:
        yield Block("lines", count=3)
        return
    if language:
        only = _("Text in Spanish") if language == "es" else _("Text in English")
        yield _paragraph(f"[{only}]")
    for line in words.splitlines():
        if line.strip():
            yield _paragraph(line.strip())


def _topics(twinning: Twinning) -> Iterator[Block]:
    themes = [str(theme) for theme in twinning.themes.all()]
    every = [*themes, *twinning.management_theme_names, *twinning.violence_type_names]
    if every:
        yield Block("heading", _("What we will work on"), 2)
        yield from (Block("item", _clean(each)) for each in every)


def _terms(twinning: Twinning) -> list[Block]:
    months = twinning.term_months
    review = twinning.next_review
    return [
        Block(
            "table",
            rows=(
                (_("Term, in months"), _("Renewal"), _("Next review")),
                (
                    str(months or ""),
                    str(twinning.get_renewal_display()),
                    date_format(review, "DATE_FORMAT") if review else "",
                ),
            ),
        )
    ]


def _ratified(parties: Iterable[Party]) -> Block:
    columns = (_("Party"), _("Ratified"), _("Act, with its number"), _("Day"))
    rows = [
        (
            _clean(_called(each)),
            str(each.get_ratification_display()),
            _clean(each.ratified_act),
            _ratified_when(each),
        )
        for each in parties
    ]
    return Block("table", rows=(columns, *rows))


def _ratified_when(party: Party) -> str:
    if party.ratification != Ratification.RATIFIED or party.ratified_on is None:
        return ""
    return dated(
        party.ratified_on,
        None,
        party.ratified_precision,
        uncertain=party.ratified_uncertain,
    )


def _signatures(parties: Iterable[Party]) -> Block:
    columns = (
        _("Party"),
        pgettext("seat of a body", "Office"),
        _("Name"),
        _("Signature"),
    )
    rows = [
        (_clean(_called(each)), _clean(told(each, "signing_office")[0]), "", "")
        for each in parties
    ]
    return Block("table", rows=(columns, *rows))


def _exchanges(exchanges: Iterable[Any]) -> Block:
    columns = (_("When"), _("Kind"), _("Exchange"), _("Where"))
    rows = [
        (
            when_of(each),
            str(each.get_modality_display()),
            _clean(told(each, "title")[0]),
            _clean(each.place or ""),
        )
        for each in exchanges
        if each.status == ExchangeStatus.HELD
    ]
    return Block("table", rows=(columns, *(rows or [("", "", "", "")] * 3)))


def _learnt(exchange: Any) -> Iterator[Block]:
    if told(exchange, "learnt")[0]:
        title = told(exchange, "title")[0] or exchange.get_modality_display()
        heading = _("What was learnt: %(exchange)s") % {"exchange": _clean(title)}
        yield from _said(heading, exchange, "learnt")


def _commitments(promised: Iterable[Commitment]) -> Block:
    columns = (
        _("Commitment"),
        _("Who answers for it"),
        _("Due on"),
        pgettext("of a commitment", "State"),
    )
    rows = [
        (
            _clean(told(each, "text")[0]),
            _clean(_answers(each)),
            date_format(each.due, "SHORT_DATE_FORMAT") if each.due else "",
            str(each.get_state_display()),
        )
        for each in promised
    ]
    return Block("table", rows=(columns, *rows))


def _answers(commitment: Commitment) -> str:
    party = commitment.party.name if commitment.party else ""
    return ", ".join(part for part in (party, told(commitment, "office")[0]) if part)
