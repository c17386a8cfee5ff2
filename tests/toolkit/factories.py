"""Makes records of the toolkit for tests; texts always in both languages."""

import datetime
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from network.choices import Role
from network.models import Organisation, User
from tests.network.factories import AffiliationFactory, staff_of
from toolkit.choices import InstrumentType
from toolkit.models import (
    Article,
    Audience,
    BodyMember,
    CountryBody,
    Instrument,
    InstrumentChange,
    Meeting,
    ModelDocument,
    MunicipalPolicy,
    Part,
    Phase,
    PreventionBody,
    Publication,
    Step,
    StepNorm,
)


def days_ago(days: int) -> datetime.date:
    """A day so long ago."""
    return timezone.localdate() - datetime.timedelta(days=days)


def reviewed_town(**values: Any) -> tuple[Organisation, User, User]:
    """A municipality, its clerk, and who reviews for its association."""
    affiliation = AffiliationFactory(**values)
    town = affiliation.municipality
    reviewer = staff_of(affiliation.association, Role.REVIEWS)
    return town, staff_of(town, Role.RECORDS), reviewer


class Titled(DjangoModelFactory):
    """Whatever has a key, an address name and a title."""

    class Meta:
        abstract = True

    slug = factory.SelfAttribute("key")
    position = factory.Sequence(lambda n: n + 100)
    title_es = factory.Sequence(lambda n: f"Título {n}")
    title_en = factory.Sequence(lambda n: f"Title {n}")
    intro_es = "Introducción"
    intro_en = "Introduction"


class PartFactory(Titled):
    """A part of the guide."""

    class Meta:
        model = Part

    key = factory.Sequence(lambda n: f"part-{n}")


class PhaseFactory(Titled):
    """A phase in a part of its own."""

    class Meta:
        model = Phase

    key = factory.Sequence(lambda n: f"phase-{n}")
    part = factory.SubFactory(PartFactory)


class StepFactory(Titled):
    """A step in a phase of its own."""

    class Meta:
        model = Step
        exclude = ("intro_es", "intro_en")

    key = factory.Sequence(lambda n: f"step-{n}")
    phase = factory.SubFactory(PhaseFactory)
    why_es, why_en = "Por qué", "Why"
    who_es, who_en = "Quién", "Who"
    how_es, how_en = "Uno\nDos", "One\nTwo"
    done_es, done_en = "Hecho", "Done"
    evidence_es, evidence_en = "Acta", "Minutes"
    questions_es, questions_en = "¿Sí?", "Yes?"
    missing_es, missing_en = "Falta", "Missing"
    reviewed_on = factory.LazyFunction(timezone.localdate)
    reviewed_by_es, reviewed_by_en = "Secretaría", "Secretariat"


class InstrumentFactory(DjangoModelFactory):
    """An act of El Salvador."""

    class Meta:
        model = Instrument

    key = factory.Sequence(lambda n: f"sv-norma-{n}")
    slug = factory.SelfAttribute("key")
    country = "SV"
    type = InstrumentType.ACT
    title_es = factory.Sequence(lambda n: f"Ley {n}")
    title_en = factory.Sequence(lambda n: f"Act {n}")
    body_es = "Asamblea"
    body_en = "Assembly"
    status = "in_force"
    adopted = datetime.date(2001, 5, 1)
    published = datetime.date(2001, 5, 20)


class BodyFactory(DjangoModelFactory):
    """The body of a municipality."""

    class Meta:
        model = PreventionBody

    name = "Comité municipal"


class SeatFactory(DjangoModelFactory):
    """A seat of a body."""

    class Meta:
        model = BodyMember

    sector = "police"
    institution = factory.Sequence(lambda n: f"Institución {n}")
    office = "Jefatura"
    joined_on = factory.LazyFunction(lambda: days_ago(400))


class MeetingFactory(DjangoModelFactory):
    """A meeting held ten days ago."""

    class Meta:
        model = Meeting

    number = factory.Sequence(lambda n: n + 1)
    held_on = factory.LazyFunction(lambda: days_ago(10))
    state = "held"


def one_of_each(town: Organisation) -> None:
    """One record of each that the secretariat keeps, with its rows; once."""
    if Audience.objects.filter(key="a").exists():
        return
    step, older, newer = StepFactory(), InstrumentFactory(), InstrumentFactory()
    told = {"title_es": "Título", "title_en": "Title"}
    Article.objects.create(instrument=newer, number="1", summary_es="Dice")
    InstrumentChange.objects.create(by=newer, of=older, kind="amends")
    StepNorm.objects.create(step=step, country="SV", instrument=newer, note_es="Sí")
    Audience.objects.create(key="a", slug="a", position=1, intro_es="x", **told)
    CountryBody.objects.create(country="SV", name="Comité", members_es="Policía")
    ModelDocument.objects.create(
        key="d", slug="d", position=1, description_es="x", body_es="# Acta", **told
    )
    Publication.objects.create(
        key="p", slug="p", position=1, publisher="ICMA", description_es="x", **told
    )
    MunicipalPolicy.objects.create(key="m", owner=town, **told)
