"""Public pages of the toolkit."""

from toolkit.views.public.feed import toolkit_feed
from toolkit.views.public.files import book_file, paper_file
from toolkit.views.public.landing import toolkit_landing
from toolkit.views.public.norm_files import norms_file
from toolkit.views.public.packs import pack_file
from toolkit.views.public.sections import toolkit_entry, toolkit_section
from toolkit.views.public.step import step_detail

__all__ = [
    "book_file",
    "norms_file",
    "pack_file",
    "paper_file",
    "step_detail",
    "toolkit_entry",
    "toolkit_feed",
    "toolkit_landing",
    "toolkit_section",
]
