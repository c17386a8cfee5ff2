"""Dates and numbers forgive formats, and say how to mend what cannot be read."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from network.forms.fields import ForgivingDateField, PeopleField, ShortText


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        (["27", "3", "2026"], datetime.date(2026, 3, 27)),
        ([" 05 ", "03", "2026"], datetime.date(2026, 3, 5)),
        (["1", "marzo", "2026"], datetime.date(2026, 3, 1)),
        (["1.º", "Setiembre", "2025"], datetime.date(2025, 9, 1)),
        (["29", "feb", "2024"], datetime.date(2024, 2, 29)),
        (["", "", ""], None),
    ],
)
def test_date_is_understood(boxes, expected):
    assert ForgivingDateField(required=False).clean(boxes) == expected


@pytest.mark.parametrize(
    ("boxes", "code"),
    [
        (["30", "2", "2026"], "day"),
        (["29", "2", "2026"], "day"),
        (["0", "1", "2026"], "day"),
        (["1", "13", "2026"], "month"),
        (["1", "brumario", "2026"], "month"),
        (["1", "1", "26"], "year"),
        (["1", "1", "20266"], "year"),
        (["1", "1", "9999"], "far"),
        (["1", "1", "1066"], "far"),
        (["1", "", "2026"], "incomplete"),
        (["²", "1", "2026"], "day"),
        (["1", "1", "٢٠٢٦"], "year"),
        (["1\x00", "1\x00", "\x00"], "incomplete"),
        (["9" * 400, "1", "2026"], "day"),
        (["", "", ""], "required"),
    ],
)
def test_date_says_how_to_mend(boxes, code):
    with pytest.raises(ValidationError) as problem:
        ForgivingDateField().clean(boxes)
    assert problem.value.code == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None), ("  ", None), ("0", 0), ("18", 18), ("1,200", 1200),
        ("1.200", 1200), ("1 200", 1200), ("1,000,000", 1_000_000), ("007", 7),
    ],
)  # fmt: skip
def test_people_are_understood(text, expected):
    assert PeopleField().clean(text) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("-3", "negative"), ("\u22123", "negative"), ("1000000000", "many"),
        ("1000001", "many"), ("9" * 4000, "many"), ("muchas", "number"),
        ("1.5", "number"), ("12,34", "number"), ("1e9", "number"), ("٣", "number"),
        ("<b>", "number"), ("\x00", "number"),
    ],
)  # fmt: skip
def test_people_say_how_to_mend(text, code):
    with pytest.raises(ValidationError) as problem:
        PeopleField().clean(text)
    assert problem.value.code == code


def test_long_text_is_counted_not_cut():
    with pytest.raises(ValidationError) as problem:
        ShortText(max_length=10).clean("a" * 1_000_000)
    assert problem.value.code == "too_long"
    assert "1000000" in problem.value.messages[0].replace("\u202f", "")


def test_null_byte_is_refused():
    with pytest.raises(ValidationError):
        ShortText(max_length=10).clean("a\x00b")
