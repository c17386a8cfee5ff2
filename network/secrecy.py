"""Texts that only this portal can read, and codes that nobody can read back.

Both keys are derived from SECRET_KEY; SECRET_KEY_FALLBACKS still open what earlier
keys closed.
"""

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac

SALT = "network.secrecy"


class Unreadable(Exception):  # noqa: N818  it is an answer, not an error
    """The text was closed with a key that is gone, or was altered."""


def seal(text: str) -> str:
    """The text, encrypted and signed."""
    return _box().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """The text that was sealed; raises Unreadable."""
    try:
        return _box().decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise Unreadable


def keyed_hash(text: str, *, of: int) -> str:
    """What is kept of a code that its owner alone knows; bound to that person."""
    return salted_hmac(SALT, f"{of}:{text}", algorithm="sha256").hexdigest()


def _box() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet(Fernet(_key_from(secret)) for secret in secrets)


def _key_from(secret: str | bytes) -> bytes:
    """32 bytes for Fernet, of no use for anything else that SECRET_KEY signs."""
    digest = salted_hmac(SALT, "box", secret=secret, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest)
