"""Pages that stand for themselves: about the network, how to take part, contact."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from amuprev.foundation.addresses import AREAS
from amuprev.foundation.models import FixedPage
from amuprev.site.models.base import ComposedPage


class StandardPage(ComposedPage):
    """A page of prose, which may have others under it."""

    parent_page_types: ClassVar[list[str]] = [
        "site_pages.HomePage",
        "site_pages.StandardPage",
    ]
    subpage_types: ClassVar[list[str]] = ["site_pages.StandardPage"]
    template = "site/standard.html"

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")


class ContactPage(ComposedPage, FixedPage):
    """How to reach the network and its associations."""

    introduction = None
    fixed_slugs = AREAS["contact"]
    subpage_types: ClassVar[list[str]] = []
    show_in_menus_default = False
    template = "site/contact.html"

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")
