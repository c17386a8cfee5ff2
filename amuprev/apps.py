"""The project itself, as an app: its checks, commands and templates."""

from django.apps import AppConfig


class AmuprevConfig(AppConfig):
    name = "amuprev"
    verbose_name = "AMUPREV"
