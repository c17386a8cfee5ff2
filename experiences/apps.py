"""The experiences programme area."""

from django.apps import AppConfig


class ExperiencesConfig(AppConfig):
    name = "experiences"
