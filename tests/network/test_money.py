"""Amounts as people write them: read in one way, or refused with a sentence."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from network.forms.money import MoneyField

READ = {
    "12,50": "12.50",
    "12.50": "12.50",
    "12,5": "12.5",
    "0.75": "0.75",
    "1500": "1500",
    "1,500.00": "1500.00",
    "1.500,00": "1500.00",
    "1 500": "1500",
    "1\N{NARROW NO-BREAK SPACE}500,25": "1500.25",
    "1'500.50": "1500.50",
    "1,500": "1500",
    "1.500": "1500",
    "1.234.567,89": "1234567.89",
    "1,234,567": "1234567",
    " $ 12.50 ": "12.50",
    "US$1,250": "1250",
}
NOT_READ = [
    "doce", "12,505.5.5", "1,50,00", "12.", ",50", "1 50", "0,500", "1250.505", "1,500,00",
    "12-50", "1e5", "NaN", "١٢", "1..5", "1.500.00",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "amount"), READ.items())
def test_it_is_read_in_one_way(typed, amount):
    assert MoneyField(max_digits=12).clean(typed) == Decimal(amount)


@pytest.mark.parametrize("typed", NOT_READ)
def test_or_refused_with_how_to_write_it(typed):
    with pytest.raises(ValidationError, match=r"1250\.50 o 1250,50"):
        MoneyField(max_digits=12).clean(typed)


def test_blank_is_no_amount_and_less_than_nothing_none():
    field = MoneyField(max_digits=12)
    assert field.clean("") is None
    with pytest.raises(ValidationError, match="signo menos"):
        field.clean("-12,50")
    with pytest.raises(ValidationError, match="demasiadas cifras"):
        field.clean("12345678901234")
