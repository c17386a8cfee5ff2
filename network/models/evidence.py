"""The photos and documents that show an activity happened."""

import datetime
import hashlib
import uuid
from typing import Any

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Q
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.models import ShowsPeople
from amuprev.foundation.people_shown import consent_is_written
from network.choices import PUBLISHABLE_PEOPLE, EvidenceKind, PeopleShown
from network.evidence_queries import EvidenceQuerySet
from network.models.activities import Activity

FOLDER = "evidence"


def evidence_storage() -> Storage:
    """The private storage of evidence, asked for late so that migrations hold no path."""
    return storages["evidence"]


def somebody(label: Any) -> models.ForeignKey:
    """A key to the person who did something to a piece."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label,
    )


class Evidence(ShowsPeople):
    """A photo or document that shows an activity happened; private until approved."""

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    activity = models.ForeignKey(Activity, models.CASCADE, related_name="evidence")
    kind = models.CharField(_("kind"), max_length=8, choices=EvidenceKind.choices)
    file = models.FileField(_("file"), storage=evidence_storage, upload_to=FOLDER)
    small = models.FileField(
        _("small picture"), storage=evidence_storage, upload_to=FOLDER, blank=True
    )
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField(_("bytes"))
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True)
    sha256 = models.CharField(max_length=64)
    # What was attached, cleaned: the same file sent again is one piece, covered or not.
    attached_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    caption = models.CharField(_("what it shows"), max_length=200, blank=True)
    public = models.BooleanField(_("may be shown to the public"), default=False)
    uploaded_by = somebody(_("uploaded by"))
    uploaded_at = models.DateTimeField(_("uploaded on"), auto_now_add=True)
    hidden_at = models.DateTimeField(_("hidden on"), null=True, blank=True)
    hidden_by = somebody(_("hidden by"))
    removed_at = models.DateTimeField(_("removed on"), null=True, blank=True)
    removed_by = somebody(_("removed by"))
    # The photo as it was before it was cropped or covered; nobody can open it.
    uncovered = models.FileField(
        storage=evidence_storage, upload_to=FOLDER, blank=True, editable=False
    )
    covered_at = models.DateTimeField(
        _("cropped or covered on"), null=True, blank=True, editable=False
    )

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ("pk",)
        indexes = (
            models.Index(
                fields=("removed_at",),
                name="evidence_removed",
                condition=Q(removed_at__isnull=False),
            ),
            models.Index(
                fields=("covered_at",),
                name="evidence_uncovered",
                condition=~Q(uncovered=""),
            ),
            models.Index(
                fields=("consent_until",),
                name="evidence_consent",
                condition=Q(public=True, people_shown="adults"),
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("activity", "attached_sha256"),
                condition=Q(removed_at__isnull=True) & ~Q(attached_sha256=""),
                name="one_copy_of_an_attached_file",
            ),
            models.CheckConstraint(
                condition=Q(public=False) | Q(people_shown__in=PUBLISHABLE_PEOPLE),
                name="no_recognisable_minor_is_public",
                violation_error_message=_(
                    "A photo in which minors, or people who did not agree, can be "
                    "recognised is never public."
                ),
            ),
            models.CheckConstraint(
                condition=Q(public=False) | consent_is_written(),
                name="public_adults_signed_for_something_until_a_day",
                violation_error_message=_(
                    "Say what the people shown signed for and until when."
                ),
            ),
        )

    def __str__(self) -> str:
        return self.caption or self.get_kind_display()

    @property
    def shows_agreed_adults(self) -> bool:
        """True when it is public with a consent, or was until that consent ended."""
        if self.people_shown != PeopleShown.ADULTS or self.removed_at is not None:
            return False
        ended_by_itself = self.consent_ended and self.consent_told == self.consent_until
        return self.public or ended_by_itself

    @property
    def said(self) -> str:
        """Stands for what is said of it, to tell whether somebody changed that."""
        words = (
            self.caption, self.people_shown, self.public,
            self.consent_purpose, self.consent_until,
        )  # fmt: skip
        told = "\x1f".join(map(str, words))
        return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:16]

    @property
    def stored_files(self) -> list[FieldFile]:
        """Every file it has in the private storage."""
        return [each for each in (self.file, self.small, self.uncovered) if each.name]

    @property
    def removed_until(self) -> datetime.date | None:
        """The last day on which it can be brought back."""
        return _last_day(self.removed_at)

    @property
    def uncovered_until(self) -> datetime.date | None:
        """The last day on which the photo as it was can be had back."""
        return _last_day(self.covered_at) if self.uncovered.name else None


def _last_day(since: datetime.datetime | None) -> datetime.date | None:
    if since is None:
        return None
    return (since + datetime.timedelta(days=settings.TRASH_DAYS)).date()
