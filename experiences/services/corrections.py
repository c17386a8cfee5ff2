"""A corrected version of a published experience: begun beside it, taken over by it."""

from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _

from experiences import rules
from experiences.models import Experience, ExperienceDocument, ExperiencePhoto
from experiences.services.discarding import delete_whole
from experiences.services.meanwhile import locked
from experiences.services.saving import MANY
from experiences.services.stored import forget_unused, names_of
from network.choices import Act, PublicKind
from network.models import User
from network.services import audit
from network.services.hiding import shown_again_at
from network.services.refusals import Refused

# What each has of its own: its identity, its way to the public, who wrote it.
WAY = frozenset({
    "id", "client_uuid", "corrects", "slug", "published_at", "content_key",
    "review_state", "review_note", "submitted_at", "reviewed_at", "reviewed_by",
    "publish_from", "hidden_at", "hidden_by", "created_by", "updated_by", "created_at",
    "updated_at", "written_at", "version", "discarded_at", "discarded_by",
})  # fmt: skip
OWN = WAY | {"position", "full"}
# Said when it began; no section changes them.
SETTLED = frozenset({"owner", "association", "country"})
# The documents first: outcomes rest on them.
PARTS = ("documents", "photos", "milestones", "voices", "partners", "outcomes")
FILED = ("documents", "photos")


@audit.keeps_refusals(Act.EXPERIENCE_STARTED, of="experience")
@transaction.atomic
def start_correction(*, experience: Experience, by: User) -> Experience:
    """Begin a corrected version of a published experience, or go on with its open one.

    Raises Refused when the person may not write it, or it is not published.
    """
    current = locked(experience)
    if not rules.may_correct(by, current):
        raise Refused(_("Only a published experience is corrected like this."))
    if (begun := open_correction(current)) is not None:
        return begun
    made = Experience(corrects=current, created_by=by, updated_by=by)
    for name in said_by(Experience, OWN):
        setattr(made, name, getattr(current, name))
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:
        return Experience.objects.get(corrects=current, discarded_at__isnull=True)
    made.writers.add(by)
    for name in MANY:
        getattr(made, name).set(getattr(current, name).all())
    _copy_parts(current, made)
    audit.record(Act.EXPERIENCE_STARTED, by=by, of=made, corrects=current.pk)
    return made


def open_correction(experience: Experience) -> Experience | None:
    """The corrected version in writing, if there is one."""
    return experience.corrections.filter(discarded_at__isnull=True).first()


def take_over(original: Experience, correction: Experience) -> None:
    """Give the original all that its correction says, and let the correction go.

    Rows are not saved here but the parts; the original is left to be saved.
    """
    take_words(original, correction, OWN | SETTLED)
    for name in MANY:
        getattr(original, name).set(getattr(correction, name).all())
    _take_parts(original, correction)
    correction.removed.update(experience=original)
    correction.steps.update(experience=original)
    delete_whole(correction)


def take_words(original: Any, correction: Any, own: frozenset[str]) -> None:
    """What its columns say but these, and who wrote it; not saved here."""
    for name in said_by(type(original), own):
        setattr(original, name, getattr(correction, name))
    original.writers.add(*correction.writers.all())
    original.updated_by = correction.updated_by
    original.written_at = correction.written_at


def said_by(model: type[models.Model], own: frozenset[str]) -> list[str]:
    """What a row says, by its columns; a text in two languages by its two."""
    stored = model._meta.concrete_fields
    names = {field.name for field in stored}
    return [name for name in names - own if f"{name}_es" not in names]


def _values(row: models.Model) -> dict[str, Any]:
    own = frozenset({"id", "uuid", "experience", "evaluation"})
    said = {name: getattr(row, name) for name in said_by(type(row), own)}
    # Of a file its name: both rows lead to the same one.
    return {
        name: value.name if isinstance(value, FieldFile) else value
        for name, value in said.items()
    }


def _copy_parts(current: Experience, made: Experience) -> None:
    documents: dict[int, ExperienceDocument] = {}
    for relation in PARTS:
        for row in getattr(current, relation).all():
            values = _values(row)
            if relation == "outcomes":
                values["evaluation"] = documents.get(row.evaluation_id)
            copy = getattr(made, relation).create(**values)
            if relation == "documents":
                documents[row.pk] = copy


def _take_parts(original: Experience, correction: Experience) -> None:
    """What is still the same file keeps its row, and with it its public address."""
    original.outcomes.all().delete()
    standing: dict[int, ExperienceDocument] = {}
    for relation in PARTS:
        # Locked: a photo may be hidden or shown while this is published.
        held = list(getattr(original, relation).select_for_update())
        for row in getattr(correction, relation).all():
            same = next((each for each in held if _is_same(each, row, relation)), None)
            if same is not None:
                held.remove(same)
                forget_unused(names_of(same))
                for name, value in _taken(same, row, correction).items():
                    setattr(same, name, value)
            else:
                same = row
                same.experience = original
            if relation == "outcomes":
                row.evaluation = standing.get(row.evaluation_id)
            same.save()
            if relation == "documents":
                standing[row.pk] = same
        for gone in held:
            gone.delete()
            forget_unused(names_of(gone))


def _taken(held: Any, row: Any, correction: Experience) -> dict[str, Any]:
    """What the row says, but for a photo that was shown again since it was copied.

    One that was hidden since is hidden anew by whoever publishes.
    """
    values = _values(row)
    if isinstance(held, ExperiencePhoto) and held.people_shown == row.people_shown:
        key = str(held.uuid)
        shown = shown_again_at(PublicKind.PHOTO, [key]).get(key)
        if shown is not None and shown > correction.created_at:
            values["public"] = held.public
    return values


def _is_same(held: Any, row: Any, relation: str) -> bool:
    if relation not in FILED:
        return False
    if row.file:
        return bool(held.file) and row.sha256 == held.sha256
    return not held.file and bool(held.address == row.address)
