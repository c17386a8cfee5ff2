"""What the printer can print: signs that its fonts have.

A tagged PDF must not show a sign that no font has: the printer stops there, and one
small picture in a name would cost the whole document. Its fonts are those inside the
package; what of each block they have was tried sign by sign.
"""

import re

# Latin, Greek, Cyrillic, marks, arrows, signs of mathematics, boxes.
PRINTED = (
    "\n\t\x20-\x7e\xa0-\u0377\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ff"
    "\u0400-\u0481\u048a-\u04ff\u1e00-\u1eff\u2000-\u2040\u2044-\u2052\u2054-\u206f"
    "\u20a0-\u20c0\u2100-\u211e\u2122\u2126-\u214f\u2190-\u23ff\u2460-\u24ff"
    "\u25a0-\u25ff\u2713\u2714\ufffd"
)
WITHOUT_A_FONT = re.compile(f"[^{PRINTED}]+")
# What makes one picture of several, or another of one.
JOINERS = re.compile("[\u200d\ufe00-\ufe0f]+")
BLANK = "□"


def printable(text: str) -> str:
    """The text with a box in the place of what cannot be printed."""
    return WITHOUT_A_FONT.sub(BLANK, JOINERS.sub("", text))
