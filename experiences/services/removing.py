"""What is taken out of an experience or a film: kept for its days, brought back, gone."""

import json
from typing import Any

from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, models, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from experiences.models import Experience, ExperienceDocument, Film, RemovedPiece
from experiences.services.stored import forget_unused, names_of
from network.models import User
from network.services.refusals import Refused
from network.services.trash import trash_days

BATCH = 200


def take_out(
    piece: models.Model,
    *,
    by: User,
    experience: Experience | None = None,
    film: Film | None = None,
) -> RemovedPiece:
    """Delete the row and keep it written down; its files stay where they are.

    Raises ProtectedError while something rests on it.
    """
    (row,) = json.loads(serializers.serialize("json", [piece], cls=DjangoJSONEncoder))
    if (support := getattr(piece, "evaluation", None)) is not None:
        # Its key alone would not outlive a correction.
        row["rests_on"] = {"sha256": support.sha256, "address": support.address}
    with override("es"):
        name = str(getattr(piece, "text_es", "") or piece)
    kept = RemovedPiece.objects.create(
        experience=experience,
        film=film,
        name=name[:300],
        row=row,
        files=names_of(piece),
        removed_by=by,
    )
    piece.delete()
    return kept


def taken_out_before(
    piece: models.Model, *, experience: Experience
) -> RemovedPiece | None:
    """Where the same row already waits in the trash of the experience."""
    named = {"row__model": piece._meta.label_lower, "row__pk": piece.pk}
    return experience.removed.filter(**named).first()


def put_back(kept: RemovedPiece, *, of: models.Model, copied: bool = False) -> Any:
    """Make the row again, as it stood, of this record; copied, it also goes on waiting.

    Raises Refused when its days are over, or its like was added meanwhile.
    """
    refuse_late(kept)
    (made,) = serializers.deserialize("python", [kept.row])
    piece: Any = made.object
    if copied:
        piece.pk = None
    setattr(piece, "film" if isinstance(of, Film) else "experience", of)
    _lean_on_support(piece, kept, of)
    try:
        with transaction.atomic():
            piece.save(force_insert=True)
    except IntegrityError as taken:
        raise Refused(
            _("The same was added again meanwhile: it is there already."), code="taken"
        ) from taken
    if not copied:
        kept.delete()
    return piece


def refuse_late(kept: RemovedPiece) -> None:
    """Raise Refused for what waited longer than its days."""
    if kept.removed_at < timezone.now() - trash_days():
        raise Refused(_("It is too late to bring this back."), code="late")


def _lean_on_support(piece: Any, kept: RemovedPiece, of: Any) -> None:
    """An outcome comes back to the evaluation on which it rests.

    A correction gives the same evaluation a row of its own: it is known by its file, or
    by its address.
    """
    key = getattr(piece, "evaluation_id", None)
    if not key:
        return
    found = of.documents.filter(pk=key).first()
    if found is None:
        other = ExperienceDocument.objects.filter(pk=key)
        told = kept.row.get("rests_on") or other.values("sha256", "address").first()
        found = next((each for each in of.documents.all() if _is(each, told)), None)
    if found is None:
        raise Refused(_("It rests on an evaluation that was removed: bring that back."))
    piece.evaluation = found


def _is(document: ExperienceDocument, told: Any) -> bool:
    """True for the document of that file or, without one, at that address."""
    if not told:
        return False
    name = "sha256" if told["sha256"] else "address"
    return bool(told[name]) and getattr(document, name) == told[name]


def removed_of(record: Experience, *models_of: type[models.Model]) -> QuerySet:
    """What was removed of these kinds of an experience and, of a corrected version, of
    what is published."""
    keys = [key for key in (record.pk, record.corrects_id) if key]
    labels = [model._meta.label_lower for model in models_of]
    return RemovedPiece.objects.filter(experience__in=keys, row__model__in=labels)


def removed_of_film(film: Film) -> list[RemovedPiece]:
    """What was removed of a film and, of a corrected version, of what is published; not
    what stands in it again."""
    keys = [key for key in (film.pk, film.corrects_id) if key]
    rows = RemovedPiece.objects.filter(film__in=keys).select_related("removed_by")
    return [each for each in rows if not stands_again(film, each)]


def stands_again(film: Film, kept: RemovedPiece) -> bool:
    """True for captions, or a still picture, that the film has as they were removed."""
    fields = kept.row["fields"]
    if kept.row["model"] == film._meta.label_lower:
        return bool(film.poster.name == fields["poster"])
    here = {(row.kind, row.language, row.text) for row in film.tracks.all()}
    return (fields["kind"], fields["language"], fields["text"]) in here


def empty_removed() -> int:
    """Delete for good, with their files, what was removed too long ago; how many."""
    due = RemovedPiece.objects.filter(removed_at__lt=timezone.now() - trash_days())
    emptied = 0
    while keys := list(due.order_by("pk").values_list("pk", flat=True)[:BATCH]):
        emptied += _gone_for_good(keys)
    return emptied


@transaction.atomic
def _gone_for_good(keys: list[int]) -> int:
    rows = list(RemovedPiece.objects.select_for_update().filter(pk__in=keys))
    RemovedPiece.objects.filter(pk__in=[row.pk for row in rows]).delete()
    forget_unused(name for row in rows for name in row.files)
    return len(rows)
