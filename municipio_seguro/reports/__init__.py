"""A published assessment in words: what page and paper tell, from its snapshot alone."""

from municipio_seguro.reports.first import report_of

__all__ = ["report_of"]
