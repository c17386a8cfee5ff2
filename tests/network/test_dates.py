"""Historical dates in words, in both languages."""

import datetime

import pytest
from django.utils.translation import override

from network.dates import describe, machine, period

D = datetime.date

WORDED = [
    (D(2012, 3, 12), None, "day", False, "12 de marzo de 2012", "12 March 2012"),
    (D(2012, 3, 12), D(2012, 3, 12), "day", False, "12 de marzo de 2012", "12 March 2012"),
    (D(2012, 3, 12), D(2012, 3, 15), "day", False, "12 al 15 de marzo de 2012", "12 to 15 March 2012"),
    (D(2014, 9, 30), D(2014, 10, 3), "day", False, "30 de septiembre al 3 de octubre de 2014", "30 September to 3 October 2014"),
    (D(2013, 12, 30), D(2014, 1, 2), "day", False, "30 de diciembre de 2013 al 2 de enero de 2014", "30 December 2013 to 2 January 2014"),
    (D(2012, 3, 1), None, "month", False, "marzo de 2012", "March 2012"),
    (D(2013, 10, 1), D(2013, 12, 31), "month", False, "de octubre a diciembre de 2013", "from October to December 2013"),
    (D(2011, 1, 1), D(2011, 12, 31), "year", False, "2011", "2011"),
    (D(2018, 1, 1), D(2020, 12, 31), "year", False, "de 2018 a 2020", "from 2018 to 2020"),
    (D(2010, 1, 1), D(2011, 12, 31), "year", True, "entre 2010 y 2011 (fecha incierta)", "between 2010 and 2011 (date uncertain)"),
    (D(2011, 1, 1), None, "month", True, "enero de 2011 (fecha incierta)", "January 2011 (date uncertain)"),
    (None, None, "day", False, "fecha no conocida", "date not known"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("started", "ended", "precision", "uncertain", "spanish", "english"), WORDED
)
def test_a_date_is_worded_as_exactly_as_it_is_known(
    started, ended, precision, uncertain, spanish, english
):
    for language, expected in (("es", spanish), ("en", english)):
        with override(language):
            words = describe(started, ended, precision=precision, uncertain=uncertain)
        assert words == expected


@pytest.mark.parametrize(
    ("precision", "expected"),
    [("day", "2012-03-12"), ("month", "2012-03"), ("year", "2012")],
)
def test_the_machine_date_holds_only_known_parts(precision, expected):
    assert machine(D(2012, 3, 12), precision) == expected


def test_a_period_may_be_open_on_either_side():
    with override("es"):
        assert period(None, D(2024, 4, 30)) == "hasta el 30 de abril de 2024"
        assert period(D(2024, 5, 1), None) == "desde el 1 de mayo de 2024"
        assert period(None, None) == ""
