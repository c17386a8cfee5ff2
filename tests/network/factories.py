"""Makes records of the network for tests; texts always in both languages."""

import datetime
import uuid
from typing import Any

import factory
from allauth.account.models import EmailAddress
from django.utils import timezone
from factory.django import DjangoModelFactory

from amuprev.foundation.models import GlossaryTerm
from network.choices import (
    ActivityStatus,
    OrganisationKind,
    PlaceLevelKind,
    PreventionLevel,
    ReviewState,
    Role,
)
from network.models import (
    Activity,
    ActivityKind,
    Affiliation,
    Appointment,
    HelpLine,
    Organisation,
    Place,
    PlaceLevel,
    PopulationGroup,
    Setting,
    Theme,
    User,
)
from network.services.listing import index_words, keep_in_step, relist

PASSWORD = "una frase larga y tranquila"
LONG_AGO = datetime.date(2015, 1, 1)


class UserFactory(DjangoModelFactory):
    """An active person with a confirmed address and PASSWORD."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"persona{n}@ejemplo.test")
    name = factory.Sequence(lambda n: f"Persona {n}")
    language = "es"

    @classmethod
    def _create(cls, model_class: type, *args: Any, **kwargs: Any) -> User:
        kwargs.setdefault("password", PASSWORD)
        return model_class.objects.create_user(*args, **kwargs)

    @factory.post_generation
    def confirmed(self, create: bool, extracted: bool | None, **kwargs: Any) -> None:
        if create and extracted is not False:
            EmailAddress.objects.create(
                user=self, email=self.email, verified=True, primary=True
            )


class PlaceFactory(DjangoModelFactory):
    """A municipality's territory in El Salvador, with its level."""

    class Meta:
        model = Place
        skip_postgeneration_save = True

    key = factory.Sequence(lambda n: f"sv-lugar-{n}")
    slug = factory.SelfAttribute("key")
    name_es = factory.Sequence(lambda n: f"Lugar {n}")
    name_en = factory.Sequence(lambda n: f"Place {n}")
    country = "SV"
    latitude = "13.67600"
    longitude = "-89.28900"

    @factory.post_generation
    def level(self, create: bool, extracted: str | None, **kwargs: Any) -> None:
        if create:
            PlaceLevel.objects.create(
                place=self, level=extracted or PlaceLevelKind.MUNICIPALITY
            )


class OrganisationFactory(DjangoModelFactory):
    """A partner institution, unless told otherwise."""

    class Meta:
        model = Organisation

    kind = OrganisationKind.PARTNER
    key = factory.Sequence(lambda n: f"organizacion-{n}")
    slug = factory.SelfAttribute("key")
    name_es = factory.Sequence(lambda n: f"Organización {n}")
    name_en = factory.Sequence(lambda n: f"Organisation {n}")
    country = "SV"


class MunicipalityFactory(OrganisationFactory):
    """A town hall with its territory."""

    kind = OrganisationKind.MUNICIPALITY
    key = factory.Sequence(lambda n: f"sv-municipio-{n}")
    name_es = factory.Sequence(lambda n: f"Municipio {n}")
    name_en = factory.Sequence(lambda n: f"Municipality {n}")
    place = factory.SubFactory(
        PlaceFactory,
        key=factory.SelfAttribute("..key"),
        name_es=factory.SelfAttribute("..name_es"),
        name_en=factory.SelfAttribute("..name_en"),
        country=factory.SelfAttribute("..country"),
    )


class AssociationFactory(OrganisationFactory):
    """An association of municipalities."""

    kind = OrganisationKind.ASSOCIATION
    key = factory.Sequence(lambda n: f"asociacion-{n}")
    acronym = factory.Sequence(lambda n: f"ASO{n}")
    name_es = factory.Sequence(lambda n: f"Asociación {n}")
    name_en = factory.Sequence(lambda n: f"Association {n}")


class NetworkFactory(OrganisationFactory):
    """The network itself; one only."""

    class Meta:
        model = Organisation
        django_get_or_create = ("key",)

    kind = OrganisationKind.NETWORK
    key = "red-amuprev"
    acronym = "RED-AMUPREV"
    name_es = "Red de asociaciones de municipios"
    name_en = "Network of associations of municipalities"
    country = ""


class AffiliationFactory(DjangoModelFactory):
    """A municipality in the association that reviews its activities."""

    class Meta:
        model = Affiliation
        skip_postgeneration_save = True

    municipality = factory.SubFactory(MunicipalityFactory)
    association = factory.SubFactory(AssociationFactory)
    reviews = True
    valid_from = LONG_AGO

    @factory.post_generation
    def listed(self, create: bool, extracted: bool | None, **kwargs: Any) -> None:
        if create and extracted is not False:
            keep_in_step(self)


class AppointmentFactory(DjangoModelFactory):
    """An approved appointment in force."""

    class Meta:
        model = Appointment

    person = factory.SubFactory(UserFactory)
    organisation = factory.SubFactory(MunicipalityFactory)
    role = Role.RECORDS
    valid_from = LONG_AGO
    approved_at = factory.LazyFunction(timezone.now)


