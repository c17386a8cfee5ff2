"""Two wordings of a text, in the pieces that stay, go and come."""

import difflib
import re

# A word with the blanks behind it: blanks by themselves stand everywhere, and comparing
# each with all others took half a minute for a text as long as one may be.
WORDS = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
Pieces = list[tuple[str, str]]


def compared(before: str, after: str) -> Pieces:
    """What stays («same»), what is gone («gone») and what came («new»), word by word."""
    return _pieces(WORDS.findall(before), WORDS.findall(after))


def compared_by_line(before: str, after: str) -> Pieces:
    """The same line by line: of an hour of speech, word by word takes seconds."""
    return _pieces(
        *([f"{line}\n" for line in each.splitlines()] for each in (before, after))
    )


def _pieces(left: list[str], right: list[str]) -> Pieces:
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    pieces: Pieces = []
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(("same", "".join(left[first:last])))
            continue
        if gone := "".join(left[first:last]):
            pieces.append(("gone", gone))
        if new := "".join(right[start:end]):
            pieces.append(("new", new))
    return pieces
