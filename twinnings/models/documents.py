"""Documents of twinnings and exchanges, and the steps of their review."""

import uuid

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import ReviewState
from twinnings.choices import DocumentKind
from twinnings.models.exchanges import Exchange
from twinnings.models.record import somebody, state_words
from twinnings.models.storage import FOLDER, twinning_storage
from twinnings.models.twinnings import Twinning


class TwinningDocument(models.Model):
    """A document of a twinning, or of one of its exchanges, here or at its address."""

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    twinning = models.ForeignKey(Twinning, models.CASCADE, related_name="documents")
    exchange = models.ForeignKey(
        Exchange, models.CASCADE, related_name="documents", null=True, blank=True
    )
    kind = models.CharField(_("kind"), max_length=10, choices=DocumentKind.choices)
    title = models.CharField(_("title"), max_length=200)
    file = models.FileField(
        _("file"), storage=twinning_storage, upload_to=FOLDER, blank=True
    )
    address = models.URLField(_("address"), max_length=500, blank=True)
    content_type = models.CharField(max_length=100, blank=True, editable=False)
    size = models.PositiveIntegerField(
        _("bytes"), default=0, editable=False, validators=[MinValueValidator(0)]
    )
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    public = models.BooleanField(_("may be shown to the public"), default=False)
    removed_at = models.DateTimeField(
        _("removed on"), null=True, blank=True, editable=False
    )

    title_es: str | None
    title_en: str | None

    class Meta:
        verbose_name = _("document of a twinning")
        verbose_name_plural = _("documents of a twinning")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(file="") | ~Q(address=""),
                name="twinning_document_is_somewhere",
                violation_error_message=_("Attach the file or write its address."),
            ),
        )

    def __str__(self) -> str:
        return self.title


class ReviewMove(models.Model):
    """One step of a twinning or an exchange to the public: who, when, which note."""

    twinning = models.ForeignKey(
        Twinning, models.CASCADE, related_name="steps", null=True, blank=True
    )
    exchange = models.ForeignKey(
        Exchange, models.CASCADE, related_name="steps", null=True, blank=True
    )
    from_state = models.CharField(
        _("from"), max_length=10, choices=ReviewState.choices, blank=True
    )
    to_state = models.CharField(_("to"), max_length=10, choices=ReviewState.choices)
    by = somebody(_("by"))
    at = models.DateTimeField(_("on"), default=timezone.now)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("review step of a twinning")
        verbose_name_plural = _("review steps of a twinning")
        ordering = ("at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(twinning__isnull=True) ^ Q(exchange__isnull=True),
                name="review_move_of_one_record",
            ),
        )

    def __str__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        """The state that it led to."""
        return state_words(self.to_state)
