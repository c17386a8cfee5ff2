"""What is made of a film: light copies, its sound alone, one still; run apart.

`python -m experiences.media.encode KIND SOURCE TARGET` prints how far it is, in
hundredths, one number a line.
"""

import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
from av.error import FFmpegError
from av.filter import Graph
from PIL import Image

from experiences.media.limits import POSTER_BYTES, POSTER_WIDTH

Tell = Callable[[int], None]
TURNS = {90: ["cclock"], 270: ["clock"], 180: ["clock", "clock"]}
# A file of today's telephones may hold a few frames that nobody can read.
MOST_FAULTS = 200


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a copy is made: what a cheap telephone plays, and a ceiling of bytes."""

    height: int
    frames: int
    quality: int
    most_video: int
    audio: int


RECIPES = {
    "240p": Recipe(height=240, frames=20, quality=29, most_video=140_000, audio=32_000),
    "480p": Recipe(height=480, frames=25, quality=26, most_video=700_000, audio=64_000),
}
SOUND_ALONE = 48_000
RATE = 44_100


def make_copy(source: str, target: str, recipe: Recipe, tell: Tell) -> None:
    """H.264 with AAC in one MP4 that plays while it arrives; nothing said about who
    filmed it, where or with what."""
    with av.open(source) as read, _opened(target) as written:
        picture = read.streams.video[0]
        sound = next(iter(read.streams.audio), None)
        graph: _Graph | None = None
        pictures = written.add_stream("libx264", rate=recipe.frames)
        pictures.options = _x264(recipe)
        voice: Any = _voice(written, recipe.audio) if sound else None
        for frame in _frames(read, [each for each in (picture, sound) if each], tell):
            if isinstance(frame, av.AudioFrame):
                written.mux(voice.encode(frame))
                continue
            if graph is None:
                graph = _Graph(picture, frame, recipe)
                pictures.width, pictures.height = graph.width, graph.height
                pictures.pix_fmt = "yuv420p"
                pictures.time_base = Fraction(1, recipe.frames)
            for small in graph.passed(frame):
                written.mux(pictures.encode(small))
        if graph is not None:
            for small in graph.passed(None):
                written.mux(pictures.encode(small))
        written.mux(pictures.encode(None))
        if voice:
            written.mux(voice.encode(None))


def make_sound(source: str, target: str, tell: Tell) -> None:
    """The sound alone, AAC in an M4A: every telephone plays it."""
    with av.open(source) as read, _opened(target) as written:
        sound = next(iter(read.streams.audio), None)
        if sound is None:
            raise ValueError("no sound")
        voice = _voice(written, SOUND_ALONE)
        for frame in _frames(read, [sound], tell):
            written.mux(voice.encode(frame))
        written.mux(voice.encode(None))


def make_poster(source: str, target: str, tell: Tell) -> None:
    """One still, from a tenth of the way, of at most 20 KB."""
    with av.open(source) as read:
        stream = read.streams.video[0]
        if read.duration:
            read.seek(int(read.duration / 10))
        for frame in _frames(read, [stream], lambda _part: None):
            picture = frame.to_image()
            turns = int(getattr(frame, "rotation", 0) or 0) % 360
            if turns:
                picture = picture.rotate(turns, expand=True)
            Path(target).write_bytes(light_picture(picture))
            tell(100)
            return
    raise ValueError("no frame")


def light_picture(
    picture: Image.Image, width: int = POSTER_WIDTH, most: int = POSTER_BYTES
) -> bytes:
    """A WebP of at most 20 KB, or so many: first its quality falls, then its width."""
    plain = picture.convert("RGB")
    while True:
        small = plain.copy()
        small.thumbnail((width, width))
        for quality in (75, 60, 45, 30):
            file = io.BytesIO()
            small.save(file, "WEBP", quality=quality, method=4)
            if file.tell() <= most:
                return file.getvalue()
        width = width * 3 // 4


class _Graph:
    """Turns a film the right way up, makes it small and evens out its frames."""

    def __init__(self, stream: Any, frame: Any, recipe: Recipe) -> None:
        turn = TURNS.get(int(getattr(frame, "rotation", 0) or 0) % 360, [])
        sideways = len(turn) == 1
        tall = frame.width if sideways else frame.height
        wide = frame.height if sideways else frame.width
        shown = min(recipe.height, min(tall, wide))
        scale = Fraction(shown, min(tall, wide))
        self.width = max(2, round(wide * scale / 2) * 2)
        self.height = max(2, round(tall * scale / 2) * 2)
        graph = Graph()
        links = [graph.add_buffer(template=stream, time_base=stream.time_base)]
        links += [graph.add("transpose", f"dir={each}") for each in turn]
        links.append(graph.add("scale", f"{self.width}:{self.height}"))
        links.append(graph.add("setsar", "1"))
        links.append(graph.add("fps", f"fps={recipe.frames}"))
        links.append(graph.add("format", "yuv420p"))
        links.append(graph.add("buffersink"))
        for first, second in pairwise(links):
            first.link_to(second)
        graph.configure()
        self.graph = graph

    def passed(self, frame: Any) -> Iterator[Any]:
        """The frames that come out for one that goes in; None is the end."""
        self.graph.push(frame)
        while True:
            try:
                yield self.graph.pull()
            except (av.error.BlockingIOError, av.error.EOFError):
                return


def _opened(target: str) -> Any:
    kind = "ipod" if target.endswith(".m4a") else "mp4"
    return av.open(
        target,
        "w",
        format=kind,
        options={"movflags": "+faststart", "fflags": "+bitexact"},
    )


def _x264(recipe: Recipe) -> dict[str, str]:
    most = recipe.most_video
    return {
        "preset": "veryfast",
        "profile": "main",
        "crf": str(recipe.quality),
        "maxrate": str(most),
        "bufsize": str(most * 2),
        "threads": "2",
        "g": str(recipe.frames * 4),
    }


def _voice(written: Any, rate: int) -> Any:
    voice = written.add_stream("aac", rate=RATE)
    voice.bit_rate = rate
    voice.layout = "mono"
    return voice


def _frames(read: Any, streams: list[Any], tell: Tell) -> Iterator[Any]:
    """Every frame that can be read, telling now and then how far it is."""
    whole = read.duration / 1_000_000 if read.duration else 0
    told = faults = 0
    for packet in read.demux(streams):
        try:
            yield from packet.decode()
        except FFmpegError:
            faults += 1
            if faults > MOST_FAULTS:
                raise
        if whole and packet.pts is not None:
            part = min(99, int(100 * float(packet.pts * packet.time_base) / whole))
            if part > told:
                told = part
                tell(part)


def main(kind: str, source: str, target: str) -> None:
    """Make one thing of the film."""
    if kind == "poster":
        make_poster(source, target, _say)
    elif kind == "audio":
        make_sound(source, target, _say)
    else:
        make_copy(source, target, RECIPES[kind], _say)
    _say(100)


def _say(part: int) -> None:
    sys.stdout.write(f"{part}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:4])
