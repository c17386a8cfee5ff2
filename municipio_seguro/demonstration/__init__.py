"""A fictitious municipality with all that its screens show; development only.

Nothing of it is a result of any real municipality: the town does not exist, says so in
its name, and its assessments are marked and never enter a median.
"""

import datetime
import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from municipio_seguro.choices import (
    FICTITIOUS_KEY,
    AssessmentState,
    SessionSetting,
    Visibility,
    Voice,
)
from municipio_seguro.demonstration.plan import follow, keep_register
from municipio_seguro.models import (
    Answer,
    AnswerEvidence,
    Assessment,
    Consultation,
    Response,
)
from municipio_seguro.services import (
    answering,
    consultations,
    lifecycle,
    opening,
    publishing,
    voices,
    weaknesses,
)
from municipio_seguro.services.x_ray import citizens_of, given_of
from network.choices import OrganisationKind, PlaceLevelKind, Role
from network.models import (
    Affiliation,
    Appointment,
    Organisation,
    Place,
    PlaceLevel,
    User,
)

KEY = FICTITIOUS_KEY
NAME = {"name_es": "Villa Ejemplo (ficticia)", "name_en": "Villa Ejemplo (fictitious)"}
ASSOCIATION = "comures"
ROLES = ((Role.COORDINATES, "Coordinación"), (Role.RECORDS, "Técnica"),
         (Role.MAYOR, "Alcaldía"), (Role.FACILITATES, "Facilitación"))  # fmt: skip
YEAR = datetime.timedelta(days=365)
# How far up each dimension is, the first time and a year later.
LEVELS = {
    "PAR": ((2, 1, 1, 2, 1, 1, 1), (2, 2, 1, 2, 1, 2, 2)),
    "INS": ((2, 1, 2, 1, 1, 2), (2, 2, 2, 1, 2, 2)),
    "EVA": ((1, 1, 0, 1, 1, 0), (2, 1, 1, 2, 2, 1)),
    "PRE": ((2, 1, 1, 1, 1, 1), (2, 2, 1, 1, 2, 1)),
    "ESP": ((1, 2, 1, 1, 1, 0, 0, 1), (2, 2, 2, 1, 1, 1, 1, 1)),
    "GRD": ((2, 1, 1, 2, 1, 2, 1), (2, 2, 1, 2, 2, 2, 1)),
    "CON": ((0, 0, 0, 1, 1, 0), (1, 1, 0, 2, 1, 1)),
    "FIN": ((1, 0, 1, 0, 0, 1, 1), (1, 1, 2, 1, 1, 1, 1)),
}
# How many of each voice; children speak in a group.
HEARD = {
    Voice.WOMEN: 42,
    Voice.MEN: 31,
    Voice.YOUTH: 24,
    Voice.BUSINESS: 12,
    Voice.CIVIL_SOCIETY: 7,
}
REPLY = {
    "text_es": "Ejemplo de respuesta: la alcaldía revisará el alumbrado con los comités.",
    "text_en": "Sample reply: the mayor's office will review the lighting with committees.",
}


@transaction.atomic
def make_demonstration() -> Organisation | None:
    """Make the fictitious municipality with its two assessments, once.

    None when it is there already. Called in the development profile only.
    """
    if Organisation.objects.filter(key=KEY).exists():
        return None
    town = _town()
    people = {role: _person(town, role, post) for role, post in ROLES}
    reviewer = _reviewer()
    register = keep_register(town, people)
    first = _assessment(town, people, reviewer, turn=0)
    _a_year_ago(first)
    follow(register, people)
    _assessment(town, people, reviewer, turn=1)
    return town


def _town() -> Organisation:
    place = Place.objects.create(key=KEY, slug=KEY, country="SV", **NAME)
    PlaceLevel.objects.create(place=place, level=PlaceLevelKind.MUNICIPALITY)
    town = Organisation.objects.create(
        kind=OrganisationKind.MUNICIPALITY,
        key=KEY,
        slug=KEY,
        country="SV",
        place=place,
        description_es="Municipio inventado para mostrar el portal: nada de él es real.",
        description_en="A municipality made up to show the portal: nothing of it is real.",
        # Shown by its assessments alone: no list or figure of the network has it.
        shown=False,
        **NAME,
    )
    association = Organisation.objects.filter(key=ASSOCIATION).first()
    if association is not None:
        Affiliation.objects.create(
            municipality=town, association=association, reviews=True
        )
    return town


def _person(town: Organisation, role: Role, post: str) -> User:
    person = User.objects.create_user(
        f"ficticia-{role.value}@demo.example",
        name=f"{post} de Villa Ejemplo (ficticia)",
    )
    _appoint(person, town, role, post)
    return person


def _appoint(person: User, town: Organisation, role: Role, post: str) -> None:
    Appointment.objects.create(
        person=person,
        organisation=town,
        role=role,
        position=post,
        valid_from=timezone.localdate() - 2 * YEAR,
        approved_at=timezone.now(),
    )


