"""Makes records of the experiences for tests; texts always in both languages."""

import datetime
import uuid
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from experiences.models import Experience, ExperienceOutcome, ExperiencePhoto, Voice
from experiences.models.experiences import SECTION_TEXTS
from experiences.services import review
from experiences.services.completeness import SHORT_TEXTS, is_full
from network.choices import PeopleShown, PreventionLevel, ReviewState
from tests.network.factories import MunicipalityFactory, editor_of_the_portal

SHORT = {SECTION_TEXTS[section]: f"Texto de {section}." for section in SHORT_TEXTS}
FULL = {name: f"Texto de {name}." for name in SECTION_TEXTS.values()}


def in_both(texts: dict[str, str]) -> dict[str, str]:
    """The texts for the columns of both languages."""
    english = {f"{name}_en": f"Text of {name}." for name in texts}
    return {f"{name}_es": text for name, text in texts.items()} | english


class ExperienceFactory(DjangoModelFactory):
    """A draft that says all that a short record needs."""

    class Meta:
        model = Experience
        skip_postgeneration_save = True

    client_uuid = factory.LazyFunction(uuid.uuid4)
    owner = factory.SubFactory(MunicipalityFactory)
    country = factory.SelfAttribute("owner.country")
    title_es = factory.Sequence(lambda n: f"Jóvenes que cuidan el parque {n}")
    title_en = factory.Sequence(lambda n: f"Young people who look after the park {n}")
    started = datetime.date(2011, 1, 1)
    prevention_level = PreventionLevel.PRIMARY
    systematised_on = datetime.date(2024, 5, 1)

    @factory.post_generation
    def told(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Its texts, those of a short record unless others are given."""
        if not create:
            return
        for name, text in in_both(SHORT if extracted is None else extracted).items():
            setattr(self, name, text)
        self.save()
        if self.owner.place_id:
            self.places.add(self.owner.place_id)


class SentExperienceFactory(ExperienceFactory):
    """Sent to the editors."""

    review_state = ReviewState.SUBMITTED
    submitted_at = factory.LazyFunction(timezone.now)


class OutcomeFactory(DjangoModelFactory):
    """An outcome that nobody evaluated."""

    class Meta:
        model = ExperienceOutcome

    experience = factory.SubFactory(ExperienceFactory)
    text_es = "Más jóvenes usan el parque"
    text_en = "More young people use the park"


class VoiceFactory(DjangoModelFactory):
    """What a neighbour tells, with consent."""

    class Meta:
        model = Voice

    experience = factory.SubFactory(ExperienceFactory)
    role = "neighbour"
    text_es = "Antes nadie venía."
    text_en = "Nobody came before."
    consented = True
    consent_until = factory.LazyFunction(
        lambda: timezone.localdate() + datetime.timedelta(days=365)
    )


class PhotoFactory(DjangoModelFactory):
    """A photo in which nobody is recognised."""

    class Meta:
        model = ExperiencePhoto

    experience = factory.SubFactory(ExperienceFactory)
    file = "experiences/foto.jpg"
    content_type = "image/jpeg"
    size = 1_000
    width = 800
    height = 600
    sha256 = factory.Sequence(lambda n: f"{n:064x}")
    alt_text_es = "El parque"
    alt_text_en = "The park"
    people_shown = PeopleShown.NOBODY
    public = True


def published(**values: Any) -> Experience:
    """An experience that an editor published."""
    sent = SentExperienceFactory(**values)
    if is_full(sent):
        OutcomeFactory(experience=sent)
    return review.publish_experience(experience=sent, by=editor_of_the_portal())
