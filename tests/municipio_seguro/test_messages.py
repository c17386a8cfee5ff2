"""What is said of bad input, by its code, in both languages."""

import pytest
from django.utils import translation

from municipio_seguro.messages import MESSAGES, say

# The codes that take words, with some; the others take none.
WORDS = {
    "G-E01": {"code": "PAR-01"},
    "G-E02": {"code": "INS-02", "min": 0, "max": 100, "unit": "%", "x": 101},
    "G-E03": {"code": "INS-02"},
    "G-E04": {"code": "ESP-03", "part": "11", "total": "10"},
    "G-E04 none": {"code": "FIN-04"},
    "G-E05": {"code": "FIN-01"},
    "G-E06": {"code": "FIN-04"},
    "G-E07": {"code": "PAR-01", "level": 3},
    "G-E07 any": {"code": "PAR-01", "level": 2},
    "G-E08": {"date": "1989-12-31"},
    "G-E09": {"name": "acta.exe", "reason": "x"},
    "G-E12": {"date": "2026-01-01"},
    "G-E13": {"sum": 90},
    "G-E14": {"count": 2, "dimension": "GRD"},
    "G-E15": {"name": "Ana", "time": "10:42"},
    "G-E17": {"dimension": "GRD", "gap": "25.0"},
    "G-E19": {"date": "2026-01-01"},
    "G-E19 early": {"date": "2026-01-01"},
    "G-E21": {"contact": "x"},
    "G-E22": {"answers": 5, "present": 4},
    "G-E23": {"line": 3, "detail": "x"},
    "G-E24": {"from": "a", "to": "b", "reason": "x"},
    "G-E25": {"row": 3, "detail": "x"},
    "G-W01": {"code": "PAR-01", "date": "2020-01-01"},
    "G-W02": {"code": "PAR-01", "a": 0, "b": 3},
    "G-W03": {"dimension": "GRD"},
    "G-W04": {"code1": "CON-03", "code2": "CON-01", "detail": "x"},
    "G-W05": {"title": "x", "level": "y"},
    "G-W06": {"title": "x", "date": "2026-01-01"},
    "G-W06 asleep": {"title": "x"},
    "G-W06 unproved": {"title": "x"},
    "G-W07": {"title": "x"},
    "G-W09": {"field": "x"},
    "G-W10": {"count": 30, "minutes": 1},
    "G-N04": {"k": 2},
}
# Some whole sentences as the specification has them.
SAID = {
    "G-E02": (
        "INS-02: el valor debe estar entre 0 y 100 %. Escribió 101.",
        "INS-02: the value must be between 0 and 100 %. You typed 101.",
    ),
    "G-E13": (
        "Las fuentes suman 90 %. Deben sumar 100 %. Use «Sin financiamiento» para lo"
        " que falta.",
        "The sources add up to 90%. They must add up to 100%. Use “Unfunded” for what"
        " is missing.",
    ),
    "G-E23": (
        "Línea 3: x. No se cargó nada.",
        "Line 3: x. Nothing was loaded.",
    ),
    "G-E24": ("No se puede pasar de a a b: x.", "Cannot move from a to b: x."),
    "G-E18": (
        "La consulta dura entre 14 y 60 días.",
        "A consultation lasts between 14 and 60 days.",
    ),
    "G-W10": (
        "Llegaron 30 respuestas iguales en 1 minutos. Revíselas antes de cerrar.",
        "30 identical responses arrived in 1 minutes. Review them before closing.",
    ),
}


def in_language(language, code):
    with translation.override(language):
        return say(code, **WORDS.get(code, {}))


def test_every_code_of_the_specification_has_its_sentence():
    expected = {f"G-E{n:02}" for n in range(1, 26)}
    expected |= {f"G-W{n:02}" for n in range(1, 12)}
    expected |= {f"G-N{n:02}" for n in range(1, 6)}
    assert {code.partition(" ")[0] for code in MESSAGES} == expected


@pytest.mark.parametrize("code", MESSAGES)
def test_each_is_said_in_both_languages(code):
    spanish, english = (in_language(language, code) for language in ("es", "en"))
    assert spanish != english
    for text in (spanish, english):
        assert "%(" not in text
        assert all(str(word) in text for word in WORDS.get(code, {}).values())


@pytest.mark.parametrize("code", SAID)
def test_sentences(code):
    assert (in_language("es", code), in_language("en", code)) == SAID[code]
