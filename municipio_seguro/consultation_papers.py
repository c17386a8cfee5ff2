"""Papers of a consultation: a poster to hang up, a sheet for the hands of a group."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from amuprev.foundation.printing import printable
from municipio_seguro.addresses import opinion_address
from municipio_seguro.choices import Voice
from municipio_seguro.instrument import CitizenQuestion
from municipio_seguro.models import Consultation
from municipio_seguro.qr_codes import qr_svg
from municipio_seguro.services.voices import asked_of
from toolkit.documents import Paper
from toolkit.papering import Block

POSTER = (Path(__file__).parent / "documents" / "poster.typ").read_bytes()
# Its types want the root to be of the same kind as the template.
COMPILE: Any = typst.compile


def poster(consultation: Consultation, *, language: str) -> bytes:
    """A page to hang up, as a tagged PDF: what is asked, until when, and the QR code."""
    address = opinion_address(consultation.key, language)
    told = _poster_words(consultation, address, language)
    with TemporaryDirectory() as folder:
        (Path(folder) / "code.svg").write_text(qr_svg(address), encoding="utf-8")
        made = COMPILE(
            POSTER,
            root=folder,
            format="pdf",
            sys_inputs={"told": printable(json.dumps(told, ensure_ascii=False))},
            pdf_standards="ua-1",
            ignore_system_fonts=True,
        )
    return bytes(made)


def _poster_words(
    consultation: Consultation, address: str, language: str
) -> dict[str, Any]:
    with override(language):
        return {
            "language": language,
            "town": consultation.assessment.municipality.name,
            "title": _("Your opinion counts"),
            "lead": _("How safe is our municipality? Answer on your telephone."),
            "days": _("From %(first)s to %(last)s")
            % {
                "first": date_format(consultation.opens_on, "DATE_FORMAT"),
                "last": date_format(consultation.closes_on, "DATE_FORMAT"),
            },
            "points": [
                _("Without your name and without an account."),
                _("It takes about five minutes."),
                _("People under 18 answer in a group: %(contact)s.")
                % {"contact": consultation.contact},
            ],
            "address": address,
            "alt": _("QR code that leads to %(address)s") % {"address": address},
            "foot": _("Municipio Seguro · RED-AMUPREV"),
        }


def group_sheet(consultation: Consultation, voice: str, *, language: str) -> Paper:
    """The questions of a voice with a box for the hands raised at each level."""
    instrument = consultation.assessment.instrument.instrument
    with override(language):
        blocks = [
            Block("heading", _("Group sheet"), 1),
            Block("paragraph", consultation.assessment.municipality.name),
            Block(
                "table",
                rows=(
                    (_("Voice"), _("Where"), _("Day"), _("People present")),
                    (str(Voice(voice).label), "", "", ""),
                ),
            ),
            Block(
                "paragraph",
                _(
                    "Read each question and its answers aloud and count the hands."
                    " Nobody's name is written. The hands of a question add up to the"
                    " people present."
                ),
            ),
        ]
        for code in asked_of(instrument, voice):
            blocks += _hands(instrument.citizen_questions[code], code, voice, language)
        foot = _("Municipio Seguro, instrument %(number)s") % {
            "number": instrument.version
        }
        return Paper(_("Group sheet"), language, tuple(blocks), foot)


def _hands(asked: CitizenQuestion, code: str, voice: str, language: str) -> list[Block]:
    """One question as it is put to a voice, with a box at each of its answers."""
    words = asked.question
    if voice == Voice.CHILDREN and asked.child_question:
        words = asked.child_question
    rows = [
        (str(level), text.in_language(language), "")
        for level, text in enumerate(asked.levels)
    ]
    columns = (code, _("Answer"), _("Hands"))
    return [
        Block("heading", words.in_language(language), 2),
        Block("table", rows=(columns, *rows, ("?", _("Do not know"), ""))),
    ]
