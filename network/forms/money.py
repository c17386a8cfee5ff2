"""Amounts of money as people of the region write them: «12,50», «1,500.00», «1 500»."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

# Spaces of every width, and the apostrophe that some write between thousands.
APART = re.compile(r"[\s\u2009\u202f'’]+")
CURRENCY = re.compile(r"^(?:US)?\$\s*|\s*(?:USD|dólares)$", re.IGNORECASE)
# Two figures at the end are cents, three after each mark are thousands.
AMOUNT = re.compile(
    r"(?P<sign>-?)"
    r"(?P<whole>[1-9][0-9]{0,2}(?:(?P<mark>[ .,])[0-9]{3})(?:(?P=mark)[0-9]{3})*|[0-9]+)"
    r"(?:(?!(?P=mark))(?P<point>[.,])(?P<cents>[0-9]{1,2}))?"
)
WHOLE = re.compile(
    r"(?P<sign>-?)(?P<whole>[0-9]+)(?:(?P<point>[.,])(?P<cents>[0-9]{1,2}))?"
)


def plain_amount(text: str) -> str | None:
    """The amount as a plain number; None for what can be read in two ways, or in none."""
    told = APART.sub(" ", CURRENCY.sub("", text.strip())).replace("\N{MINUS SIGN}", "-")
    found = WHOLE.fullmatch(told) or AMOUNT.fullmatch(told)
    if found is None:
        return None
    whole = re.sub(r"[ .,]", "", found["whole"])
    return f"{found['sign']}{whole}" + (f".{found['cents']}" if found["cents"] else "")


class MoneyField(forms.DecimalField):
    """An amount with at most two decimals, its thousands apart or not."""

    def __init__(self, *, error_messages: Any = None, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(
            min_value=0,
            decimal_places=2,
            widget=forms.TextInput(attrs={"inputmode": "decimal"}),
            error_messages={
                "invalid": _(
                    "Write the cost with figures and at most two decimals, for "
                    "example 1250.50 or 1250,50."
                ),
                "min_value": _("Write the cost without a minus sign."),
                "max_digits": _("Check the cost: it has too many figures."),
                "max_whole_digits": _("Check the cost: it has too many figures."),
                **(error_messages or {}),
            },
            **kwargs,
        )

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and value.strip():
            # What cannot be read goes on as it is, and is refused with our sentence.
            value = plain_amount(value) or "?"
        return super().to_python(value)
