"""The public pages of the toolkit: one landing per language."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from amuprev.foundation.addresses import AREAS
from amuprev.foundation.models import LandingPage
from toolkit import addresses  # noqa: F401  registers the words of addresses


class ToolkitLandingPage(LandingPage):
    """The guide by step, by country and by who one is; norms and model documents."""

    fixed_slugs = AREAS["toolkit"]

    class Meta:
        verbose_name = _("toolkit landing")

    @path("")
    def landing(self, request: HttpRequest) -> HttpResponse:
        """The three parts, the countries, and for whom each step is."""
        from toolkit.views import public  # noqa: PLC0415  views import the models

        return public.toolkit_landing(request, self)

    @path("<toolkitfeed:name>/")
    def feed(self, request: HttpRequest, name: str) -> HttpResponse:
        """What was registered last, for feed readers."""
        from toolkit.views import public  # noqa: PLC0415  views import the models

        return public.toolkit_feed(request, self)

    @path("<toolkitbook:name>/")
    def book_file(self, request: HttpRequest, name: str) -> HttpResponse:
        """The whole guide as PDF or EPUB."""
        from toolkit.views import public  # noqa: PLC0415  views import the models

        return public.book_file(request, self, name)

    @path("<toolkitnorms:name>/")
    def norms_file(self, request: HttpRequest, name: str) -> HttpResponseBase:
        """The norms that a filter shows, as a table."""
        from toolkit.views import public  # noqa: PLC0415  views import the models

        return public.norms_file(request, self, name)

    @path("<toolkitsection:word>/")
    def section(self, request: HttpRequest, word: str) -> HttpResponse:
        """Norms, documents, policies and their like."""
        from toolkit.views import public  # noqa: PLC0415  views import the models

        return public.toolkit_section(request, self, word)

    @path("<toolkitsection:word>/<toolkitpaper:name>/")
    def paper_file(self, request: HttpRequest, word: str, name: str) -> HttpResponse:
        """A model document as DOCX or PDF."""
        from toolkit.views import public  # noqa: PLC0415  views import the models

        return public.paper_file(request, self, word, name)

    @path("<toolkitsection:word>/<toolkitpack:name>/")
    def pack_file(self, request: HttpRequest, word: str, name: str) -> HttpResponseBase:
        """The pack of a country."""
        from toolkit.views import public  # noqa: PLC0415  views import the models

        return public.pack_file(request, self, word, name)

    @path("<toolkitsection:word>/<slug:slug>/")
    def entry(self, request: HttpRequest, word: str, slug: str) -> HttpResponse:
        """One norm, one model document, one entry by who one is."""
        from toolkit.views import public  # noqa: PLC0415  views import the models

        return public.toolkit_entry(request, self, word, slug)

    @path("<slug:slug>/")
    def record(self, request: HttpRequest, slug: str) -> HttpResponse:
        """One step."""
        from toolkit.views import public  # noqa: PLC0415  views import the models

        return public.step_detail(request, self, slug)