def _reviewer() -> User:
    """Whoever publishes: the secretariat of the demonstration."""
    held = Appointment.objects.in_force().filter(role=Role.SECRETARIAT)
    return held.select_related("person").order_by("pk")[0].person


def _assessment(
    town: Organisation, people: dict[Role, User], reviewer: User, *, turn: int
) -> Assessment:
    lead, clerk, mayor, facilitator = (people[role] for role, _post in ROLES)
    made, _new = opening.open_assessment(
        municipality=town, by=lead, client_uuid=uuid.uuid4()
    )
    _answer(made, clerk, turn)
    running = _consult(made, lead, facilitator, turn)
    waiting = consultations.close_consultation(assessment=running.assessment, by=lead)
    given = given_of(list(waiting.answers.all()))
    for code, each in citizens_of(waiting, given).items():
        if each.reply_required:
            lifecycle.reply_to_gap(
                assessment=waiting, by=mayor, dimension=code, **REPLY
            )
    weaknesses.propose_weaknesses(assessment=waiting)
    ready = lifecycle.validate(assessment=waiting, by=mayor)
    return publishing.publish(assessment=ready, by=reviewer)


def _answer(made: Assessment, clerk: User, turn: int) -> None:
    """Levels with evidence enough; figures that reach them."""
    made.answers.all().delete()
    for each in made.instrument.instrument.dimensions:
        for indicator, level in zip(
            each.indicators, LEVELS[each.code][turn], strict=True
        ):
            said: dict[str, Any] = {"level": level}
            if indicator.numeric is not None:
                steps = (indicator.numeric.minimum, *indicator.numeric.thresholds)
                said = {"figure": str(steps[level])}
            row = answering.save_answer(
                assessment=made,
                by=clerk,
                code=indicator.code,
                version=None,
                said=answering.Said(**said),
            )
            _prove(row, clerk)


def _prove(row: Answer, clerk: User) -> None:
    AnswerEvidence.objects.create(
        answer=row,
        title_es="Documento de ejemplo",
        title_en="Sample document",
        type="report",
        strength=2,
        dated=timezone.localdate() - datetime.timedelta(days=60),
        address="https://demo.example/documento",
        visibility=Visibility.NETWORK,
        added_by=clerk,
    )


def _consult(
    made: Assessment, lead: User, facilitator: User, turn: int
) -> Consultation:
    today = timezone.localdate()
    running = consultations.open_consultation(
        assessment=made,
        by=lead,
        opens_on=today,
        closes_on=today + datetime.timedelta(days=20),
        texts={
            "consent_es": "Ejemplo: nadie sabrá quién respondió.",
            "consent_en": "Sample: nobody will know who answered.",
            "contact_es": "Oficina de ejemplo",
            "contact_en": "Sample office",
        },
    )
    _speak(running, turn)
    _sit_together(running, facilitator, today)
    gone = datetime.timedelta(days=15)
    Consultation.objects.filter(pk=running.pk).update(
        opens_on=running.opens_on - gone, closes_on=running.closes_on - gone
    )
    running.refresh_from_db()
    return running


def _speak(running: Consultation, turn: int) -> None:
    """What each voice answered; one of them too few to be shown."""
    instrument = running.assessment.instrument.instrument
    for voice, many in HEARD.items():
        asked = instrument.asked_of(voice)
        Response.objects.bulk_create(
            Response(
                consultation=running,
                voice=voice,
                answers={c: (n + i + turn) % 3 for i, c in enumerate(asked)},
                alike=uuid.uuid4().hex,
                minute=timezone.now(),
            )
            for n in range(many)
        )


def _sit_together(
    running: Consultation, facilitator: User, today: datetime.date
) -> None:
    """A group of children, as hands."""
    asked = running.assessment.instrument.instrument.asked_of(Voice.CHILDREN)
    hands = {"level_0": 3, "level_1": 6, "level_2": 4, "level_3": 1, "dont_know": 0}
    voices.tally_session(
        consultation=running,
        by=facilitator,
        voice=Voice.CHILDREN,
        setting=SessionSetting.SCHOOL,
        held_on=today,
        present=sum(hands.values()),
        tallies=dict.fromkeys(asked, hands),
        client_uuid=uuid.uuid4(),
    )


def _a_year_ago(first: Assessment) -> None:
    """As if the first had been a year before; its snapshot keeps the day it was made."""
    rows = Assessment.objects.filter(pk=first.pk, state=AssessmentState.PUBLISHED)
    rows.update(
        published_at=timezone.now() - YEAR,
        validated_at=timezone.now() - YEAR,
        created_at=timezone.now() - YEAR,
        expires_on=timezone.localdate() + YEAR,
        slug=f"{KEY}-{timezone.localdate().year - 1}",
    )
