"""Permanent addresses of the areas, per language; known without asking the database."""

from django.utils.translation import get_language

AREAS = {
    "network": {"es": "red", "en": "network"},
    "activities": {"es": "bitacora", "en": "activities"},
    "twinnings": {"es": "hermanamientos", "en": "twinnings"},
    "toolkit": {"es": "caja-de-herramientas", "en": "toolkit"},
    "experiences": {"es": "experiencias", "en": "experiences"},
    "videos": {"es": "videos", "en": "videos"},
    "municipio_seguro": {"es": "municipio-seguro", "en": "municipio-seguro"},
    "news": {"es": "noticias", "en": "news"},
    "events": {"es": "agenda", "en": "events"},
    "bulletins": {"es": "boletines", "en": "bulletins"},
    "contact": {"es": "contacto", "en": "contact"},
    "data": {"es": "datos", "en": "data"},
    "glossary": {"es": "glosario", "en": "glossary"},
}


def language_in_use(language: str | None = None) -> str:
    """The given language or the active one, as one of the portal's two."""
    return "en" if (language or get_language() or "es").startswith("en") else "es"


def area_address(area: str, *parts: str, language: str | None = None) -> str:
    """The path of an area's landing, or of something under it."""
    code = language_in_use(language)
    return "/".join(("", code, AREAS[area][code], *parts, ""))
