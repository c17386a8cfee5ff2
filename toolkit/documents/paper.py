"""A model document put together: what a country's norms, a body and a meeting fill in."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext

from network.choices import Country
from toolkit.choices import AgreementState, Seat
from toolkit.models import (
    Agreement,
    BodyMember,
    CountryBody,
    Instrument,
    Meeting,
    ModelDocument,
    PreventionBody,
    StepNorm,
)
from toolkit.papering import Block, Filling, blocks_of, in_groups

# What neither a printer nor XML can hold; line ends and tabs may stay.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST = 4_000
EMPTY_SEATS = 6
EMPTY_SIGNATURES = 8


@dataclass(frozen=True)
class Paper:
    """A document ready to be drawn: its title, its language, its blocks, its foot."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    foot: str
    # Whether it begins with a list of its headings.
    contents: bool = False

    @property
    def groups(self) -> list[tuple[str, list[Block]]]:
        """Its blocks with the items of a list together."""
        return in_groups(self.blocks)


def document_paper(
    document: ModelDocument,
    *,
    country: str,
    language: str,
    municipality: str = "",
    body: PreventionBody | None = None,
    words: Mapping[str, str] | None = None,
) -> Paper:
    """A model document of a country; with a municipality's body, with its seats too.

    `words` are what a person typed into its places: they are printed, never kept.
    """
    with override(language):
        known = CountryBody.objects.filter(country=country).first()
        filling = Filling(
            words={
                **_places(country, municipality, known, body),
                **_cleaned(words or {}),
            },
            blocks={
                "norms": _norms(document, country),
                "members": _members(known, body),
                "agreements": _agreements(_open_agreements(body)),
                "signatures": _signatures(_sitting(body)),
            },
            labels=_labels(document, language),
        )
        return _paper(document, language, filling)


def minutes_paper(document: ModelDocument, meeting: Meeting, *, language: str) -> Paper:
    """The minutes of a meeting, filled from its record. Names are written by hand."""
    body = meeting.body
    country = body.organisation.country
    with override(language):
        present = list(meeting.present.all())
        agenda = [Block("numbered", line) for line in meeting.agenda_lines]
        filling = Filling(
            words={
                **_places(country, body.organisation.name, None, body),
                **_cleaned(_of_meeting(meeting)),
            },
            blocks={
                "members": _seats(present) if present else [],
                "agenda": agenda,
                "agreements": _agreements(meeting.agreements.all()),
                "signatures": _signatures(present),
                "norms": _norms(document, country),
            },
            labels=_labels(document, language),
        )
        return _paper(document, language, filling)


def _paper(document: ModelDocument, language: str, filling: Filling) -> Paper:
    text = getattr(document, f"body_{language}") or document.body_es or ""
    blocks = blocks_of(text, filling)
    title = getattr(document, f"title_{language}") or document.title_es or ""
    if blocks and blocks[0].kind == "heading":
        title = blocks[0].words
    said = _(
        "RED-AMUPREV model “%(name)s”, version %(version)d. It does not replace "
        "legal advice."
    )
    foot = said % {"name": document.title, "version": document.version}
    return Paper(title, language, tuple(blocks), foot)


def _places(
    country: str,
    municipality: str,
    known: CountryBody | None,
    body: PreventionBody | None,
) -> dict[str, str]:
    called = body.name if body else known.name if known else ""
    town = municipality or (body.organisation.name if body else "")
    return _cleaned(
        {
            "country": str(Country(country).label) if country else "",
            "body": called,
            "municipality": town,
        }
    )


def _cleaned(words: Mapping[str, str]) -> dict[str, str]:
    """Words that can be printed, and no more of them than a sheet holds."""
    return {
        name: UNPRINTABLE.sub("", str(value))[:LONGEST] for name, value in words.items()
    }


def _labels(document: ModelDocument, language: str) -> dict[str, str]:
    at = 2 if language == "en" else 1
    own = {row[0]: row[at] for row in document.fields}
    return {
        "municipality": _("municipality"),
        "body": _("name of the body"),
        "country": _("country"),
        **own,
    }


