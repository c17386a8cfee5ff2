"""A mail server for tests: takes what it is sent on a port of its own, and keeps it."""

import email
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message


class Sink(socketserver.ThreadingTCPServer):
    """What arrived, and what to answer to the next recipients and messages."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", port), Session)
        self.arrived: list[Message] = []
        self.to_recipient = "250 OK"
        self.to_message = "250 OK"


class Session(socketserver.StreamRequestHandler):
    server: Sink

    def handle(self) -> None:
        self.say("220 sink")
        for line in self.rfile:
            verb = line[:4].upper().strip()
            if verb == b"QUIT":
                return self.say("221 bye")
            if verb == b"RCPT":
                self.say(self.server.to_recipient)
            elif verb == b"DATA":
                self.say("354 go on")
                self.take_message()
            else:
                self.say("250 OK")
        return None

    def take_message(self) -> None:
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line.removeprefix(b"."))
        if self.server.to_message.startswith("250"):
            self.server.arrived.append(email.message_from_bytes(b"".join(lines)))
        self.say(self.server.to_message)

    def say(self, words: str) -> None:
        self.wfile.write(words.encode() + b"\r\n")


@contextmanager
def mail_server(port: int) -> Iterator[Sink]:
    with Sink(port) as sink:
        thread = threading.Thread(target=sink.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield sink
        finally:
            sink.shutdown()
            thread.join(5)
