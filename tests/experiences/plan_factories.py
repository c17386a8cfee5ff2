"""Makes plans that adapt an experience, in each of their states."""

import datetime
import uuid
from typing import Any

from django.db.models import F

from experiences.models import Adaptation, ExperiencePartner
from experiences.services import plans
from network.choices import Role
from network.models import Affiliation, Organisation, User
from tests.experiences.factories import OutcomeFactory, published
from tests.network.factories import reviewed_municipality, staff_of

CHANGES = {
    "changes_es": "Lo hicimos en dos canchas, porque no hay parque.",
    "changes_en": "We did it on two courts, because there is no park.",
}


def an_origin(**values: Any) -> Any:
    """A public experience with an outcome, two milestones, two partners and its cost."""
    values = {"cost_band": "low", "cost_year": 2014, **values}
    origin = published(**values)
    OutcomeFactory(experience=origin)
    for year, es, en in (
        (2011, "Se formó el comité", "The committee was formed"),
        (2012, "Se abrió el parque", "The park was opened"),
    ):
        day = datetime.date(year, 1, 1)
        origin.milestones.create(on=day, text_es=es, text_en=en)
    for kind in ("police", "school", "police"):
        ExperiencePartner.objects.create(experience=origin, kind=kind, name="Nombre")
    return origin


def a_plan(
    *, owner: Organisation | None = None, origin: Any = None, by: User | None = None
) -> Adaptation:
    """A plan of a municipality that its association reviews, just begun."""
    owner = owner or reviewed_municipality()
    made, _new = plans.start_plan(
        owner=owner,
        origin=origin or an_origin(),
        by=by or staff_of(owner),
        client_uuid=uuid.uuid4(),
    )
    return made


def write_steps(plan: Adaptation) -> Adaptation:
    """Its steps written, in the words of what was done there."""
    plan.plan_steps.update(text=F("reference"), reference="")
    return plan


def a_said_plan(**values: Any) -> Adaptation:
    """One of which the original tells."""
    plan = a_plan(**values)
    return plans.say_adapted(plan=plan, by=staff_of(plan.owner, Role.COORDINATES))


def a_sent_plan(**values: Any) -> Adaptation:
    """One whose changes wait for the association."""
    plan = a_said_plan(**values)
    writer = staff_of(plan.owner)
    plans.save_plan(plan=plan, section="changes", by=writer, version=0, values=CHANGES)
    return plans.submit_changes(plan=plan, by=writer)


def a_published_plan(**values: Any) -> Adaptation:
    """One whose changes stand on the original's page."""
    plan = a_sent_plan(**values)
    return plans.publish_changes(plan=plan, by=its_reviewer(plan))


def its_reviewer(plan: Adaptation) -> User:
    """Somebody of the association that reviews its municipality."""
    affiliation = Affiliation.objects.get(municipality=plan.owner, reviews=True)
    return staff_of(affiliation.association, Role.REVIEWS)
