"""Makes twinnings for tests; texts always in both languages."""

import datetime
import uuid
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from network.choices import Role
from network.models import Organisation, Place, User
from tests.network.factories import (
    AffiliationFactory,
    PlaceFactory,
    secretariat_member,
    staff_of,
)
from twinnings.choices import Direction, Modality, TwinningStatus
from twinnings.models import Exchange, ExchangePhoto, Twinning
from twinnings.services import exchanges, review, statuses, writing
from twinnings.services.parties import PartyTold, put_parties

DAYS_AGO = 40


class CityFactory(PlaceFactory):
    """A city of the United States that nobody runs an account for."""

    key = factory.Sequence(lambda n: f"us-ciudad-{n}")
    name_es = factory.Sequence(lambda n: f"Ciudad {n}")
    name_en = factory.Sequence(lambda n: f"City {n}")
    country = "US"


def days_ago(days: int) -> datetime.date:
    """A day so long ago."""
    return timezone.localdate() - datetime.timedelta(days=days)


def coordinator_of(organisation: Organisation, **person: Any) -> User:
    """Whoever coordinates there."""
    return staff_of(organisation, Role.COORDINATES, **person)


def reviewed_town(**values: Any) -> tuple[Organisation, User, User]:
    """A municipality, its coordination, and who reviews for its association."""
    affiliation = AffiliationFactory(**values)
    town = affiliation.municipality
    reviewer = staff_of(affiliation.association, Role.REVIEWS)
    return town, coordinator_of(town), reviewer


class TwinningFactory(DjangoModelFactory):
    """A draft between the owner's municipality and a city."""

    class Meta:
        model = Twinning
        skip_postgeneration_save = True

    client_uuid = factory.LazyFunction(uuid.uuid4)
    owner = factory.LazyFunction(lambda: reviewed_town()[0])
    problem_es = "Jóvenes fuera de la escuela"
    problem_en = "Young people out of school"
    objective_es = "Aprender de su trabajo con jóvenes."
    objective_en = "To learn from their work with young people."
    started = datetime.date(2012, 1, 1)
    status = TwinningStatus.ACTIVE

    @factory.post_generation
    def parties_told(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Its parties: the owner and a city, unless others are given."""
        if create:
            told = extracted or [
                PartyTold(organisation=self.owner),
                PartyTold(place=CityFactory()),
            ]
            put_parties(self, told, sure=("pair",))


class ExchangeFactory(DjangoModelFactory):
    """A draft of a visit that is over, with all that a report needs."""

    class Meta:
        model = Exchange
        skip_postgeneration_save = True

    client_uuid = factory.LazyFunction(uuid.uuid4)
    twinning = factory.SubFactory(TwinningFactory)
    owner = factory.SelfAttribute("twinning.owner")
    title_es = factory.Sequence(lambda n: f"Visita {n} a la policía comunitaria")
    title_en = factory.Sequence(lambda n: f"Visit {n} to the community police")
    what_happened_es = "Se conoció el trabajo con jóvenes."
    what_happened_en = "The work with young people was seen."
    modality = Modality.VISIT
    direction = Direction.OUTGOING
    status = "held"
    started = factory.LazyFunction(lambda: days_ago(DAYS_AGO))


class PhotoFactory(DjangoModelFactory):
    """A photo in which nobody is recognised."""

    class Meta:
        model = ExchangePhoto

    exchange = factory.SubFactory(ExchangeFactory)
    file = "twinnings/foto.jpg"
    content_type = "image/jpeg"
    size = 1_000
    width = 800
    height = 600
    sha256 = factory.Sequence(lambda n: f"{n:064x}")
    alt_text_es = "El patio"
    alt_text_en = "The yard"
    people_shown = "nobody"
    public = True


def published(record: Any) -> Any:
    """The record, sent and approved by the secretariat."""
    sender = coordinator_of(record.owner)
    review.submit(record=record, by=sender)
    done = review.approve(record=record, by=secretariat_member())
    done.refresh_from_db()
    return done


def published_exchange(**values: Any) -> Exchange:
    """A public exchange of a public twinning."""
    exchange = ExchangeFactory(**values)
    if not exchange.twinning.is_public:
        published(exchange.twinning)
    return published(exchange)


def proposed(owner: Organisation, by: User, *others: Place, **values: Any) -> Twinning:
    """A twinning proposed by its verb."""
    told = [PartyTold(organisation=owner), *(PartyTold(place=each) for each in others)]
    made, _new = writing.propose_twinning(
        owner=owner,
        by=by,
        parties=told,
        values={"problem_es": "Jóvenes", "problem_en": "Young people", **values},
        client_uuid=uuid.uuid4(),
    )
    return made


KNOWN = statuses.When(datetime.date(2012, 3, 1), "month")
VISIT = {
    "title_es": "Visita",
    "title_en": "Visit",
    "modality": Modality.VISIT,
    "direction": Direction.OUTGOING,
}


def opened(twinning: Twinning, by: User, **values: Any) -> Exchange:
    """An exchange opened by its verb."""
    made, _new = exchanges.open_exchange(
        twinning=twinning,
        owner=values.pop("owner", twinning.owner),
        by=by,
        values={**VISIT, **values},
        client_uuid=uuid.uuid4(),
    )
    return made
