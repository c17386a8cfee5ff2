"""The name in a twinning's address: given once, when it is published, for ever."""

from django.utils.text import slugify

from twinnings.addresses import TAKEN_WORDS
from twinnings.models import Twinning

LONGEST_SLUG = 90


def free_slug(twinning: Twinning) -> str:
    """The names of its parties, with a number where they are taken."""
    words = slugify(twinning.title_es or "")
    stem = words[:LONGEST_SLUG].strip("-") or str(twinning.pk)
    others = Twinning.objects.exclude(pk=twinning.pk)
    slug, turn = stem, 1
    while slug in TAKEN_WORDS or others.filter(slug=slug).exists():
        turn += 1
        slug = f"{stem}-{turn}"
    return slug
