"""The roof: pages that compose the records of every app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SiteConfig(AppConfig):
    name = "amuprev.site"
    label = "site_pages"
    verbose_name = _("Site pages")
