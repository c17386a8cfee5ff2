"""Keep what the world finds in step with an experience that was published or hidden."""

from django.db import transaction

from amuprev.foundation.search import keeping
from experiences.listed import forget_where
from experiences.models import Experience
from experiences.search import EXPERIENCES
from experiences.services.facets import keep_facets


def keep_in_sight(experience: Experience) -> None:
    """Bring its filters and the search in step, in the transaction of the act."""
    keep_facets(experience)
    forget_where()
    transaction.on_commit(forget_where)
    find_experience_again(experience)


def find_experience_again(experience: Experience) -> None:
    """Find it as it stands now, with what readers asked about it."""
    keeping.find_again(EXPERIENCES, [str(experience.pk)])
