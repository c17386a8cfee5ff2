"""The twinnings programme area: twinnings, exchanges, commitments, follow-ups."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TwinningsConfig(AppConfig):
    name = "twinnings"
    verbose_name = _("Twinnings and exchanges")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have take-downs and the network's pages know them, whose models exist now."""
        import_module("twinnings.services.takedowns").offer()
        import_module("twinnings.listed").offer()
