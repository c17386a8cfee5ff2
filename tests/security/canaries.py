"""Words that no one else has, in every text of a municipality's records.

The texts are found by walking the models: a new field is covered by itself, and is
nobody else's business until PUBLIC says that the world reads it.
"""

import random
import re
import string
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from network.models import (
    Activity,
    ActivityCount,
    ActivityPartner,
    AuditEntry,
    Evidence,
    Office,
    Question,
)
from tests.security import told

APPS = ("network", "experiences", "foundation", "site_pages")
WORD = re.compile(r"zq[a-z]{8}", re.I)
NUMBER = re.compile(r"(?<!\d)73\d{4}(?!\d)")
SEPARATORS = re.compile(r"(?<=\d)(?:[.,\s'’\u00a0\u202f]|&nbsp;|&#x?\w+;)(?=\d{3})")
TEXTS = (models.CharField, models.TextField, models.JSONField)

# Who may read a word besides those whose record it is.
PUBLIC, RECORDS, OWN, NOBODY = "public", "records", "own", "nobody"
# Sent to the network's editors, who decide on experiences and films.
EDITED = "edited"

# What the world reads of a record that is public. All other texts are not.
PUBLIC_FIELDS = {
    "organisation": {
        "key",
        "slug",
        "acronym",
        "name",
        "description",
        "founded",
        "members_note",
        "website",
        "email",
        "phone",
        "address",
        "sources",
        "doubts",
    },
    "place": {
        "key",
        "slug",
        "name",
        "iso_3166_2",
        "official_code",
        "position_source",
        "sources",
        "doubts",
    },
    "placelevel": {"source"},
    "placeparent": {"source"},
    "placename": {"source", "text"},
    "placepopulation": {"source"},
    "affiliation": {"source"},
    "activity": {
        "title",
        "other_kind",
        "place_name",
        "what_happened",
        "result",
        "difficulty",
        "links",
        "sources",
        "doubts",
        "cost",
    },
    "activitycount": {"people"},
    "activitypartner": {"name", "contribution"},
    "evidence": {"caption", "file", "small"},
    "question": {"public_question", "public_answer"},
    "office": {"title", "email", "phone", "source"},
    **told.PUBLIC_FIELDS,
}
# Kept for its writer, for the mail server or for the machine: for no reader at all.
UNREAD = {
    "heldpost",
    "heldfile",
    "preparedfile",
    "outgoingmail",
    "usersession",
    "authenticator",
}
# Kept to answer whoever asked: the portal writes there, and shows it to nobody.
UNREAD_ADDRESSES = {"question", "takedown"}
UNREAD_FIELDS = {"code_hash", "password", "session_key"}
# A draft is its municipality's alone; the secretariat reads what was sent.
DRAFTS = {"draft", "discarded"}
# Texts by which the portal finds its way: other words there would mean nothing.
STRUCTURE = {
    ("heldpost", "path"),
    ("user", "password"),
    ("deletion", "record_kind"),
    ("deletion", "record_key"),
    ("takedown", "key"),
    ("question", "key"),
    ("historicalquestion", "key"),
    ("logentry", "object_id"),
    ("usersession", "session_key"),
    ("activity", "inspire_strategies"),
    ("activity", "violence_types"),
    ("historicalactivity", "inspire_strategies"),
    ("historicalactivity", "violence_types"),
    *told.STRUCTURE,
}
# Append-only: it is written with its word, not filled afterwards.
UNCHANGEABLE = {AuditEntry}


@dataclass(frozen=True)
class Canary:
    """One word, where it stands and who else may read it."""

    word: str
    where: str
    secrecy: str


