"""Model documents on paper: put together for a country or a municipality, as DOCX or PDF."""

from toolkit.documents.paper import Paper, document_paper, minutes_paper
from toolkit.documents.sheets import as_pdf
from toolkit.documents.word import as_docx

__all__ = ["Paper", "as_docx", "as_pdf", "document_paper", "minutes_paper"]
