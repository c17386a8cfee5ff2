"""What the public search finds of the experiences."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext_lazy

from amuprev.foundation.by_key import by_key
from amuprev.foundation.prose import plain_prose
from amuprev.foundation.search.documents import Document, Source
from experiences import lines
from experiences.addresses import experience_address
from experiences.models import Experience
from experiences.sections import sections_of
from network.choices import PublicKind
from network.models import Question
from network.search.texts import in_both, numbers, told, years_of

# Before single activities, after places and institutions.
RANK = 11


def _public(keys: Sequence[str]) -> list[Any]:
    """Those of the keys that are public, each with what was asked about it."""
    rows = list(_told(keys))
    asked = defaultdict(list)
    of_them = Question.objects.filter(
        kind=PublicKind.EXPERIENCE, key__in=[str(each.pk) for each in rows], public=True
    )
    for question in of_them.order_by("pk"):
        asked[question.key].append(question)
    for each in rows:
        each.asked = asked[str(each.pk)]
    return rows


def _told(keys: Sequence[str]) -> Any:
    return (
        Experience.objects.public()
        .filter(pk__in=numbers(keys))
        .select_related("owner")
        .prefetch_related(
            "places", "outcomes", "themes", "groups", "settings", "partners"
        )
        .order_by("pk")
    )


def _document(experience: Any, language: str) -> Document:
    title, title_language = told(experience, "title", language)
    first, text_language = told(experience, "problem", language)
    texts = [first]
    fields = [section.field for section in sections_of(experience)]
    for name in ("summary", *fields, "doubts"):
        text, written_in = told(experience, name, language)
        texts += [text] if text != first and written_in == text_language else []
    for question in experience.asked:
        for name in ("public_question", "public_answer"):
            text, written_in = told(question, name, language)
            texts += [text] if written_in == text_language else []
    places = list(experience.places.all())
    return Document(
        kind="experience",
        key=str(experience.pk),
        language=language,
        rank=RANK,
        title=title,
        title_language=title_language,
        text=" ".join(plain_prose(text) for text in texts if text),
        text_language=text_language,
        note=lines.where_of(experience),
        address=experience_address(str(experience.slug), language),
        facts=tuple(_facts_of(experience)),
        day=experience.started,
        country=experience.country,
        countries=frozenset(place.country for place in places),
        years=years_of(experience.started, experience.ended),
    )


def _facts_of(experience: Any) -> Iterator[str]:
    """What its page tells besides: where, about what, for whom, with whom."""
    yield lines.place_of(experience)
    yield experience.owner.name
    yield experience.owner.acronym
    for relation in ("themes", "groups", "settings"):
        yield from (each.name or "" for each in getattr(experience, relation).all())
    yield from experience.problem_names
    yield from (outcome.text or "" for outcome in experience.outcomes.all())
    yield from (partner.public_name for partner in experience.partners.all())


def _still_public(keys: Sequence[str]) -> set[str]:
    rows = by_key(Experience.objects.public(), numbers(keys))
    return {str(pk) for pk in rows.values_list("pk", flat=True)}


def _every() -> Any:
    return Experience.objects.public().order_by("pk").values_list("pk", flat=True)


EXPERIENCES = Source(
    "experience",
    gettext_lazy("Experience"),
    every=_every,
    documents=lambda keys: in_both(_document)(_public(keys)),
    public=_still_public,
)
SOURCES = (EXPERIENCES,)
