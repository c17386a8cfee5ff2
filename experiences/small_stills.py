"""The still of a film as lists show it: a page of twelve weighs what one film may.

It is drawn when it is first asked for and kept in memory: a stored still never changes
under its name.
"""

from functools import lru_cache

from PIL import Image

from experiences.media.encode import light_picture
from experiences.media.limits import CARD_BYTES, CARD_WIDTH
from experiences.models.films import film_storage

MOST_KEPT = 512


@lru_cache(maxsize=MOST_KEPT)
def small_still(name: str) -> bytes:
    """A WebP of a stored still; raises FileNotFoundError where that is gone."""
    with film_storage().open(name, "rb") as file, Image.open(file) as picture:
        return light_picture(picture, CARD_WIDTH, CARD_BYTES)
