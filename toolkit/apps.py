"""The toolkit programme area."""

from django.apps import AppConfig


class ToolkitConfig(AppConfig):
    name = "toolkit"
