"""Makes assessments for tests, by their verbs where they are few; both languages."""

import datetime
import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone

from municipio_seguro import content
from municipio_seguro.choices import (
    AssessmentState,
    FundingSource,
    MeasureType,
    Visibility,
    Voice,
)
from municipio_seguro.models import (
    Answer,
    AnswerEvidence,
    Assessment,
    Consultation,
    InstrumentVersion,
    Measure,
    Response,
    Risk,
    Threat,
)
from municipio_seguro.models.instruments import digest_of
from municipio_seguro.services import (
    consultations,
    lifecycle,
    measures,
    opening,
    publishing,
    risks,
)
from municipio_seguro.services.measures import Share
from municipio_seguro.services.moving import answers_hash
from network.choices import Role
from network.models import Organisation, User
from tests.municipio_seguro.examples import complete
from tests.network.factories import AffiliationFactory, staff_of

__all__ = ["publishing"]
TEXTS = {
    "consent_es": "Nadie sabrá quién respondió.",
    "consent_en": "Nobody will know who answered.",
    "contact_es": "Oficina de la niñez",
    "contact_en": "Office for children",
}
# Levels and evidence with which nothing blocks.
PROOF = 2


@dataclass
class Town:
    """A municipality with whoever acts in its assessments."""

    organisation: Organisation
    association: Organisation
    lead: User
    clerk: User
    clerk2: User
    mayor: User
    reviewer: User


def a_town(**values: Any) -> Town:
    """A municipality that an association reviews, with its people."""
    affiliation = AffiliationFactory(**values)
    town = affiliation.municipality
    return Town(
        town,
        affiliation.association,
        staff_of(town, Role.COORDINATES),
        staff_of(town),
        staff_of(town),
        staff_of(town, Role.MAYOR),
        staff_of(affiliation.association, Role.REVIEWS),
    )


def the_instrument() -> InstrumentVersion:
    """The instrument of the initial content, in use; read once for all tests."""
    text = content.CURRENT.read_text(encoding="utf-8")
    found, _new = InstrumentVersion.objects.get_or_create(
        number="1.0.0",
        defaults={
            "source": text,
            "digest": digest_of(text),
            "state": "active",
            "activated_at": timezone.now(),
        },
    )
    return found


def opened(town: Town, **values: Any) -> Assessment:
    """A draft without answers."""
    the_instrument()
    made, _new = opening.open_assessment(
        municipality=town.organisation,
        by=values.pop("by", town.lead),
        client_uuid=values.pop("client_uuid", uuid.uuid4()),
        **values,
    )
    return made


def answer_all(
    assessment: Assessment, by: User, levels: dict[str, int] | None = None
) -> Assessment:
    """Answers, with dated and filed evidence, written at once."""
    asked = assessment.instrument.instrument.indicators
    rows = Answer.objects.bulk_create(
        Answer(
            assessment=assessment,
            code=code,
            revision=asked[code].revision,
            level=level,
            answered_by=by,
            answered_at=timezone.now(),
        )
        for code, level in (levels or complete()).items()
        if code in assessment.codes
    )
    AnswerEvidence.objects.bulk_create(
        AnswerEvidence(
            answer=row,
            title_es="Acta",
            title_en="Minutes",
            type="minutes",
            strength=PROOF,
            dated=timezone.localdate(),
            address="https://ejemplo.test/acta",
        )
        for row in rows
    )
    assessment.writers.add(by)
    return assessment


def consulting(town: Town, **values: Any) -> Consultation:
    """An open consultation of a complete draft."""
    draft = answer_all(opened(town), town.clerk)
    today = timezone.localdate()
    return consultations.open_consultation(
        assessment=draft,
        by=town.lead,
        opens_on=today,
        closes_on=today + datetime.timedelta(days=values.pop("days", 30)),
        texts=TEXTS,
    )


def days_later(consultation: Consultation, days: int) -> Consultation:
    """As if it had opened so many days earlier."""
    gone = datetime.timedelta(days=days)
    Consultation.objects.filter(pk=consultation.pk).update(
        opens_on=consultation.opens_on - gone, closes_on=consultation.closes_on - gone
    )
    consultation.refresh_from_db()
    return consultation


