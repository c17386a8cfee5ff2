"""A mark of the sign-in in every form that posts, so that browsers mix no two people.

With Back, browsers write into a form what was typed in it before, also when somebody
else has signed in since. They take two forms for the same one by their address and
by the names of their first two fields; so the second carries a name that changes
with every sign-in, as the form's token does.
"""

from django import template
from django.template import Context
from django.utils.crypto import salted_hmac
from django.utils.html import format_html
from django.utils.safestring import SafeString

MARK = "typed-by-"

register = template.Library()


@register.simple_tag(takes_context=True)
def csrf_token(context: Context) -> SafeString:
    """Django's own tag, and the mark after it."""
    token, request = context.get("csrf_token"), context.get("request")
    if not token or token == "NOTPROVIDED":  # noqa: S105  Django's word for none
        return SafeString("")
    field = format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">', token
    )
    # Known only now: reading the token may have made its secret.
    secret = request.META.get("CSRF_COOKIE", "") if request else ""
    mark = salted_hmac(MARK, secret, algorithm="sha256").hexdigest()[:8]
    return field + format_html('<input type="hidden" name="{}{}">', MARK, mark)
