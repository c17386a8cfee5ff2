"""`make bench`: every figure on a small and on a large log, and their ratio."""

import argparse
import json
import subprocess
import sys

from bench.figure import Figure, Measured, Size
from bench.figures import FIGURES
from bench.stage import ROOT, Surroundings, stage

SMALL = 10_000


def main() -> None:
    """Measure, print, and say how many figures are met; the machine's load is its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--server", default="", help="PostgreSQL; a file without it")
    parser.add_argument("--only", default="", help="one module, such as exports")
    asked = parser.parse_args()
    chosen = [name for name in FIGURES if asked.only in ("", name)]
    measured = []
    sizes: dict[Size, int] = {"small": SMALL, "large": asked.rows}
    for size, rows in sizes.items():
        say(f"A log of {rows:,} activities …")
        with stage(rows, asked.server) as own:
            measured.append({name: measure(name, size, own) for name in chosen})
    small, large = measured
    say("")
    for name in chosen:
        for figure in FIGURES[name]:
            report(figure, small[name], large[name])


def measure(name: str, size: Size, own: Surroundings) -> Measured:
    """What a module measures there, in a process of its own."""
    done = subprocess.run(  # noqa: S603  a module of ours
        [sys.executable, "-m", "bench.inside", name, size],
        cwd=ROOT,
        env=own,
        check=True,
        stdout=subprocess.PIPE,
    )
    return json.loads(done.stdout)


def report(figure: Figure, small: Measured, large: Measured) -> None:
    """One line: both sizes, their ratio, the goal, and whether it is met."""
    first, second = small[figure.name], large[figure.name]
    met = "met" if figure.is_met(first, second) else "NOT MET"
    say(
        f"{figure.key:<4} {figure.name:<44} {first:>12,.1f} {second:>12,.1f} "
        f"{figure.unit:<8} x{figure.ratio(first, second):<8.2f} {met:<8} "
        f"goal: {figure.goals()}"
    )


def say(line: str) -> None:
    """A line at once, also into a file."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
