"""What editors do in Wagtail, told to the network's audit trail.

Every act of Wagtail's screens ends in its own log; the log's rows are read here
as they are written, so that no screen of Wagtail can be forgotten.
"""

from typing import Any

from django.db.models.signals import post_save
from wagtail.models import ModelLogEntry, PageLogEntry

from network.choices import Act
from network.services import audit

PAGE_ACTS = {
    "wagtail.create": Act.PAGE_SAVED,
    "wagtail.edit": Act.PAGE_SAVED,
    "wagtail.revert": Act.PAGE_SAVED,
    "wagtail.rename": Act.PAGE_SAVED,
    "wagtail.publish": Act.PAGE_PUBLISHED,
    "wagtail.schedule.cancel": Act.PAGE_PUBLISHED,
    "wagtail.publish.schedule": Act.PAGE_PUBLISHED,
    "wagtail.publish.scheduled": Act.PAGE_PUBLISHED,
    "wagtail.unpublish": Act.PAGE_UNPUBLISHED,
    "wagtail.unpublish.scheduled": Act.PAGE_UNPUBLISHED,
    "wagtail.delete": Act.PAGE_DELETED,
    "wagtail.move": Act.PAGE_MOVED,
    "wagtail.copy": Act.PAGE_MOVED,
    "wagtail.copy_for_translation": Act.PAGE_MOVED,
    "wagtail.create_alias": Act.PAGE_MOVED,
    "wagtail.reorder": Act.PAGE_MOVED,
}
LIBRARY_ACTS = {
    "foundation.picture": Act.PICTURE_SAVED,
    "foundation.portaldocument": Act.DOCUMENT_SAVED,
}


def tell_of_page(sender: type, instance: PageLogEntry, created: bool, **_: Any) -> None:
    """Record an act on a page."""
    if not created:
        return
    act = PAGE_ACTS.get(instance.action, Act.EDITORS_OTHER)
    if instance.action.startswith("wagtail.workflow"):
        act = Act.PAGE_WORKFLOW
    about = ("wagtailcore.page", str(instance.page_id))
    audit.record(act, by=instance.user, about=about, action=instance.action)


def tell_of_record(
    sender: type, instance: ModelLogEntry, created: bool, **_: Any
) -> None:
    """Record an act on a picture, a document or another record of the editors."""
    if not created:
        return
    model = instance.content_type.model_class() if instance.content_type else None
    kind = model._meta.label_lower if model else ""
    act = LIBRARY_ACTS.get(kind, Act.EDITORS_OTHER)
    about = (kind, str(instance.object_id))
    audit.record(act, by=instance.user, about=about, action=instance.action)


def listen() -> None:
    """Connect to Wagtail's two logs, once, when the portal starts."""
    post_save.connect(tell_of_page, PageLogEntry, dispatch_uid="trail-of-pages")
    post_save.connect(tell_of_record, ModelLogEntry, dispatch_uid="trail-of-records")
