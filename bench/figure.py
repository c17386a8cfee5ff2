"""A figure: what is measured on two sizes of the log, and how far it may be off."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Size = Literal["small", "large"]
# What a module measured on one stage, by the figure's name.
Measured = dict[str, float]
Measure = Callable[[Size], Measured]


@dataclass(frozen=True)
class Figure:
    """One line of the report.

    `growth` bounds what it costs on the large log divided by what it costs on the
    small one; `at_most` and `at_least` bound what was measured on the large one.
    """

    key: str
    name: str
    unit: str
    growth: float | None = None
    at_most: float | None = None
    at_least: float | None = None

    def ratio(self, small: float, large: float) -> float:
        """Large to small."""
        return large / small if small else float("inf")

    def goals(self) -> str:
        """The bounds in words."""
        bounds = (
            ("{:g} times", self.growth),
            ("at most {:,g} {unit}", self.at_most),
            ("at least {:,g} {unit}", self.at_least),
        )
        told = [
            form.format(bound, unit=self.unit)
            for form, bound in bounds
            if bound is not None
        ]
        return ", ".join(told)

    def is_met(self, small: float, large: float) -> bool:
        """Whether every bound holds."""
        return (
            (self.growth is None or self.ratio(small, large) <= self.growth)
            and (self.at_most is None or large <= self.at_most)
            and (self.at_least is None or large >= self.at_least)
        )
