"""Words of workspace addresses of a municipality's own work, in each language."""

from typing import ClassVar

from django.urls import register_converter

from network import converters  # noqa: F401  registers the files of papers
from network.converters import WordConverter


class _Word(WordConverter):
    regex = "[a-z_-]+"
    once_by_key = True


class EvidenceActionConverter(_Word):
    """Something that is done with a piece of evidence."""

    spanish: ClassVar[dict[str, str]] = {"remove": "quitar", "restore": "recuperar"}


class MeetingActionConverter(_Word):
    """Something that is done with a meeting."""

    spanish: ClassVar[dict[str, str]] = {"cancel": "suspender", "resume": "retomar"}


class AgreementActionConverter(_Word):
    """Something that is done with an agreement."""

    spanish: ClassVar[dict[str, str]] = {"remove": "quitar", "reopen": "retomar"}


class PolicyActionConverter(_Word):
    """Something that is done with a registered policy."""

    spanish: ClassVar[dict[str, str]] = {
        "publish": "publicar",
        "withdraw": "retirar",
    }


class SharingConverter(_Word):
    """Whether the progress of a municipality is shown to the public."""

    spanish: ClassVar[dict[str, str]] = {"show": "mostrar", "hide": "ocultar"}


register_converter(SharingConverter, "sharing_action")
register_converter(EvidenceActionConverter, "step_evidence_action")
register_converter(MeetingActionConverter, "meeting_action")
register_converter(AgreementActionConverter, "agreement_action")
register_converter(PolicyActionConverter, "policy_action")
