"""The public pages of the twinnings: one landing per language."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from amuprev.foundation.addresses import AREAS
from amuprev.foundation.models import LandingPage
from twinnings import addresses  # noqa: F401  registers the words of addresses


class TwinningLandingPage(LandingPage):
    """The twinnings: their map and table, each of them, counterparts, exchanges."""

    fixed_slugs = AREAS["twinnings"]

    class Meta:
        verbose_name = _("twinnings landing")

    @path("")
    def landing(self, request: HttpRequest) -> HttpResponse:
        """The map, its table and the filters."""
        from twinnings.views import public  # noqa: PLC0415  views import the models

        return public.twinning_list(request, self)

    @path("<twinningfeed:name>/")
    def feed(self, request: HttpRequest, name: str) -> HttpResponse:
        """What was published last, for feed readers."""
        from twinnings.views import public  # noqa: PLC0415  views import the models

        return public.twinning_feed(request, self)

    @path("<counterparts:word>/<slug:slug>/")
    def counterpart(self, request: HttpRequest, word: str, slug: str) -> HttpResponse:
        """A local government that has no page of its own in the network."""
        from twinnings.views import public  # noqa: PLC0415  views import the models

        return public.counterpart_detail(request, self, slug)

    @path("<exchanges:word>/<int:number>/")
    def exchange(self, request: HttpRequest, word: str, number: int) -> HttpResponse:
        """One exchange that is over."""
        from twinnings.views import public  # noqa: PLC0415  views import the models

        return public.exchange_detail(request, self, number)

    @path("<exchanges:word>/<int:number>/<uuid:key>/<str:size>/")
    def exchange_piece(
        self, request: HttpRequest, word: str, number: int, key: str, size: str
    ) -> HttpResponseBase:
        """A photo or document of an exchange."""
        from twinnings.views import public  # noqa: PLC0415  views import the models

        return public.exchange_piece(request, self, number, key, size)

    @path("<slug:slug>/")
    def record(self, request: HttpRequest, slug: str) -> HttpResponse:
        """One twinning."""
        from twinnings.views import public  # noqa: PLC0415  views import the models

        return public.twinning_detail(request, self, slug)

    @path("<slug:slug>/<uuid:key>/<str:size>/")
    def piece(
        self, request: HttpRequest, slug: str, key: str, size: str
    ) -> HttpResponseBase:
        """A document of a twinning."""
        from twinnings.views import public  # noqa: PLC0415  views import the models

        return public.twinning_piece(request, self, slug, key, size)
