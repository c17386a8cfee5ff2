"""Sample twinnings in bulk: published, marked, the same for the same seed."""

import datetime
import random
import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from amuprev.management.seeding.cast import Cast
from amuprev.management.seeding.words import (
    MARK,
    MARK_EN,
    MARK_ES,
    NAMES_OF_PLACE,
    SENTENCES,
)
from network.choices import Country, DatePrecision, PlaceLevelKind, ReviewState
from network.models import Place, PlaceLevel
from twinnings.choices import (
    CommitmentState,
    Direction,
    EndedBy,
    ExchangeStatus,
    ManagementTheme,
    Modality,
    TwinningStatus,
    TwinningType,
)
from twinnings.maps import INSIDE
from twinnings.models import Commitment, DelegationRow, Exchange, Party, Twinning
from twinnings.overview import forget_overview
from twinnings.services.parties import key_of, name_of

BATCH = 1_000
CITIES = 120
SPACE = uuid.UUID("7be0c1d4-3a2f-4f7e-9a4e-6f1f2a5d8c33")
STATUSES = [status.value for status in TwinningStatus]
ROLES = ("mayor", "staff", "police", "prevention")


def add_twinnings(cast: Cast, seed: int, wanted: int) -> int:
    """Add published samples until there are so many of the seed; how many were added."""
    held = Twinning.objects.filter(content_key__startswith=f"{MARK}-{seed}-").count()
    missing = range(held, max(held, wanted))
    if not missing:
        return 0
    with transaction.atomic():
        towns = _towns(cast)
        cities = _cities()
        for start in range(missing.start, missing.stop, BATCH):
            numbers = range(start, min(start + BATCH, missing.stop))
            _add(cast, seed, numbers, towns, cities)
    forget_overview()
    return len(missing)


def remove_twinnings() -> int:
    """Delete every sample twinning with its exchanges, and their cities; how many."""
    with transaction.atomic():
        samples = Twinning.objects.filter(content_key__startswith=f"{MARK}-")
        count = samples.count()
        Exchange.objects.filter(twinning__in=samples).delete()
        samples.delete()
        Place.objects.filter(key__startswith=f"{MARK}-us-").delete()
    forget_overview()
    return count


def _towns(cast: Cast) -> dict[int, Place]:
    """The sample towns with a point inside their country, and the real ones, by owner;
    none whose twinnings nobody would read."""
    shown = Place.objects.filter(organisation__shown=True)
    places = shown.in_bulk([each.place for each in cast.towns if each.place])
    moved = []
    for place in places.values():
        if place.latitude is None and place.key.startswith(f"{MARK}-"):
            _put_inside(place, random.Random(place.key), 0.7)  # noqa: S311  samples
            moved.append(place)
    Place.objects.bulk_update(moved, ["latitude", "longitude", "position_source"])
    return {
        each.owner: places[each.place] for each in cast.towns if each.place in places
    }


def _put_inside(place: Place, chance: random.Random, degrees: float) -> None:
    longitude, latitude = INSIDE[place.country]
    wide, high = (19, 8) if place.country == "US" else (degrees, degrees)
    place.longitude = round(longitude + chance.uniform(-wide, wide), 3)
    place.latitude = round(latitude + chance.uniform(-high, high), 3)
    place.position_source = "muestra"


def _cities() -> list[Place]:
    """Sample cities of the United States, with nobody's name."""
    stem = f"{MARK}-us-"
    held = {place.key: place for place in Place.objects.filter(key__startswith=stem)}
    made = []
    for number in range(1, CITIES + 1):
        key = f"{stem}{number:03}"
        if key in held:
            continue
        name = f"{NAMES_OF_PLACE[number % len(NAMES_OF_PLACE)]} {number}"
        place = Place(
            key=key,
            slug=key,
            name_es=f"{name} {MARK_ES}",
            name_en=f"{name} {MARK_EN}",
            country=Country.UNITED_STATES,
        )
        _put_inside(place, random.Random(key), 0)  # noqa: S311  samples
        made.append(place)
    for place in Place.objects.bulk_create(made):
        held[place.key] = place
    levels = [PlaceLevel(place=each, level=PlaceLevelKind.CITY) for each in made]
    PlaceLevel.objects.bulk_create(levels)
    return [held[key] for key in sorted(held)]


def _add(
    cast: Cast, seed: int, numbers: range, towns: dict[int, Place], cities: list[Place]
) -> None:
    chances = [random.Random(f"{seed}:{number}:t") for number in numbers]  # noqa: S311
    owners = sorted(towns)
    parties = [_parties(chance, owners, towns, cities) for chance in chances]
    taken = set(Twinning.objects.values_list("parties_key", flat=True))
    made = [
        _twinning(seed, number, chance, told, taken)
        for number, chance, told in zip(numbers, chances, parties, strict=True)
    ]
    rows = Twinning.objects.bulk_create(made)
    for twinning, told in zip(rows, parties, strict=True):
        for party in told:
            party.twinning = twinning
    Party.objects.bulk_create([party for told in parties for party in told])
    _link_themes(cast, rows, chances)
    _exchanges(rows, chances)


