"""What a plan takes of an experience when it begins: copied words, linked to nothing."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.addresses import language_in_use
from experiences.lines import cost_words, title_of
from experiences.models import (
    Adaptation,
    AdaptationCost,
    AdaptationPartner,
    AdaptationStep,
    Experience,
)
from experiences.versions import versions_of

MOST_ROWS = 40
LONGEST_LINE = 300


def kept_of(origin: Experience) -> dict[str, Any]:
    """Which experience and which version of it, in words that stay when it goes."""
    every = versions_of(origin)
    since = every[-1].since if every else origin.reviewed_at or timezone.now()
    owner = origin.owner
    return {
        "origin": origin,
        "origin_uuid": origin.client_uuid,
        "origin_slug": origin.slug or "",
        "origin_title_es": origin.title_es,
        "origin_title_en": origin.title_en,
        "origin_owner_es": owner.name_es,
        "origin_owner_en": owner.name_en,
        "origin_country": origin.country,
        "taken_number": every[-1].number if every else 1,
        "taken_from": timezone.localdate(since),
    }


def first_words_of(origin: Experience) -> dict[str, str]:
    """The title, in the language of whoever begins.

    Objectives are not taken: what another town achieved is no aim of this one. Its
    problem and what changed there are read beside, while they are written.
    """
    title, _other = title_of(origin)
    return {"language": language_in_use(), "title": title}


def take_rows(plan: Adaptation, origin: Experience) -> None:
    """Its milestones, each beside a step to be written; kinds of partner; its cost as a
    note.

    What another town did is no step of this one until somebody says what to do here.
    """
    AdaptationStep.objects.bulk_create(
        AdaptationStep(adaptation=plan, reference=words)
        for each in origin.milestones.all()[:MOST_ROWS]
        if (words := _said(each))
    )
    kinds = origin.partners.values_list("kind", flat=True)
    AdaptationPartner.objects.bulk_create(
        AdaptationPartner(adaptation=plan, kind=kind)
        for kind in list(dict.fromkeys(kinds))[:MOST_ROWS]
    )
    if origin.cost_band:
        told = _("For reference, what the original cost: %(cost)s")
        words = told % {"cost": cost_words(origin)}
        AdaptationCost.objects.create(adaptation=plan, text=words[:LONGEST_LINE])


def _said(milestone: Any) -> str:
    """Its text in the reader's language; else in Spanish."""
    active = getattr(milestone, f"text_{language_in_use()}")
    return str(active or milestone.text_es or "")
