"""Lets the public search find a film, and what is said in it, as they stand."""

from amuprev.foundation.search.keeping import find_again
from amuprev.foundation.search_models import SearchDocument
from experiences.film_addresses import film_address
from experiences.film_search import FILMS, SPOKEN
from experiences.models import Film


def find_film(film: Film) -> int:
    """Called after a change, in its transaction; how many documents changed."""
    changed = find_again(FILMS, [film.pk])
    lines = {str(key) for key in film.transcript.values_list("pk", flat=True)}
    if film.slug:
        # Lines that were written anew have other keys.
        for language in ("es", "en"):
            held = SearchDocument.objects.filter(
                kind=SPOKEN.kind, address__startswith=film_address(film.slug, language)
            )
            lines.update(held.values_list("key", flat=True))
    return changed + find_again(SPOKEN, lines)
