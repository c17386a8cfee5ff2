"""What can be taken down: a thing, how those of a kind are found, hidden and shown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from network.choices import PublicKind
from network.models import Organisation, User


@dataclass(frozen=True)
class Thing:
    """Something public, or that was: what it is, whose, and where it is read."""

    kind: PublicKind
    key: str
    title: str
    address: str
    owner: Organisation | None
    is_public: bool
    record: Any = None
    # Of a picture of an upper floor: by which it is known again.
    mark: str = ""

    @property
    def name(self) -> str:
        """How links name it."""
        return f"{self.kind}-{self.key}"


@dataclass(frozen=True)
class Records:
    """How things that are records are found: the rows of some keys, and what each is."""

    rows: Callable[[list[str]], QuerySet]
    tell: Callable[[Any], Thing | None]

    def __call__(self, key: str) -> Thing | None:
        """The thing of one key."""
        row = self.rows([key]).first()
        return None if row is None else self.tell(row)


@dataclass(frozen=True)
class Hideable:
    """How things of one kind are found by their key, hidden and shown again."""

    find: Callable[[str], Thing | None]
    hide: Callable[[Any, User], Any] | None = None
    show: Callable[[Any, User], Any] | None = None
    consequence: "str | Promise" = ""
    # What its verbs wait for before they hold the record itself.
    hold: Callable[[], None] | None = None
    # Has the search find the record with what readers asked about it.
    find_again: Callable[[Any], Any] | None = None
    # The public pictures of an organisation with one mark, each named by where it is.
    same: Callable[[Organisation | None, str], list[Thing]] | None = None


def public_at(told: Iterable[tuple[Thing, Thing]]) -> list[Thing]:
    """The pictures that are public, each by the title and the address of its page."""
    return [
        replace(picture, title=page.title, address=page.address)
        for picture, page in told
        if picture.is_public
    ]
