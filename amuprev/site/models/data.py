"""The page of the open data."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from amuprev.foundation.addresses import AREAS
from amuprev.foundation.models import LandingPage
from amuprev.foundation.open_data import converters  # noqa: F401  registers file names


class DataLandingPage(LandingPage):
    """Every public table: what it holds, and its files."""

    fixed_slugs = AREAS["data"]
    show_in_menus_default = False

    class Meta:
        verbose_name = _("open data landing")

    @path("")
    def landing(self, request: HttpRequest) -> HttpResponse:
        """All the tables."""
        from amuprev.site import data_views  # noqa: PLC0415  views import the models

        return data_views.data_landing(request, self)

    @path("<tablefile:name>/")
    def file(self, request: HttpRequest, name: str) -> HttpResponseBase:
        """A table as a file."""
        from amuprev.site import data_views  # noqa: PLC0415  views import the models

        return data_views.data_file(request, self, name)

    @path("<slug:word>/")
    def table(self, request: HttpRequest, word: str) -> HttpResponse:
        """One table: its dictionary and its files."""
        from amuprev.site import data_views  # noqa: PLC0415  views import the models

        return data_views.data_table(request, self, word)
