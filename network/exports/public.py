"""What the world reads of an activity, column by column: never more than its page."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.exports.columns import Column
from network.exports import reading, shared
from network.exports.batches import Batch
from network.exports.shared import text, words, written

PUBLIC_FIELDS = (*shared.FIELDS, "sources")
TEXTS = ("title", "what_happened", "result", "difficulty", "doubts")


def fields(language: str) -> tuple[str, ...]:
    """The columns of the database that a file in this language needs."""
    return shared.with_texts(PUBLIC_FIELDS, TEXTS, language)


def text_language(batch: Batch) -> list[str]:
    """In which language the texts are: an English one may still be missing."""
    names = dict(settings.LANGUAGES)
    if batch.names.language == "es":
        return [names["es"]] * len(batch)
    pairs = [
        zip(batch[f"{name}_es"], batch[f"{name}_en"], strict=True) for name in TEXTS
    ]
    return [
        names["es" if any(es and not en for es, en in each) else "en"]
        for each in zip(*pairs, strict=True)
    ]


PUBLIC_COLUMNS: tuple[Column, ...] = (
    shared.NUMBER,
    *shared.WHEN,
    shared.COUNTRY,
    shared.TOWN,
    shared.OWNER,
    written(
        "place",
        _("Neighbourhood or community"),
        reading.unless_sensitive(reading.plain("place_name")),
    ),
    shared.KIND,
    shared.TITLE,
    shared.STATUS,
    words("prevention_level", _("Level of prevention"), reading.sure_level, 22),
    shared.APPROACH,
    *shared.AUDIENCE,
    written(
        "setting",
        _("Where it was done"),
        reading.unless_sensitive(reading.entry("setting_id", "settings")),
        20,
    ),
    written("partners", _("With whom"), reading.told_partners),
    shared.PLACES,
    shared.SESSIONS,
    *shared.people(),
    shared.COUNTING,
    *shared.STORY,
    text("doubts", _("What we do not know")),
    written("sources", _("Sources"), reading.plain("sources"), 40),
    words("text_language", _("Language of the texts"), text_language),
    shared.ADDRESS,
    *shared.cells(),
)
