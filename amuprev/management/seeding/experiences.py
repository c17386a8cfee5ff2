"""Sample experiences in bulk: published, marked, the same for the same seed."""

import datetime
import random
import uuid
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from amuprev.management.seeding.cast import Cast
from amuprev.management.seeding.words import (
    MARK,
    MARK_EN,
    MARK_ES,
    NEIGHBOURHOODS,
    SENTENCES,
)
from experiences.choices import CostBand, Effect, EvidenceDesign, Problem
from experiences.models import Experience, ExperienceOutcome
from experiences.services.facets import fill_facets, hold_facets
from network.choices import InspireStrategy, PreventionLevel, ReviewState

BATCH = 2_000
SPACE = uuid.UUID("5a3c1f2e-7b64-4d0e-9a51-0c7f4e8d2b16")
EFFECTS = [each.value for each in Effect if each != Effect.EFFECTIVE]
LEVELS = ("primary", "secondary", "tertiary")
TEXTS = ("problem", "what_was_done", "what_changed", "what_did_not_work")


def add_experiences(cast: Cast, seed: int, wanted: int) -> int:
    """Add published samples until there are so many of the seed; how many were added."""
    stem = f"{MARK}-{seed}-"
    held = Experience.objects.filter(content_key__startswith=stem).count()
    missing = range(held, max(held, wanted))
    with transaction.atomic():
        hold_facets()
        last = Experience.objects.aggregate(last=Max("position"))["last"] or 0
        for start in range(missing.start, missing.stop, BATCH):
            numbers = range(start, min(start + BATCH, missing.stop))
            _add(cast, seed, numbers, last + 1 - missing.start)
        if missing:
            fill_facets()
    return len(missing)


def remove_experiences() -> int:
    """Delete every sample experience; how many."""
    with transaction.atomic():
        hold_facets()
        samples = Experience.objects.filter(content_key__startswith=f"{MARK}-")
        count = samples.count()
        samples.delete()
        if count:
            fill_facets()
    return count


def _add(cast: Cast, seed: int, numbers: range, first: int) -> None:
    made = [_made(cast, seed, number, first + number) for number in numbers]
    rows = Experience.objects.bulk_create([each for each, _town in made])
    chances = [random.Random(f"{seed}:{number}:more") for number in numbers]  # noqa: S311  samples
    places = [[town.place] if town.place else [] for _each, town in made]
    _link("places", "place_id", rows, places)
    groups = [key for key, _sensitive in cast.groups]
    for name, column, keys in (
        ("groups", "populationgroup_id", groups),
        ("settings", "setting_id", cast.settings),
        ("themes", "theme_id", cast.themes),
    ):
        chosen = [chance.sample(keys, min(len(keys), 2)) for chance in chances]
        _link(name, column, rows, chosen)
    ExperienceOutcome.objects.bulk_create(
        [
            ExperienceOutcome(
                experience=row,
                text_es=f"Más gente en la plaza {MARK_ES}",
                text_en=f"More people in the square {MARK_EN}",
                effect=chance.choice(EFFECTS),
                evidence=chance.choice(EvidenceDesign.values),
            )
            for row, chance in zip(rows, chances, strict=True)
        ]
    )


def _link(name: str, column: str, rows: list[Any], keys: list[list[int]]) -> None:
    through: Any = getattr(Experience, name).through
    through.objects.bulk_create(
        [
            through(experience_id=row.pk, **{column: key})
            for row, chosen in zip(rows, keys, strict=True)
            for key in chosen
        ]
    )


def _made(cast: Cast, seed: int, number: int, position: int) -> tuple[Experience, Any]:
    chance = random.Random(f"{seed}:{number}")  # noqa: S311  samples
    town = chance.choices(cast.towns, cum_weights=cast.weights)[0]
    key = f"{MARK}-{seed}-{number}"
    place = chance.choice(NEIGHBOURHOODS)
    now = timezone.now()
    band = chance.choice([*CostBand.values, ""])
    experience = Experience(
        client_uuid=uuid.uuid5(SPACE, key),
        content_key=key,
        slug=key,
        position=position,
        owner_id=town.owner,
        country=town.country,
        title_es=f"Prevención en {place} {MARK_ES}",
        title_en=f"Prevention in {place} {MARK_EN}",
        started=datetime.date(chance.randint(2005, 2024), 1, 1),
        prevention_level=PreventionLevel(chance.choice(LEVELS)),
        problems=chance.sample(Problem.values, 2),
        inspire_strategies=chance.sample(InspireStrategy.values, 1)
        if chance.random() < 0.3
        else [],
        cost_band=band,
        cost_year=2014 if band else None,
        review_state=ReviewState.APPROVED,
        reviewed_at=now,
        published_at=now,
    )
    for name in TEXTS:
        spanish, english = chance.choice(SENTENCES)
        setattr(experience, f"{name}_es", spanish)
        setattr(experience, f"{name}_en", english)
    return experience, town
