"""The twinnings programme area."""

from django.apps import AppConfig


class TwinningsConfig(AppConfig):
    name = "twinnings"
