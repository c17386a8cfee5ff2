"""The verb that keeps the pack of a country in the place of the one before."""

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from toolkit.models import Pack
from toolkit.models.packs import FOLDER, pack_storage


def keep_pack(*, country: str, digest: str, content: bytes, files: int) -> Pack:
    """Put a pack in the place of the last one, whose file goes once nobody is told of
    it any more."""
    name = f"{FOLDER}/{country.lower()}-{digest[:16]}.zip"
    stored = pack_storage().save(name, ContentFile(content))
    kept = False
    try:
        with transaction.atomic():
            rows = Pack.objects.select_for_update()
            before = rows.filter(country=country).first()
            old = before.file.name if before else ""
            values = {
                "digest": digest,
                "file": stored,
                "size": len(content),
                "files": files,
                "built_at": timezone.now(),
            }
            pack, _made = Pack.objects.update_or_create(
                country=country, defaults=values
            )
        kept = True
    finally:
        if not kept:
            pack_storage().delete(stored)
    if old and old != stored:
        pack_storage().delete(old)
    return pack
