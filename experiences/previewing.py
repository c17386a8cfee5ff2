"""An experience that is still written, told as its public page will tell it.

What the world will not read is told too, to whoever may write or review it, and marked.
It comes with its parts already read; nothing is saved here.
"""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.collation import sort_key
from amuprev.foundation.people_shown import PeopleShown
from experiences.lines import dates_of, form_of, own_cost, place_of, title_of
from experiences.models import Experience
from experiences.models.experiences import SECTION_TEXTS
from experiences.reading import LISTS
from experiences.sections import (
    OF_FULL,
    Told,
    doubts_in,
    outcomes_told,
    sections_of,
)

RELATIONS = {"theme": "themes", "group": "groups", "setting": "settings"}


def previewed(experience: Experience, *, full: bool) -> dict[str, Any]:
    """What its page would tell if it were published as it stands."""
    experience.full = full
    for name, _model in LISTS:
        rows = getattr(experience, RELATIONS[name]).all()
        names = sorted((str(row) for row in rows), key=sort_key)
        setattr(experience, f"{name}_names", names)
    _mark_voices(experience)
    _mark_partners(experience)
    _see_files(experience)
    title, title_language = title_of(experience)
    sections = sections_of(experience)
    dates = dates_of(experience) if experience.started else ""
    return {
        "experience": experience,
        "title": title,
        "title_language": title_language,
        "where": " · ".join(part for part in (place_of(experience), dates) if part),
        "told_as": form_of(experience),
        "sections": sections,
        "kept_back": [] if full else _kept_back(experience, sections),
        "doubts_in": doubts_in(sections),
        "outcomes": outcomes_told(experience),
        "cost": own_cost(experience),
    }


def _kept_back(experience: Experience, told: list[Told]) -> list[Told]:
    """What is written and no short record tells: half of the five moments."""
    known = {each.key for each in told}
    return [
        Told(section.value, str(section.label), SECTION_TEXTS[section])
        for section in OF_FULL
        if section.value not in known
        and getattr(experience, f"{SECTION_TEXTS[section]}_es")
    ]


def _mark_voices(experience: Any) -> None:
    today = timezone.localdate()
    for voice in experience.voices.all():
        if not voice.consented or voice.consent_until is None:
            voice.private = _("Private: without their consent nobody else reads it.")
        elif voice.consent_until < today:
            voice.private = _("Private: their consent has ended.")


def _mark_partners(experience: Any) -> None:
    for partner in experience.partners.all():
        if partner.name and not partner.is_named:
            partner.private = _("Its name stays private: it did not agree to be named.")


def _see_files(experience: Any) -> None:
    """Files are seen at their private address; photos that nobody else sees say so."""
    for kind, rows in (("document", "documents"), ("photo", "photos")):
        for row in getattr(experience, rows).all():
            if row.file:
                told = [experience.pk, kind, row.uuid]
                row.seen_at = reverse("experiences:file", args=told)
    documents = {each.pk: each for each in experience.documents.all()}
    for outcome in experience.outcomes.all():
        outcome.evaluation = documents.get(outcome.evaluation_id)
    for photo in experience.photos.all():
        if not _is_shown(photo):
            photo.private = _("Private: readers do not see this photo.")


def _is_shown(photo: Any) -> bool:
    if photo.people_shown == PeopleShown.ADULTS:
        agreed = photo.consent_until is not None
        return photo.public and agreed and photo.consent_until >= timezone.localdate()
    return photo.public and photo.people_shown == PeopleShown.NOBODY
