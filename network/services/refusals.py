"""How a service says no: a sentence to act on, a doubt, a record that changed."""

from collections.abc import Collection, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _


class Refused(Exception):  # noqa: N818  reads as English where it is raised
    """A change that is not made, with the translated sentence that says why."""

    def __init__(self, message: "str | Promise", *, code: str = "refused") -> None:
        super().__init__(message)
        self.message = message
        self.code = code

    def __str__(self) -> str:
        return str(self.message)


class Doubtful(Refused):
    """Something unlikely that is done once somebody says «it is so».

    `doubts` are the sentences by their code; the same call with those codes as `sure`
    goes through.
    """

    def __init__(self, doubts: Mapping[str, "str | Promise"]) -> None:
        super().__init__(" ".join(str(each) for each in doubts.values()), code="doubt")
        self.doubts = dict(doubts)


class Stale(Exception):  # noqa: N818  it is an answer, not an error
    """Somebody saved the record meanwhile; carries it as it now stands."""

    def __init__(self, record: Any) -> None:
        super().__init__(record.pk)
        self.record = record


def refuse_doubts(doubts: Mapping[str, "str | Promise"], sure: Collection[str]) -> None:
    """Raise Doubtful for what nobody has confirmed yet."""
    open_ones = {code: said for code, said in doubts.items() if code not in sure}
    if open_ones:
        raise Doubtful(open_ones)


def refuse_stale(record: Any, version: int | None) -> None:
    """Raise Stale when it is not the version that was read."""
    if version is not None and version != record.version:
        raise Stale(record)


def refuse_described_anew(photo: Any, stands: Mapping[str, Any] | None) -> None:
    """Raise Refused when what is said of a photo is no longer what `stands`."""
    if any(getattr(photo, name) != said for name, said in (stands or {}).items()):
        raise Refused(
            _(
                "Somebody else described this photo at the same moment. Save again to "
                "see both answers."
            )
        )
