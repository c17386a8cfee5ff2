"""Numbers in Spanish as most of the region writes them: a point before the decimals.

Thousands stand apart by a space that does not break, which nobody takes for decimals.
"""

DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = "\N{NARROW NO-BREAK SPACE}"
NUMBER_GROUPING = 3
