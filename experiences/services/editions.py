"""Keeps what each publication told, so that versions can be compared."""

from experiences.edition_lines import lines_of
from experiences.models import Edition, Experience


def keep_edition(experience: Experience) -> None:
    """Write down the facts and rows that the world reads since it was last published;
    once for each publication, before anything is written over them."""
    published = experience.reviewed_at
    if experience.slug is None or published is None:
        return
    if not experience.editions.filter(reviewed_at=published).exists():
        Edition.objects.create(
            experience=experience, reviewed_at=published, lines=lines_of(experience)
        )
