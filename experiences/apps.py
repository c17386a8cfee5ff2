"""The experiences programme area: experiences systematized by municipalities, and films."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExperiencesConfig(AppConfig):
    name = "experiences"
    verbose_name = _("Experiences and videos")
    default_auto_field = "django.db.models.BigAutoField"
