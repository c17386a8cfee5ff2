"""Text that a spreadsheet will not take for a formula."""

import re

# Spreadsheets drop what is blank before they look at the first sign, and some read
# the full-width signs of Asian keyboards as the plain ones.
BLANK = r"\s\x00-\x1f\x7f\u00ad\u180e\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff"
SIGNS = r"=+\-@\uff1d\uff0b\uff0d\uff20\u2212"
DANGEROUS = re.compile(rf"[\t\r\n]|[{BLANK}]*[{SIGNS}]")
NEGATIVE_NUMBER = re.compile(r"-[0-9]+(?:[.,][0-9]+)?")
# What a dangerous text can begin with: one look at one sign spares the search.
SUSPECT = frozenset(
    chr(code) for code in range(0x10000) if re.match(rf"[{BLANK}{SIGNS}]", chr(code))
)


def inert(text: str) -> str:
    """The text, with an apostrophe before whatever could begin a formula."""
    if DANGEROUS.match(text) and not NEGATIVE_NUMBER.fullmatch(text):
        return f"'{text}"
    return text