def _parties(
    chance: random.Random,
    owners: list[int],
    towns: dict[int, Place],
    cities: list[Place],
) -> list[Party]:
    """A town with a city, with towns of the region, or both; the owner first."""
    owner, *others = chance.sample(owners, 3)
    places: list[tuple[Place, int | None]] = [(towns[owner], owner)]
    if chance.random() < 0.6:
        places.insert(0, (chance.choice(cities), None))
    if len(places) == 1 or chance.random() < 0.15:
        places.append((towns[others[0]], others[0]))
    return [
        Party(
            place=place,
            organisation_id=organisation,
            country=place.country,
            position=position,
            uncertain=chance.random() < 0.03,
        )
        for position, (place, organisation) in enumerate(places)
    ]


def _twinning(
    seed: int, number: int, chance: random.Random, parties: list[Party], taken: set[str]
) -> Twinning:
    key = f"{MARK}-{seed}-{number}"
    same = key_of(parties)
    # The same parties have one open twinning: the further ones are over.
    status = "ended" if same in taken else chance.choice(STATUSES)
    taken.add(same)
    began = datetime.date(chance.randint(2005, 2025), 1, 1)
    now = timezone.now()
    owner = next(each.organisation_id for each in parties if each.organisation_id)
    twinning = Twinning(
        client_uuid=uuid.uuid5(SPACE, key),
        content_key=key,
        slug=key,
        owner_id=owner,
        type=chance.choice(TwinningType.values),
        status=status,
        ended_by=EndedBy.TERM if status == TwinningStatus.ENDED else "",
        parties_key=same,
        started=began if chance.random() < 0.95 else None,
        date_precision=DatePrecision.YEAR,
        date_uncertain=chance.random() < 0.2,
        management_themes=chance.sample(ManagementTheme.values, 2),
        review_state=ReviewState.APPROVED,
        reviewed_at=now,
        published_at=now,
        publish_from=began,
    )
    if twinning.started and status == TwinningStatus.ENDED:
        twinning.ended = began.replace(year=began.year + 3)
    spanish, english = chance.choice(SENTENCES)
    twinning.objective_es = f"{spanish} {MARK_ES}"
    twinning.objective_en = f"{english} {MARK_EN}"
    _call(twinning, parties)
    return twinning


def _call(twinning: Twinning, parties: list[Party]) -> None:
    for language, mark in (("es", MARK_ES), ("en", MARK_EN)):
        with override(language):
            name = name_of(parties)[:280].replace(f" {mark}", "")
            setattr(twinning, f"title_{language}", f"{name} {mark}")


def _link_themes(
    cast: Cast, rows: list[Twinning], chances: list[random.Random]
) -> None:
    through: Any = Twinning.themes.through
    through.objects.bulk_create(
        [
            through(twinning_id=row.pk, theme_id=theme)
            for row, chance in zip(rows, chances, strict=True)
            for theme in chance.sample(cast.themes, min(2, len(cast.themes)))
        ]
    )


def _exchanges(rows: list[Twinning], chances: list[random.Random]) -> None:
    """None, one or two of each, with people and promises."""
    made, now = [], timezone.now()
    for twinning, chance in zip(rows, chances, strict=True):
        for turn in range(chance.choice((0, 1, 1, 2))):
            spanish, english = chance.choice(SENTENCES)
            day = datetime.date(chance.randint(2008, 2025), chance.randint(1, 12), 1)
            made.append(
                Exchange(
                    client_uuid=uuid.uuid5(SPACE, f"{twinning.content_key}:{turn}"),
                    content_key=f"{twinning.content_key}-{turn}",
                    twinning=twinning,
                    owner_id=twinning.owner_id,
                    title_es=f"Visita {turn + 1} {MARK_ES}",
                    title_en=f"Visit {turn + 1} {MARK_EN}",
                    what_happened_es=spanish,
                    what_happened_en=english,
                    modality=chance.choice(Modality.values),
                    direction=chance.choice(Direction.values),
                    status=ExchangeStatus.HELD,
                    started=day,
                    date_precision=DatePrecision.MONTH,
                    publish_from=day + datetime.timedelta(days=40),
                    review_state=ReviewState.APPROVED,
                    reviewed_at=now,
                    published_at=now,
                )
            )
    exchanges = Exchange.objects.bulk_create(made)
    _people_and_promises(exchanges)


def _people_and_promises(exchanges: list[Exchange]) -> None:
    people, promises = [], []
    for exchange in exchanges:
        chance = random.Random(str(exchange.client_uuid))  # noqa: S311  samples
        for role in chance.sample(ROLES, 2):
            people.append(
                DelegationRow(
                    exchange=exchange,
                    role=role,
                    sex=chance.choice(("women", "men")),
                    people=chance.randint(1, 12),
                )
            )
        for turn in range(chance.randint(0, 3)):
            met = chance.random() < 0.5
            promises.append(
                Commitment(
                    exchange=exchange,
                    text_es=f"Compromiso {turn + 1} {MARK_ES}",
                    text_en=f"Commitment {turn + 1} {MARK_EN}",
                    state=CommitmentState.MET if met else CommitmentState.OPEN,
                    decided_on=exchange.publish_from if met else None,
                    public=True,
                )
            )
    DelegationRow.objects.bulk_create(people)
    Commitment.objects.bulk_create(promises)
