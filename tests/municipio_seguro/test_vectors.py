"""The worked examples through the real code, and that a wrong figure is never passed."""

import copy
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from municipio_seguro import content
from municipio_seguro.vectors import check

VECTORS = json.loads(content.VECTORS.read_text(encoding="utf-8"))
BY_NAME = {each["id"]: each for each in VECTORS}


def outcomes(vectors):
    return check(vectors, content.current_instrument())


def test_there_are_seventeen():
    assert len(VECTORS) == 17


@pytest.mark.parametrize("name", BY_NAME)
def test_vector_holds(name):
    [outcome] = [each for each in outcomes(VECTORS) if each.name == name]
    assert outcome.faults == []
    assert outcome.figures > 0


def numbers_in(value, path=()):
    """The way to every expected number."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from numbers_in(each, (*path, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from numbers_in(each, (*path, index))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield path


def shifted(vector, path):
    changed = copy.deepcopy(vector)
    at = changed["expect"]
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] += 0.1
    return changed


@pytest.mark.parametrize(
    ("name", "path"),
    [(n, p) for n, v in BY_NAME.items() for p in numbers_in(v.get("expect", {}))],
)
def test_each_wrong_figure_is_found(name, path):
    changed = [shifted(each, path) if each["id"] == name else each for each in VECTORS]
    wrong = [each.name for each in outcomes(changed) if each.faults]
    assert wrong == [name]


def test_a_figure_that_nobody_computes_is_a_fault():
    vector = {**BY_NAME["T01"], "expect": {"beauty": 3}}
    assert "beauty: nobody computes it" in str(outcomes([vector])[0])


@pytest.mark.parametrize(
    "vector",
    [
        {"id": "X", "what": "nothing known", "expect": {"score": 1}},
        {"id": "X", "what": "bad level", "answers": [4], "expect": {"score": 1}},
        {"id": "X", "what": "bad level", "answers": [1.5], "expect": {"score": 1}},
        {"id": "X", "what": "expects nothing", "answers": [1], "expect": {}},
        {"id": "X", "what": "unknown case", "cases": [{"y": 1}]},
        {"id": "X", "what": "no matrix", "cases": [{"L": 6, "I": 1, "level": "B"}]},
        "not a vector",
    ],
)
def test_what_cannot_be_computed_is_a_fault(vector):
    assert outcomes([vector])[0].faults != []


def test_the_command_lists_all_and_fails_after(tmp_path):
    file = tmp_path / "other.json"
    wrong = copy.deepcopy(VECTORS)
    wrong[0]["expect"]["score"] = 52.5
    file.write_text(json.dumps(wrong), encoding="utf-8")
    out = StringIO()
    with pytest.raises(CommandError, match="1 of 17") as failed:
        call_command("check_vectors", str(file), stdout=out)
    lines = out.getvalue().splitlines()
    assert failed.value.returncode == 1
    assert len(lines) == 17
    assert lines[0].startswith("T01 WRONG")
    assert all(" ok " in line for line in lines[1:])


def test_the_command_passes_our_own():
    out = StringIO()
    call_command("check_vectors", str(content.VECTORS), stdout=out)
    assert out.getvalue().count(" ok ") == 17


@pytest.mark.parametrize("text", ["", "{}", "[]", "{"])
def test_a_file_that_is_no_list_of_vectors_is_refused(text, tmp_path):
    file = tmp_path / "other.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("check_vectors", str(file), stdout=StringIO())
