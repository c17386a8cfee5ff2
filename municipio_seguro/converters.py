"""Words of workspace addresses of Municipio Seguro, in each language."""

from typing import ClassVar

from django.urls import register_converter

from network.converters import WordConverter


class ActionConverter(WordConverter):
    """Something that is done with an assessment after asking."""

    regex = "[a-z_-]+"
    spanish: ClassVar[dict[str, str]] = {
        "call_off": "suspender-consulta",
        "cancel": "cancelar",
        "close": "cerrar-consulta",
        "confirm": "confirmar-acta",
        "file": "presentar-acta",
        "hide": "ocultar",
        "publish": "publicar",
        "return": "devolver",
        "send": "enviar",
        "show": "mostrar",
        "validate": "validar",
        "withdraw": "retirar",
    }


class VoiceConverter(WordConverter):
    """A voice of the population that meets in a group."""

    regex = "[a-z_-]+"
    spanish: ClassVar[dict[str, str]] = {
        "children": "ninez",
        "youth": "juventud",
        "women": "mujeres",
        "men": "hombres",
        "business": "empresas",
        "civil_society": "sociedad-civil",
    }


class DecisionConverter(WordConverter):
    """What is decided on a text that somebody added."""

    spanish: ClassVar[dict[str, str]] = {"show": "mostrar", "refuse": "no-mostrar"}
    regex = "[a-z-]+"


class RiskSectionConverter(WordConverter):
    """A sheet of a risk."""

    spanish: ClassVar[dict[str, str]] = {
        "about": "de-que-se-trata",
        "rating": "valoracion",
        "decision": "decision",
        "public": "publico",
    }
    regex = "[a-z-]+"


class RiskActionConverter(WordConverter):
    """Something that is done with a risk after asking."""

    spanish: ClassVar[dict[str, str]] = {
        "close": "cerrar",
        "reopen": "reabrir",
        "hide": "ocultar",
        "show": "mostrar",
    }
    regex = "[a-z-]+"


class MeasureSectionConverter(WordConverter):
    """A sheet of a measure."""

    spanish: ClassVar[dict[str, str]] = {
        "what": "que",
        "who": "quien",
        "money": "dinero",
        "public": "publico",
    }


class MeasureStatusConverter(WordConverter):
    """Where a measure moves to."""

    spanish: ClassVar[dict[str, str]] = {
        "approved": "aprobada",
        "funded": "financiada",
        "running": "en-ejecucion",
        "finished": "terminada",
        "verified": "verificada",
        "suspended": "suspendida",
        "cancelled": "cancelada",
    }
    regex = "[a-z-]+"


class MeasureActionConverter(WordConverter):
    """Something that is done with a measure after asking."""

    spanish: ClassVar[dict[str, str]] = {"hide": "ocultar", "show": "mostrar"}


register_converter(MeasureSectionConverter, "measure_section")
register_converter(MeasureStatusConverter, "measure_status")
register_converter(MeasureActionConverter, "measure_action")
register_converter(RiskSectionConverter, "risk_section")
register_converter(RiskActionConverter, "risk_action")
register_converter(DecisionConverter, "text_decision")
register_converter(VoiceConverter, "voice")
register_converter(ActionConverter, "assessment_action")
