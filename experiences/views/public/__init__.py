"""Public pages of the experiences."""

from experiences.views.public.compare import experience_compare
from experiences.views.public.detail import experience_detail, experience_versions
from experiences.views.public.feed import experience_feed, film_feed
from experiences.views.public.files import experience_file, experience_piece
from experiences.views.public.films import film_detail, film_list
from experiences.views.public.list import experience_list

__all__ = [
    "experience_compare",
    "experience_detail",
    "experience_feed",
    "experience_file",
    "experience_list",
    "experience_piece",
    "experience_versions",
    "film_detail",
    "film_feed",
    "film_list",
]
