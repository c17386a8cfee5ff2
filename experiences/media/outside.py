"""Films on other sites: which film an address means, in any form that people paste."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from experiences.choices.films import Provider

LONGEST = 2_000
FIRST_ADDRESS = re.compile(
    r"(?:https?:)?//[^\s\"'<>]+|(?:[\w-]+\.)*"
    r"(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|facebook\.com|fb\.com|fb\.watch)"
    r"/[^\s\"'<>]*",
    re.IGNORECASE,
)
YOUTUBE_ID = re.compile(r"[\w-]{11}", re.ASCII)
VIMEO_ID = re.compile(r"\d{5,12}", re.ASCII)
VIMEO_HASH = re.compile(r"[0-9a-f]{8,20}", re.ASCII)
FACEBOOK_ID = re.compile(r"\d{6,20}", re.ASCII)
SHARED = re.compile(r"[\w-]{6,40}", re.ASCII)
SPAN = re.compile(r"(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?", re.ASCII)
YOUTUBE_PATHS = ("shorts", "embed", "live", "v", "e")
LAST_SECOND = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Outside:
    """A film of another site: whose, which, its key where it is unlisted, from where."""

    provider: Provider
    number: str
    key: str = ""
    second: int = 0

    @property
    def address(self) -> str:
        """Where a person who pressed is led: the form that keeps fewest cookies."""
        if self.provider == Provider.YOUTUBE:
            start = f"?start={self.second}" if self.second else ""
            return f"https://www.youtube-nocookie.com/embed/{self.number}{start}"
        if self.provider == Provider.VIMEO:
            key = f"&h={self.key}" if self.key else ""
            at = f"#t={self.second}s" if self.second else ""
            return f"https://player.vimeo.com/video/{self.number}?dnt=1{key}{at}"
        if self.number.startswith("fb.watch/"):
            return f"https://{self.number}/"
        if self.number.startswith("share/"):
            return f"https://www.facebook.com/{self.number}/"
        return f"https://www.facebook.com/watch/?v={self.number}"

    @property
    def as_copied(self) -> str:
        """The same as that site gives it to be copied, for whoever corrects it here."""
        if self.provider == Provider.YOUTUBE:
            at = f"&t={self.second}s" if self.second else ""
            return f"https://www.youtube.com/watch?v={self.number}{at}"
        if self.provider == Provider.VIMEO:
            key = f"/{self.key}" if self.key else ""
            at = f"#t={self.second}s" if self.second else ""
            return f"https://vimeo.com/{self.number}{key}{at}"
        return self.address


class NotAFilm(Exception):  # noqa: N818  it is an answer, not an error
    """An address that names no film we can point to: why, by code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def film_at(pasted: str) -> Outside:
    """The film that the pasted words name; raises NotAFilm."""
    if len(pasted) > LONGEST:
        raise NotAFilm("no_address")
    found = FIRST_ADDRESS.search(pasted.replace("&amp;", "&"))
    if found is None:
        raise NotAFilm("no_address")
    return _named(found.group().rstrip(".,;:)]»"), depth=0)


def _named(address: str, *, depth: int) -> Outside:
    bare = re.sub(r"\A(?:https?:)?//", "", address, flags=re.IGNORECASE)
    try:
        whole = urlsplit(f"https://{bare}")
        host = (whole.hostname or "").lower().removeprefix("www.")
    except ValueError as fault:
        raise NotAFilm("no_address") from fault
    inner = _wrapped(host, whole)
    if inner and depth == 0:
        return _named(inner, depth=1)
    for hosts, reader in READERS:
        if any(host == each or host.endswith(f".{each}") for each in hosts):
            return reader(host, whole)
    raise NotAFilm("other_site")


