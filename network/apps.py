"""The network app: territory, organisations, people and the activity log."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworkConfig(AppConfig):
    name = "network"
    verbose_name = _("The network")

    def ready(self) -> None:
        """Listen to the sign-in libraries, and offer what take-downs may concern."""
        import_module("network.doorkeeping").listen()
        import_module("network.services.questions").offer_question_kind()
