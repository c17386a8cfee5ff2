"""Start the portal in the foreground, ready to be used."""

import ctypes
import gc
import os
import signal
import socket
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections
from granian._granian import ListenerSpec as SocketSpec
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import MPServer

from amuprev import environment, wsgi
from amuprev.backup.refusals import BackupRefused
from amuprev.backup.running import hold_portal
from amuprev.keeper import Keeper
from amuprev.last_in import let_nobody_else_in

HOST = "127.0.0.1"
PATIENCE_SECONDS = 20
# New objects before the collector looks at them; a page makes some ten thousand.
COLLECT_AFTER = 50_000
PR_SET_PDEATHSIG = 1
PLACES = (
    ("Portal, Spanish", "/es/"),
    ("Portal, English", "/en/"),
    ("Workspace", "/es/espacio/"),
    ("Secretariat (Django admin)", "/admin/"),
    ("Editors (Wagtail)", "/cms/"),
)


class Command(BaseCommand):
    help = (
        "Prepares the database, prints the addresses and serves with granian, with "
        "a background worker beside it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--port", type=int, default=environment.whole_number("PORT", 8000)
        )

    def handle(self, *args: Any, **options: Any) -> None:
        port = options["port"]
        refuse_taken_port(port)
        try:
            hold_portal()
        except BackupRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        call_command("prepare", stdout=self.stdout)
        self.print_addresses(port)
        # The workers are forked from here: the application and its addresses, loaded
        # now, are loaded for all of them; a connection must not be shared.
        self.check(tags=["urls"])
        close_connections()
        leave_alone_what_is_loaded()
        prepare_children()
        keeper = Keeper() if environment.flag("WORKER", default=True) else None
        server = build_server(port)
        server.keeper = keeper
        if keeper is not None:
            keeper.start()
        try:
            server.serve()
        finally:
            if keeper is not None:
                keeper.end(PATIENCE_SECONDS)

    def print_addresses(self, port: int) -> None:
        self.stdout.write("")
        for name, path in PLACES:
            self.stdout.write(f"  {name:<28} http://{HOST}:{port}{path}")
        self.stdout.write("\nStop with Ctrl-C.")
        self.stdout.flush()


def refuse_taken_port(port: int) -> None:
    """Say so before a minute of preparation; granian itself shares a taken port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as error:
            message = f"Port {port} of {HOST} cannot be used ({error}). Choose another: make run PORT=8001"
            raise CommandError(message) from error


def close_connections() -> None:
    connections.close_all()
    if connection.vendor == "postgresql":
        connection.close_pool()  # type: ignore[attr-defined]  # only this backend has one


def leave_alone_what_is_loaded() -> None:
    """The collector of unused objects need not look again and again through the
    application, which stays for good: that costs a request a tenth of its time, and
    makes the memory that the workers share their own."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER, 20, 20)


def prepare_children() -> None:
    """Ctrl-C reaches the whole group; a worker that hears it besides the parent's own
    order to stop can wait for itself for ever (granian 2.8). And workers whose parent
    was killed would hold the port for ever: the kernel tells them to end.

    What a worker starts itself, to look into a film, has the worker for its parent."""
    parent = os.getpid()
    kernel = ctypes.CDLL(None) if sys.platform == "linux" else None
    is_worker = False

    def in_child() -> None:
        nonlocal is_worker
        if is_worker:
            return
        is_worker = True
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        if kernel is not None:
            kernel.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
            if os.getppid() != parent:  # it died before it was asked for
                os._exit(1)

    os.register_at_fork(after_in_child=in_child)


class Server(MPServer):
    """granian, with a background worker that ends when it does."""

    keeper: Keeper | None = None
    _sso: socket.socket | None = None

    def _init_shared_socket(self) -> None:
        """One listener for all workers, whose queue any of them empties.

        On Linux granian 2.8 gives each worker a listener of its own: what waits in the
        queue of one that ends, or that fell, is cut."""
        held = SocketSpec(self.bind_addr, self.bind_port, self.backlog).build()
        self._shd = held  # type: ignore[assignment]  # granian does not say its kind
        self._sso = socket.socket(fileno=held.get_fd())

    def shutdown(self, exit_code: int = 0) -> None:
        """Let the background worker finish while the last requests are answered."""
        let_nobody_else_in(self._sso)
        if self.keeper is not None:
            self.keeper.ask_to_end()
        super().shutdown(exit_code)


def build_server(port: int) -> Server:
    return Server(
        f"{wsgi.__name__}:application",
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        workers=environment.whole_number("WORKERS", min(2, os.cpu_count() or 1)),
        # As many as the connections of one worker's pool.
        blocking_threads=environment.whole_number("DATABASE_POOL", 8),
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=PATIENCE_SECONDS,
        # Its one warning is that eight threads are many for two processors; they wait
        # for the database most of the time.
        log_level=LogLevels.error,
        working_dir=settings.BASE_DIR,
    )
