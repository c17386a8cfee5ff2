"""Draws the portal's own short film: how to watch a video with little data.

`python -m experiences.media.own_film TARGET` writes it. It stands drawn in
experiences/content/film; the same program gives the same pictures again.
"""

import array
import math
import sys
import unicodedata
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
from PIL import Image, ImageDraw, ImageFont

SIZE = (640, 360)
FRAMES = 10
RATE = 22_050
SCENE = 5
NIGHT, PAPER, LAMP, SKY, MIST = "#16324a", "#fbf8f2", "#f2b134", "#d9e6ef", "#55606b"
# What each scene shows, in the order of the captions beside this file.
SCENES = ("title", "card", "light", "sound", "words", "captions")
ACUTE = "\N{COMBINING ACUTE ACCENT}"
NOTES = (262, 330, 392, 330, 294, 262)


def draw(target: Path) -> None:
    """Write the film to this place."""
    with av.open(str(target), "w", options={"movflags": "+faststart"}) as file:
        pictures = file.add_stream("libx264", rate=FRAMES)
        pictures.width, pictures.height = SIZE
        pictures.pix_fmt = "yuv420p"
        pictures.options = {"preset": "slow", "crf": "28", "tune": "animation"}
        voice = file.add_stream("aac", rate=RATE)
        voice.layout, voice.bit_rate = "mono", 32_000
        for number in range(len(SCENES) * SCENE * FRAMES):
            scene, step = divmod(number, SCENE * FRAMES)
            picture = _scene(SCENES[scene], step / (SCENE * FRAMES))
            frame = av.VideoFrame.from_image(picture)
            frame.pts, frame.time_base = number, Fraction(1, FRAMES)
            file.mux(pictures.encode(frame))
        file.mux(pictures.encode(None))
        _sing(file, voice)


def _scene(name: str, part: float) -> Image.Image:
    picture = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, SIZE[0], 12), fill=LAMP)
    {
        "title": _title,
        "card": _card,
        "light": _light,
        "sound": _sound,
        "words": _words,
        "captions": _captions,
    }[name](pen, part)
    pen.rectangle((0, 352, int(SIZE[0] * part), 360), fill=NIGHT)
    return picture


def _letters(
    pen: Any, at: tuple[int, int], text: str, size: int, fill: str = NIGHT
) -> None:
    """Words with their accents, which the letters that come with Pillow lack."""
    font = ImageFont.load_default(size)
    plain = ""
    for letter in text:
        base, *marks = list(unicodedata.normalize("NFD", letter))
        if marks:
            middle = at[0] + font.getlength(plain) + font.getlength(base) / 2
            _accent(pen, (middle, at[1] + size * 0.2), size, marks[0], fill)
        plain += base
    pen.text(at, plain, fill=fill, font=font)


