"""Loads the guide, its norms, model documents and what the sources tell of municipalities."""

from pathlib import Path

from amuprev.foundation.content import ContentError, read_sources
from amuprev.foundation.loading import Load
from network.content import FOLDER as NETWORK
from toolkit.content import guide, norms, papers
from toolkit.content.folder import FOLDER

__all__ = ["FOLDER", "files", "load"]


def files() -> list[Path]:
    """What a load depends on: the entries and the code that reads them."""
    return [*FOLDER.rglob("*.yaml"), *FOLDER.glob("*.py")]


def load(this_load: Load) -> None:
    """Documents first, which steps name; then the guide; then the norms, which name
    steps."""
    sources = all_sources()
    papers.load(this_load, sources)
    guide.load(this_load, sources)
    norms.load(this_load, sources)


def all_sources() -> dict[str, str]:
    """The network's register and the toolkit's own."""
    known = read_sources(NETWORK / "sources.yaml")
    own = read_sources(FOLDER / "sources.yaml")
    both = sorted(set(known) & set(own))
    if both:
        raise ContentError(FOLDER / "sources.yaml", both[0], "the network names it")
    return known | own
