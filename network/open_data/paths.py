"""Whole addresses, as files and interfaces that leave the portal carry them."""

from django.conf import settings


def site_page(path: str) -> str:
    """The address with the portal's host; empty for what has no page."""
    return f"{settings.SITE_URL}{path}" if path else ""
