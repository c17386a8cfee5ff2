"""The facts and rows of an experience as lines, each in both languages, to be compared."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.figures import figure
from experiences.lines import cost_words, dates_of, form_of
from experiences.models import Experience
from experiences.reading import showable_photos
from network.dates import describe

LANGUAGES = ("es", "en")
LISTS = ("places", "themes", "groups", "settings", "guide_steps")
# The columns that hold codes, and what tells them in words.
CHOSEN = {
    "problems": "problem_names",
    "violence_types": "violence_type_names",
    "inspire_strategies": "inspire_names",
}


@dataclass(frozen=True)
class Line:
    """One fact or row: in which group, by what it is known, and its words."""

    group: str
    key: str
    words: str
    # All that it says, where the words do not tell it.
    told: str = ""
    foreign: bool = False
    # A partner's, told only while it agrees to be named.
    name: str = ""


def lines_of(experience: Experience) -> list[dict[str, Any]]:
    """Its lines, as an edition keeps them."""
    told = {}
    for language in LANGUAGES:
        with override(language):
            told[language] = list(_lines(experience))
    return [
        {
            "group": spanish.group,
            "key": spanish.key,
            "mark": _mark(f"{spanish}{english.words}"),
            "es": spanish.words,
            "en": english.words,
            "foreign": english.foreign,
            "name": spanish.name,
        }
        for spanish, english in zip(*told.values(), strict=True)
    ]


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _lines(experience: Any) -> Iterator[Line]:
    yield from _facts(experience)
    yield from _entries(experience)
    for source in str(experience.sources or "").splitlines():
        if source.strip():
            yield Line("sources", source, source)
    yield from map(_milestone, experience.milestones.all())
    yield from map(_outcome, experience.outcomes.all())
    yield from map(_partner, experience.partners.all())
    yield from map(_document, experience.documents.all())
    today = timezone.localdate()
    agreed = experience.voices.filter(consented=True, consent_until__gte=today)
    yield from map(_voice, agreed)
    yield from map(_photo, experience.photos.filter(showable_photos()))


def _facts(experience: Any) -> Iterator[Line]:
    facts = {
        "full": (_("How it is told"), form_of(experience)),
        "dates": (_("When"), dates_of(experience)),
        "level": (
            _("Level of prevention"),
            experience.get_prevention_level_display(),
        ),
        "approach": (_("Approach"), experience.get_approach_display()),
        "reached": (_("People reached"), figure(experience.people_reached or None)),
        "cost": (_("Cost"), cost_words(experience) if experience.cost_band else ""),
        "licence": (_("Licence"), experience.get_licence_display()),
        "by": (_("Systematized by"), experience.systematised_by),
    }
    for key, (label, words) in facts.items():
        if words:
            yield Line("about", key, f"{label}: {words}")


def _entries(experience: Any) -> Iterator[Line]:
    """What was chosen of the lists, each choice by itself."""
    for column, names in CHOSEN.items():
        words = getattr(experience, names)
        for code, word in zip(getattr(experience, column), words, strict=False):
            yield _entry(experience, column, code, word)
    for name in LISTS:
        for row in getattr(experience, name).order_by("pk"):
            yield _entry(experience, name, row.pk, str(row))


def _entry(experience: Any, name: str, key: Any, words: str) -> Line:
    label = capfirst(str(experience._meta.get_field(name).verbose_name))
    return Line("about", f"{name} {key}", f"{label}: {words}")


def _milestone(row: Any) -> Line:
    text, foreign = _text(row, "text")
    day = describe(row.on, precision=row.precision)
    return Line("milestones", str(row.text_es), f"{day}: {text}", foreign=foreign)


def _partner(row: Any) -> Line:
    text, foreign = _text(row, "contribution")
    words = ": ".join(each for each in (str(row.get_kind_display()), text) if each)
    name = row.name if row.is_named else ""
    return Line("partners", f"{row.kind} {name}", words, foreign=foreign, name=name)


def _document(row: Any) -> Line:
    text, foreign = _text(row, "title")
    words = f"{row.get_kind_display()}: {text}"
    return Line("documents", row.sha256 or row.address, words, foreign=foreign)


def _voice(row: Any) -> Line:
    """Who tells, never what: it is kept here for good, and consent is not."""
    mark = _mark(f"{row.text_es}{row.text_en}")
    return Line("voices", mark, str(row.get_role_display()))


def _photo(row: Any) -> Line:
    told = _mark(f"{row.alt_text_es}{row.alt_text_en}")
    return Line("photos", row.sha256, _("A photo"), told=told)


def _outcome(row: Any) -> Line:
    text, foreign = _text(row, "text")
    says, _foreign = _text(row, "registry_says")
    studied = f" ({row.get_studies_display()})" if row.studies else ""
    told = [
        f"{_('Effect')}: {row.get_effect_display()}",
        f"{_('Strength of the evidence')}: {row.get_evidence_display()}{studied}",
        f"{_('Cost')}: {cost_words(row)}",
        f"{_('Evaluation')}: {row.evaluation}" if row.evaluation else "",
        f"{row.get_registry_display()}: {says}" if row.registry else "",
    ]
    words = "\n".join([text, *(each for each in told if each)])
    address = str(row.registry_address)
    return Line("outcomes", str(row.text_es), words, told=address, foreign=foreign)


def _text(row: Any, name: str) -> tuple[str, bool]:
    """The text for the reader, and whether it is not in their language."""
    own = getattr(row, f"{name}_{language_in_use()}") or ""
    spanish = getattr(row, f"{name}_es") or ""
    return own or spanish, bool(spanish and not own)
