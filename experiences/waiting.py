"""What waits for whom in the experiences: pure queries, for front pages and letters."""

from django.db.models import QuerySet

from experiences.models import Adaptation, Experience, Film
from network.choices import OrganisationKind, Role
from network.models import Organisation, User
from network.rules import OPEN_STATES, REVIEWERS, WRITERS
from network.waiting import holders, reviewing

# Nobody plans by a longer queue than this.
MOST_COUNTED = 100


def open_experiences(user: User) -> QuerySet[Experience]:
    """Drafts and returned ones of the organisations the person writes for."""
    mine = user.standing.organisation_ids
    rows = Experience.objects.kept().filter(owner__in=mine)
    rows = rows.filter(review_state__in=OPEN_STATES)
    return rows.select_related("owner").order_by("-written_at", "-pk")


def experiences_to_decide(user: User) -> QuerySet[Experience]:
    """Those that wait for this editor, at most MOST_COUNTED."""
    return Experience.objects.reviewable_by(user).order_by()[:MOST_COUNTED]


def films_to_decide(user: User) -> QuerySet[Film]:
    """The films that wait for this editor, at most MOST_COUNTED."""
    return Film.objects.reviewable_by(user).order_by()[:MOST_COUNTED]


def editors_for(record: Experience | Film) -> list[User]:
    """The network's editors and its secretariat today, without its writers."""
    networks = Organisation.objects.filter(kind=OrganisationKind.NETWORK)
    roles = {Role.EDITS, Role.SECRETARIAT}
    people = holders(networks.values_list("pk", flat=True), roles)
    return list(people.exclude(pk__in=record.writers.values("pk")))


def changes_to_decide(user: User) -> QuerySet[Adaptation]:
    """The texts of adaptations that wait for this person, at most MOST_COUNTED."""
    return Adaptation.objects.decidable_by(user).order_by()[:MOST_COUNTED]


def deciders_of(plan: Adaptation) -> list[User]:
    """The reviewers of its association today, else the secretariat; never its writers."""
    networks = Organisation.objects.filter(kind=OrganisationKind.NETWORK)
    secretariat = {Role.SECRETARIAT}
    near = holders(reviewing(plan.owner), REVIEWERS)
    return _not_its_own(near, plan) or _not_its_own(
        holders(networks.values_list("pk", flat=True), secretariat), plan
    )


def _not_its_own(people: QuerySet[User], plan: Adaptation) -> list[User]:
    others = people.exclude(pk__in=plan.writers.values("pk"))
    return list(others.exclude(pk=plan.created_by_id) if plan.created_by_id else others)


def writers_of(record: Experience | Film | Adaptation) -> list[User]:
    """Those who wrote it and still belong there; when all left, who writes there now."""
    staff = holders([record.owner_id], Role.values)
    still = list(staff.filter(pk__in=record.writers.values("pk")))
    return still or list(holders([record.owner_id], WRITERS))
