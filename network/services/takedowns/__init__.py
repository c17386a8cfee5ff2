"""Taking down what is public: asking, deciding, the reason; this file only re-exports."""

from network.services.takedowns.asking import ask_take_down
from network.services.takedowns.copies import copies_of
from network.services.takedowns.deciding import (
    hide_now,
    keep_public,
    show_again,
    write_reason,
)
from network.services.takedowns.keys import numbers, uuids
from network.services.takedowns.kinds import (
    HIDEABLE,
    find_thing,
    offer_kind,
    thing_at,
    thing_of,
    things_of,
)
from network.services.takedowns.recurring import (
    forget_askers,
    remind_of_reasons,
    tell_of_overdue,
)
from network.services.takedowns.things import Hideable, Records, Thing, public_at

__all__ = [
    "HIDEABLE",
    "Hideable",
    "Records",
    "Thing",
    "ask_take_down",
    "copies_of",
    "find_thing",
    "forget_askers",
    "hide_now",
    "keep_public",
    "numbers",
    "offer_kind",
    "public_at",
    "remind_of_reasons",
    "show_again",
    "tell_of_overdue",
    "thing_at",
    "thing_of",
    "things_of",
    "uuids",
    "write_reason",
]
