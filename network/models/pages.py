"""The network's public pages: one landing per area and language."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from amuprev.foundation.addresses import AREAS
from amuprev.foundation.models import LandingPage
from network import converters  # noqa: F401  registers the words of addresses


class NetworkLandingPage(LandingPage):
    """The network: its map, associations, municipalities, countries and history."""

    fixed_slugs = AREAS["network"]

    class Meta:
        verbose_name = _("network landing")

    @path("")
    def landing(self, request: HttpRequest) -> HttpResponse:
        """The map, its table and the filters."""
        from network.views import public  # noqa: PLC0415  views import the models

        return public.network_landing(request, self)

    @path("<slug:section>/")
    def section(self, request: HttpRequest, section: str) -> HttpResponse:
        """The history, or the list of a section."""
        from network.views import public  # noqa: PLC0415  views import the models

        return public.network_section(request, self, section)

    @path("<slug:section>/<slug:slug>/")
    def record(self, request: HttpRequest, section: str, slug: str) -> HttpResponse:
        """One association, municipality or country."""
        from network.views import public  # noqa: PLC0415  views import the models

        return public.network_record(request, self, section, slug)


class ActivityLandingPage(LandingPage):
    """The public activity log."""

    fixed_slugs = AREAS["activities"]

    class Meta:
        verbose_name = _("activity log landing")

    @path("")
    def landing(self, request: HttpRequest) -> HttpResponse:
        """The filtered list and its totals."""
        from network.views import public  # noqa: PLC0415  views import the models

        return public.activity_list(request, self)

    @path("<logfile:name>/")
    def download(self, request: HttpRequest, name: str) -> HttpResponseBase:
        """The filtered list as a file."""
        from network.views import public  # noqa: PLC0415  views import the models

        return public.activity_download(request, self, name)

    @path("<logfeed:word>.atom/")
    def feed(self, request: HttpRequest, word: str) -> HttpResponse:
        """The newest of the log for feed readers."""
        from network.views import public  # noqa: PLC0415  views import the models

        return public.log_feed(request, self)

    @path("<logfeed:word>/<slug:section>/<slug:slug>.atom/")
    def feed_of(
        self, request: HttpRequest, word: str, section: str, slug: str
    ) -> HttpResponse:
        """The newest of a country or a municipality for feed readers."""
        from network.views import public  # noqa: PLC0415  views import the models

        return public.log_feed_of(request, self, section, slug)

    @path("<int:number>/")
    def record(self, request: HttpRequest, number: int) -> HttpResponse:
        """One approved activity."""
        from network.views import public  # noqa: PLC0415  views import the models

        return public.activity_detail(request, self, number)

    @path("<int:number>/<uuid:evidence>/<str:size>/")
    def picture(
        self, request: HttpRequest, number: int, evidence: str, size: str
    ) -> HttpResponseBase:
        """A public piece of evidence of an approved activity."""
        from network.views import public  # noqa: PLC0415  views import the models

        return public.activity_evidence(request, self, number, evidence, size)


class GlossaryLandingPage(LandingPage):
    """The words of the field, in both languages, with the name each country gives."""

    fixed_slugs = AREAS["glossary"]
    show_in_menus_default = False

    class Meta:
        verbose_name = _("glossary landing")

    @path("")
    def landing(self, request: HttpRequest) -> HttpResponse:
        """Every term in the order of the alphabet."""
        from network.views import public  # noqa: PLC0415  views import the models

        return public.glossary(request, self)

    @path("<slug:slug>/")
    def record(self, request: HttpRequest, slug: str) -> HttpResponse:
        """One term."""
        from network.views import public  # noqa: PLC0415  views import the models

        return public.glossary_term(request, self, slug)
