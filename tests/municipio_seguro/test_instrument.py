"""The instrument's file is read whole or not at all, and says where it is wrong."""

import pytest
from django.utils import translation

from municipio_seguro import content
from municipio_seguro.instrument import InstrumentRefused, refuse_changes
from tests.municipio_seguro.examples import read, text


def test_it_is_what_the_programme_says():
    found = content.current_instrument()
    counted = {each.code: len(each.indicators) for each in found.dimensions}
    assert counted == {
        "PAR": 7, "INS": 6, "EVA": 6, "PRE": 6, "ESP": 8, "GRD": 7, "CON": 6, "FIN": 7
    }  # fmt: skip
    assert len(found.citizen_questions) == 23
    assert {each.code: len(found.asked_of(each.code)) for each in found.voices} == {
        "children": 7, "youth": 19, "women": 19, "men": 19, "business": 19,
        "civil_society": 19,
    }  # fmt: skip
    assert [c for c, i in found.indicators.items() if i.na_allowed] == [
        "EVA-06", "ESP-01", "CON-06", "FIN-04"
    ]  # fmt: skip
    assert [sum(k == kind for k in found.kinds.values()) for kind in (
        "structure", "process", "result")] == [10, 27, 16]  # fmt: skip


# What is written instead of what, and what is said of it.
BROKEN = {
    "invalid YAML": ('version: "1.0.0"', 'version: "1.0.0', ""),
    "repeated key": ("status: active", "status: active\nstatus: draft", "repeated"),
    "duplicate code": ("- code: PAR-02", "- code: PAR-01", "PAR-01: it is repeated"),
    "code elsewhere": ("- code: PAR-02", "- code: INS-02", "write it as PAR-01"),
    "missing language": (
        'en: "Working municipal prevention body"',
        'en: ""',
        "no text in en",
    ),
    "unknown language": (
        'en: "Working municipal prevention body"',
        'fr: "Comité"',
        "unknown field «fr»",
    ),
    "not four levels": (
        '- {value: 0, es: "No existe, o no se reunió',
        '- {value: 1, es: "No existe, o no se reunió',
        "must be four",
    ),
    "unknown source": ("AMUPREV-GUIA; GOPI; ENPV-SV", "NOBODY", "unknown source"),
    "weights": ("weight: 0.125", "weight: 0.25", "weights do not add up"),
    "seed phrase": (
        'seed_phrase: "mediante la participación activa',
        'seed_phrase: "mediante la contemplación activa',
        "does not say this phrase",
    ),
    "no seed phrase": ('seed_phrase: "Incentivar', 'phrase: "Incentivar', "missing"),
    "another formula": ('"2/3"', '"1/2"', "dimension_min_completeness"),
    "another cell": ("citizen_min_cell: 11", "citizen_min_cell: 5", "must be 11"),
    "another band": ("from: 25", "from: 20", "bands"),
    "unknown kind": ("kind: process", "kind: dream", "unknown kind"),
    "revision": ("revision: 1", "revision: 0", "revision begins with 1"),
    "thresholds": ("[25, 50, 75]", "[50, 25, 75]", "three rising thresholds"),
    "unknown field": (" na_allowed: true\n", " na_alowed: true\n", "unknown field"),
    "audience": ("audience: [staff]", "audience: [citizen]", "audience is"),
    "unknown group": ("groups: [youth]", "groups: [elders]", "unknown group"),
    "version": ('version: "1.0.0"', 'version: "1.0"', "write it as"),
}


# Of the list or mapping, when no single line is wrong.
SOMEWHERE = {
    "weights", "invalid YAML", "no seed phrase", "not four levels", "another band"
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_named_with_its_line(name):
    right, wrong, said = BROKEN[name]
    assert right in text()
    before, _, after = text().partition(right)
    line = before.count("\n") + 1
    with pytest.raises(InstrumentRefused) as refused:
        read(before + wrong + after)
    with translation.override("en"):
        fault = next(each for each in refused.value.faults if said in each.detail)
        english = fault.detail
    # What YAML itself finds is said in English only.
    if name not in {"invalid YAML", "repeated key"}:
        with translation.override("es"):
            assert fault.detail != english
    if name not in SOMEWHERE:
        assert fault.line in {line, line + 1}
    assert fault.line > 1


def test_every_fault_is_named_at_once():
    broken = text().replace("kind: process", "kind: dream")
    with pytest.raises(InstrumentRefused) as refused:
        read(broken)
    assert len(refused.value.faults) == 27


def test_it_says_that_nothing_was_loaded_in_both_languages():
    with pytest.raises(InstrumentRefused) as refused:
        read(text().replace("from: 25", "from: 20"))
    fault = refused.value.faults[0]
    with translation.override("es"):
        assert str(fault).startswith(f"Línea {fault.line}: ")
        assert str(fault).endswith("No se cargó nada.")
    with translation.override("en"):
        assert str(fault).endswith("Nothing was loaded.")


def other(version, *changes):
    """A version with some of its words changed."""
    changed = text().replace('version: "1.0.0"', f'version: "{version}"')
    for right, wrong in changes:
        assert right in changed
        changed = changed.replace(right, wrong, 1)
    return read(changed)


WORDS = ("No hay alianzas.", "No hay ninguna alianza.")
THRESHOLD = ("[25, 50, 75]", "[25, 50, 80]")
WEIGHTS = ("weight: 0.125", "weight: 0.025"), ("weight: 0.125", "weight: 0.225")


def revised(code):
    block = text().partition(f"- code: {code}\n")[2].partition("\n")[0]
    found = f"- code: {code}\n{block}"
    return found, found.replace("revision: 1", "revision: 2")


def added():
    start = text().index("      - code: FIN-07")
    end = text().index("# Context figures")
    one = text()[start:end].rstrip() + "\n"
    return one, one + "\n" + one.replace("FIN-07", "FIN-08")


@pytest.mark.parametrize(
    ("version", "changes", "allowed"),
    [
        ("1.0.0", [], True),
        ("1.0.0", [WORDS], False),
        ("1.0.1", [WORDS], True),
        ("1.1.0", [WORDS], False),
        ("1.0.1", [THRESHOLD], False),
        ("1.1.0", [THRESHOLD], False),
        ("1.0.1", [revised("INS-02"), THRESHOLD], False),
        ("1.1.0", [revised("INS-02"), THRESHOLD], True),
        ("1.0.1", [added()], False),
        ("1.1.0", [added()], True),
        ("1.1.0", [*WEIGHTS], False),
        ("2.0.0", [*WEIGHTS], True),
    ],
)
def test_a_version_is_held_against_those_before(version, changes, allowed):
    new, known = other(version, *changes), [content.current_instrument()]
    if allowed:
        refuse_changes(new, known)
        return
    with pytest.raises(InstrumentRefused):
        refuse_changes(new, known)


def test_a_code_that_left_is_not_used_again():
    first, second = other("1.0.0", added()), other("1.1.0")
    third = other("1.2.0", added())
    refuse_changes(second, [first])
    with pytest.raises(InstrumentRefused, match="FIN-08"):
        refuse_changes(third, [first, second])
