"""The roof: pages that compose the records of every app."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SiteConfig(AppConfig):
    name = "amuprev.site"
    label = "site_pages"
    verbose_name = _("Site pages")

    def ready(self) -> None:
        """Listen to Wagtail's logs and publishing, whose models exist only now."""
        import_module("amuprev.site.desk_rights").limit_lists()
        import_module("amuprev.site.desk_language").listen()
        import_module("amuprev.site.trail").listen()
        import_module("amuprev.site.page_search").listen()
