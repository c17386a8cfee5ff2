"""Which texts of the experiences have two columns; then their history, in that order."""

from simple_history import register as keep_history

from amuprev.foundation.translating import Translated, register_texts
from experiences import models
from experiences.models.experiences import SECTION_TEXTS

TRANSLATED: Translated = {
    # model: (texts whose Spanish is required, texts that may be empty)
    models.Experience: (("title",), ("summary", *SECTION_TEXTS.values(), "doubts")),
    models.ExperienceMilestone: (("text",), ()),
    models.ExperienceDocument: (("title",), ()),
    models.ExperienceOutcome: (("text",), ("registry_says",)),
    models.Voice: (("text",), ()),
    models.ExperiencePartner: ((), ("contribution",)),
    models.ExperiencePhoto: (("alt_text",), ()),
    models.Film: (("title",), ("summary", "poster_alt", "doubts")),
    models.Adaptation: (("origin_title", "origin_owner"), ("changes",)),
}

register_texts(TRANSLATED)
for model in (
    models.Experience,
    models.ExperienceOutcome,
    models.Film,
    models.Adaptation,
):
    keep_history(model, app="experiences")
