"""Who acts in the samples: towns of every country, their clerks, their reviewers."""

import itertools
import random
from dataclasses import dataclass
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.core.management.base import CommandError
from django.db import models

from amuprev.management.seeding.words import MARK
from network.choices import (
    REGION_COUNTRIES,
    Country,
    OrganisationKind,
    PlaceLevelKind,
    Role,
)
from network.models import (
    ActivityKind,
    Affiliation,
    Appointment,
    Organisation,
    Place,
    PlaceLevel,
    PopulationGroup,
    Setting,
    Theme,
    User,
)

TOWNS_PER_COUNTRY = 12
HOST = "muestra.example"
CURRENCIES = {
    "BZ": "BZD", "CR": "CRC", "DO": "DOP", "GT": "GTQ",
    "HN": "HNL", "NI": "NIO", "PA": "PAB", "SV": "USD",
}  # fmt: skip


@dataclass(frozen=True)
class Town:
    """An organisation that logs samples, with what its activities take from it."""

    owner: int
    country: str
    name: str
    place: int | None
    clerk: int
    reviewer: int
    delay: int


@dataclass(frozen=True)
class Cast:
    """Everything the samples choose from, in an order that does not change."""

    towns: list[Town]
    weights: list[float]
    kinds: list[ActivityKind]
    themes: list[int]
    groups: list[tuple[int, bool]]
    settings: list[int]
    countries: dict[int, str]


def gather(*, today: Any, now: Any, password: str) -> Cast:
    """Make what is missing of the towns and people, and read what there is."""
    kinds = list(ActivityKind.objects.order_by("key"))
    if not kinds:
        message = "The lists are empty: run «manage.py load_portal» first."
        raise CommandError(message)
    reviewers, logging = _organisations()
    _affiliate(logging, reviewers, today)
    people = _people([*logging, *reviewers.values()], password)
    _appoint(people, reviewers, logging, today, now)
    towns = [
        Town(
            owner=each.pk,
            country=each.country,
            name=(each.name_es or each.key),
            place=each.place_id,
            clerk=people[f"clerk-{each.key}"],
            reviewer=people[f"reviewer-{reviewers[each.country].key}"],
            delay=each.publication_delay_days,
        )
        for each in logging
    ]
    chance = random.Random(len(towns))  # noqa: S311  samples, not secrets
    return Cast(
        towns=towns,
        weights=list(itertools.accumulate(0.4 + chance.random() for _each in towns)),
        kinds=kinds,
        themes=_keys(Theme),
        groups=list(
            PopulationGroup.objects.order_by("key").values_list("pk", "sensitive")
        ),
        settings=_keys(Setting),
        countries={each.place: each.country for each in towns if each.place},
    )


def _keys(model: type[models.Model]) -> list[int]:
    entries = model._default_manager.order_by("key")
    return list(entries.values_list("pk", flat=True))


def _organisations() -> tuple[dict[str, Organisation], list[Organisation]]:
    """A sample association of each country, and every town hall, samples included."""
    held = set(Organisation.objects.values_list("key", flat=True))
    for code in REGION_COUNTRIES:
        country = str(code).lower()
        key = f"{MARK}-asociacion-{country}"
        if key not in held:
            _organisation(OrganisationKind.ASSOCIATION, key, code, 0, None)
        for number in range(1, TOWNS_PER_COUNTRY + 1):
            key = f"{MARK}-{country}-{number:02}"
            if key not in held:
                _town_hall(key, code, number)
    associations = Organisation.objects.associations().filter(
        key__startswith=f"{MARK}-asociacion-"
    )
    logging = Organisation.objects.municipalities().filter(country__in=REGION_COUNTRIES)
    return {each.country: each for each in associations}, list(logging.order_by("key"))


def _town_hall(key: str, code: str, number: int) -> None:
    label = Country(code).name.replace("_", " ").title()
    place = Place.objects.create(
        key=key,
        slug=key,
        name_es=f"Municipio de muestra {number} ({label})",
        name_en=f"Sample municipality {number} ({label})",
        country=code,
    )
    PlaceLevel.objects.create(place=place, level=PlaceLevelKind.MUNICIPALITY)
    _organisation(OrganisationKind.MUNICIPALITY, key, code, number, place)


def _organisation(
    kind: str, key: str, code: str, number: int, place: Place | None
) -> None:
    label = Country(code).name.replace("_", " ").title()
    names = {
        "name_es": place.name_es if place else f"Asociación de muestra ({label})",
        "name_en": place.name_en if place else f"Sample association ({label})",
    }
    Organisation.objects.create(
        kind=kind,
        key=key,
        slug=key,
        country=code,
        place=place,
        # Towns wait differently long before the public reads them.
        publication_delay_days=7 + number % 3,
        **names,
    )


def _affiliate(
    logging: list[Organisation], reviewers: dict[str, Organisation], today: Any
) -> None:
    """Sample towns belong to their country's sample association; some since a day."""
    sampled = [each for each in logging if each.key.startswith(f"{MARK}-")]
    held = set(
        Affiliation.objects.filter(association__in=reviewers.values()).values_list(
            "municipality_id", flat=True
        )
    )
    for number, each in enumerate(sampled):
        if each.pk not in held:
            since = today.replace(year=today.year - 5, month=1, day=1)
            Affiliation.objects.create(
                municipality=each,
                association=reviewers[each.country],
                reviews=True,
                valid_from=since if number % 4 == 0 else None,
            )


def _people(organisations: list[Organisation], password: str) -> dict[str, int]:
    """One person for each organisation, by the first half of their address."""
    wanted = {}
    for each in organisations:
        role = "clerk" if each.is_municipality else "reviewer"
        wanted[f"{role}-{each.key}"] = f"{each.name_es} ({MARK})"[:120]
    held = set(
        User.objects.filter(email__endswith=f"@{HOST}").values_list("email", flat=True)
    )
    encoded = make_password(password or None)
    made = User.objects.bulk_create(
        User(email=f"{name}@{HOST}", name=words, password=encoded)
        for name, words in wanted.items()
        if f"{name}@{HOST}" not in held
    )
    EmailAddress.objects.bulk_create(
        EmailAddress(user=user, email=user.email, verified=True, primary=True)
        for user in made
    )
    rows = User.objects.filter(email__endswith=f"@{HOST}").values_list("email", "pk")
    return {email.partition("@")[0]: pk for email, pk in rows}


def _appoint(
    people: dict[str, int],
    reviewers: dict[str, Organisation],
    logging: list[Organisation],
    today: Any,
    now: Any,
) -> None:
    """Clerks record for their town hall; reviewers review for their association."""
    held = set(
        Appointment.objects.filter(person__in=people.values()).values_list(
            "person_id", flat=True
        )
    )
    roles = [(f"clerk-{each.key}", each, Role.RECORDS) for each in logging]
    roles += [
        (f"reviewer-{each.key}", each, Role.REVIEWS) for each in reviewers.values()
    ]
    Appointment.objects.bulk_create(
        Appointment(
            person_id=people[name],
            organisation=each,
            role=role,
            valid_from=today.replace(year=today.year - 10, month=1, day=1),
            approved_at=now,
        )
        for name, each, role in roles
        if people[name] not in held
    )
