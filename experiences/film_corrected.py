"""What a corrected version of a film says or shows otherwise than the published one."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.figures import weight
from experiences.choices import TrackLanguage
from experiences.film_lines import lasts
from experiences.media import webvtt
from experiences.media.spoken import as_typed, exact_clock
from experiences.models import Film, Track
from experiences.versions import Change
from experiences.wording import compared, compared_by_line

LANGUAGES = ("es", "en")


def what_changes_in_film(correction: Film) -> list[Change]:
    """Every text, fact, file and caption that differs from what is published."""
    published = correction.corrects
    if published is None:
        return []
    return [
        *_texts(published, correction),
        *_facts(published, correction),
        *_captions(published, correction),
        *_said(published, correction),
    ]


def _texts(before: Film, after: Film) -> Iterator[Change]:
    headings = {
        "title": _("Title"),
        "summary": _("What it tells"),
        "poster_alt": _("What its still picture shows"),
        "doubts": _("What is uncertain"),
    }
    for name, heading in headings.items():
        for language in LANGUAGES:
            words = [
                getattr(row, f"{name}_{language}") or "" for row in (before, after)
            ]
            if words[0] != words[1]:
                yield Change(heading, language, compared(*words))


def _facts(before: Film, after: Film) -> Iterator[Change]:
    language, after_words = language_in_use(), _told(after)
    for heading, told in _told(before).items():
        now = after_words[heading]
        if told != now:
            pieces = [("gone", told), ("same", " "), ("new", now)]
            yield Change(heading, language, [each for each in pieces if each[1]])
    if before.digest != after.digest and _file(before) == _file(after):
        words = _("Another file, which lasts and weighs the same.")
        yield Change(_("The video"), language, [("new", words)])
    if before.poster != after.poster:
        words = _("Another picture, which stands below.")
        yield Change(_("Still picture"), language, [("new", words)])


def _told(film: Film) -> dict[str, str]:
    """What is known of it, in words."""
    consent = f"{film.get_consent_purpose_display()}, {film.consent_until}"
    return {
        _("The video"): _file(film),
        _("Experience"): str(film.experience or ""),
        _("Year"): str(film.year or ""),
        _("Spoken language"): str(film.get_spoken_display()),
        _("How long it lasts, in seconds"): str(film.told_seconds or ""),
        _("Can anybody be recognised?"): str(film.get_people_shown_display()),
        _("Consent"): consent if film.consent_until else "",
        _("Rights"): f"{film.rights_holder} · {film.get_licence_display()}",
        _("Who made it"): film.credit,
        _("Sources"): "; ".join(
            " ".join(filter(None, (each.title, each.url))) for each in film.source_list
        ),
    }


def _file(film: Film) -> str:
    if film.outside is not None:
        return film.outside.as_copied
    if film.current is None:
        return ""
    return f"{lasts(film)}, {weight(film.current.size)}"


def _captions(before: Film, after: Film) -> Iterator[Change]:
    held, now = (
        {str(row): row for row in each.tracks.all()} for each in (before, after)
    )
    for name in dict.fromkeys((*held, *now)):
        words = [_lines(row) for row in (held.get(name), now.get(name))]
        if words[0] != words[1]:
            yield Change(name, language_in_use(), compared_by_line(*words))


def _lines(track: Track | None) -> str:
    """What can be read in captions, each with the moments of its beginning and end."""
    cues = webvtt.read(track.text.encode()).cues if track else ()
    return "\n".join(
        f"{exact_clock(cue.start)}–{exact_clock(cue.end)} {' '.join(cue.text.split())}"
        for cue in cues
    )


def _said(before: Film, after: Film) -> Iterator[Change]:
    for language in TrackLanguage:
        words = [
            as_typed(
                line.cue for line in each.transcript.all() if line.language == language
            )
            for each in (before, after)
        ]
        if words[0] != words[1]:
            told = compared_by_line(*words)
            yield Change(_("What is said"), language.value, told)
