"""Readers of environment variables that refuse nonsense with one clear sentence."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

PROFILES = ("development", "production", "test")


def text(name: str, default: str = "") -> str:
    """The variable's text without outer spaces, or the default."""
    return os.environ.get(name, default).strip() or default


def flag(name: str, *, default: bool) -> bool:
    """A yes/no variable; raises ImproperlyConfigured for any other word."""
    value = text(name).lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    message = f"{name} must be yes or no, not {value!r}."
    raise ImproperlyConfigured(message)


def whole_number(name: str, default: int) -> int:
    """A whole number; raises ImproperlyConfigured when it is not one."""
    value = text(name)
    if not value:
        return default
    if not value.isdigit():
        message = f"{name} must be a whole number, not {value!r}."
        raise ImproperlyConfigured(message)
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list without its empty items."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def profile() -> str:
    """The profile in force: development (default), production or test."""
    value = text("AMUPREV_PROFILE", "development")
    if value not in PROFILES:
        message = f"AMUPREV_PROFILE must be one of {', '.join(PROFILES)}."
        raise ImproperlyConfigured(message)
    return value


def required(name: str, why: str) -> str:
    """A variable production cannot start without; raises ImproperlyConfigured."""
    value = text(name)
    if not value:
        message = f"Set {name}: {why}"
        raise ImproperlyConfigured(message)
    return value


def kept_secret(path: Path) -> str:
    """The secret kept in a file readable only by its owner, made at first use."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text().strip()
