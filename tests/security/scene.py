"""Municipality A and all its people, beside a B whose every text is a canary."""

import re
from collections.abc import Iterator

from amuprev.contract.answers import Declared, declared, whole_of
from amuprev.contract.routes import every_route
from amuprev.management.commands.urls import sample
from tests.contract.cast import Cast, gather
from tests.security import neighbour
from tests.security.canaries import EDITED, PUBLIC, RECORDS, Canaries, found_in
from tests.security.crawler import Answer, Crawl

# The secretariat reads what was sent to review, and no draft.
READS = {
    "secretariat": (PUBLIC, RECORDS, EDITED),
    "editor": (PUBLIC, EDITED),
}
# Their token is the permission: who holds a right one has been given it.
SECRET_LINKS = ("letter", "take-down-number")
PUBLIC_STARTS = (
    "/es/",
    "/en/",
    "/sitemap.xml",
    "/robots.txt",
    "/es/bitacora/",
    "/en/activities/",
    "/es/experiencias/",
    "/es/videos/",
    "/es/datos/",
    "/es/cuenta/entrar/",
)
DOORS = {"editor": "/cms/", "secretariat": "/admin/"}


class Scene:
    """Everybody, and the words of B."""

    def __init__(self, media: str) -> None:
        self.media = media
        self.canaries = Canaries(seed=20)
        self.cast = gather()
        self.other = neighbour.settle(self.cast, self.canaries)

    def visitor(self, role: str) -> Crawl:
        return Crawl(self.cast.clients[role])

    def secrets(self, role: str) -> set[str]:
        """The words of B that this role may not read."""
        return set(self.canaries.forbidden(READS.get(role, (PUBLIC,))))

    def leaks(
        self, role: str, answer: Answer, besides: frozenset[str] = frozenset()
    ) -> list[str]:
        """What an answer says of B that this role may not read."""
        found = (found_in(answer.text) & self.secrets(role)) - besides
        return [
            f"{role} {answer.address}: {self.canaries.given[word].where}"
            for word in sorted(found)
        ]

    def starts(self, role: str) -> list[str]:
        """Where somebody begins to read: the public pages, their own and their door."""
        entries = [entry for entry in declared() if "GET" in entry.tables]
        door = [DOORS[role]] if role in DOORS else []
        return [*PUBLIC_STARTS, *door, *addresses_of(self.cast, entries)]

    def guesses(self, role: str) -> list[str]:
        """B's records at each address that takes one."""
        entries = [entry for entry in declared() if "GET" in entry.tables]
        prefix = DOORS.get(role, "")
        return [
            *addresses_of(self.other, entries),
            *(path for path in self.in_administrations() if path.startswith(prefix)),
        ]

    def in_administrations(self) -> Iterator[str]:
        """B's numbers in each address of Django admin and of Wagtail."""
        people = self.other.people
        held = {
            self.other.town.pk,
            self.other.activities["draft"].pk,
            self.other.activities["sent"].pk,
            people["clerk"].pk,
        }
        for route in every_route():
            pattern = route.patterns["es"]
            if whole_of(pattern) is None:
                continue
            if not route.arguments:
                yield sample(pattern)
                continue
            for number in sorted(held):
                yield re.sub(r"<(?:\w+:)?(\w+)>", str(number), pattern)


def addresses_of(cast: Cast, entries: list[Declared]) -> Iterator[str]:
    """Every address of these routes about the records of this cast."""
    for entry in entries:
        if entry.about not in SECRET_LINKS:
            for state in entry.states:
                yield cast.path(entry, state)
