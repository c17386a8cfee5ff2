"""Verbs of films; this file only re-exports them."""

from experiences.services.films.completeness import missing_of_film
from experiences.services.films.copies import (
    ask_for_renditions,
    can_be_tried_again,
    try_again,
)
from experiences.services.films.corrections import (
    open_film_correction,
    start_film_correction,
)
from experiences.services.films.files import also_in, attach_film, sweep_film_files
from experiences.services.films.history import give_own_film, record_film
from experiences.services.films.review import (
    end_film_consents,
    hide_film,
    publish_film,
    reopen_film,
    return_film,
    show_film,
    submit_film,
    withdraw_film,
)
from experiences.services.films.stills import choose_poster
from experiences.services.films.tracks import (
    remove_track,
    restore_piece,
    review_said,
    review_track,
    save_track,
    save_transcript,
)
from experiences.services.films.writing import StaleFilm, save_film, start_film

__all__ = [
    "StaleFilm",
    "also_in",
    "ask_for_renditions",
    "attach_film",
    "can_be_tried_again",
    "choose_poster",
    "end_film_consents",
    "give_own_film",
    "hide_film",
    "missing_of_film",
    "open_film_correction",
    "publish_film",
    "record_film",
    "remove_track",
    "reopen_film",
    "restore_piece",
    "return_film",
    "review_said",
    "review_track",
    "save_film",
    "save_track",
    "save_transcript",
    "show_film",
    "start_film",
    "start_film_correction",
    "submit_film",
    "sweep_film_files",
    "try_again",
    "withdraw_film",
]
