"""Which records of the initial content are in somebody's hands now."""

from experiences.models import Experience, Film
from network.choices import ReviewState


def is_held(record: Experience | Film) -> bool:
    """True for what was withdrawn: no file brings it back to the public."""
    return record.review_state == ReviewState.WITHDRAWN


def is_being_changed(record: Experience | Film) -> bool:
    """True while it, or a corrected version of it, is written or reviewed: the file
    would change under the corrector's hands what they began from."""
    if record.review_state != ReviewState.APPROVED:
        return True
    return record.corrections.filter(discarded_at__isnull=True).exists()
