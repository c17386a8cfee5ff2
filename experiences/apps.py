"""The experiences programme area: experiences systematized by municipalities, and films."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExperiencesConfig(AppConfig):
    name = "experiences"
    verbose_name = _("Experiences and videos")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have take-downs and the network's pages know them, whose models exist now."""
        import_module("experiences.services.takedowns").offer()
        import_module("experiences.listed").offer()
        import_module("experiences.grown_here").offer()
        import_module("experiences.steps_done").offer()
