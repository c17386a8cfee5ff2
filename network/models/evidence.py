"""The photos and documents that show an activity happened."""

import uuid

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.choices import PUBLISHABLE_PEOPLE, EvidenceKind, PeopleShown
from network.models.activities import Activity


def evidence_storage() -> Storage:
    """The private storage of evidence, asked for late so that migrations hold no path."""
    return storages["evidence"]


class Evidence(models.Model):
    """A photo or document that shows an activity happened; private until approved."""

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    activity = models.ForeignKey(Activity, models.CASCADE, related_name="evidence")
    kind = models.CharField(_("kind"), max_length=8, choices=EvidenceKind.choices)
    file = models.FileField(_("file"), storage=evidence_storage)
    small = models.FileField(_("small picture"), storage=evidence_storage, blank=True)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField(_("bytes"))
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True)
    sha256 = models.CharField(max_length=64)
    caption = models.CharField(_("what it shows"), max_length=200, blank=True)
    people_shown = models.CharField(
        _("can anybody be recognised?"),
        max_length=17,
        choices=PeopleShown.choices,
        default=PeopleShown.NOT_SURE,
    )
    public = models.BooleanField(_("may be shown to the public"), default=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("uploaded by"),
    )
    uploaded_at = models.DateTimeField(_("uploaded on"), auto_now_add=True)

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("activity", "sha256"), name="one_copy_of_a_file"
            ),
            models.CheckConstraint(
                condition=Q(public=False) | Q(people_shown__in=PUBLISHABLE_PEOPLE),
                name="no_recognisable_minor_is_public",
                violation_error_message=_(
                    "A photo in which minors, or people who did not agree, can be "
                    "recognised is never public."
                ),
            ),
        )

    def __str__(self) -> str:
        return self.caption or self.get_kind_display()