def _norms(document: ModelDocument, country: str) -> list[Block]:
    """The norms of the steps that use the document; where there is none, that."""
    rows = StepNorm.objects.filter(step__documents=document, country=country)
    rows = rows.select_related("instrument").order_by("step__position", "pk")
    named: dict[int, tuple[Instrument, list[str]]] = {}
    for row in rows:
        if row.instrument is not None and row.instrument.stands:
            kept = named.setdefault(row.instrument.pk, (row.instrument, []))
            kept[1].extend(part.strip() for part in row.articles.split(",") if part)
    if not named:
        said = _("No national norm was seen: the municipality rests on its own act.")
        return [Block("paragraph", said)]
    items = [Block("item", _one_norm(*each)) for each in named.values()]
    if any(instrument.needs_checking for instrument, _articles in named.values()):
        said = _("Before signing, check in the official publication that they stand.")
        items.append(Block("paragraph", said))
    return items


def _one_norm(instrument: Instrument, articles: Iterable[str]) -> str:
    numbers = ", ".join(dict.fromkeys(articles))
    if not numbers:
        return str(instrument)
    return _("%(norm)s (articles: %(numbers)s)") % {
        "norm": instrument,
        "numbers": numbers,
    }


def _sitting(body: PreventionBody | None) -> list[BodyMember]:
    return list(body.members.sitting()) if body else []


def _members(known: CountryBody | None, body: PreventionBody | None) -> list[Block]:
    """The seats of a municipality's body; else those that its country names."""
    if seats := _sitting(body):
        return _seats(seats)
    lines = known.member_lines if known else []
    rows = [(line, "", "") for line in lines] + [("", "", "")] * EMPTY_SEATS
    return [_table(_seat_columns(), rows)]


def _seat_columns() -> tuple[str, ...]:
    return (
        _("Institution or organisation"),
        pgettext("seat of a body", "Office"),
        _("Holder or substitute"),
    )


def _seats(seats: Iterable[BodyMember]) -> list[Block]:
    rows = [
        (seat.institution, seat.office, str(Seat(seat.seat).label)) for seat in seats
    ]
    return [_table(_seat_columns(), rows)]


def _open_agreements(body: PreventionBody | None) -> list[Agreement]:
    if body is None:
        return []
    rows = Agreement.objects.open().of_organisation(body.organisation_id)
    return list(rows.order_by("due", "pk")[:40])


def _agreements(agreements: Iterable[Agreement]) -> list[Block]:
    columns = (_("No."), _("Agreement"), _("Who answers for it"), _("Due on"))
    rows = [
        (str(at), each.text, each.responsible, _due(each))
        for at, each in enumerate(agreements, start=1)
    ]
    if not rows:
        rows = [(str(at), "", "", "") for at in range(1, 6)]
    return [_table(columns, rows)]


def _due(agreement: Agreement) -> str:
    day = date_format(agreement.due, "SHORT_DATE_FORMAT") if agreement.due else ""
    if agreement.state == AgreementState.OPEN:
        return day
    state = str(AgreementState(agreement.state).label)
    return f"{day} ({state})" if day else state


def _signatures(seats: Iterable[BodyMember]) -> list[Block]:
    columns = (_("Institution and office"), _("Name"), _("Signature"))
    rows = [(str(seat), "", "") for seat in seats]
    return [_table(columns, rows or [("", "", "")] * EMPTY_SIGNATURES)]


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Block:
    cleaned = (tuple(_cleaned({"x": cell})["x"] for cell in row) for row in rows)
    return Block("table", rows=(columns, *cleaned))


def _of_meeting(meeting: Meeting) -> dict[str, Any]:
    return {
        "number": meeting.number,
        "date": date_format(meeting.held_on, "DATE_FORMAT"),
        "start": time_format(meeting.starts) if meeting.starts else "",
        "end": time_format(meeting.ends) if meeting.ends else "",
        "place": meeting.place,
        "quorum": _quorum(meeting),
        "notes": meeting.notes,
        "next_meeting": (
            date_format(meeting.next_on, "DATE_FORMAT") if meeting.next_on else ""
        ),
    }


def _quorum(meeting: Meeting) -> str:
    if meeting.seats_present is None:
        return ""
    if meeting.quorum_needed is None:
        said = ngettext(
            "%(here)d seat present; no quorum is set",
            "%(here)d seats present; no quorum is set",
            meeting.seats_present,
        )
        return said % {"here": meeting.seats_present}
    said = ngettext(
        "%(here)d seat present; %(needed)d make a quorum",
        "%(here)d seats present; %(needed)d make a quorum",
        meeting.seats_present,
    )
    return said % {"here": meeting.seats_present, "needed": meeting.quorum_needed}
