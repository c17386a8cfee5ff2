"""Photos of activities, as tests attach them."""

import datetime
from io import BytesIO

from django.utils import timezone
from PIL import Image

from network.choices import ConsentPurpose, PeopleShown
from network.models import Activity, AuditEntry, Evidence, User
from network.services.evidence import attach_evidence
from tests.foundation import upload_samples as samples

TODAY = timezone.localdate()
NEXT_YEAR = TODAY + datetime.timedelta(days=365)
SIGNED = {
    "people_shown": PeopleShown.ADULTS,
    "public": True,
    "consent_purpose": ConsentPurpose.PORTAL,
}


def attach(activity: Activity, by: User, size=(320, 240), **said) -> Evidence:
    """A photo whose left half is red and the other blue, public and of nobody."""
    return attach_evidence(
        activity=activity,
        by=by,
        upload=samples.upload(samples.photo(size=size)),
        **{"people_shown": PeopleShown.NOBODY, "public": True, **said},
    )


def picture_in(stored) -> Image.Image:
    with stored.open("rb") as file:
        return Image.open(BytesIO(file.read())).convert("RGB")


def on_disk(piece: Evidence) -> list[bool]:
    return [stored.storage.exists(stored.name) for stored in piece.stored_files]


def acts() -> list[str]:
    """The acts about evidence, in order, refusals included."""
    return list(
        AuditEntry.objects.filter(record_kind="network.evidence")
        .order_by("pk")
        .values_list("act", flat=True)
    )
