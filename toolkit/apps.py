"""The toolkit programme area: guide, norms, model documents, municipal bodies."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ToolkitConfig(AppConfig):
    name = "toolkit"
    verbose_name = _("Toolkit")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have take-downs and the network's pages know it, whose models exist now."""
        import_module("toolkit.services.takedowns").offer()
        import_module("toolkit.listed").offer()
