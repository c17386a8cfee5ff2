"""Words of Wagtail's screens that its own Spanish lacks; ours is in locale/es."""

from django.utils.translation import gettext_noop as _

WORDS = (
    _("Search all pages…"),
    _("Checks"),
    _("Toggle checks"),
    _("Account"),
    _("Your pages and snippets in a workflow"),
    _("Awaiting your review"),
)
