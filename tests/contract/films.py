"""The films with which the addresses of the films are tried."""

from typing import Any

from amuprev.foundation.addresses import area_address
from experiences.film_addresses import film_feed_address
from experiences.film_lines import copies_of
from experiences.models import Film
from experiences.services import films
from network.models import Organisation
from tests.experiences.film_factories import FilmFactory, published_film, sent_film
from tests.network.factories import editor_of_the_portal

STATES = ("draft", "sent", "approved", "hidden", "withdrawn")
SLUGS = {state: f"sv-film-{state}" for state in STATES}


def give_films(town: Organisation) -> None:
    """One film of the municipality in each state, at an address of its name."""
    editor = editor_of_the_portal()
    FilmFactory(owner=town, slug=SLUGS["draft"])
    sent_film(owner=town, slug=SLUGS["sent"])
    for state in ("approved", "hidden", "withdrawn"):
        film = published_film(owner=town)
        Film.objects.filter(pk=film.pk).update(slug=SLUGS[state])
        if state == "hidden":
            films.hide_film(film=film, by=editor)
        elif state == "withdrawn":
            films.withdraw_film(film=film, by=editor)


def _address(*parts: str) -> dict[str, Any]:
    return {"path": area_address("videos", *parts)}


def _file(_cast: Any, state: str) -> dict[str, Any]:
    film = Film.objects.select_related("current").get(
        slug=SLUGS.get(state, SLUGS["sent"])
    )
    name = copies_of(film)[0].url.rpartition("/")[2]
    return {"film": film.uuid, "name": "no-existe.mp4" if state == "missing" else name}


def _record(_cast: Any, state: str) -> dict[str, Any]:
    found = Film.objects.filter(slug=SLUGS.get(state, "")).values_list("pk", flat=True)
    return {"pk": found.first() or 999_999}


MAKERS = {
    "film": _record,
    "public-film-feed": lambda cast, state: {"path": film_feed_address()},
    "public-films": lambda cast, state: _address(),
    "public-film": lambda cast, state: _address(SLUGS.get(state, "sv-nada")),
    "film-file": _file,
}
