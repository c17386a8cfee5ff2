"""An experience with all that belongs to it, as the world may read it, in few questions.

Its milestones, outcomes, voices, partners, documents and photos come in one question
as JSON: a question for each would cost more than all the rest of the page.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import (
    CharField,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    TextField,
    Value,
    prefetch_related_objects,
)
from django.db.models.functions import Cast, JSONObject
from django.utils import timezone
from django.utils.translation import get_language

from amuprev.foundation.collation import sort_key
from amuprev.foundation.people_shown import nobody_or_agreed
from amuprev.foundation.together import read_together
from experiences.adapted import plans_said
from experiences.models import (
    Experience,
    ExperienceDocument,
    ExperienceMilestone,
    ExperienceOutcome,
    ExperiencePartner,
    ExperiencePhoto,
    Film,
    Voice,
)
from network.choices import PublicKind
from network.models import Place, PopulationGroup, Question, Setting, Theme
from network.questions import questions_about
from toolkit.models import Step

Parts = dict[int, dict[str, list[Any]]]
Names = dict[tuple[int, str], list[tuple[str, str]]]

LISTS: tuple[tuple[str, Any], ...] = (
    ("theme", Theme),
    ("group", PopulationGroup),
    ("setting", Setting),
)


def public_experiences() -> Any:
    """Those the world may read now, with who tells them and where they were done."""
    return (
        Experience.objects.public()
        .annotate(
            filmed=Exists(Film.objects.public().filter(experience=OuterRef("pk"))),
            asked_about=Exists(_published_questions()),
        )
        .select_related(
            "owner__place",
            "association",
            "exchange__owner",
            "exchange__place",
            "exchange__twinning__owner",
        )
        .prefetch_related(
            Prefetch("places", Place.objects.select_related("organisation"))
        )
    )


def _published_questions() -> Any:
    key = Cast(OuterRef("pk"), CharField())
    return Question.objects.filter(kind=PublicKind.EXPERIENCE, key=key, public=True)


def beside(experience: Any) -> dict[str, list[Any]]:
    """Who says they adapted it, its public films, what readers asked and is published,
    and the steps of the guide that it did.

    Most have no films and no questions: those are not asked for where there are none.
    """
    films = Film.objects.public().filter(experience=experience.pk).newest_first()
    questions = questions_about(PublicKind.EXPERIENCE, experience.pk)
    found = read_together(
        plans=plans_said(experience),
        films=films.select_related("owner", "current")
        if experience.filmed
        else Film.objects.none(),
        steps=Step.objects.filter(experiences=experience.pk).order_by("position"),
        questions=questions if experience.asked_about else Question.objects.none(),
    )
    # What a film's line says of it: what its light copy weighs.
    prefetch_related_objects(found["films"], "current__renditions")
    return found


def showable_photos() -> Q:
    """The photos that may be seen: nobody is recognised, or adults whose consent holds."""
    return nobody_or_agreed() & Q(public=True)


def _told_parts() -> dict[str, tuple[Any, Q]]:
    agreed = Q(consented=True, consent_until__gte=timezone.localdate())
    return {
        "milestones": (ExperienceMilestone, Q()),
        "outcomes": (ExperienceOutcome, Q()),
        "voices": (Voice, agreed),
        "partners": (ExperiencePartner, Q()),
        "documents": (ExperienceDocument, Q()),
        "photos": (ExperiencePhoto, showable_photos()),
    }


def with_parts(experiences: Iterable[Any]) -> list[Any]:
    """The same with their parts and the names of their lists read, in one question."""
    every = list(experiences)
    parts, named = _told_of(every)
    for experience in every:
        own = parts[experience.pk]
        for name, (model, _which) in _told_parts().items():
            _keep(experience, name, model, own[name])
        documents = {row.pk: row for row in own["documents"]}
        for outcome in own["outcomes"]:
            outcome.evaluation = documents.get(outcome.evaluation_id)
        for name, _model in LISTS:
            told = sorted(
                named[experience.pk, name], key=lambda entry: sort_key(entry[1])
            )
            setattr(experience, f"{name}_keys", [key for key, _words in told])
            setattr(experience, f"{name}_names", [words for _key, words in told])
    return every


def _told_of(experiences: list[Any]) -> tuple[Parts, Names]:
    """The rows of each part by experience, and the key and name of each list's entries."""
    parts: Parts = defaultdict(lambda: defaultdict(list))
    named: Names = defaultdict(list)
    if not experiences:
        return parts, named
    keys = [experience.pk for experience in experiences]
    models_of = {name: model for name, (model, _which) in _told_parts().items()}
    asked = [
        *(
            _as_json(name, model.objects.filter(which, experience__in=keys))
            for name, (model, which) in _told_parts().items()
        ),
        *(_entries(name, model, keys) for name, model in LISTS),
    ]
    english = (get_language() or "es").startswith("en")
    for name, text in asked[0].union(*asked[1:], all=True):
        told = json.loads(text)
        if name in models_of:
            row = _row(models_of[name], told)
            parts[row.experience_id][name].append(row)
        else:
            words = (english and told["en"]) or told["es"]
            named[told["of"], name].append((told["key"], words))
    for own in parts.values():
        for rows in own.values():
            rows.sort(key=lambda row: (getattr(row, "on", None) or row.pk, row.pk))
    return parts, named


def _as_json(name: str, rows: Any) -> Any:
    return _told(
        rows, name, **{field.attname: field.attname for field in _fields(rows.model)}
    )


def _entries(name: str, model: Any, keys: list[int]) -> Any:
    rows = model.objects.filter(experiences__in=keys)
    return _told(rows, name, of="experiences", key="key", es="name_es", en="name_en")


def _told(rows: Any, label: str, /, **columns: str) -> Any:
    read = {key: F(column) for key, column in columns.items()}
    told = Cast(JSONObject(**read), TextField())
    return (
        rows.rewrite(False)
        .order_by()
        .values_list(Value(label, output_field=TextField()), told)
    )


def _fields(model: Any) -> list[models.Field]:
    """What is stored; a text in two languages by its two columns alone."""
    stored = model._meta.concrete_fields
    names = {field.attname for field in stored}
    return [field for field in stored if f"{field.attname}_es" not in names]


def _row(model: Any, told: dict[str, Any]) -> Any:
    fields = _fields(model)
    return model(
        **{
            field.attname: told[field.attname]
            if isinstance(field, models.FileField | models.ForeignKey)
            else field.to_python(told[field.attname])
            for field in fields
        }
    )


def _keep(experience: Any, name: str, model: Any, rows: list[Any]) -> None:
    """Have the relation answer with these rows, without a question."""
    known = model.objects.none()
    known._result_cache = rows
    experience._prefetched_objects_cache[name] = known
