"""The public list of films, and one film with its player and what is said in it."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.models import Page

from amuprev.foundation.addresses import area_address, language_in_use
from amuprev.foundation.data_saving import (
    kept_choice,
    saves_data,
    switch_address,
    told_apart,
    with_choice,
)
from experiences.choices import RenditionKind, TrackKind
from experiences.film_addresses import (
    film_address,
    film_feed_address,
    media_address,
)
from experiences.film_filters import FilmFilter
from experiences.film_lines import (
    PICTURES,
    caption_languages,
    card_of,
    copies_of,
    language_choices,
    lasts,
    lasts_in_words,
    served_tracks,
    spoken_words,
    state_words,
    still_of,
    told_of,
    track_name,
    where_of,
)
from experiences.film_linked import film_linked
from experiences.media.spoken import Sentence, sentences, short_clock
from experiences.models import Film
from network.addresses import country_address, organisation_address

LANGUAGES = ("es", "en")
PAGE_LENGTH = 12
LAST_PAGE = 10_000
LAST_SECOND = 24 * 60 * 60


def film_list(request: HttpRequest, page: Page) -> HttpResponse:
    """The films, a page at a time: those that can be watched first."""
    form = FilmFilter(request.GET)
    number = _number(request.GET.get("page"), LAST_PAGE) or 1
    found = form.narrow(Film.objects.public()).newest_first().for_lists()
    first = (number - 1) * PAGE_LENGTH
    rows = list(found[first : first + PAGE_LENGTH + 1])
    saving, kept = saves_data(request), kept_choice(request)
    context = {
        "page": page,
        "form": form,
        "active": form.active,
        "cards": [card_of(row, saving=saving, kept=kept) for row in rows[:PAGE_LENGTH]],
        "next_url": _page_of(request, number + 1) if len(rows) > PAGE_LENGTH else "",
        "previous_url": _page_of(request, number - 1) if number > 1 else "",
        "clear_url": with_choice(area_address("videos"), kept),
        "saving": saving,
        "feed_url": film_feed_address(),
        "switch_url": switch_address(request, saving=saving),
        "record_alternates": {
            code: area_address("videos", language=code) for code in LANGUAGES
        },
    }
    return told_apart(render(request, "experiences/public/films.html", context))


def public_film(slug: str) -> Any:
    """A film the world may watch now, or not found without a hint."""
    films = Film.objects.public().filter(slug=slug).for_lists()
    film = films.prefetch_related("transcript").first()
    if film is None:
        raise Http404
    return film


def film_detail(request: HttpRequest, page: Page, slug: str) -> HttpResponse:
    """One film: its player, what it weighs, what is said in it and by whose right."""
    film = public_film(slug)
    saving, kept = saves_data(request), kept_choice(request)
    title, title_language = told_of(film, "title")
    second = _number(request.GET.get("t"), LAST_SECOND)
    said, said_language = what_is_said(film)
    owner = film.owner
    context = {
        "page": page,
        "film": film,
        "title": title,
        "title_language": title_language,
        "where": where_of(film),
        "state": state_words(film),
        "player": player_of(request, film, second=second, saving=saving, kept=kept),
        "lasts": lasts(film),
        "lasts_words": lasts_in_words(film),
        "spoken": spoken_words(film),
        "captions": caption_languages(film),
        "said": [_line(film, each, second, kept) for each in said],
        "said_language": said_language,
        "said_foreign": bool(said) and said_language != language_in_use(),
        "second": second,
        "saving": saving,
        "switch_url": switch_address(request, saving=saving),
        "owner_url": organisation_address(owner.kind, owner.slug)
        if owner.shown
        else "",
        "country_url": country_address(film.country),
        "experience_url": _experience_address(film, kept),
        "linked": film_linked(film, said),
        "address": request.build_absolute_uri(film_address(slug)),
        "record_alternates": {code: film_address(slug, code) for code in LANGUAGES},
        "crumbs": [
            {"title": _("Home"), "url": f"/{page.locale.language_code}/"},
            {"title": page.title, "url": with_choice(area_address("videos"), kept)},
        ],
    }
    return told_apart(render(request, "experiences/public/film.html", context))


def player_of(
    request: HttpRequest, film: Film, *, second: int, saving: bool, kept: str
) -> dict[str, Any]:
    """What the player shows: the chosen copy, the others as links, the tracks."""
    copies = copies_of(film)
    pictures = [each for each in copies if each.kind in PICTURES]
    asked = request.GET.get("quality", "")
    chosen = next((each for each in pictures if each.kind == asked), None)
    chosen = chosen or (pictures[0] if pictures else None)
    qualities = [
        {
            "copy": each,
            "url": f"?{urlencode(_asked(quality=each.kind, t=second, data=kept))}#player",
            "current": each is chosen,
        }
        for each in pictures
    ]
    return {
        "chosen": chosen,
        "at": f"#t={second}" if second else "",
        "qualities": qualities,
        "sound": next(
            (each for each in copies if each.kind == RenditionKind.AUDIO), None
        ),
        "still": still_of(film),
        "saving": saving,
        "tracks": _tracks(film),
        "outside": film.outside,
        "being_made": film.is_own,
        "site": film.get_provider_display(),
        "owner": film.owner.slug,
        "contact_url": area_address("contact"),
    }


def what_is_said(film: Film) -> tuple[list[Sentence], str]:
    """Its sentences in the reader's language, else in the one there is."""
    lines: dict[str, list] = {}
    for line in film.transcript.all():
        if not line.is_served:
            continue
        lines.setdefault(line.language, []).append(line.cue)
    for language in dict.fromkeys((language_in_use(), *LANGUAGES)):
        if language in lines:
            return list(sentences(lines[language])), language
    return [], ""


def _tracks(film: Film) -> list[dict[str, Any]]:
    """Captions of the reader's language are shown from the start."""
    active = language_in_use()
    rows = sorted(served_tracks(film), key=lambda row: row.language != active)
    first = next((row for row in rows if row.kind == TrackKind.CAPTIONS), None)
    return [
        {
            "kind": row.kind,
            "language": row.language,
            "label": dict(language_choices())[row.language],
            "url": media_address(film.uuid, track_name(row)),
            "default": row is first,
        }
        for row in rows
    ]


def _line(film: Film, said: Sentence, second: int, kept: str) -> dict[str, Any]:
    return {
        "second": said.second,
        "end": said.end / 1000,
        "clock": short_clock(said.start),
        "text": said.text,
        "url": film_address(film.slug or "", second=said.second, saving=kept),
        "current": bool(second) and said.start // 1000 <= second < said.end / 1000,
    }


def _experience_address(film: Film, kept: str) -> str:
    """Where the experience is read that it tells of, if the world may."""
    experience = film.experience
    if experience is None or not experience.is_public:
        return ""
    return with_choice(experience.get_absolute_url(), kept)


def _asked(**values: Any) -> list[tuple[str, Any]]:
    return [(name, value) for name, value in values.items() if value]


def _number(text: str | None, most: int) -> int:
    plain = (text or "").removesuffix("s")
    if not (plain.isascii() and plain.isdecimal()) or len(plain) > 9:
        return 0
    return min(int(plain), most)


def _page_of(request: HttpRequest, number: int) -> str:
    kept = [(name, value) for name, value in request.GET.items() if name != "page"]
    return "?" + urlencode([*kept, ("page", number)])
