"""What somebody read together with a film: a short mark of those words and that file."""

from hashlib import blake2b

from experiences.models import Film, Track

SHORT = 12


def mark_of_track(film: Film, track: Track) -> str:
    """Of captions or chapters, as they stand with the file that the film shows."""
    return _mark(film, track.text)


def mark_of_said(film: Film, language: str) -> str:
    """Of what is said in one language, with its moments."""
    lines = [each for each in film.transcript.all() if each.language == language]
    lines.sort(key=lambda each: each.start)
    return _mark(film, *(f"{each.start} {each.end} {each.text}" for each in lines))


def _mark(film: Film, *words: str) -> str:
    told = "\n".join((film.digest, *words))
    return blake2b(told.encode(), digest_size=SHORT).hexdigest()
