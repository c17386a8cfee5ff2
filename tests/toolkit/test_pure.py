"""Model documents as blocks, progress by phase, norms as a graph: plain values only."""

import datetime
from types import SimpleNamespace

import pytest

from toolkit.papering import (
    BLANK,
    Block,
    Filling,
    blocks_of,
    faults_of_model,
    filled,
)
from toolkit.progress import next_steps, progress_by_phase
from toolkit.relating import closes_a_circle, comes_too_early

ODD = [
    'Comité «La "Paz" & Más» <b>',
    "{{ municipality }} {% now %}",
    "[[country]] [[body]] @members",
    "# No es título\n| no | es | tabla |",
    "\\u0000 ]]> &amp;",
]


@pytest.mark.parametrize("odd", ODD)
def test_what_is_written_in_a_place_is_never_read_as_a_mark(odd):
    words = {"body": odd, "country": "Honduras", "municipality": "Yoro"}
    filling = Filling(words=words)
    (block,) = blocks_of("Acta de [[body]] en [[municipality]].", filling)
    assert block == Block("paragraph", f"Acta de {odd} en Yoro.")
    (table,) = blocks_of("| Dice | [[body]] |", filling)
    assert table.rows == (("Dice", odd),)


def test_a_place_that_nobody_filled_is_a_line_to_write_on():
    filling = Filling(words={"date": " "}, labels={"date": "fecha"})
    assert filled("El [[date]] en [[place]]", filling) == (
        f"El {BLANK} (fecha) en {BLANK}"
    )


def test_headings_lists_tables_and_lines():
    text = "# Uno\n\n## Dos\n- a\n1. b\n| N.º | Acción |\n@rows 2\n@lines 4\n@agenda"
    agenda = [Block("numbered", "Bienvenida")]
    blocks = blocks_of(text, Filling(blocks={"agenda": agenda}))
    kinds = [(block.kind, block.level) for block in blocks]
    assert kinds[:4] == [("heading", 1), ("heading", 2), ("item", 0), ("numbered", 0)]
    assert blocks[4].rows == (("N.º", "Acción"), ("1", ""), ("2", ""))
    assert blocks[5].count == 4
    assert blocks[6] == agenda[0]


def test_a_filler_that_nobody_filled_leaves_lines():
    (block,) = blocks_of("@agreements", Filling())
    assert (block.kind, block.count) == ("lines", 3)


@pytest.mark.parametrize(
    ("text", "fields", "words"),
    [
        ("[[nobody]]", set(), "not among its fields"),
        ("Nada", {"date"}, "has no place"),
        ("[[Date]]", set(), "small letters"),
        ("@unknown", set(), "cannot fill"),
        ("@rows many", set(), "cannot fill"),
    ],
)
def test_faults_of_a_model(text, fields, words):
    (fault,) = faults_of_model(text, fields)
    assert words in fault


def test_a_model_without_faults():
    assert list(faults_of_model("[[date]] [[body]]\n@norms\n@rows 3", {"date"})) == []


def steps():
    phases = [SimpleNamespace(pk=1), SimpleNamespace(pk=2)]
    return [
        SimpleNamespace(pk=at, position=at, phase=phases[at > 3], phase_id=1 + (at > 3))
        for at in range(1, 6)
    ]


def test_progress_counts_what_is_done_and_nothing_else():
    answers = {1: "yes", 2: "partly", 3: "no", 4: "yes"}
    first, second = progress_by_phase(steps(), answers)
    assert (first.steps, first.yes, first.partly, first.no) == (3, 1, 1, 1)
    assert first.percent == 33
    assert (second.yes, second.unknown, second.percent) == (1, 1, 50)
    assert [each.percent for each in progress_by_phase(steps(), {})] == [0, 0]
    assert progress_by_phase([], {}) == []


def test_what_is_begun_comes_first():
    found = next_steps(steps(), {1: "no", 2: "yes", 4: "partly"})
    assert [step.pk for step in found] == [4, 1, 3]
    assert next_steps(steps(), dict.fromkeys(range(1, 6), "yes")) == []


def test_circles_however_long():
    edges = [(2, 1), (3, 2), (4, 3)]
    assert closes_a_circle(edges, by=1, of=4)
    assert closes_a_circle(edges, by=1, of=1)
    assert not closes_a_circle(edges, by=4, of=1)
    assert not closes_a_circle([], by=1, of=2)


def test_a_change_before_its_norm():
    day = datetime.date(2001, 5, 20)
    before = day - datetime.timedelta(days=1)
    dates = {"issued": None, "published": day}
    assert comes_too_early(before, dates)
    assert not comes_too_early(day, dates)
    assert not comes_too_early(None, dates)
    assert not comes_too_early(day, {"issued": None})
