"""Tags of the glossary."""

from typing import Any

from django import template

from amuprev.foundation import glossary
from amuprev.foundation.addresses import language_in_use

register = template.Library()


@register.simple_tag
def term_url(slug: str) -> str:
    """Where a term of the glossary is explained."""
    return glossary.term_address(slug)


@register.inclusion_tag("components/terms-used.html")
def terms_used(*texts: Any) -> dict[str, Any]:
    """The words of the glossary that these texts use, explained under them."""
    said = " ".join(str(text) for text in texts if text)
    return {"terms": glossary.terms_in(said), "language": language_in_use()}
