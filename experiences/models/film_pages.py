"""The public pages of the films: one landing per language."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from amuprev.foundation.addresses import AREAS
from amuprev.foundation.models import LandingPage
from experiences import addresses  # noqa: F401  registers the words of addresses


class VideoLandingPage(LandingPage):
    """The films, with what each weighs and all that is said in them."""

    fixed_slugs = AREAS["videos"]

    class Meta:
        verbose_name = _("videos landing")

    @path("")
    def landing(self, request: HttpRequest) -> HttpResponse:
        """The list."""
        from experiences.views import public  # noqa: PLC0415  views import the models

        return public.film_list(request, self)

    @path("<experiencefeed:name>/")
    def feed(self, request: HttpRequest, name: str) -> HttpResponse:
        """The films published last, for feed readers."""
        from experiences.views import public  # noqa: PLC0415  views import the models

        return public.film_feed(request, self)

    @path("<slug:slug>/")
    def record(self, request: HttpRequest, slug: str) -> HttpResponse:
        """One film, its player and what is said in it."""
        from experiences.views import public  # noqa: PLC0415  views import the models

        return public.film_detail(request, self, slug)
