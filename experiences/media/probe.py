"""What a file that calls itself a film holds; run apart, for it reads strangers' bytes.

`python -m experiences.media.probe FILE` prints one line of JSON: what was measured, or
the code of why it is no film.
"""

import json
import sys
from dataclasses import asdict, dataclass
from typing import Any

import av
from av.error import FFmpegError

from experiences.media.limits import (
    LONGEST_MS,
    MOST_PIXELS,
    SHORTEST_MS,
    SLACK_MS,
    SLACK_SHARE,
)

ROUND = 360


@dataclass(frozen=True, slots=True)
class Measured:
    """A film that can be played, as it is seen: turned the right way up."""

    duration: int
    width: int
    height: int
    rotation: int
    container: str
    video_codec: str
    audio_codec: str


class NotAFilm(Exception):  # noqa: N818  it is an answer, not an error
    """A file that is refused: why, by code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def measure(path: str) -> Measured:
    """Read a film through; raises NotAFilm with the code of what is wrong."""
    try:
        with av.open(path) as container:
            return _measured(container)
    except FFmpegError as fault:
        raise NotAFilm("not_a_film" if _is_not_one(path) else "damaged") from fault


def _is_not_one(path: str) -> bool:
    """True where not even the first bytes are those of a film."""
    with open(path, "rb") as file:  # noqa: PTH123  also pipes
        head = file.read(64)
    known = (
        head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide"),
        head[:4] == b"\x1aE\xdf\xa3",
    )
    riff = head[:4] == b"RIFF" and head[8:12] == b"AVI "
    return not (any(known) or riff)


def _measured(container: Any) -> Measured:
    stream = _stream(container)
    promised = _promised(container, stream)
    if promised > LONGEST_MS:
        raise NotAFilm("too_long")
    rotation = _rotation(container, stream)
    length = _read_through(container)
    _refuse_length(length, promised)
    sound = [each for each in container.streams.audio if each.codec_context]
    turned = rotation % 180 == 90
    return Measured(
        duration=length,
        width=stream.height if turned else stream.width,
        height=stream.width if turned else stream.height,
        rotation=rotation,
        container=container.format.name.split(",")[0],
        video_codec=stream.codec_context.name,
        audio_codec=sound[0].codec_context.name if sound else "",
    )


def _stream(container: Any) -> Any:
    """The moving pictures, if they can be read at all."""
    if _is_picture(container.format.name):
        raise NotAFilm("not_a_film")
    pictures = [stream for stream in container.streams.video if _moves(stream)]
    if not pictures:
        raise NotAFilm("no_pictures" if container.streams.audio else "not_a_film")
    if pictures[0].codec_context is None:
        raise NotAFilm("odd_codec")
    if pictures[0].width * pictures[0].height > MOST_PIXELS:
        raise NotAFilm("too_large")
    return pictures[0]


def _refuse_length(length: int, promised: int) -> None:
    if length < SHORTEST_MS:
        raise NotAFilm("too_short")
    if length > LONGEST_MS:
        raise NotAFilm("too_long")
    if promised and length + SLACK_MS + promised * SLACK_SHARE < promised:
        raise NotAFilm("truncated")


def _is_picture(name: str) -> bool:
    """True for pictures and texts, which the library would also play."""
    return name.endswith("_pipe") or name in ("image2", "gif", "apng", "tty", "webp")


def _moves(stream: Any) -> bool:
    """False for the cover of a song, which is a picture and no film."""
    return not stream.disposition & av.stream.Disposition.attached_pic


def _promised(container: Any, stream: Any) -> int:
    """How long the header says it lasts; 0 where it does not say."""
    if container.duration:
        return int(container.duration / 1000)
    if stream.duration and stream.time_base:
        return int(stream.duration * stream.time_base * 1000)
    return 0


def _rotation(container: Any, stream: Any) -> int:
    """By how much its first frame is to be turned; a film none of whose first frames
    can be read is refused."""
    faults = 0
    for packet in container.demux(stream):
        try:
            for frame in packet.decode():
                return int(getattr(frame, "rotation", 0) or 0) % ROUND
        except FFmpegError:
            faults += 1
            if faults > 50:
                break
    raise NotAFilm("odd_codec" if faults <= 50 else "damaged")


def _read_through(container: Any) -> int:
    """Where the last packet ends, whatever the header says."""
    container.seek(0)
    last = 0.0
    for packet in container.demux():
        if packet.stream.type not in ("video", "audio") or packet.pts is None:
            continue
        end = (packet.pts + (packet.duration or 0)) * packet.time_base
        last = max(last, float(end))
    return int(last * 1000)


def main(path: str) -> dict[str, Any]:
    """What is printed of the file."""
    try:
        return {"film": asdict(measure(path))}
    except NotAFilm as refusal:
        return {"refused": refusal.code}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1])))