class Canaries:
    """The words given out so far, each once."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.given: dict[str, Canary] = {}

    def word(self, where: str, secrecy: str) -> str:
        """A new word for this place."""
        letters = "".join(self.dice.choices(string.ascii_lowercase, k=8))
        return self._give(f"zq{letters}", where, secrecy)

    def number(self, where: str, secrecy: str) -> int:
        """A new number for this place, of six digits."""
        return int(self._give(f"73{self.dice.randint(0, 9999):04}", where, secrecy))

    def _give(self, word: str, where: str, secrecy: str) -> str:
        self.given[word] = Canary(word, where, secrecy)
        return word

    def forbidden(self, allowed: Iterable[str]) -> dict[str, Canary]:
        """Those that somebody may not read who may read these kinds."""
        return {
            word: canary
            for word, canary in self.given.items()
            if canary.secrecy not in allowed
        }


def found_in(text: str) -> set[str]:
    """The words and numbers of this kind in a text, however they are written."""
    words = {word.lower() for word in WORD.findall(text)}
    return words | set(NUMBER.findall(SEPARATORS.sub("", text)))


def belonging_to(start: Iterable[models.Model]) -> Iterator[models.Model]:
    """These records, and all that hang from them by any relation or history."""
    waiting, seen = deque(start), set()
    while waiting:
        record = waiting.popleft()
        key = (record._meta.concrete_model, record.pk)
        if key in seen:
            continue
        seen.add(key)
        yield record
        waiting.extend(_hanging_from(record))


def _hanging_from(record: models.Model) -> Iterator[models.Model]:
    for relation in record._meta.get_fields(include_hidden=True):
        ends_here = relation.one_to_many or relation.one_to_one
        if not (ends_here and relation.auto_created) or relation.concrete:
            continue
        name = relation.field.name
        yield from plain(relation.related_model).filter(**{name: record.pk})
    if kept := getattr(record._meta, "simple_history_manager_attribute", ""):
        history = getattr(type(record), kept).model
        yield from plain(history).filter(**{record._meta.pk.attname: record.pk})
    if isinstance(person := getattr(record, "person", None), models.Model):
        yield person


def plain(model: type[models.Model]) -> models.QuerySet:
    """All rows, without what managers leave out or translate."""
    return models.QuerySet(model)


def texts_of(model: type[models.Model]) -> list[models.Field]:
    """The columns in which a person, or the portal, writes freely."""
    name = model._meta.model_name
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, TEXTS)
        and not field.choices
        and not field.primary_key
        and (field.max_length is None or field.max_length >= 10)
        and (name, field.name) not in STRUCTURE
    ]


def fill(record: models.Model, canaries: Canaries) -> None:
    """Put a new word into each text of the record, past every rule."""
    if type(record) in UNCHANGEABLE:
        return
    values: dict[str, Any] = {}
    for field in texts_of(type(record)):
        word = canaries.word(_where(record, field), secrecy(record, field.name))
        values[field.name] = _shaped(field, word)
    for name in ("cost", "people"):
        if isinstance(record, Activity | ActivityCount) and hasattr(record, name):
            field = record._meta.get_field(name)
            values[name] = canaries.number(_where(record, field), secrecy(record, name))
    if values:
        plain(type(record)).filter(pk=record.pk).update(**values)


def _where(record: models.Model, field: models.Field) -> str:
    return f"{record._meta.label}.{field.name} of {record.pk} ({_state(record)})"


def _shaped(field: models.Field, word: str) -> Any:
    if isinstance(field, models.JSONField):
        return [word] if field.default is list else {word: word}
    if isinstance(field, models.EmailField):
        return f"{word}@ejemplo.test"
    if isinstance(field, models.URLField) or field.name == "links":
        return f"https://{word}.example/"
    return word


def secrecy(record: models.Model, name: str) -> str:
    """Who may read this text besides those whose record it is."""
    kind = record._meta.model_name or ""
    address = kind in UNREAD_ADDRESSES and name == "email"
    if kind in UNREAD or name in UNREAD_FIELDS or address:
        return NOBODY
    plain_name = re.sub(r"_(es|en)$", "", name)
    if plain_name in PUBLIC_FIELDS.get(kind, ()) and _is_public(record, plain_name):
        return PUBLIC
    if (root := told.root_of(record)) is not None:
        return OWN if root.review_state in DRAFTS else EDITED
    return OWN if _state(record) in DRAFTS else RECORDS


def _is_public(record: models.Model, name: str) -> bool:
    """True when the world may read the record's public texts."""
    if told.root_of(record) is not None:
        return told.is_public(record, name)
    activity = _activity_of(record)
    if activity is not None and not activity.is_public:
        return False
    asks: dict[type, Callable[[Any], bool]] = {
        Evidence: lambda piece: piece.public and piece.hidden_at is None,
        ActivityPartner: lambda partner: partner.agreed_to_be_named,
        ActivityCount: lambda count: not count.hidden,
        Office: lambda office: office.public,
        Question: lambda question: question.public,
    }
    return asks.get(type(record), lambda _each: True)(record)


def _activity_of(record: models.Model) -> Activity | None:
    if isinstance(record, Activity):
        return record
    found = getattr(record, "activity", None)
    if record._meta.model_name == "historicalactivity":
        found = Activity.objects.filter(pk=getattr(record, "id", None)).first()
    return found if isinstance(found, Activity) else None


def _state(record: models.Model) -> str:
    if (root := told.root_of(record)) is not None:
        return str(root.review_state)
    activity = _activity_of(record)
    if activity is None:
        return "kept"
    return "discarded" if activity.discarded_at else str(activity.review_state)


def models_with_texts() -> set[type[models.Model]]:
    """Every model of ours in which somebody can write something."""
    found = {
        model
        for name in APPS
        for model in apps.get_app_config(name).get_models()
        if texts_of(model) and not model._meta.proxy
    }
    return found - UNCHANGEABLE
