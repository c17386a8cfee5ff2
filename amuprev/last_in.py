"""The portal's door when it is about to end: who is inside is served, nobody else comes in."""

import ctypes
import socket
import struct
import sys
import time

SO_ATTACH_FILTER = 26
# The kernel's filter language: each step is a code, two jumps and a number.
LOAD_BYTE, AND, JUMP_IF_EQUAL, GIVE = 0x30, 0x54, 0x15, 0x06
FLAGS, SYN, ACK = 13, 0x02, 0x10
NOTHING, EVERYTHING = 0, 0xFFFFFFFF
# Only the first knock of a new caller is dropped: one whom the kernel is letting in at
# this moment must be let in whole, and keeps this filter for all that is said later.
NO_NEW_CALLERS = (
    (LOAD_BYTE, 0, 0, FLAGS),
    (AND, 0, 0, SYN | ACK),
    (JUMP_IF_EQUAL, 0, 1, SYN),
    (GIVE, 0, 0, NOTHING),
    (GIVE, 0, 0, EVERYTHING),
)
# How long somebody who was let in may take to ask, also on a busy machine.
SETTLE_SECONDS = 1.0


def let_nobody_else_in(listener: socket.socket | None) -> None:
    """Have the kernel pass over new callers, and give those already through time to ask.

    A server that closes its port cuts those whom the kernel let in and it did not hear
    yet. Whose knock is dropped is not refused either: the kernel on their side calls
    again after a second, when the next server may stand here.
    """
    if listener is None or sys.platform != "linux":
        return
    steps = b"".join(struct.pack("HBBI", *step) for step in NO_NEW_CALLERS)
    kept = ctypes.create_string_buffer(steps)
    program = struct.pack("HP", len(NO_NEW_CALLERS), ctypes.addressof(kept))
    listener.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, program)
    time.sleep(SETTLE_SECONDS)
