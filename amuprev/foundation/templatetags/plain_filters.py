"""Numbers and prose in the one way of the portal; known to every template."""

from django import template
from django.utils.safestring import SafeString

from amuprev.foundation import figures
from amuprev.foundation.templatetags.foundation_tags import prose_html

register = template.Library()
register.filter("figure", figures.figure)
register.filter("weight", figures.weight)


@register.filter
def prose(text: str | None) -> SafeString:
    """Markdown of one language as HTML."""
    return prose_html(text or "")
