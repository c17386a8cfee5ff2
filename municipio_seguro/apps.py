"""The municipio_seguro programme area."""

from django.apps import AppConfig


class MunicipioSeguroConfig(AppConfig):
    name = "municipio_seguro"
