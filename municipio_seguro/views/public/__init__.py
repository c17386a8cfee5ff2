"""Public pages of Municipio Seguro."""

from municipio_seguro.views.public.detail import assessment_detail
from municipio_seguro.views.public.feed import assessment_feed
from municipio_seguro.views.public.files import assessment_file
from municipio_seguro.views.public.first_look import first_look
from municipio_seguro.views.public.instrument import dimension, instrument, paper_form
from municipio_seguro.views.public.landing import landing

__all__ = [
    "assessment_detail",
    "assessment_feed",
    "assessment_file",
    "dimension",
    "first_look",
    "instrument",
    "landing",
    "paper_form",
]