def _wrapped(host: str, whole: SplitResult) -> str:
    """The address that a link of Facebook or a player of Facebook carries inside."""
    asked = parse_qs(whole.query)
    if host in ("l.facebook.com", "lm.facebook.com"):
        return asked.get("u", [""])[0]
    if host.endswith("facebook.com") and whole.path.startswith("/plugins/"):
        return asked.get("href", [""])[0]
    return ""


def _parts(whole: SplitResult) -> list[str]:
    return [unquote(part) for part in whole.path.split("/") if part]


def _youtube(host: str, whole: SplitResult) -> Outside:
    asked, parts = parse_qs(whole.query), _parts(whole)
    if host == "youtu.be":
        number = parts[0] if parts else ""
    elif parts[:1] == ["watch"]:
        number = asked.get("v", parts[1:2] or [""])[0]
    elif len(parts) > 1 and parts[0] in YOUTUBE_PATHS:
        number = parts[1]
    else:
        raise NotAFilm("no_film")
    if not YOUTUBE_ID.fullmatch(number):
        raise NotAFilm("no_film")
    anchor = parse_qs(whole.fragment)
    said = asked.get("t") or asked.get("start") or anchor.get("t") or ["0"]
    return Outside(Provider.YOUTUBE, number, second=_seconds(said[0]))


def _vimeo(_host: str, whole: SplitResult) -> Outside:
    parts, asked = _parts(whole), parse_qs(whole.query)
    place = next((n for n, part in enumerate(parts) if VIMEO_ID.fullmatch(part)), None)
    if place is None:
        raise NotAFilm("no_film")
    if parts[0] in ("showcase", "album") and place == 1:
        # The number of the collection; that of the film comes after it.
        rest = [part for part in parts[2:] if VIMEO_ID.fullmatch(part)]
        if not rest:
            raise NotAFilm("no_film")
        place = parts.index(rest[0], 2)
    after = parts[place + 1] if len(parts) > place + 1 else ""
    key = asked.get("h", [after])[0]
    second = _seconds(parse_qs(whole.fragment).get("t", ["0"])[0])
    key = key if VIMEO_HASH.fullmatch(key) else ""
    return Outside(Provider.VIMEO, parts[place], key, second)


def _facebook(host: str, whole: SplitResult) -> Outside:
    parts, asked = _parts(whole), parse_qs(whole.query)
    if host == "fb.watch":
        if parts and SHARED.fullmatch(parts[0]):
            return Outside(Provider.FACEBOOK, f"fb.watch/{parts[0]}")
        raise NotAFilm("no_film")
    if parts[:1] == ["share"]:
        if len(parts) > 2 and parts[1] in ("v", "r") and SHARED.fullmatch(parts[2]):
            return Outside(Provider.FACEBOOK, f"share/{parts[1]}/{parts[2]}")
        raise NotAFilm("no_film")
    number = _facebook_number(parts, asked)
    if not FACEBOOK_ID.fullmatch(number):
        raise NotAFilm("no_film")
    return Outside(Provider.FACEBOOK, number)


def _facebook_number(parts: list[str], asked: dict[str, list[str]]) -> str:
    if parts[:1] in (["watch"], ["video.php"]):
        return asked.get("v", [""])[0]
    if parts[:1] == ["reel"]:
        return parts[1] if len(parts) > 1 else ""
    if "videos" in parts:
        after = parts[parts.index("videos") + 1 :]
        return next((part for part in reversed(after) if part.isdigit()), "")
    return ""


def _seconds(said: str) -> int:
    found = SPAN.fullmatch(said.strip())
    if found is None:
        return 0
    hours, minutes, seconds = (int((part or "0")[:7]) for part in found.groups())
    return min((hours * 60 + minutes) * 60 + seconds, LAST_SECOND)


READERS: tuple[tuple[tuple[str, ...], Callable[[str, SplitResult], Outside]], ...] = (
    (("youtube.com", "youtube-nocookie.com", "youtu.be"), _youtube),
    (("vimeo.com",), _vimeo),
    (("facebook.com", "fb.com", "fb.watch"), _facebook),
)
