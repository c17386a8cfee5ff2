"""What is wrong in an instrument file: the line, what is wrong, and that nothing loaded."""

from dataclasses import dataclass

from django.utils.functional import Promise

from municipio_seguro.messages import say


@dataclass(frozen=True)
class Fault:
    """One thing wrong, at one line."""

    line: int
    what: str
    why: "str | Promise"
    words: tuple[tuple[str, object], ...] = ()

    @property
    def detail(self) -> str:
        """What is wrong, in the reader's language."""
        why = str(self.why) % dict(self.words) if self.words else str(self.why)
        return f"{self.what}: {why}" if self.what else why

    def __str__(self) -> str:
        return say("G-E23", line=self.line, detail=self.detail)


class InstrumentRefused(Exception):  # noqa: N818
    """A file of which nothing was loaded; names every fault found."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(faults, key=lambda each: each.line)
        super().__init__("\n".join(map(str, self.faults)))
