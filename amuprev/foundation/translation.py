"""Which texts of the foundation have two columns; then their history, in that order."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from modeltranslation.translator import TranslationOptions, translator
from simple_history import register as keep_history

from amuprev.foundation import models

TRANSLATED: dict[type, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # model: (texts whose Spanish is required, texts that may be empty)
    models.GlossaryTerm: (("name", "definition"), ("also", "doubts")),
    models.GlossaryCountryName: ((), ("basis",)),
}
LABELS = {"es": _("{name} (in Spanish)"), "en": _("{name} (in English)")}

for model, (required, optional) in TRANSLATED.items():
    options = type(
        f"{model.__name__}TranslationOptions",
        (TranslationOptions,),
        {"fields": required + optional, "required_languages": {"es": required}},
    )
    translator.register(model, options)
    for columns in translator.get_options_for_model(model).all_fields.values():
        for column in columns:
            name = column.translated_field.verbose_name
            label = format_lazy(LABELS[column.language], name=name)
            column.verbose_name = label  # type: ignore[assignment]  # lazy text is text

for model in (*TRANSLATED, models.SearchSynonyms):
    keep_history(model, app="amuprev.foundation")
