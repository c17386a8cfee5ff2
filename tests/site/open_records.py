"""At least one record of every open table."""

import datetime

from django.utils import timezone

from amuprev.foundation.models import GlossaryCountryName, GlossaryTerm
from amuprev.site.models import HomePage
from network.models import (
    ActivityCount,
    ActivityPartner,
    Agreement,
    Assembly,
    Milestone,
    NetworkMembership,
    PlaceName,
    PlaceParent,
    PlacePopulation,
    Question,
    SecretariatTerm,
    StrategicPlan,
)
from tests.experiences.factories import OutcomeFactory, published
from tests.experiences.film_factories import published_film
from tests.network.factories import (
    AffiliationFactory,
    ApprovedActivityFactory,
    OrganisationFactory,
    PlaceFactory,
    PopulationGroupFactory,
    SettingFactory,
    ThemeFactory,
)
from tests.public_pages import plant_pages
from tests.site.pages import a_bulletin, a_news, an_event
from tests.toolkit.factories import InstrumentFactory
from tests.twinnings.factories import ExchangeFactory, TwinningFactory
from tests.twinnings.factories import published as public_record
from toolkit.models import InstrumentChange, MunicipalPolicy

DAY = datetime.date(2012, 3, 27)


def plant_everything(copies: int = 2) -> None:
    """Records of each kind, some of their fields filled and some empty."""
    if not HomePage.objects.exists():
        plant_pages()
    for number in range(copies):
        affiliation = AffiliationFactory()
        town, association = affiliation.municipality, affiliation.association
        OrganisationFactory(partner_kind="police", website="https://policia.example/")
        place, department = town.place, PlaceFactory()
        place.latitude, place.longitude = "13.67", "-89.28"
        place.save()
        source = "Censo | https://censo.example/"
        PlaceName.objects.create(place=place, kind="former", text="Antes", source="")
        PlaceParent.objects.create(place=place, parent=department, source=source)
        PlacePopulation.objects.create(
            place=place, year=2007 + number, people=121_908, source=source
        )
        NetworkMembership.objects.create(
            association=association, status="active", valid_from=DAY
        )
        _institutional(association, number)
        _activity(town)
        _experience(town, number)
        _exchange(town, number)
        _words(number)
        _norm(town, number)
        a_news(author=association if number else None)
        an_event(place_name="Plaza" if number else "")
        a_bulletin(year=2010 + number)


def _experience(town, number: int) -> None:
    filled = {
        "summary_es": "En breve.", "approach": "community", "problems": ["08"],
        "violence_types": ["community"], "inspire_strategies": ["S"],
        "cost_band": "low", "cost_year": 2014, "people_reached": 120,
        "sources": "Prensa | https://prensa.example/",
    }  # fmt: skip
    experience = published(owner=town, **({} if number else filled))
    experience.themes.add(ThemeFactory())
    experience.groups.add(PopulationGroupFactory())
    experience.settings.add(SettingFactory())
    OutcomeFactory(experience=experience, evidence="monitoring")
    Question.objects.create(
        association=town.affiliations.get().association, about=town, kind="experience",
        key=str(experience.pk), state="answered", decided_at=timezone.now(),
        public=True, published_at=timezone.now(),
        public_question_es="¿Cómo empezó?", public_answer_es="Con una asamblea.",
        public_answer_en=None if number else "With an assembly.",
    )  # fmt: skip
    published_film(**({} if number else {"experience": experience}))


def _exchange(town, number: int) -> None:
    filled = {
        "cost": "120.50", "currency": "USD", "payer_es": "USAID", "in_kind_hours": 40,
        "learnt_es": "A escuchar.", "sources": "Prensa | https://prensa.example/",
    }  # fmt: skip
    exchange = ExchangeFactory(
        twinning=TwinningFactory(owner=town), **({} if number else filled)
    )
    exchange.themes.add(ThemeFactory())
    exchange.delegation.create(role="police", sex="women", people=7)
    exchange.commitments.create(text_es="Escribir el plan", due=DAY)
    public_record(exchange.twinning)
    public_record(exchange)


def _norm(town, number: int) -> None:
    filled = {"number": "Decreto 1", "address": "https://ley.example/", "checked_on": DAY,
              "checked_by": "Secretaría", "relevance_es": "Sirve."}  # fmt: skip
    norm = InstrumentFactory(**({} if number else filled))
    InstrumentChange.objects.create(by=InstrumentFactory(), of=norm, kind="amends")
    MunicipalPolicy.objects.create(
        key=f"plan-{number}", owner=town, title_es="=HOY()", from_year=2016,
        published_at=timezone.now(), address="" if number else "https://plan.example/",
    )  # fmt: skip


def _words(number: int) -> None:
    term = GlossaryTerm.objects.create(
        key=f"mesa-{number}", slug=f"mesa-{number}", name_es="Mesa local",
        name_en=None if number else "Local table", definition_es="Se reúne.",
        also_es="Comité\nConsejo",
    )  # fmt: skip
    GlossaryCountryName.objects.create(
        term=term, country="GT", name="COMUPRE", basis_es="Ley | 1"
    )


def _institutional(association, number: int) -> None:
    titles = {"title_es": "=HOY()", "title_en": None if number else "Then"}
    Assembly.objects.create(
        key=f"asamblea-{number}", association=association, started=DAY, **titles
    )
    agreement = Agreement.objects.create(
        key=f"convenio-{number}", date_precision="year", started=DAY, **titles
    )
    agreement.parties.add(association)
    Milestone.objects.create(
        key=f"hito-{number}", started=DAY, ended=DAY, date_precision="month", **titles
    )
    SecretariatTerm.objects.create(holder_es="ICMA", valid_to=DAY)
    StrategicPlan.objects.create(association=association, from_year=2014, **titles)


def _activity(town) -> None:
    activity = ApprovedActivityFactory(
        owner=town,
        setting=SettingFactory(),
        status=4,
        approach="community",
        counting_method="list",
        sources="Prensa | https://prensa.example/\nActa",
    )
    activity.themes.add(ThemeFactory())
    activity.groups.add(PopulationGroupFactory())
    activity.places.add(town.place)
    ActivityPartner.objects.create(activity=activity, kind="police", name="Policía")
    for sex, people, hidden in (("women", 12, False), ("men", 3, True)):
        ActivityCount.objects.create(
            activity=activity, sex=sex, people=people, hidden=hidden
        )