def people(
    consultation: Consultation, voice: str, how_many: int, level: int = 1
) -> list[Response]:
    """Responses of a voice to all that it is asked, alike."""
    asked = consultation.assessment.instrument.instrument.asked_of(voice)
    return Response.objects.bulk_create(
        Response(
            consultation=consultation,
            voice=voice,
            answers=dict.fromkeys(asked, level),
            alike=f"{n:064}",
            minute=timezone.now(),
        )
        for n in range(how_many)
    )


def awaiting(town: Town, *, level: int = 1) -> Assessment:
    """One that waits for the mayor's office, with two voices heard."""
    running = consulting(town)
    for voice in (Voice.WOMEN, Voice.MEN):
        people(running, voice, 20, level)
    days_later(running, 20)
    return consultations.close_consultation(assessment=running.assessment, by=town.lead)


def validated(town: Town) -> Assessment:
    """One that waits for the network."""
    waiting = awaiting(town)
    for code in ("PAR", "INS", "PRE", "GRD", "ESP", "CON", "FIN"):
        lifecycle.reply_to_gap(
            assessment=waiting,
            by=town.mayor,
            dimension=code,
            text_es="La municipalidad lo revisará con los comités de cada barrio.",
            text_en="The municipality will review it with each committee.",
        )
    return lifecycle.validate(assessment=waiting, by=town.mayor)


def as_if_validated(assessment: Assessment, mayor: User) -> Assessment:
    """As if the mayor's office had validated its answers as they stand."""
    assessment.state = AssessmentState.VALIDATED
    assessment.validated_at, assessment.validated_by = timezone.now(), mayor
    assessment.save()
    assessment.moves.create(
        to_state=AssessmentState.VALIDATED,
        by=mayor,
        answers_hash=answers_hash(assessment),
    )
    return assessment


def as_if_published(town: Town, index: str = "40.0", **values: Any) -> Assessment:
    """A row of a published assessment, for lists and medians."""
    now = timezone.now()
    return Assessment.objects.create(
        municipality=town.organisation,
        instrument=the_instrument(),
        state=AssessmentState.PUBLISHED,
        slug=f"evaluacion-{uuid.uuid4().hex[:8]}",
        validated_at=now,
        published_at=now,
        expires_on=timezone.localdate() + datetime.timedelta(days=730),
        index=Decimal(index),
        scores={"PAR": index},
        **values,
    )


def a_threat(**values: Any) -> Threat:
    """A flood, unless told otherwise."""
    given = {
        "key": f"amenaza-{uuid.uuid4().hex[:6]}",
        "category": "natural",
        "name_es": "Inundación",
        "name_en": "Flood",
    }
    return Threat.objects.create(**{**given, **values})


def a_risk(town: Town, **values: Any) -> Risk:
    """A high risk of the register."""
    given = {
        "title_es": "Crecida del río",
        "title_en": "The river floods",
        "current_likelihood": 3,
        "current_impact": 4,
    }
    return risks.note_risk(
        municipality=town.organisation,
        by=town.clerk,
        threat=values.pop("threat", None) or a_threat(),
        values={**given, **values},
    )


def measure_values(**values: Any) -> dict[str, Any]:
    """What a measure needs."""
    today = timezone.localdate()
    return {
        "title_es": "Muro en la ribera",
        "title_en": "Wall on the bank",
        "type": MeasureType.MITIGATION,
        "approved_on": today,
        "due_on": today + datetime.timedelta(days=200),
        "responsible_office": "Obras municipales",
        "budget_amount": Decimal(1000),
        "currency": "USD",
        "fiscal_year": today.year,
        **values,
    }


UNFUNDED = (Share(FundingSource.NONE, Decimal(100)),)


def a_measure(town: Town, risk: Risk | None = None, **values: Any) -> Measure:
    """A proposed measure for a risk."""
    return measures.propose_measure(
        municipality=town.organisation,
        by=town.clerk,
        values=measure_values(responsible=town.organisation, **values),
        funding=UNFUNDED,
        risks=[risk or a_risk(town)],
    )


def public_risk(town: Town, **values: Any) -> Risk:
    """A risk that the world reads."""
    made = a_risk(town, **values)
    made.public_summary_es, made.public_summary_en = "Se inunda", "It floods"
    made.visibility = Visibility.PUBLIC
    made.save()
    return made
