"""The public pages of Municipio Seguro: one landing per language."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from amuprev.foundation.addresses import AREAS
from amuprev.foundation.models import LandingPage
from municipio_seguro import addresses  # noqa: F401  registers the words of addresses


class MunicipioSeguroLandingPage(LandingPage):
    """The programme, what municipalities published, and the instrument."""

    fixed_slugs = AREAS["municipio_seguro"]

    class Meta:
        verbose_name = _("Municipio Seguro landing")

    @path("")
    def landing(self, request: HttpRequest) -> HttpResponse:
        """The programme and the list of what was published."""
        from municipio_seguro.views import public  # noqa: PLC0415  views import models

        return public.landing(request, self)

    @path("<instrumentword:word>/")
    def instrument(self, request: HttpRequest, word: str) -> HttpResponse:
        """How it is measured: every dimension, the scale, the formulas in words."""
        from municipio_seguro.views import public  # noqa: PLC0415  views import models

        return public.instrument(request, self)

    @path("<instrumentword:word>/<paperform:name>/")
    def paper(self, request: HttpRequest, word: str, name: str) -> HttpResponse:
        """A form to fill by hand, as PDF."""
        from municipio_seguro.views import public  # noqa: PLC0415  views import models

        return public.paper_form(request, self, name)

    @path("<instrumentword:word>/<slug:code>/")
    def dimension(self, request: HttpRequest, word: str, code: str) -> HttpResponse:
        """One dimension with its questions and their levels."""
        from municipio_seguro.views import public  # noqa: PLC0415  views import models

        return public.dimension(request, self, code)

    @path("<firstlook:word>/")
    def first_look(self, request: HttpRequest, word: str) -> HttpResponse:
        """Sixteen questions for anybody; nothing is kept."""
        from municipio_seguro.views import public  # noqa: PLC0415  views import models

        return public.first_look(request, self)

    @path("<assessmentfeed:name>/")
    def feed(self, request: HttpRequest, name: str) -> HttpResponse:
        """What was published last, for feed readers."""
        from municipio_seguro.views import public  # noqa: PLC0415  views import models

        return public.assessment_feed(request, self)

    @path("<assessmentfile:name>/")
    def file(self, request: HttpRequest, name: str) -> HttpResponse:
        """A published assessment as PDF, CSV or JSON."""
        from municipio_seguro.views import public  # noqa: PLC0415  views import models

        return public.assessment_file(request, self, name)

    @path("<slug:slug>/")
    def record(self, request: HttpRequest, slug: str) -> HttpResponse:
        """One published assessment."""
        from municipio_seguro.views import public  # noqa: PLC0415  views import models

        return public.assessment_detail(request, self, slug)
