"""The public pages of the experiences: one landing per language."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from amuprev.foundation.addresses import AREAS
from amuprev.foundation.models import LandingPage
from experiences import addresses  # noqa: F401  registers the words of addresses


class ExperienceLandingPage(LandingPage):
    """The experiences, to learn from, compare and adapt."""

    fixed_slugs = AREAS["experiences"]

    class Meta:
        verbose_name = _("experiences landing")

    @path("")
    def landing(self, request: HttpRequest) -> HttpResponse:
        """The list."""
        from experiences.views import public  # noqa: PLC0415  views import the models

        return public.experience_list(request, self)

    @path("<experiencefeed:name>/")
    def feed(self, request: HttpRequest, name: str) -> HttpResponse:
        """What was published last, for feed readers."""
        from experiences.views import public  # noqa: PLC0415  views import the models

        return public.experience_feed(request, self)

    @path("<experiencefile:name>/")
    def file(self, request: HttpRequest, name: str) -> HttpResponse:
        """An experience as PDF, or the file that cites it."""
        from experiences.views import public  # noqa: PLC0415  views import the models

        return public.experience_file(request, self, name)

    @path("<compare:word>/")
    def compare(self, request: HttpRequest, word: str) -> HttpResponse:
        """Up to three side by side."""
        from experiences.views import public  # noqa: PLC0415  views import the models

        return public.experience_compare(request, self)

    @path("<slug:slug>/")
    def record(self, request: HttpRequest, slug: str) -> HttpResponse:
        """One published experience."""
        from experiences.views import public  # noqa: PLC0415  views import the models

        return public.experience_detail(request, self, slug)

    @path("<slug:slug>/<versions:word>/")
    def versions(self, request: HttpRequest, slug: str, word: str) -> HttpResponse:
        """Its published versions, and what changed between two."""
        from experiences.views import public  # noqa: PLC0415  views import the models

        return public.experience_versions(request, self, slug)

    @path("<slug:slug>/<uuid:key>/<str:size>/")
    def piece(
        self, request: HttpRequest, slug: str, key: str, size: str
    ) -> HttpResponseBase:
        """A photo or document of a published experience."""
        from experiences.views import public  # noqa: PLC0415  views import the models

        return public.experience_piece(request, self, slug, key, size)
