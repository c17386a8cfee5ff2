"""Words of workspace addresses of experiences, plans and videos, in each language."""

from typing import ClassVar

from django.urls import register_converter

from network.converters import WordConverter


class _Word(WordConverter):
    regex = "[a-z_-]+"
    once_by_key = True


class SectionConverter(_Word):
    """A part of an experience."""

    spanish: ClassVar[dict[str, str]] = {
        "about": "de-que-trata",
        "problem": "problema",
        "what_was_done": "que-se-hizo",
        "what_changed": "que-cambio",
        "what_did_not_work": "que-no-funciono",
        "starting_point": "punto-de-partida",
        "questions": "preguntas-iniciales",
        "process": "proceso",
        "reflection": "reflexion",
        "arrival": "puntos-de-llegada",
        "what_we_do_not_know": "que-no-sabemos",
        "success_factors": "factores-de-exito",
        "sustainability": "sostenibilidad",
        "gender_note": "mujeres-y-hombres",
        "how_to_adapt": "para-adaptarla",
        "outcomes": "resultados",
        "voices": "voces",
        "partners": "quienes-participaron",
        "files": "archivos",
    }


class ActionConverter(_Word):
    """Something that is done with an experience, a plan or a video after asking."""

    spanish: ClassVar[dict[str, str]] = {
        "again": "reintentar",
        "correct": "corregir",
        "discard": "descartar",
        "drop": "quitar",
        "hide": "ocultar",
        "publish": "publicar",
        "read": "leidos",
        "reopen": "retomar",
        "restore": "recuperar",
        "return": "devolver",
        "say": "decir",
        "send": "enviar",
        "show": "mostrar",
        "unsay": "dejar-de-decir",
        "withdraw": "retirar",
    }


class PlanSectionConverter(_Word):
    """A part of a plan."""

    spanish: ClassVar[dict[str, str]] = {
        "about": "objetivos",
        "steps": "pasos",
        "partners": "con-quien",
        "costs": "costos",
        "changes": "cambios",
    }


class PieceConverter(_Word):
    """What belongs to an experience as a file."""

    spanish: ClassVar[dict[str, str]] = {"document": "documento", "photo": "foto"}


class UploadConverter(_Word):
    """What is uploaded for a video."""

    spanish: ClassVar[dict[str, str]] = {
        "file": "archivo",
        "still": "imagen",
        "track": "subtitulos",
    }


register_converter(SectionConverter, "experience_section")
register_converter(ActionConverter, "experience_action")
register_converter(PlanSectionConverter, "plan_section")
register_converter(PieceConverter, "experience_piece")
register_converter(UploadConverter, "film_upload")
