"""Fixed lists of the roof's pages."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Admission(TextChoices):
    """Who may come to an event."""

    OPEN = "open", _("Open to the public")
    INVITATION = "invitation", _("By invitation")


class Language(TextChoices):
    """The portal's languages, each in its own words."""

    SPANISH = "es", "Español"
    ENGLISH = "en", "English"
