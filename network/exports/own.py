"""What staff read of activities: what their screens show, and nobody's name."""

from django.utils.translation import gettext_lazy as _

from amuprev.foundation.exports.columns import Column
from network.choices import (
    Currency,
    FundingSource,
    InspireStrategy,
    PreventionLevel,
    RegionalAxis,
    ReviewState,
    ViolenceType,
)
from network.exports import reading, shared
from network.exports.shared import amount, day, words, written

OWN_FIELDS = (
    *shared.FIELDS,
    "review_state",
    "review_note",
    "submitted_at",
    "publish_from",
    "hidden_at",
    "written_at",
    "regional_axis",
    "inspire_strategies",
    "violence_types",
    "cost",
    "currency",
    "funding_source",
    "links",
)
OWN_TEXTS = ("title", "what_happened", "result", "difficulty")


def own_fields(language: str) -> tuple[str, ...]:
    """The columns of the database that a file in this language needs."""
    return shared.with_texts(OWN_FIELDS, OWN_TEXTS, language)


OWN_COLUMNS: tuple[Column, ...] = (
    shared.NUMBER,
    shared.OWNER,
    words("state", _("State"), reading.choice("review_state", ReviewState), 16),
    *shared.WHEN,
    shared.COUNTRY,
    shared.TOWN,
    written("place", _("Neighbourhood or community"), reading.plain("place_name")),
    shared.KIND,
    shared.TITLE,
    shared.STATUS,
    words(
        "prevention_level",
        _("Level of prevention"),
        reading.choice("prevention_level", PreventionLevel),
        22,
    ),
    shared.APPROACH,
    words(
        "regional_axis",
        _("Regional axis"),
        reading.choice("regional_axis", RegionalAxis),
        24,
    ),
    written(
        "inspire_strategies",
        _("INSPIRE strategies"),
        reading.choices("inspire_strategies", InspireStrategy),
    ),
    written(
        "violence_types",
        _("Type of violence"),
        reading.choices("violence_types", ViolenceType),
    ),
    *shared.AUDIENCE,
    written(
        "setting", _("Where it was done"), reading.entry("setting_id", "settings"), 20
    ),
    written("partners", _("With whom"), reading.own_partners),
    shared.PLACES,
    shared.SESSIONS,
    *shared.people(),
    shared.COUNTING,
    *shared.STORY,
    amount("cost", _("Cost"), reading.plain("cost")),
    words("currency", _("Currency"), reading.choice("currency", Currency), 20),
    words(
        "funding_source",
        _("Who paid"),
        reading.choice("funding_source", FundingSource),
        22,
    ),
    written("links", _("Links"), reading.plain("links"), 40),
    written("review_note", _("What the review asks"), reading.note_of_review, 40),
    day("submitted_at", _("Sent on"), reading.local_day("submitted_at")),
    day("publish_from", _("Public from"), reading.plain("publish_from")),
    words("hidden", _("Hidden from the public"), reading.is_set("hidden_at")),
    day("written_at", _("Last saved on"), reading.local_day("written_at")),
    shared.ADDRESS,
    *shared.cells(),
)
