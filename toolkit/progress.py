"""How far a municipality has come, by phase, and what to do next: pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from toolkit.choices import Answer

# Where an answer stands in the order of what is worth doing next.
NEXT = (Answer.PARTLY, Answer.NO, Answer.UNKNOWN)
MOST_NEXT = 3


@dataclass(frozen=True)
class PhaseProgress:
    """The answers about the steps of one phase."""

    phase: Any
    steps: int
    yes: int
    partly: int
    no: int
    unknown: int

    @property
    def percent(self) -> int:
        """Steps done, in hundredths; a step in part is not done."""
        return self.yes * 100 // self.steps if self.steps else 0


def progress_by_phase(
    steps: Sequence[Any], answers: Mapping[int, str]
) -> list[PhaseProgress]:
    """One row per phase, in the order of the steps; unanswered is «I do not know».

    `answers` are by the key of the step.
    """
    phases: dict[int, Any] = {step.phase_id: step.phase for step in steps}
    counts: dict[int, Counter] = {key: Counter() for key in phases}
    for step in steps:
        counts[step.phase_id][answers.get(step.pk, Answer.UNKNOWN)] += 1
    return [
        PhaseProgress(
            phase=phase,
            steps=sum(counts[key].values()),
            yes=counts[key][Answer.YES],
            partly=counts[key][Answer.PARTLY],
            no=counts[key][Answer.NO],
            unknown=counts[key][Answer.UNKNOWN],
        )
        for key, phase in phases.items()
    ]


def next_steps(steps: Iterable[Any], answers: Mapping[int, str]) -> list[Any]:
    """The three things to do next: first what is begun, then what is not, in the
    order of the guide."""
    open_ones = [
        step for step in steps if answers.get(step.pk, Answer.UNKNOWN) != Answer.YES
    ]
    rank = {answer.value: at for at, answer in enumerate(NEXT)}
    open_ones.sort(
        key=lambda step: (
            rank[answers.get(step.pk, Answer.UNKNOWN)] != 0,
            step.position,
        )
    )
    return open_ones[:MOST_NEXT]
