"""How often somebody may try a password or a code, counted in the shared cache.

An account allows ten tries in fifteen minutes, of which strangers share five and
each address from which its owner came in before has five of its own: whoever guesses
from afar does not shut the owner out. An address allows a hundred failures an hour
to accounts that never came in from there. What succeeds is given back, to its own
account only; nothing else is ever reset by a success.

The cache holds keyed hashes only: neither accounts nor addresses can be read there.
"""

import errno
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network

from django.core.cache import cache
from django.utils.crypto import salted_hmac

SALT = "network.tries"
PER_ACCOUNT = 10
PER_SIDE = 5
ACCOUNT_SECONDS = 15 * 60
PER_ADDRESS = 100
ADDRESS_SECONDS = 60 * 60
# How long an address is remembered as one from which the owner came in.
FAMILIAR_SECONDS = 14 * 24 * 60 * 60
LOCK_SECONDS = 10
LOCK_PATIENCE = 3
LOCK_PAUSE = 0.01
IPV6_PREFIX = 64

# When, from where if the owner is known there, and which.
Counted = tuple[float, str, str]


class Slowed(Exception):  # noqa: N818  it is an answer, not an error
    """Too many tries: how many seconds to wait, and whether it is the first refusal."""

    def __init__(self, *, account: str, seconds: int, first: bool) -> None:
        super().__init__(account)
        self.account, self.seconds, self.first = account, seconds, first

    @property
    def door(self) -> str:
        """What was tried: password, code or letter."""
        return self.account.partition(":")[0]


@dataclass(frozen=True)
class Try:
    """One try that was let through: it counts until it is said to have succeeded."""

    account: str
    address: str
    at: float
    mark: str

    def succeeded(self) -> None:
        """Give this try back, and no other."""
        for key, seconds in (
            (_account_key(self.account), ACCOUNT_SECONDS),
            (_address_key(self.address), ADDRESS_SECONDS),
        ):
            with _alone(key) as alone:
                if alone:
                    kept = [each for each in cache.get(key, []) if each[2] != self.mark]
                    cache.set(key, kept, seconds)


def sign_in_account(email: str) -> str:
    """The account whose password is tried."""
    return f"password:{email.strip().lower()}"


def code_account(person_pk: int) -> str:
    """The account whose second step is tried."""
    return f"code:{person_pk}"


def letter_account(email: str) -> str:
    """The address whose letter's code is tried."""
    return f"letter:{email.strip().lower()}"


def whose(address: str) -> str:
    """The address, or for IPv6 the network that one subscriber has."""
    parsed = ip_address(address)
    if not isinstance(parsed, IPv6Address):
        return address
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ip_network(f"{address}/{IPV6_PREFIX}", strict=False))


def begin(*, account: str, address: str, at_address: bool = True) -> Try:
    """Count a try before it is looked at; raises Slowed instead when there were enough.

    What is no failure but only must not go on for ever, such as mails to somebody,
    does not count at the address.
    """
    attempt = Try(account, whose(address), time.time(), secrets.token_hex(4))
    familiar = is_familiar(account=account, address=address)
    seconds = _count_for_account(attempt, familiar=familiar)
    if not seconds and at_address:
        seconds = _count_for_address(attempt, familiar=familiar)
        if seconds:
            attempt.succeeded()
    if seconds:
        told = cache.add(f"{_account_key(account)}:told", 1, seconds)
        raise Slowed(account=account, seconds=seconds, first=told)
    return attempt


def has_room(what: str, *, most: int, seconds: int) -> bool:
    """Count one more of what must not go on for ever; false, uncounted, after enough."""
    key, now = f"tries:often:{_digest(what)}", time.time()
    with _alone(key) as alone:
        kept = _fresh(key, now, seconds) if alone else []
        if not alone or len(kept) >= most:
            return False
        cache.set(key, [*kept, (now, "", "")], seconds)
        return True


def is_familiar(*, account: str, address: str) -> bool:
    """True when the owner came in from this address in the last fourteen days."""
    return bool(cache.get(_familiar_key(account, address)))


def welcome(*, account: str, address: str) -> None:
    """Remember that the owner came in from this address."""
    cache.set(_familiar_key(account, address), 1, FAMILIAR_SECONDS)


def let_in(*, account: str, address: str) -> None:
    """The owner answered a mail: their account is free again, for them from here."""
    key = _account_key(account)
    with _alone(key):
        cache.delete(key)
    cache.delete(f"{key}:told")
    welcome(account=account, address=address)


def _count_for_account(attempt: Try, *, familiar: bool) -> int:
    """Add the try to its account; the seconds to wait when there is no room."""
    key = _account_key(attempt.account)
    side = _digest(attempt.address) if familiar else ""
    with _alone(key) as alone:
        if not alone:
            return 1
        kept = _fresh(key, attempt.at, ACCOUNT_SECONDS)
        same = [each for each in kept if each[1] == side]
        seconds = max(
            _wait(kept, PER_ACCOUNT, attempt.at, ACCOUNT_SECONDS),
            _wait(same, PER_SIDE, attempt.at, ACCOUNT_SECONDS),
        )
        if not seconds:
            cache.set(key, [*kept, (attempt.at, side, attempt.mark)], ACCOUNT_SECONDS)
        return seconds


def _count_for_address(attempt: Try, *, familiar: bool) -> int:
    """Add the try to its address, which never stops people known to come from there."""
    key = _address_key(attempt.address)
    with _alone(key) as alone:
        if not alone:
            return 1
        kept = _fresh(key, attempt.at, ADDRESS_SECONDS)
        seconds = _wait(kept, PER_ADDRESS, attempt.at, ADDRESS_SECONDS)
        if seconds:
            # Nothing older is pushed out: giving this one back would make room.
            return 0 if familiar else seconds
        cache.set(key, [*kept, (attempt.at, "", attempt.mark)], ADDRESS_SECONDS)
        return 0


def _fresh(key: str, now: float, seconds: int) -> list[Counted]:
    return [each for each in cache.get(key, []) if each[0] > now - seconds]


def _wait(kept: list[Counted], most: int, now: float, seconds: int) -> int:
    """Whole seconds until there is room for one more; 0 when there is."""
    if len(kept) < most:
        return 0
    oldest = sorted(each[0] for each in kept)[-most]
    return max(1, int(oldest + seconds - now) + 1)


@contextmanager
def _alone(key: str) -> Iterator[bool]:
    """Holds a counter for one writer; false when it stayed busy: then nobody tries."""
    lock = f"{key}:lock"
    until = time.monotonic() + LOCK_PATIENCE
    while not cache.add(lock, 1, LOCK_SECONDS):
        if time.monotonic() > until:
            _refuse_without_room()
            yield False
            return
        time.sleep(LOCK_PAUSE)
    try:
        yield True
    finally:
        cache.delete(lock)


def _refuse_without_room() -> None:
    """A cache on a full disk keeps nothing, and nobody tried too often."""
    if not cache.add(f"tries:room:{secrets.token_hex(8)}", 1, 1):
        raise OSError(errno.ENOSPC, "the cache keeps nothing")


def _account_key(account: str) -> str:
    return f"tries:account:{_digest(account)}"


def _address_key(address: str) -> str:
    return f"tries:address:{_digest(address)}"


def _familiar_key(account: str, address: str) -> str:
    return f"tries:familiar:{_digest(f'{account} {whose(address)}')}"


def _digest(text: str) -> str:
    return salted_hmac(SALT, text, algorithm="sha256").hexdigest()
