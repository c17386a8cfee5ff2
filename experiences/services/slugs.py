"""The name in a record's address: given once, when it is published, for ever."""

from typing import Any

from django.utils.text import slugify

LONGEST_SLUG = 90


def free_slug(record: Any, *, unless: object) -> str:
    """Country and title, as `sv-consejo-de-prevencion`, with a number where it is taken;
    `unless` where neither can be written in an address."""
    words = slugify(f"{record.country} {record.title_es}")
    stem = words[:LONGEST_SLUG].strip("-") or str(unless)
    others = type(record).objects.exclude(pk=record.pk)
    slug, turn = stem, 1
    while others.filter(slug=slug).exists():
        turn += 1
        slug = f"{stem}-{turn}"
    return slug
