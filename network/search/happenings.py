"""What the public search finds of the network's history."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.utils.translation import gettext_lazy

from amuprev.foundation.prose import plain_prose
from amuprev.foundation.search.documents import Document, Source
from network import lines
from network.addresses import section_address
from network.models import Agreement, Assembly, Milestone, Organisation
from network.search.texts import HAPPENING, in_both, numbers, told, years_of


def _parties(agreement: Agreement) -> list[Organisation]:
    return [each for each in agreement.parties.all() if each.shown]


def _happening(kind: str) -> Callable[[Any, str], Document]:
    def make(record: Any, language: str) -> Document:
        title, title_language = told(record, "title", language)
        summary, text_language = told(record, "summary", language)
        shown, shown_in = told(record, "shown_there", language)
        texts = [summary, shown if shown_in == text_language else ""]
        where = getattr(record, "place_name", "")
        association = getattr(record, "association", None)
        parties = _parties(record) if kind == "agreement" else []
        anchor = f"#{kind}-{record.key}"
        return Document(
            kind=kind,
            key=str(record.pk),
            language=language,
            rank=HAPPENING,
            title=title,
            title_language=title_language,
            text=" ".join(plain_prose(text) for text in texts if text),
            text_language=text_language,
            note=" · ".join(filter(None, [where, lines.dates_of(record)])),
            address=section_address("history", language=language) + anchor,
            facts=tuple(
                name
                for each in (association, *parties)
                if each is not None
                for name in (each.name or "", each.acronym)
            ),
            day=record.started,
            country=association.country if association else "",
            years=years_of(record.started, record.ended),
        )

    return make


def _history(model: Any, kind: str, label: Any) -> Source:
    def rows() -> Any:
        if kind == "assembly":
            return model.objects.public().select_related("association").order_by("pk")
        return model.objects.public().order_by("pk")

    def documents(keys: Sequence[str]) -> Iterator[Document]:
        asked = rows().filter(pk__in=numbers(keys))
        if kind == "agreement":
            asked = asked.prefetch_related("parties")
        return in_both(_happening(kind))(asked)

    def every() -> Any:
        return rows().values_list("pk", flat=True)

    def public(keys: Sequence[str]) -> set[str]:
        return set(map(str, every().filter(pk__in=numbers(keys))))

    # The others only become public, on their day; nothing takes it from them again.
    asked_again = public if kind == "assembly" else None
    return Source(kind, label, every=every, documents=documents, public=asked_again)


ASSEMBLIES = _history(Assembly, "assembly", gettext_lazy("National assembly of mayors"))
AGREEMENTS = _history(Agreement, "agreement", gettext_lazy("Agreement"))
MILESTONES = _history(Milestone, "milestone", gettext_lazy("Milestone"))
