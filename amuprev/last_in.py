"""The portal's door when it is about to end: who is inside is served, nobody else comes in."""

import ctypes
import socket
import struct
import sys
import time

SO_ATTACH_FILTER = 26
BPF_RETURN = 0x06
# How long somebody who was let in may take to ask, also on a busy machine.
SETTLE_SECONDS = 1.0


def let_nobody_else_in(listener: socket.socket | None) -> None:
    """Have the kernel pass over new callers, and give those already through time to ask.

    A server that closes its port cuts those whom the kernel let in and it did not hear
    yet. With a filter that drops everything their callers are not refused either: the
    kernel on their side calls again after a second, when the next server may stand here.
    """
    if listener is None or sys.platform != "linux":
        return
    drop_all = ctypes.create_string_buffer(struct.pack("HBBI", BPF_RETURN, 0, 0, 0))
    program = struct.pack("HP", 1, ctypes.addressof(drop_all))
    listener.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, program)
    time.sleep(SETTLE_SECONDS)
