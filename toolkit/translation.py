"""Which texts of the toolkit have two columns; then their history, in that order."""

from simple_history import register as keep_history

from amuprev.foundation.translating import Translated, register_texts
from toolkit import models

TRANSLATED: Translated = {
    # model: (texts whose Spanish is required, texts that may be empty)
    models.Part: (("title", "intro"), ("doubts",)),
    models.Phase: (("title", "intro"), ("doubts",)),
    models.Step: (
        ("title", "why", "who", "how", "done", "evidence", "questions", "missing"),
        ("time", "cost", "mistakes", "reviewed_by", "doubts"),
    ),
    models.Audience: (("title", "intro"), ("doubts",)),
    models.Instrument: (
        ("title", "body"),
        ("relevance", "doubts"),
    ),
    models.Article: (("summary",), ()),
    models.StepNorm: (("note",), ()),
    models.CountryBody: (("members",), ("missing", "doubts")),
    models.ModelDocument: (("title", "description", "body"), ("doubts",)),
    models.Publication: (("title", "description"), ("doubts",)),
    models.MunicipalPolicy: (("title",), ("act", "doubts")),
}

register_texts(TRANSLATED)
for model in (
    models.Part,
    models.Phase,
    models.Step,
    models.StepNorm,
    models.Audience,
    models.Instrument,
    models.Article,
    models.InstrumentChange,
    models.CountryBody,
    models.ModelDocument,
    models.Publication,
    models.MunicipalPolicy,
    models.PreventionBody,
    models.BodyMember,
    models.SubCommission,
    models.Meeting,
    models.Agreement,
    models.StepCheck,
):
    keep_history(model, app="toolkit")
