"""The first look as anybody may try it: sixteen answers read from an address, none kept."""

from collections.abc import Mapping

from municipio_seguro.choices import FIRST_LOOK

LEVELS = {str(level): level for level in range(4)}
MOST_LOW = 3


def answers_in(data: Mapping[str, str]) -> dict[str, int]:
    """The levels that were chosen; anything else is no answer."""
    return {
        code: LEVELS[chosen]
        for code in FIRST_LOOK
        if (chosen := data.get(code, "")) in LEVELS
    }


def lowest(answers: Mapping[str, int]) -> list[str]:
    """The three to begin with: the lowest levels, as they are asked; none at the top."""
    low = [code for code in FIRST_LOOK if answers.get(code, 3) < 3]
    return sorted(low, key=lambda code: answers[code])[:MOST_LOW]