def _accent(pen: Any, at: tuple[float, float], size: int, mark: str, fill: str) -> None:
    x, y = at
    wide = max(2, size // 14)
    if mark == ACUTE:
        pen.line(
            (x - size * 0.03, y + size * 0.06, x + size * 0.1, y - size * 0.08),
            fill,
            wide,
        )
    else:
        pen.line(
            (x - size * 0.14, y + size * 0.03, x + size * 0.14, y - size * 0.02),
            fill,
            wide,
        )


def _phone(pen: Any, left: int = 60) -> tuple[int, int, int, int]:
    """A telephone; the place of its screen."""
    pen.rounded_rectangle((left, 40, left + 170, 330), 22, fill=NIGHT)
    screen = (left + 10, 64, left + 160, 306)
    pen.rectangle(screen, fill="#ffffff")
    return screen


def _play(pen: Any, middle: tuple[int, int], size: int) -> None:
    x, y = middle
    pen.ellipse((x - size, y - size, x + size, y + size), fill=LAMP)
    half = size // 2
    pen.polygon(
        ((x - half // 2, y - half), (x - half // 2, y + half), (x + half, y)),
        fill=NIGHT,
    )


def _title(pen: Any, part: float) -> None:
    _play(pen, (320, 120), 44 + round(4 * math.sin(part * math.tau * 2)))
    _letters(pen, (112, 200), "Un video con pocos datos", 36)
    _letters(pen, (156, 256), "A video with little data", 30, MIST)


def _card(pen: Any, part: float) -> None:
    left, top, right, _bottom = _phone(pen)
    pen.rectangle((left, top, right, top + 84), fill=SKY)
    _play(pen, (left + 75, top + 42), 22)
    for row, text in enumerate(("3:05", "240p   4 MB", "480p  14 MB")):
        if part * 5 > row:
            _letters(pen, (left + 12, top + 100 + row * 40), text, 22)
    _letters(pen, (270, 120), "Primero dice", 34)
    _letters(pen, (270, 164), "cuánto dura", 34)
    _letters(pen, (270, 208), "y cuánto pesa", 34)


def _light(pen: Any, part: float) -> None:
    grown = min(1.0, part * 2)
    for row, (name, weight) in enumerate((("240p", 4), ("480p", 14))):
        top = 120 + row * 90
        _letters(pen, (60, top + 8), name, 30)
        length = int(weight * 26 * grown)
        pen.rounded_rectangle(
            (160, top, 166 + length, top + 54), 8, fill=LAMP if row == 0 else NIGHT
        )
        _letters(pen, (178 + length, top + 10), f"{weight} MB", 26, MIST)
    _letters(pen, (60, 50), "La copia liviana gasta menos", 34)


def _sound(pen: Any, part: float) -> None:
    left, top, right, bottom = _phone(pen)
    for bar in range(9):
        high = 20 + round(46 * abs(math.sin(part * 9 + bar * 0.8)))
        x, middle = left + 12 + bar * 15, (top + bottom) // 2
        pen.rounded_rectangle((x, middle - high, x + 8, middle + high), 4, fill=NIGHT)
    _letters(pen, (270, 130), "O solo el sonido,", 34)
    _letters(pen, (270, 174), "para escuchar", 34)
    _letters(pen, (270, 218), "sin imágenes", 34)
    pen.line((left, bottom - 18, right, bottom - 18), fill=SKY, width=3)


def _words(pen: Any, part: float) -> None:
    left, top, right, _bottom = _phone(pen)
    now = int(part * 6)
    for row in range(6):
        y = top + 16 + row * 38
        if row == now:
            pen.rectangle((left, y - 6, right, y + 26), fill=SKY)
        pen.rectangle((left + 10, y, left + 34, y + 18), fill=LAMP)
        pen.rectangle(
            (left + 44, y + 3, right - 12 - (row * 23) % 50, y + 15), fill=MIST
        )
    _letters(pen, (270, 130), "Lo que se dice", 34)
    _letters(pen, (270, 174), "está escrito,", 34)
    _letters(pen, (270, 218), "con su segundo", 34)


def _captions(pen: Any, part: float) -> None:
    pen.rounded_rectangle((90, 60, 550, 300), 16, fill=NIGHT)
    _play(pen, (320, 150), 40)
    shown = "Con subtítulos en español e inglés"[: int(part * 60)]
    pen.rectangle((110, 236, 530, 284), fill="#000000")
    _letters(pen, (124, 246), shown, 24, "#ffffff")


def _sing(file: Any, voice: Any) -> None:
    whole = RATE * SCENE * len(SCENES)
    for first in range(0, whole, 1024):
        wave = [_tone(n) for n in range(first, first + 1024)]
        frame = av.AudioFrame(format="s16", layout="mono", samples=1024)
        frame.planes[0].update(array.array("h", wave).tobytes())
        frame.sample_rate, frame.pts, frame.time_base = RATE, first, Fraction(1, RATE)
        file.mux(voice.encode(frame))
    file.mux(voice.encode(None))


def _tone(sample: int) -> int:
    """One soft note at the beginning of each scene."""
    scene, within = divmod(sample, RATE * SCENE)
    note = NOTES[min(scene, len(NOTES) - 1)]
    moment = within / RATE
    loud = 5_000 * math.exp(-2.2 * moment) * min(1.0, moment * 40)
    angle = math.tau * note * moment
    return int(loud * (math.sin(angle) + 0.3 * math.sin(2 * angle)))


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
