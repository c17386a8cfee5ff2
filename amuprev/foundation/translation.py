"""Which texts of the foundation have two columns; then their history, in that order."""

from simple_history import register as keep_history

from amuprev.foundation import models
from amuprev.foundation.translating import Translated, register_texts

TRANSLATED: Translated = {
    models.GlossaryTerm: (("name", "definition"), ("also", "doubts")),
    models.GlossaryCountryName: ((), ("basis",)),
}

register_texts(TRANSLATED)

for model in (*TRANSLATED, models.SearchSynonyms):
    keep_history(model, app="amuprev.foundation")
