"""The light copy of a photo of an exchange: drawn once a day by whoever asks first."""

from django.core.cache import cache

from amuprev.foundation.uploads import small_copy
from twinnings.models import ExchangePhoto

KEPT = 24 * 3600


def small_photo(photo: ExchangePhoto) -> bytes:
    """A WebP for pages; raises FileNotFoundError where the photo itself is away."""
    known = f"exchange-photo-small:{photo.sha256}"
    kept: bytes | None = cache.get(known)
    if kept is None:
        with photo.file.open("rb") as stored:
            kept = small_copy(stored.read()).read()
        cache.set(known, kept, KEPT)
    return kept
