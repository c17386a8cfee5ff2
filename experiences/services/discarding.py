"""Throw a draft of an experience or of a film away, bring it back, empty what is old."""

from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from experiences import rules
from experiences.models import Experience, Film, FilmFile, Rendition
from experiences.services.meanwhile import locked, refuse_overtaken
from experiences.services.stored import forget_unused, names_of
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused
from network.services.trash import trash_days

BATCH = 200


@audit.keeps_refusals(Act.EXPERIENCE_DISCARDED, of="experience")
@transaction.atomic
def discard_experience(*, experience: Experience, by: User) -> Experience:
    """Put what was never published in the trash; the same press twice is one.

    Raises Refused for what was sent, or stood in public once.
    """
    return _discarded(experience, by, Act.EXPERIENCE_DISCARDED)


@audit.keeps_refusals(Act.EXPERIENCE_RESTORED, of="experience")
@transaction.atomic
def restore_experience(*, experience: Experience, by: User) -> Experience:
    """Take an experience out of the trash; pressed again it stays out.

    Raises Refused while another correction of the same experience is in writing, and
    for a correction of what is no longer what is published.
    """
    return _restored(experience, by, Act.EXPERIENCE_RESTORED)


@audit.keeps_refusals(Act.FILM_DISCARDED, of="film")
@transaction.atomic
def discard_film(*, film: Film, by: User) -> Film:
    """Put what was never published in the trash, with its files; twice is once."""
    return _discarded(film, by, Act.FILM_DISCARDED)


@audit.keeps_refusals(Act.FILM_RESTORED, of="film")
@transaction.atomic
def restore_film(*, film: Film, by: User) -> Film:
    """Take a film out of the trash; pressed again it stays out.

    Raises Refused as for an experience.
    """
    return _restored(film, by, Act.FILM_RESTORED)


def empty_discarded() -> int:
    """Delete for good, with their files, the drafts whose days are over; how many."""
    return sum(_emptied(model) for model in (Experience, Film))


def _discarded(record: Any, by: User, act: Act) -> Any:
    current = locked(record)
    if rules.may_restore(by, current):
        return current
    if not rules.may_discard(by, current):
        raise Refused(_("Only what was never sent or published can be discarded."))
    current.discarded_at, current.discarded_by = timezone.now(), by
    current.version += 1
    current.save()
    audit.record(act, by=by, of=current)
    return current


def _restored(record: Any, by: User, act: Act) -> Any:
    current = locked(record)
    if current.published_at is None and rules.may_edit(by, current):
        return current
    if not rules.may_restore(by, current):
        raise Refused(_("This draft can no longer be brought back."))
    if current.corrects is not None:
        refuse_overtaken(current, locked(current.corrects))
    current.discarded_at = current.discarded_by = None
    current.version += 1
    try:
        with transaction.atomic():
            current.save()
    except IntegrityError as taken:
        raise Refused(_("Another correction of the same is being written.")) from taken
    audit.record(act, by=by, of=current)
    return current


def _emptied(model: Any) -> int:
    due = model.objects.filter(discarded_at__lt=timezone.now() - trash_days())
    emptied = 0
    while keys := list(due.order_by("pk").values_list("pk", flat=True)[:BATCH]):
        emptied += sum(_gone_for_good(model, key) for key in keys)
    return emptied


@transaction.atomic
def _gone_for_good(model: Any, key: int) -> int:
    """Delete one unless somebody brought it back meanwhile."""
    thrown_away = model.objects.filter(discarded_at__isnull=False)
    found = thrown_away.select_for_update(of=("self",)).filter(pk=key).first()
    if found is None:
        return 0
    never_sent = not found.steps.exists()
    audit.record(Act.RECORD_DELETED, by=None, of=found)
    delete_whole(found)
    if never_sent:
        # Nobody but its writers ever read it: its history goes with it.
        history: models.Manager = model.history  # made by simple-history
        history.filter(id=key).delete()
    return 1


def delete_whole(record: Experience | Film) -> None:
    """Delete a record with all that belongs to it, and its files once it is gone."""
    kept = [name for each in record.removed.all() for name in each.files]
    if isinstance(record, Film):
        forget_unused(_files_of(record) + kept)
    else:
        pieces = [*record.documents.all(), *record.photos.all()]
        # An evaluation is kept while an outcome rests on it.
        record.outcomes.all().delete()
        forget_unused([name for each in pieces for name in names_of(each)] + kept)
    record.delete()


def _files_of(film: Film) -> list[str]:
    files = FilmFile.objects.filter(film=film)
    copies = Rendition.objects.filter(original__film=film).exclude(file="")
    names = [*files.values_list("file", flat=True), str(film.poster.name or "")]
    return [name for name in [*names, *copies.values_list("file", flat=True)] if name]
