"""Who took part in an exchange, by role, sex and institution; and photos of it."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.models import ShowsPeople
from amuprev.foundation.people_shown import consent_is_written
from network.choices import PUBLISHABLE_PEOPLE, SMALL_NUMBER, Sex
from twinnings.choices import DelegationRole
from twinnings.models.exchanges import Exchange
from twinnings.models.parties import Party
from twinnings.models.storage import FOLDER, twinning_storage

MOST_DELEGATES = 5_000


class DelegationRow(models.Model):
    """How many people of one role, sex and institution took part; never their names."""

    exchange = models.ForeignKey(Exchange, models.CASCADE, related_name="delegation")
    party = models.ForeignKey(
        Party,
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("of which party"),
    )
    role = models.CharField(
        _("role"),
        max_length=12,
        choices=DelegationRole.choices,
        default=DelegationRole.UNKNOWN,
    )
    sex = models.CharField(
        _("sex"), max_length=7, choices=Sex.choices, default=Sex.UNKNOWN
    )
    institution = models.CharField(_("institution"), max_length=160, blank=True)
    # Without a number: a source that names the role but not how many.
    people = models.PositiveIntegerField(_("people"), null=True, blank=True)
    hidden = models.BooleanField(
        _("published as «fewer than 5»"), default=False, editable=False
    )

    institution_es: str | None
    institution_en: str | None

    class Meta:
        verbose_name = _("people of a delegation")
        verbose_name_plural = _("people of a delegation")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(people__isnull=True)
                | Q(people__gte=1, people__lte=MOST_DELEGATES),
                name="delegation_is_plausible",
                violation_error_message=_("Write how many people, from 1 to 5,000."),
            ),
            models.CheckConstraint(
                condition=Q(hidden=False) | Q(people__lt=SMALL_NUMBER),
                name="only_small_delegations_hidden",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.people or '?'}"


class ExchangePhoto(ShowsPeople):
    """A photo of an exchange; public only where nobody is recognised, or all agreed."""

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    exchange = models.ForeignKey(Exchange, models.CASCADE, related_name="photos")
    file = models.FileField(_("file"), storage=twinning_storage, upload_to=FOLDER)
    content_type = models.CharField(max_length=100, editable=False)
    size = models.PositiveIntegerField(_("bytes"), editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    alt_text = models.CharField(_("what it shows"), max_length=200)
    public = models.BooleanField(_("may be shown to the public"), default=False)
    # As it was before parts of it were covered, until the days to undo it are over.
    uncovered = models.FileField(
        storage=twinning_storage, upload_to=FOLDER, blank=True, editable=False
    )
    covered_at = models.DateTimeField(null=True, blank=True, editable=False)
    removed_at = models.DateTimeField(
        _("removed on"), null=True, blank=True, editable=False
    )

    alt_text_es: str | None
    alt_text_en: str | None

    class Meta:
        verbose_name = _("photo of an exchange")
        verbose_name_plural = _("photos of an exchange")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("exchange", "sha256"), name="one_copy_of_an_exchange_photo"
            ),
            models.CheckConstraint(
                condition=Q(public=False) | Q(people_shown__in=PUBLISHABLE_PEOPLE),
                name="no_recognisable_minor_in_an_exchange",
                violation_error_message=_(
                    "A photo in which minors, or people who did not agree, can be "
                    "recognised is never public."
                ),
            ),
            models.CheckConstraint(
                condition=Q(public=False) | consent_is_written(),
                name="adults_of_an_exchange_signed",
                violation_error_message=_(
                    "Say what the people shown signed for and until when."
                ),
            ),
        )

    def __str__(self) -> str:
        return self.alt_text
