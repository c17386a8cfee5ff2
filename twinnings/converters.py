"""Words of workspace addresses of twinnings and exchanges, in each language."""

from typing import ClassVar

from django.urls import register_converter

from network.converters import WordConverter


class _Word(WordConverter):
    regex = "[a-z_-]+"
    once_by_key = True


class TwinningSectionConverter(_Word):
    """A part of a twinning."""

    spanish: ClassVar[dict[str, str]] = {
        "about": "por-que",
        "topics": "temas",
        "agreement": "acuerdo",
        "parties": "partes",
    }


class RecordActionConverter(_Word):
    """Something that is done with a twinning or an exchange after asking."""

    spanish: ClassVar[dict[str, str]] = {
        "cancel": "suspender",
        "correct": "corregir",
        "discard": "descartar",
        "hide": "ocultar",
        "reopen": "retomar",
        "restore": "recuperar",
        "show": "mostrar",
        "withdraw": "retirar",
    }


class ExchangeSectionConverter(_Word):
    """A part of an exchange."""

    spanish: ClassVar[dict[str, str]] = {
        "plan": "plan",
        "agenda": "agenda",
        "delegation": "delegacion",
        "checklist": "preparacion",
        "report": "informe",
        "places": "lugares",
        "photos": "fotos",
    }


class CommitmentActionConverter(_Word):
    """Something that is done with a commitment after asking."""

    spanish: ClassVar[dict[str, str]] = {"reopen": "retomar", "remove": "quitar"}


class PieceConverter(_Word):
    """What belongs to an exchange as a file."""

    spanish: ClassVar[dict[str, str]] = {"document": "documento", "photo": "foto"}


class PieceActionConverter(_Word):
    """Something that is done with such a file after asking."""

    spanish: ClassVar[dict[str, str]] = {
        "remove": "quitar",
        "restore": "recuperar",
        "uncover": "destapar",
    }


class PaperConverter(_Word):
    """A paper made from the record of a twinning."""

    spanish: ClassVar[dict[str, str]] = {
        "intent": "carta-de-intencion",
        "memo": "memorando",
    }


register_converter(PaperConverter, "twinning_paper")
register_converter(ExchangeSectionConverter, "exchange_section")
register_converter(CommitmentActionConverter, "commitment_action")
register_converter(PieceConverter, "exchange_piece")
register_converter(PieceActionConverter, "exchange_piece_action")
register_converter(TwinningSectionConverter, "twinning_section")
register_converter(RecordActionConverter, "twinning_action")
