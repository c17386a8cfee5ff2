"""Which texts of the network have two columns; then their history, in that order."""

from modeltranslation.translator import TranslationOptions, translator
from simple_history import register as keep_history

from network import models

TRANSLATED: dict[type, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # model: (texts whose Spanish is required, texts that may be empty)
    models.Place: (("name",), ("doubts",)),
    models.Organisation: (("name",), ("description", "members_note", "doubts")),
    models.NetworkMembership: ((), ("note", "doubts")),
    models.Office: (("title",), ()),
    models.StrategicPlan: (("title",), ("doubts",)),
    models.SecretariatTerm: (("holder",), ("note", "doubts")),
    models.Agreement: (("title",), ("summary", "doubts")),
    models.Assembly: (("title",), ("summary", "shown_there", "doubts")),
    models.Milestone: (("title",), ("summary", "doubts")),
    models.ActivityKind: (("name",), ()),
    models.Theme: (("name",), ()),
    models.PopulationGroup: (("name",), ()),
    models.Setting: (("name",), ()),
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

for model, (required, optional) in TRANSLATED.items():
    options = type(
        f"{model.__name__}TranslationOptions",
        (TranslationOptions,),
        {"fields": required + optional, "required_languages": {"es": required}},
    )
    translator.register(model, options)

for model in TRANSLATED:
    keep_history(model, app="network")
for model in KEPT_WITHOUT_TRANSLATION:
    keep_history(model, app="network")
keep_history(models.User, app="network", excluded_fields=["password", "last_login"])
