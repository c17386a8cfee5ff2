"""Packs made in the background, and anew only when something they say changed."""

from toolkit.choices import GUIDE_COUNTRIES
from toolkit.documents.pack import pack_digest, packed
from toolkit.models import Pack, Step
from toolkit.services.packs import keep_pack


def build_packs() -> int:
    """Make the packs that are missing or say something old; how many.

    None before the guide has steps.
    """
    if not Step.objects.exists():
        return 0
    known = dict(Pack.objects.values_list("country", "digest"))
    return sum(
        build_pack(code.value, known.get(code.value, "")) for code in GUIDE_COUNTRIES
    )


def build_pack(country: str, known: str = "") -> bool:
    """Make one pack, unless what it would say is known already."""
    digest = pack_digest(country)
    if digest == known:
        return False
    content, files = packed(country)
    keep_pack(country=country, digest=digest, content=content, files=files)
    return True
