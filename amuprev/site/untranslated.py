"""Records whose English is missing, so that title and first lines come first."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from network.choices import OrganisationKind
from network.models import Activity, Agreement, Assembly, Milestone, Organisation

# Of each kind, so many at once: the newest, which readers open first.
MOST = 20
# About three lines of a screen.
LINES = 240
# Title, text and day of each kind of record.
KINDS: tuple[tuple[Any, str, str, str], ...] = (
    (Activity, "title", "what_happened", "publish_from"),
    (Milestone, "title", "summary", "started"),
    (Agreement, "title", "summary", "started"),
    (Assembly, "title", "summary", "started"),
    (Organisation, "name", "description", ""),
)


@dataclass(frozen=True)
class Untranslated:
    """One record to translate: what it says in Spanish, and where it is changed."""

    kind: str
    title: str
    lines: str
    lacks: tuple[str, ...]
    day: datetime.date | None
    address: str


def untranslated(model: Any, *names: str) -> QuerySet[Any]:
    """The public records that say in Spanish what they do not say in English."""
    lacking = Q()
    for name in names:
        said = ~Q(**{f"{name}_es": ""}) & Q(**{f"{name}_es__isnull": False})
        unsaid = Q(**{f"{name}_en": ""}) | Q(**{f"{name}_en__isnull": True})
        lacking |= said & unsaid
    public = model.objects.all()
    if model in (Activity, Organisation):
        public = public.public()
    if model is Organisation:
        # The network itself is no record of a list.
        public = public.exclude(kind=OrganisationKind.NETWORK)
    return public.filter(lacking)


def to_translate_next() -> list[Untranslated]:
    """The newest records of each kind that wait, the newest of all first."""
    waiting = []
    for model, title, text, day in KINDS:
        order = [f"-{day}", "-pk"] if day else ["-pk"]
        for record in untranslated(model, title, text).order_by(*order)[:MOST]:
            waiting.append(_line(record, title, text, day))
    return sorted(waiting, key=lambda each: str(each.day or ""), reverse=True)


def _line(record: Any, title: str, text: str, day: str) -> Untranslated:
    meta = record._meta
    lacks = tuple(
        str(meta.get_field(f"{name}_en").verbose_name)
        for name in (title, text)
        if getattr(record, f"{name}_es") and not getattr(record, f"{name}_en")
    )
    model = meta.model_name
    if model == "organisation":
        model = record.kind
    address = reverse(f"admin:{meta.app_label}_{model}_change", args=[record.pk])
    return Untranslated(
        kind=str(meta.verbose_name),
        title=str(getattr(record, f"{title}_es") or record),
        lines=str(getattr(record, f"{text}_es") or "")[:LINES],
        lacks=lacks,
        day=getattr(record, day) if day else None,
        address=address,
    )
