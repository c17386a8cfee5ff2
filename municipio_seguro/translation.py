"""Which texts have two columns; then the history of what people change, in that order.

Of consultations nothing is kept in history: what a response or a device was must be
gone when its row is.
"""

from simple_history import register as keep_history

from amuprev.foundation.translating import Translated, register_texts
from municipio_seguro import models

TRANSLATED: Translated = {
    # model: (texts whose Spanish is required, texts that may be empty)
    models.Assessment: ((), ("reason",)),
    models.Answer: ((), ("na_reason",)),
    models.AnswerEvidence: (("title",), ()),
    models.Consultation: (("consent", "contact"), ()),
    models.GapReply: (("text",), ()),
    models.Threat: (("name",), ()),
    models.Weakness: (("text",), ()),
    models.Risk: (("title",), ("public_summary",)),
    models.Measure: (("title",), ("description",)),
    models.Milestone: (("text",), ()),
    models.MeasureEntry: ((), ("text",)),
    models.RiskTransfer: (("covers",), ()),
    models.Snapshot: ((), ("erratum",)),
    models.Erratum: (("text",), ()),
}

register_texts(TRANSLATED)
for model in (
    models.Assessment,
    models.Answer,
    models.AnswerEvidence,
    models.GapReply,
    models.Weakness,
    models.Risk,
    models.Measure,
    models.FundingShare,
):
    keep_history(model, app="municipio_seguro")
# A policy's number is nobody else's, then or now.
keep_history(
    models.RiskTransfer, app="municipio_seguro", excluded_fields=["policy_number"]
)
