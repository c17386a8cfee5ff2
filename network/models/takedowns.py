"""Something public that somebody asked to take down, or that its people took down."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import PublicKind, TakeDownOutcome, TakeDownWhy
from network.models.organisations import Organisation


class TakeDown(models.Model):
    """A wish that something public be taken down, or the act itself, and its reason.

    `kind` and `key` name the thing as its address does, so that any kind of record
    can be asked about. Without `asked_at` nobody asked: its own people acted.
    """

    kind = models.CharField(_("what"), max_length=20, choices=PublicKind.choices)
    key = models.CharField(_("which"), max_length=80)
    # By which a picture is known again when its people upload it anew.
    mark = models.CharField(max_length=64, blank=True, editable=False)
    owner = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="take_downs",
        verbose_name=_("organisation"),
    )
    address = models.CharField(_("address"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("on"), default=timezone.now)
    # What a stranger said.
    asked_at = models.DateTimeField(_("asked on"), null=True, blank=True)
    language = models.CharField(
        _("language"),
        max_length=2,
        choices=[("es", "Español"), ("en", "English")],
        default="es",
    )
    why = models.CharField(
        _("why"), max_length=10, choices=TakeDownWhy.choices, blank=True
    )
    words = models.TextField(_("in their words"), blank=True)
    # Erased some days after the answer.
    email = models.EmailField(_("e-mail to answer"), blank=True)
    # What its people did, and why.
    outcome = models.CharField(
        _("outcome"),
        max_length=8,
        choices=TakeDownOutcome.choices,
        default=TakeDownOutcome.WAITING,
    )
    decided_at = models.DateTimeField(_("decided on"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    reason = models.TextField(_("reason"), blank=True)
    reasoned_at = models.DateTimeField(_("reason written on"), null=True, blank=True)
    reasoned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("reason written by"),
    )
    answered_at = models.DateTimeField(_("answered on"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("reminded on"), null=True, blank=True)
    ended_at = models.DateTimeField(_("shown again on"), null=True, blank=True)

    class Meta:
        verbose_name = _("take-down")
        verbose_name_plural = _("take-downs")
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("owner", "outcome", "-id")),
            models.Index(fields=("kind", "key", "-id")),
            models.Index(
                fields=("owner", "mark"),
                name="take_down_by_mark",
                condition=~Q(mark=""),
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(outcome=TakeDownOutcome.WAITING)
                | Q(decided_at__isnull=False),
                name="take_down_decided_has_day",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=TakeDownOutcome.KEPT) | ~Q(reason=""),
                name="what_stays_has_a_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.key}"

    @property
    def number(self) -> str:
        """The number people quote on the phone."""
        return f"{self.pk:06d}" if self.pk else ""

    @property
    def lacks_reason(self) -> bool:
        """True when something was hidden and nobody has said why yet."""
        stands = self.outcome == TakeDownOutcome.HIDDEN and self.ended_at is None
        return stands and not self.reason
