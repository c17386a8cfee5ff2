"""The port before the portal ends: those inside are heard, nobody else comes in."""

import socket

import pytest

from amuprev import last_in


@pytest.fixture
def listener():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(8)
        yield listening


def test_who_was_let_in_is_heard_and_nobody_else_comes(listener, monkeypatch):
    monkeypatch.setattr(last_in, "SETTLE_SECONDS", 0)
    address = listener.getsockname()
    with socket.create_connection(address) as inside:
        last_in.let_nobody_else_in(listener)
        inside.sendall(b"still here")
        with listener.accept()[0] as heard:
            assert heard.recv(64) == b"still here"
        with pytest.raises(TimeoutError):
            socket.create_connection(address, timeout=0.5)


def test_who_is_let_in_at_this_moment_is_heard(listener, monkeypatch):
    """Their connection inherits what stands at the door."""
    monkeypatch.setattr(last_in, "SETTLE_SECONDS", 0)
    inside = socket.create_connection(listener.getsockname())
    with inside, listener.accept()[0] as heard:
        last_in.let_nobody_else_in(heard)
        inside.sendall(b"still here")
        heard.settimeout(5)
        assert heard.recv(64) == b"still here"


def test_without_a_port_there_is_nothing_to_do():
    last_in.let_nobody_else_in(None)
