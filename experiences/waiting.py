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
    people = holders(_networks(), {Role.EDITS, Role.SECRETARIAT})
    return list(people.exclude(pk__in=record.writers.values("pk")))


def changes_to_decide(user: User) -> QuerySet[Adaptation]:
    """The texts of adaptations that wait for this person, at most MOST_COUNTED."""
    return Adaptation.objects.decidable_by(user).order_by()[:MOST_COUNTED]


def deciders_of(plan: Adaptation) -> list[User]:
    """The reviewers of its association today, else the secretariat; never its writers."""
    near = holders(reviewing(plan.owner), REVIEWERS)
    far = holders(_networks(), {Role.SECRETARIAT})
    return _not_its_own(near, plan) or _not_its_own(far, plan)


def _networks() -> QuerySet:
    networks = Organisation.objects.filter(kind=OrganisationKind.NETWORK)
    return networks.values_list("pk", flat=True)


def _not_its_own(people: QuerySet[User], plan: Adaptation) -> list[User]:
    others = people.exclude(pk__in=plan.writers.values("pk"))
    return list(others.exclude(pk=plan.created_by_id) if plan.created_by_id else others)


def writers_of(record: Experience | Film | Adaptation) -> list[User]:
    """Those who wrote it and still belong there; when all left, who writes there now."""
    return _wrote(record) or _writing_there(record)


def told_of(record: Experience | Film | Adaptation) -> list[User]:
    """Whom what the world reads of it concerns: its writers, and always somebody of its
    own organisation, though the network's secretariat wrote it."""
    wrote = _wrote(record)
    own = set(holders([record.owner_id], Role.values).values_list("pk", flat=True))
    if any(each.pk in own for each in wrote):
        return wrote
    return wrote + [each for each in _writing_there(record) if each not in wrote]


def _wrote(record: Experience | Film | Adaptation) -> list[User]:
    wrote = record.writers.values("pk")
    still = list(holders([record.owner_id], Role.values).filter(pk__in=wrote))
    # The secretariat completes what came with the portal.
    of_network = holders(_networks(), {Role.SECRETARIAT}).filter(pk__in=wrote)
    return still + [each for each in of_network if each not in still]


def _writing_there(record: Experience | Film | Adaptation) -> list[User]:
    return list(holders([record.owner_id], WRITERS))
