"""Give models the columns of both languages, each with its language in its label."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from modeltranslation.translator import TranslationOptions, translator

# model: (texts whose Spanish is required, texts that may be empty)
Translated = dict[type, tuple[tuple[str, ...], tuple[str, ...]]]

LABELS = {"es": _("{name} (in Spanish)"), "en": _("{name} (in English)")}


def register_texts(translated: Translated) -> None:
    """Each text of each model in two columns; the Spanish of the first kind required."""
    for model, (required, optional) in translated.items():
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