class ActivityKindFactory(DjangoModelFactory):
    """A kind of activity offered in forms."""

    class Meta:
        model = ActivityKind

    key = factory.Sequence(lambda n: f"clase-{n}")
    name_es = factory.Sequence(lambda n: f"Taller {n}")
    name_en = factory.Sequence(lambda n: f"Workshop {n}")
    prevention_level = PreventionLevel.PRIMARY
    quick = True


class ThemeFactory(DjangoModelFactory):
    """A theme."""

    class Meta:
        model = Theme

    key = factory.Sequence(lambda n: f"tema-{n}")
    name_es = factory.Sequence(lambda n: f"Tema {n}")
    name_en = factory.Sequence(lambda n: f"Theme {n}")


class PopulationGroupFactory(DjangoModelFactory):
    """A population group, not sensitive unless told."""

    class Meta:
        model = PopulationGroup

    key = factory.Sequence(lambda n: f"grupo-{n}")
    name_es = factory.Sequence(lambda n: f"Grupo {n}")
    name_en = factory.Sequence(lambda n: f"Group {n}")


class SettingFactory(DjangoModelFactory):
    """Where an activity is done."""

    class Meta:
        model = Setting

    key = factory.Sequence(lambda n: f"entorno-{n}")
    name_es = factory.Sequence(lambda n: f"Entorno {n}")
    name_en = factory.Sequence(lambda n: f"Setting {n}")


class ActivityFactory(DjangoModelFactory):
    """A draft in both languages, done a month ago."""

    class Meta:
        model = Activity
        skip_postgeneration_save = True

    client_uuid = factory.LazyFunction(uuid.uuid4)
    owner = factory.SubFactory(MunicipalityFactory)
    country = factory.SelfAttribute("owner.country")
    kind = factory.SubFactory(ActivityKindFactory)
    title_es = factory.Sequence(lambda n: f"Taller en la colonia {n}")
    title_en = factory.Sequence(lambda n: f"Workshop in neighbourhood {n}")
    what_happened_es = "Jóvenes y policías conversaron en la casa comunal."
    what_happened_en = "Young people and police talked in the community house."
    place_name = "Colonia Quezaltepec"
    prevention_level = PreventionLevel.PRIMARY
    status = ActivityStatus.CLOSED
    started = factory.LazyFunction(
        lambda: timezone.localdate() - datetime.timedelta(days=30)
    )

    @factory.post_generation
    def worded(self, create: bool, extracted: bool | None, **kwargs: Any) -> None:
        """Found by its words, as one that was written down is."""
        if create and extracted is not False:
            index_words([self.pk])


class ApprovedActivityFactory(ActivityFactory):
    """Approved, over, past its delay: public."""

    review_state = ReviewState.APPROVED
    submitted_at = factory.LazyFunction(timezone.now)
    reviewed_at = factory.LazyFunction(timezone.now)
    publish_from = factory.LazyFunction(
        lambda: timezone.localdate() - datetime.timedelta(days=20)
    )

    @factory.post_generation
    def listed(self, create: bool, extracted: bool | None, **kwargs: Any) -> None:
        """Listed as an approval would; see `listed_as_written` for later changes."""
        if create and extracted is not False:
            relist([self.pk])


class GlossaryTermFactory(DjangoModelFactory):
    """A term of the glossary, found as its screen would have it found."""

    class Meta:
        model = GlossaryTerm
        skip_postgeneration_save = True

    key = factory.Sequence(lambda n: f"termino-{n}")
    slug = factory.SelfAttribute("key")
    name_es = factory.Sequence(lambda n: f"Término {n}")
    name_en = factory.Sequence(lambda n: f"Term {n}")
    definition_es = "Lo que aquí significa."
    definition_en = "What it means here."

    @factory.post_generation
    def found(self, create: bool, extracted: bool | None, **kwargs: Any) -> None:
        if create and extracted is not False:
            keep_in_step(self)


class HelpLineFactory(DjangoModelFactory):
    """A help line of El Salvador, read today on an official page."""

    class Meta:
        model = HelpLine

    key = factory.Sequence(lambda n: f"linea-{n}")
    country = "SV"
    number = factory.Sequence(lambda n: f"{100 + n}")
    who_es = "Instituto de la mujer"
    who_en = "Institute of women"
    source = "https://instituto.gob.example/lineas"
    checked = factory.LazyFunction(timezone.localdate)


def staff_of(
    organisation: Organisation, role: str = Role.RECORDS, **person: Any
) -> User:
    """A person with an approved appointment in force; their standing is not read yet."""
    return AppointmentFactory(
        organisation=organisation, role=role, person=UserFactory(**person)
    ).person


def secretariat_member(**person: Any) -> User:
    """Someone of the network's secretariat."""
    return staff_of(NetworkFactory(), Role.SECRETARIAT, **person)


def editor_of_the_portal(**person: Any) -> User:
    """Someone who edits the public pages and nothing else."""
    return staff_of(NetworkFactory(), Role.EDITS, **person)


def reviewed_municipality(association: Organisation | None = None) -> Organisation:
    """A municipality whose activities an association reviews."""
    affiliation = AffiliationFactory(association=association or AssociationFactory())
    return affiliation.municipality
