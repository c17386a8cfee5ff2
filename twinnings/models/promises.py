"""What was promised in an exchange, until when, and what shows that it was done."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models import Organisation
from twinnings.choices import (
    CommitmentState,
)
from twinnings.models.exchanges import Exchange
from twinnings.models.parties import Party
from twinnings.models.record import somebody
from twinnings.models.storage import FOLDER, twinning_storage
from twinnings.queries import CommitmentQuerySet


class Commitment(models.Model):
    """Something that one side of an exchange promised to do, and until when."""

    exchange = models.ForeignKey(Exchange, models.CASCADE, related_name="commitments")
    text = models.CharField(_("commitment"), max_length=300)
    # Who answers for it: a party, and the office there; never a person.
    party = models.ForeignKey(
        Party,
        models.SET_NULL,
        related_name="commitments",
        null=True,
        blank=True,
        verbose_name=_("party that answers for it"),
    )
    organisation = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("organisation that answers for it"),
    )
    office = models.CharField(
        _("office that answers for it"), max_length=160, blank=True
    )
    # The day of the exchange, beside the other so that the database compares them.
    not_before = models.DateField(null=True, editable=False)
    due = models.DateField(_("due on"), null=True, blank=True)
    state = models.CharField(
        _("state"),
        max_length=8,
        choices=CommitmentState.choices,
        default=CommitmentState.OPEN,
    )
    evidence = models.TextField(_("evidence"), blank=True)
    evidence_link = models.URLField(
        _("address of the evidence"), max_length=500, blank=True
    )
    evidence_file = models.FileField(
        _("file of the evidence"),
        storage=twinning_storage,
        upload_to=FOLDER,
        blank=True,
    )
    evidence_type = models.CharField(max_length=100, blank=True, editable=False)
    decided_on = models.DateField(_("met or dropped on"), null=True, blank=True)
    decided_by = somebody(_("said by"))
    # Read by whoever reviews: its text, then what shows that it was met.
    public = models.BooleanField(_("public"), default=False, editable=False)
    evidence_public = models.BooleanField(default=False, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    text_es: str | None
    text_en: str | None
    evidence_es: str | None
    evidence_en: str | None

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        ordering = ("due", "pk")
        indexes = (models.Index(fields=("state", "due"), name="commitment_due"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(due__isnull=True)
                | Q(not_before__isnull=True)
                | Q(due__gte=F("not_before")),
                name="commitment_due_after_the_exchange",
                violation_error_message=_(
                    "A commitment cannot be due before the exchange."
                ),
            ),
            models.CheckConstraint(
                condition=Q(state=CommitmentState.OPEN) | Q(decided_on__isnull=False),
                name="commitment_decided_has_its_day",
            ),
        )

    def __str__(self) -> str:
        return self.text

    @property
    def is_overdue(self) -> bool:
        """True when its day has passed and nobody said that it was met."""
        return (
            self.state == CommitmentState.OPEN
            and self.due is not None
            and self.due < timezone.localdate()
        )
