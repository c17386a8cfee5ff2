"""Numbers and prose in the one way of the portal; known to every template."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from amuprev.foundation import figures
from amuprev.foundation.prose import render_prose

register = template.Library()
register.filter("figure", figures.figure)
register.filter("weight", figures.weight)


@register.filter
def prose(text: str | None) -> SafeString:
    """Markdown of one language as HTML."""
    return mark_safe(render_prose(text or ""))  # noqa: S308 - cleaned there
