"""Which texts of the network have two columns; then their history, in that order."""

from typing import Any

from django.db.models import signals
from simple_history import register as keep_history
from simple_history.models import HistoricalRecords

from amuprev.foundation.translating import Translated, register_texts
from network import models

TRANSLATED: Translated = {
    models.Place: (("name",), ("doubts",)),
    models.Organisation: (("name",), ("description", "members_note", "doubts")),
    models.NetworkMembership: ((), ("note", "doubts")),
    models.Office: (("title",), ()),
    models.StrategicPlan: (("title",), ("doubts",)),
    models.SecretariatTerm: (("holder",), ("note", "doubts")),
    models.Agreement: (("title",), ("summary", "doubts")),
    models.Assembly: (("title",), ("summary", "shown_there", "doubts")),
    models.Milestone: (("title",), ("summary", "doubts")),
    models.HelpLine: (("who",), ()),
    models.ActivityKind: (("name",), ()),
    models.Theme: (("name",), ()),
    models.PopulationGroup: (("name",), ()),
    models.Setting: (("name",), ()),
    models.Question: ((), ("public_question", "public_answer")),
    models.Activity: ((), ("title", "what_happened", "result", "difficulty", "doubts")),
}

KEPT_WITHOUT_TRANSLATION = (
    models.Affiliation,
    models.Appointment,
    models.PlaceLevel,
    models.PlaceParent,
    models.PlaceName,
    models.PlacePopulation,
)

# What a reader wrote to one association is erased in time: no history keeps it.
LEFT_OUT: dict[type, list[str]] = {models.Question: ["asked", "email", "answer"]}

PROXIES: tuple[Any, ...] = (models.Association, models.Municipality, models.Partner)


class OrganisationRecords(HistoricalRecords):
    """Django announces the saves of a proxy under the proxy's own name: listen there too."""

    def finalize(self, sender: type, **kwargs: Any) -> None:
        super().finalize(sender, **kwargs)
        for proxy in PROXIES:
            proxy._meta.simple_history_manager_attribute = self.manager_name
            signals.post_save.connect(self.post_save, sender=proxy, weak=False)
            signals.pre_delete.connect(self.pre_delete, sender=proxy, weak=False)
            signals.post_delete.connect(self.post_delete, sender=proxy, weak=False)


register_texts(TRANSLATED)

for model in TRANSLATED:
    records = OrganisationRecords if model is models.Organisation else None
    left_out = LEFT_OUT.get(model, [])
    keep_history(model, app="network", records_class=records, excluded_fields=left_out)
for model in KEPT_WITHOUT_TRANSLATION:
    keep_history(model, app="network")
keep_history(models.User, app="network", excluded_fields=["password", "last_login"])
