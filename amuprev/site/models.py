"""The roof's pages."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.models import BasePage
from amuprev.site.home import home_context


class HomePage(BasePage):
    """The front page of the portal in one language."""

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    max_count_per_parent = 2

    class Meta:
        verbose_name = _("home page")

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **home_context()}

    template = "site/home.html"
