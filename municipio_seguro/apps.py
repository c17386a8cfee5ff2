"""The municipio_seguro programme area: assessments, consultations, risks, measures."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MunicipioSeguroConfig(AppConfig):
    name = "municipio_seguro"
    verbose_name = _("Municipio Seguro")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have take-downs and the network's pages know them, whose models exist now."""
        import_module("municipio_seguro.services.takedowns").offer()
        import_module("municipio_seguro.listed").offer()
