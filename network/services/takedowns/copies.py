"""The same picture in other public places of its people: found, and hidden with it."""

from contextlib import suppress

from django.db import transaction

from network.choices import PublicKind
from network.models import TakeDown, User
from network.services.refusals import Refused
from network.services.same_again import wait_for_the_same
from network.services.takedowns.kinds import HIDEABLE, find_thing, thing_of
from network.services.takedowns.things import Thing


def copies_of(take_down: TakeDown) -> list[Thing]:
    """Where else its people show the picture it is about: in experiences, activities
    and exchanges alike; of one that was taken out meanwhile too."""
    mark = _mark_of(take_down)
    if not mark:
        return []
    itself = (take_down.kind, take_down.key)
    return [
        thing
        for way in list(HIDEABLE.values())
        for thing in (way.same(take_down.owner, mark) if way.same else ())
        if (thing.kind, thing.key) != itself
    ]


def wait_for_the_picture(take_down: TakeDown) -> None:
    """One press after the other on one picture: each reaches into several apps, and two
    would wait for each other."""
    if mark := _mark_of(take_down):
        wait_for_the_same(f"picture {take_down.owner_id} {mark}")


def hide_copies(take_down: TakeDown, by: User) -> None:
    """Hide the picture in the other places; where the person may not, it stays."""
    for copy in copies_of(take_down):
        # Some kinds hide their own copies together.
        standing = find_thing(copy.name)
        hide = HIDEABLE[copy.kind].hide
        if hide is not None and standing is not None and standing.is_public:
            with suppress(Refused), transaction.atomic():
                hide(standing.record, by)


def _mark_of(take_down: TakeDown) -> str:
    if HIDEABLE[PublicKind(take_down.kind)].same is None:
        return ""
    thing = None if take_down.mark else thing_of(take_down)
    return take_down.mark or (thing.mark if thing is not None else "")
