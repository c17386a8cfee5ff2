"""Which texts of the twinnings have two columns; then their history, in that order."""

from simple_history import register as keep_history

from amuprev.foundation.translating import Translated, register_texts
from twinnings import models

TRANSLATED: Translated = {
    # model: (texts whose Spanish is required, texts that may be empty)
    models.Twinning: (
        (),
        (
            "title",
            "problem",
            "offer",
            "objective",
            "agreement_summary",
            "results",
            "funding",
            "doubts",
        ),
    ),
    models.StatusEntry: ((), ("note", "doubts")),
    models.Party: ((), ("body", "signing_office", "contact_office")),
    models.Exchange: (
        (),
        ("title", "what_happened", "learnt", "result", "payer", "doubts"),
    ),
    models.AgendaRow: (("text",), ()),
    models.PlaceSeen: (("name",), ()),
    models.DelegationRow: ((), ("institution",)),
    models.ExchangePhoto: (("alt_text",), ()),
    models.Commitment: ((), ("text", "office", "evidence")),
    models.FollowUp: ((), ("what_changed", "what_stopped")),
    models.TwinningDocument: (("title",), ()),
}

register_texts(TRANSLATED)
for model in (
    models.Twinning,
    models.StatusEntry,
    models.Exchange,
    models.Commitment,
    models.FollowUp,
):
    keep_history(model, app="twinnings")
# Where an office is written to is nobody else's, then or now.
keep_history(models.Party, app="twinnings", excluded_fields=["contact_email"])
