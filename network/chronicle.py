"""What happened in the network, in order: milestones, agreements, assemblies, terms."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, QuerySet, TextField, Value

from network.choices import DatePrecision
from network.models import Agreement, Assembly, Milestone, SecretariatTerm
from network.models.dated import Sourced

COLUMNS = (
    "what",
    "named",
    "heading_es",
    "heading_en",
    "told_es",
    "told_en",
    "unknown_es",
    "unknown_en",
    "first_day",
    "last_day",
    "precision",
    "uncertain",
    "learnt_from",
    "where",
    "extra_es",
    "extra_en",
)


@dataclass(frozen=True)
class Event:
    """One dated thing of the chronicle, whatever table keeps it."""

    kind: str
    key: str
    title_es: str
    title_en: str | None
    summary_es: str | None
    summary_en: str | None
    doubts_es: str | None
    doubts_en: str | None
    started: datetime.date | None
    ended: datetime.date | None
    date_precision: str
    date_uncertain: bool
    sources: str
    place_name: str
    shown_there_es: str | None
    shown_there_en: str | None

    source_list = Sourced.source_list

    @property
    def valid_from(self) -> datetime.date | None:
        """A term's first day."""
        return self.started

    @property
    def valid_to(self) -> datetime.date | None:
        """A term's last day."""
        return self.ended

    @property
    def order(self) -> tuple[datetime.date, bool, str]:
        """Where it stands in time; a term without a start, where it ends."""
        day = self.started or self.ended or datetime.date.max
        return day, self.kind != "milestone", self.title_es


def _rows(queryset: Any, kind: str, names: dict[str, Any]) -> Any:
    """A table in the chronicle's columns; a name is a field or a fixed value."""
    columns = {
        "what": Value(kind, CharField()),
        "named": names.get("key", F("key")),
        "heading_es": F(f"{names['title']}_es"),
        "heading_en": F(f"{names['title']}_en"),
        "told_es": F(f"{names['summary']}_es"),
        "told_en": F(f"{names['summary']}_en"),
        "unknown_es": F("doubts_es"),
        "unknown_en": F("doubts_en"),
        "first_day": F(names.get("started", "started")),
        "last_day": F(names.get("ended", "ended")),
        "precision": names.get("precision", F("date_precision")),
        "uncertain": names.get("uncertain", F("date_uncertain")),
        "learnt_from": F("sources"),
        "where": names.get("where", Value("", CharField())),
        "extra_es": names.get("extra_es", Value("", TextField())),
        "extra_en": names.get("extra_en", Value("", TextField())),
    }
    # Rewritten by modeltranslation, the columns would come in no fixed order.
    plain = queryset.rewrite(False).order_by()
    return plain.annotate(**columns).values_list(*COLUMNS)


def _terms(queryset: QuerySet) -> Any:
    names = {
        "title": "holder",
        "key": Value("", CharField()),
        "summary": "note",
        "started": "valid_from",
        "ended": "valid_to",
        "precision": Value(DatePrecision.DAY, CharField()),
        "uncertain": Value(False),
    }
    return _rows(queryset, "term", names)


def _assemblies(queryset: QuerySet) -> Any:
    names = {
        "title": "title",
        "summary": "summary",
        "where": F("place_name"),
        "extra_es": F("shown_there_es"),
        "extra_en": F("shown_there_en"),
    }
    return _rows(queryset, "assembly", names)


def _agreements(queryset: QuerySet) -> Any:
    return _rows(queryset, "agreement", {"title": "title", "summary": "summary"})


def _in_order(rows: Iterable[tuple]) -> list[Event]:
    events = [Event(*row) for row in rows]
    return sorted(events, key=lambda event: event.order)


def whole_chronicle() -> list[Event]:
    """Everything dated about the network, oldest first; one query."""
    milestones = _rows(
        Milestone.objects.public(),
        "milestone",
        {"title": "title", "summary": "summary"},
    )
    return _in_order(
        milestones.union(
            _terms(SecretariatTerm.objects.all()),
            _agreements(Agreement.objects.public()),
            _assemblies(Assembly.objects.public()),
            all=True,
        )
    )


def chronicle_of(organisation_id: int) -> list[Event]:
    """An association's agreements, assemblies and terms, oldest first; one query."""
    terms: Any = SecretariatTerm.objects
    return _in_order(
        _terms(terms.filter(organisation=organisation_id)).union(
            _agreements(Agreement.objects.public().filter(parties=organisation_id)),
            _assemblies(Assembly.objects.public().filter(association=organisation_id)),
            all=True,
        )
    )
