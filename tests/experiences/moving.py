"""Makes small films for tests: some frames and a tone, or something wrong with them."""

import array
import math
import random
import struct
from fractions import Fraction
from pathlib import Path

import av
from PIL import Image, ImageDraw

RATE = 44_100
FRAMES = 10
# The matrix of a film that is turned by a quarter to the right when it is shown.
QUARTER = bytes.fromhex(
    "00000000" "00010000" "00000000" "ffff0000" "00000000" "00000000"
    "00000000" "00000000" "40000000"
)  # fmt: skip
STRAIGHT = bytes.fromhex(
    "00010000" "00000000" "00000000" "00000000" "00010000" "00000000"
    "00000000" "00000000" "40000000"
)  # fmt: skip
# Where a WebM says how long it lasts, as a number of eight bytes.
LASTS = bytes.fromhex("448988")


def a_film(
    path: Path,
    *,
    seconds: float = 1.0,
    size: tuple[int, int] = (96, 64),
    sound: bool = True,
    codec: str = "libx264",
    noise: bool = False,
) -> Path:
    """A film at this place; the kind of file is that of its name."""
    with av.open(str(path), "w") as file:
        file.metadata["title"] = "Grabado en casa"
        pictures = file.add_stream(codec, rate=FRAMES)
        pictures.width, pictures.height = size
        pictures.pix_fmt = "yuv420p"
        voice = _voice(file) if sound else None
        for number in range(int(seconds * FRAMES)):
            frame = av.VideoFrame.from_image(_picture(size, number, noise=noise))
            frame.pts, frame.time_base = number, Fraction(1, FRAMES)
            file.mux(pictures.encode(frame))
        file.mux(pictures.encode(None))
        if voice:
            _sing(file, voice, seconds)
    return path


def a_song(path: Path) -> Path:
    """Sound without pictures."""
    with av.open(str(path), "w") as file:
        _sing(file, _voice(file), 1)
    return path


def turned(path: Path) -> Path:
    """The same film, shown turned by a quarter, as a telephone held upright films."""
    content = path.read_bytes()
    place = content.index(STRAIGHT, content.index(b"tkhd"))
    path.write_bytes(content[:place] + QUARTER + content[place + len(QUARTER) :])
    return path


def promising(path: Path, seconds: int) -> Path:
    """The same WebM, whose header says that it lasts so long."""
    content = path.read_bytes()
    place = content.index(LASTS) + len(LASTS)
    said = struct.pack(">d", seconds * 1000.0)
    path.write_bytes(content[:place] + said + content[place + len(said) :])
    return path


def _picture(size: tuple[int, int], number: int, *, noise: bool) -> Image.Image:
    if noise:
        grain = random.Random(number).randbytes(size[0] * size[1])
        return Image.frombytes("L", size, grain).convert("RGB")
    picture = Image.new("RGB", size, (20 + number, 60, 90))
    ImageDraw.Draw(picture).rectangle((4, 4, 20 + number, 20), fill=(240, 190, 60))
    return picture


def _voice(file: av.container.OutputContainer) -> av.AudioStream:
    voice = file.add_stream("aac", rate=RATE)
    voice.layout = "mono"
    return voice


def _sing(
    file: av.container.OutputContainer, voice: av.AudioStream, seconds: float
) -> None:
    for first in range(0, int(RATE * seconds), 1024):
        frame = av.AudioFrame(format="s16", layout="mono", samples=1024)
        wave = [int(6000 * math.sin(n * 0.06)) for n in range(first, first + 1024)]
        frame.planes[0].update(array.array("h", wave).tobytes())
        frame.sample_rate, frame.pts = RATE, first
        frame.time_base = Fraction(1, RATE)
        file.mux(voice.encode(frame))
    file.mux(voice.encode(None))
