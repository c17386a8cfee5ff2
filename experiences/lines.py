"""An experience in words for lists and pages; no database.

It comes with its owner, its places and its outcomes already read.
"""

from typing import Any

from django.utils.translation import gettext as _

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.collation import sort_key
from amuprev.foundation.figures import figure
from experiences.choices import CostBand, Effect, EvidenceDesign
from experiences.facets import strongest
from experiences.models import Experience
from network.dates import describe
from network.lines import country_words, excerpt, in_a_row

LADDER = list(Effect)


def town_of(experience: Experience) -> str:
    """Its municipalities; the association's name where it has none."""
    names = sorted((place.name for place in experience.places.all()), key=sort_key)
    owner = experience.owner
    return in_a_row(names) or owner.acronym or owner.name


def place_of(experience: Experience) -> str:
    """Its municipalities and country; the association's name where it has none."""
    town = town_of(experience)
    return ", ".join(part for part in (town, country_words(experience.country)) if part)


def dates_of(experience: Experience) -> str:
    """When it was done, as exactly as is known, and whether it goes on."""
    words = describe(
        experience.started,
        experience.ended,
        precision=experience.date_precision,
        uncertain=experience.date_uncertain,
    )
    if not experience.goes_on:
        return words
    return _("since %(date)s; it goes on") % {"date": words}


def where_of(experience: Experience) -> str:
    """Place and date, the first thing a card tells."""
    return f"{place_of(experience)} · {dates_of(experience)}"


def statements_of(experience: Experience) -> list[tuple[str, str]]:
    """Three separate statements of all its outcomes: effect, evidence, cost.

    Different effects are all named: they are never made into one.
    """
    outcomes = list(experience.outcomes.all())
    effects = sorted(
        {Effect(outcome.effect) for outcome in outcomes}, key=LADDER.index
    ) or [Effect.NOT_RATED]
    design = EvidenceDesign(strongest(outcome.evidence for outcome in outcomes))
    return [
        (_("Effect"), " · ".join(str(effect.label) for effect in effects)),
        (_("Strength of the evidence"), str(design.label)),
        (_("Cost"), cost_words(experience)),
    ]


def cost_words(costed: Any) -> str:
    """The band of a cost with its year; «not known» without one."""
    if not costed.cost_band:
        return _("Not known")
    band = str(CostBand(costed.cost_band).label)
    return _("%(cost)s, in dollars of %(year)s") % {
        "cost": band,
        "year": costed.cost_year,
    }


def own_cost(experience: Any) -> str:
    """What the whole of it cost, as exactly as is known; empty where nobody said."""
    if not experience.cost_band:
        return ""
    if experience.cost_per_person is None:
        return cost_words(experience)
    return _("%(cost)s: %(exact)s for each participant, in US dollars of %(year)s") % {
        "cost": CostBand(experience.cost_band).label,
        "exact": figure(experience.cost_per_person),
        "year": experience.cost_year,
    }


def form_of(experience: Experience) -> str:
    """Whether all five moments are told, or the short form."""
    return _("Full experience") if experience.full else _("Short record")


def title_of(experience: Any) -> tuple[str, str]:
    """Its title for the reader and, where that is not theirs, its language."""
    title = getattr(experience, f"title_{language_in_use()}") or ""
    return title or experience.title_es or "", "" if title else "es"


def brief_of(experience: Any) -> tuple[str, str]:
    """The first words of its summary, else of its problem, and their language."""
    active = language_in_use()
    for language in dict.fromkeys((active, "es")):
        for name in ("summary", "problem"):
            if told := excerpt(getattr(experience, f"{name}_{language}") or ""):
                return told, "" if language == active else language
    return "", ""


def card_of(experience: Experience) -> dict[str, Any]:
    """What a card of a list shows; text only in Spanish is marked and said."""
    title, title_language = title_of(experience)
    brief, brief_language = brief_of(experience)
    tags = [form_of(experience)]
    if title_language or brief_language:
        tags.append(_("Text in Spanish"))
    return {
        "where": where_of(experience),
        "title": title,
        "lang": title_language,
        "url": experience.get_absolute_url(),
        "text": brief,
        "text_lang": brief_language,
        "problems": experience.problem_names,
        "statements": statements_of(experience),
        "tags": tags,
    }
