"""Municipio Seguro on paper: forms to fill by hand, and the report of an assessment."""

from municipio_seguro.papers.forms import FIRST_LOOK_NAMES, paper_form_pdf
from municipio_seguro.papers.report import report_pdf
from municipio_seguro.papers.rows import answers_csv

__all__ = ["FIRST_LOOK_NAMES", "answers_csv", "paper_form_pdf", "report_pdf"]
