"""Verbs of the copies that are made of a film: ask for them, try again."""

from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from experiences import rules
from experiences.choices import RenditionState
from experiences.film_limits import is_interrupted
from experiences.models import Film, FilmFile, Rendition
from experiences.rendering import queue_missing
from experiences.tasks import make_rendition
from network.models import User
from network.services.refusals import Refused


def ask_for_renditions(original: FilmFile) -> None:
    """Queue the copies that a file still lacks, once its row is kept."""
    for key in queue_missing(original):
        transaction.on_commit(partial(make_rendition.enqueue, key))


@transaction.atomic
def try_again(*, film: Film, by: User) -> int:
    """Make again the copies that failed or were interrupted; how many.

    Raises Refused when the person may not write for the organisation, or nothing failed.
    """
    if not rules.writes(by, film) and not rules.is_editor(by):
        raise Refused(_("You cannot write videos of this organisation."))
    rows = Rendition.objects.select_for_update(of=("self",)).filter(
        original=film.current_id
    )
    left = [row for row in rows if can_be_tried_again(row)]
    if not left:
        raise Refused(
            _("Nothing is left to try again: its copies are ready or on the way.")
        )
    for row in left:
        row.state, row.fault, row.progress = RenditionState.QUEUED, "", 0
        row.tried_at = timezone.now()
        row.save()
        transaction.on_commit(partial(make_rendition.enqueue, row.pk))
    return len(left)


def can_be_tried_again(row: Rendition) -> bool:
    """True for what failed, or of which nothing was heard for minutes."""
    if row.state == RenditionState.FAILED:
        return True
    return row.state != RenditionState.DONE and is_interrupted(row.tried_at)
