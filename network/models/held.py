"""What somebody typed and sent when their session was over, kept until they are back."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models.evidence import evidence_storage
from network.queries import HeldPostQuerySet


def held_path(held_file: "HeldFile", name: str) -> str:
    """A folder of its own in the private storage; nothing of the sender's name."""
    return f"held/{held_file.post_id}/{uuid.uuid4().hex}"


class HeldPost(models.Model):
    """A form that was sent without a session: only its writer ever reads it again."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="held_posts"
    )
    path = models.TextField()
    # As a form is encoded: any character the browser sent fits in any database.
    fields = models.TextField(blank=True)
    digest = models.CharField(max_length=64)
    held_at = models.DateTimeField(_("kept on"), default=timezone.now)
    expires_at = models.DateTimeField(_("kept until"))
    sent_at = models.DateTimeField(null=True, blank=True)
    set_aside_at = models.DateTimeField(null=True, blank=True)

    objects = HeldPostQuerySet.as_manager()

    class Meta:
        verbose_name = _("form kept for its writer")
        verbose_name_plural = _("forms kept for their writers")
        ordering = ("-held_at",)
        constraints = (
            models.UniqueConstraint(
                fields=("person", "digest"),
                condition=Q(sent_at__isnull=True),
                name="one_copy_of_a_held_post",
            ),
        )

    def __str__(self) -> str:
        return str(self.uuid)


class HeldFile(models.Model):
    """A file of a held post, as it came: not cleaned yet, and never served."""

    post = models.ForeignKey(HeldPost, models.CASCADE, related_name="files")
    field = models.TextField()
    name = models.TextField()
    content_type = models.TextField(blank=True)
    size = models.PositiveIntegerField(_("bytes"))
    file = models.FileField(
        storage=evidence_storage, upload_to=held_path, max_length=120
    )

    class Meta:
        verbose_name = _("file kept for its writer")
        verbose_name_plural = _("files kept for their writers")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name
