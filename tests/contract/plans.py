"""The plans with which the addresses of the adaptations are tried."""

from experiences.models import Adaptation
from experiences.services import plans
from network.choices import Role
from network.models import Organisation
from tests.experiences.factories import published
from tests.experiences.plan_factories import (
    a_plan,
    a_published_plan,
    a_said_plan,
    a_sent_plan,
)
from tests.network.factories import staff_of

MISSING = 999_999
MAKES = {
    "draft": a_plan,
    "said": a_said_plan,
    "sent": a_sent_plan,
    "published": a_published_plan,
    "discarded": a_plan,
}
SLUG = "gt-de-otra"


def give_plans(town: Organisation) -> None:
    """One plan of the municipality in each state, under a name of its own."""
    for state, make in MAKES.items():
        plan = make(owner=town)
        Adaptation.objects.filter(pk=plan.pk).update(title=f"Plan {state}")
        if state == "discarded":
            plans.discard_plan(plan=plan, by=staff_of(town, Role.RECORDS))
    origin = published()
    type(origin).objects.filter(pk=origin.pk).update(slug=SLUG)


def _key(state: str) -> int:
    found = Adaptation.objects.filter(title=f"Plan {state}").first()
    return found.pk if found else MISSING


MAKERS = {
    "plan": lambda cast, state: {"pk": _key(state)},
    "adapt": lambda cast, state: {"slug": SLUG if state == "public" else f"sv-{state}"},
}
