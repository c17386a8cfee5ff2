"""Words as the search compares them, questions, typing errors, excerpts: no database."""

import pytest

from amuprev.foundation.search.documents import Document
from amuprev.foundation.search.excerpts import excerpt, marked
from amuprev.foundation.search.mistyping import one_error_from
from amuprev.foundation.search.questions import ask, expressions_of, understand
from amuprev.foundation.search.words import fold, stem, telling, words_in

ALIKE = (
    "joven jóvenes", "mujer mujeres", "taller talleres", "luz luces", "vez veces",
    "niño niña niños niñas", "país países", "red redes", "ley leyes", "comité comités",
    "prevención prevenciones PREVENCION", "alcaldía alcaldías", "juez jueces",
    "hermanamiento hermanamientos", "comunitaria comunitarios", "base bases",
)  # fmt: skip
ALIKE_IN_ENGLISH = ("mayor mayors", "municipality municipalities", "child child's")


@pytest.mark.parametrize("words", ALIKE)
def test_forms_of_a_spanish_word_are_one(words):
    assert len({stem(fold(word), "es") for word in words.split()}) == 1


@pytest.mark.parametrize("words", ALIKE_IN_ENGLISH)
def test_forms_of_an_english_word_are_one(words):
    assert len({stem(fold(word), "en") for word in words.split()}) == 1


def test_words_that_differ_stay_apart():
    assert len({stem(word, "es") for word in ("casa", "cosa", "calle", "mara")}) == 4


def test_accents_capitals_and_joined_marks_do_not_matter():
    assert words_in("NIÑEZ, Ch’orti’ y güegüense\x00!") == [
        "ninez", "chorti", "y", "gueguense",
    ]  # fmt: skip
    assert telling(["la", "violencia", "of", "the", "mara"]) == ["violencia", "mara"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            '"santa tecla" AND (mixco OR *) NOT -x^2',
            ["santa", "tecla", "mixco", "x", "2"],
        ),
        ("a de la", []),
        ("'; DROP TABLE --", ["drop", "table"]),
        ("мэр", []),
        ("colon colon", ["colon"]),
    ],
)
def test_nothing_that_is_typed_is_an_operator(text, words):
    assert understand(text).words == words


def test_what_cannot_be_used_is_said():
    assert understand("x" * 201).too_long
    assert understand(" ".join(f"palabra{n}" for n in range(13))).too_long
    assert understand("de la").only_stop_words
    assert understand("  ") == understand("")


def test_expressions_that_mean_the_same_are_asked_together():
    groups = [expressions_of(["VIF", "violencia intrafamiliar"])]
    question = ask("es", ["violencia", "intrafamiliar", "mixco"], groups)
    assert [wish.asked for wish in question.wishes] == [
        ("violencia", "intrafamiliar"),
        ("mixco",),
    ]
    assert question.wishes[0].same == (("vif",),)
    (first, _second) = ask("es", ["vif", "mixco"], groups).wishes
    assert first.same == (("violencia", "intrafamiliar"),)


def test_a_tree_holds_letters_digits_and_low_lines_only():
    question = ask("es", understand("x' | y & z:* \\ \"").words, [], [("k", "a'b\"")])
    tokens = [t for wish in question.tree() for e in wish for w in e for t in w]
    assert tokens
    assert all(t.replace("_", "").isalnum() and t.isascii() for t in tokens)


def test_one_error_is_a_letter_more_less_other_or_exchanged():
    near = one_error_from("mara")
    assert {"mra", "marta", "masa", "amra"} <= near
    assert "mara" not in near
    assert "maras2" not in near


def test_places_are_unique_and_newest_first():
    def made(**more):
        values = {"kind": "activity", "key": "7", "language": "es", "rank": 20}
        return Document(**{**values, "title": "x", "address": "/", **more})

    places = [made(day=None).place, made(key="8").place, made(language="en").place]
    assert len(set(places)) == 3
    assert made(rank=2).place < made(rank=3).place < 2**63


def test_an_excerpt_shows_where_the_words_stand_and_marks_them():
    text = "Nada. " * 200 + "La policía <b>comunitaria</b> llegó. " + "Fin. " * 200
    stems = ask("es", ["policias", "comunitaria"]).stems
    pieces = excerpt(text, stems)
    assert [piece.text for piece in pieces if piece.marked] == [
        "policía",
        "comunitaria",
    ]
    whole = "".join(piece.text for piece in pieces)
    assert whole.startswith("… ")
    assert whole.endswith(" …")
    assert len(whole) < 400
    assert "".join(piece.text for piece in marked("A <i> b", stems)) == "A <i> b"
