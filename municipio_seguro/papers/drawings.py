"""Drawings of the report on paper: the page's own, and the matrix, readable in grey."""

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from municipio_seguro.papers.annex import Told
from toolkit.papering import Block

FOLDER = "municipio_seguro/public"
BARS_WIDE, RADAR_WIDE, MATRIX_WIDE = 130, 88, 130
# Of the matrix: where its cells begin, and how large one is.
LEFT, TOP, CELL, TALL = 110, 22, 58, 30
FILLS = {"B": "#ffffff", "M": "#ececec", "A": "#c4c4c4", "E": "#4a4a4a"}


def bars(told: Told) -> Block:
    """The dimensions as bars."""
    alt = _("Scores by dimension, from 0 to 100; the table below has the same figures")
    return _drawn(alt, "drawing-bars", {"drawing": told["drawing"]}, BARS_WIDE)


def radar(told: Told) -> Block:
    """The dimensions as an outline."""
    alt = _(
        "Radar of the scores by dimension, in the instrument's order; the table above "
        "has the same figures"
    )
    return _drawn(alt, "drawing-radar", {"radar": told["radar"]}, RADAR_WIDE)


def matrix(risks: Told) -> Block:
    """The matrix of the public risks; each cell with its letter and its pattern."""
    alt = _("Matrix of the public risks; the table below has the same risks")
    rows = [
        {
            "label": row["label"],
            "y": TOP + at * TALL,
            "cells": [_cell(cell, turn, at) for turn, cell in enumerate(row["cells"])],
        }
        for at, row in enumerate(risks["matrix"])
    ]
    impacts = [
        {"words": words, "x": LEFT + turn * CELL + CELL // 2}
        for turn, words in enumerate(risks["impacts"])
    ]
    drawing = {
        "rows": rows,
        "impacts": impacts,
        "width": LEFT + CELL * len(impacts) + 2,
        "height": TOP + TALL * len(rows) + 2,
    }
    return _drawn(alt, "drawing-matrix", {"drawing": drawing}, MATRIX_WIDE)


def _cell(cell: Mapping[str, Any], turn: int, at: int) -> dict[str, Any]:
    x, y = LEFT + turn * CELL, TOP + at * TALL
    return {
        **cell,
        "x": x,
        "y": y,
        "fill": FILLS[cell["letter"]],
        "pattern": _pattern(cell["letter"], x, y),
    }


def _pattern(letter: str, x: int, y: int) -> str:
    """Strokes that tell the levels apart without any shade: one, two or a grid."""
    lines = ""
    if letter in "AE":
        lines = "".join(
            f"M{x + far} {y}l-{TALL} {TALL}" for far in range(TALL, CELL + 1, 14)
        )
    if letter == "E":
        lines += "".join(
            f"M{x + far} {y}l{TALL} {TALL}" for far in range(0, CELL - TALL + 1, 14)
        )
    if letter == "M":
        lines = "".join(
            f"M{x + far} {y + down}h1.5"
            for far in range(6, CELL, 10)
            for down in range(6, TALL, 9)
        )
    return lines


def _drawn(alt: str, name: str, context: dict[str, Any], wide: int) -> Block:
    drawing = render_to_string(f"{FOLDER}/{name}.html", context)
    return Block("drawing", alt, drawing=drawing.strip(), wide=wide)
