"""The network's initial content: YAML files in both languages, loaded by stable key."""

from pathlib import Path

from amuprev.foundation.content import read_sources
from amuprev.foundation.loading import Load
from network.content.activities import load_activities
from network.content.glossary import load_glossary
from network.content.help_lines import load_help_lines
from network.content.institutional import load_institutional
from network.content.lists import load_lists
from network.content.organisations import load_organisations
from network.content.territory import load_territory
from network.models import Affiliation, Organisation, Place
from network.models.lists import ListEntry
from network.services.listing import keep_in_step

FOLDER = Path(__file__).resolve().parent


def files() -> list[Path]:
    """What a load depends on: the entries and the code that reads them."""
    return [*FOLDER.rglob("*.yaml"), *FOLDER.glob("*.py")]


def load(this_load: Load) -> None:
    """Load everything of the network, what others rest on first."""
    sources = read_sources(FOLDER / "sources.yaml")
    load_lists(this_load, FOLDER)
    load_territory(this_load, FOLDER, sources)
    load_organisations(this_load, FOLDER, sources)
    load_institutional(this_load, FOLDER, sources)
    load_activities(this_load, FOLDER, sources)
    load_glossary(this_load, FOLDER, sources)
    load_help_lines(this_load, FOLDER)
    list_what_changed(this_load)


def list_what_changed(this_load: Load) -> None:
    """List the public log anew, and find drafts by their words and everything by its
    new names, where a load changed what they hang from."""
    hung_from = (Affiliation, ListEntry, Organisation, Place)
    keep_in_step(*(each for each in this_load.written if isinstance(each, hung_from)))
