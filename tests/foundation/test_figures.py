"""Numbers are written one way in each language."""

from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils.translation import override

from amuprev.foundation.figures import figure, weight

ROWS = [
    (0, "0", "0"),
    (999, "999", "999"),
    (1200, "1\u202f200", "1,200"),
    (2_500_000, "2\u202f500\u202f000", "2,500,000"),
    (Decimal("1200.00"), "1\u202f200", "1,200"),
    (Decimal("1250.50"), "1\u202f250.50", "1,250.50"),
    (0.5, "0.5", "0.5"),
    ("menos de 5", "menos de 5", "menos de 5"),
    (None, "", ""),
]


@pytest.mark.parametrize(("number", "spanish", "english"), ROWS)
def test_a_number_in_each_language(number, spanish, english):
    with override("es"):
        assert figure(number) == spanish
    with override("en"):
        assert figure(number) == english


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (0, "0\u00a0KB"),
        (1, "1\u00a0KB"),
        (4096, "4\u00a0KB"),
        (110_000, "0.1\u00a0MB"),
        (220_000, "0.2\u00a0MB"),
        (2_000_000_000, "1\u202f907.3\u00a0MB"),
    ],
)
def test_what_a_file_weighs(size, told):
    with override("es"):
        assert weight(size) == told


def test_every_template_knows_the_filters():
    page = Template("{{ people|figure }} {{ size|weight }} {{ bare }}")
    with override("es"):
        told = page.render(
            Context({"people": 30196, "size": 220_000, "bare": Decimal("0.5")})
        )
    assert told == "30\u202f196 0.2\u00a0MB 0.5"
