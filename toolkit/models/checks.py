"""How far a municipality has come with each step, and what shows it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models import Organisation
from toolkit.choices import Answer, EvidenceKind
from toolkit.models.guide import Step
from toolkit.models.keyed import somebody
from toolkit.models.storage import FOLDER, toolkit_storage
from toolkit.queries import CheckQuerySet, StepEvidenceQuerySet


class StepCheck(models.Model):
    """A municipality's answer about one step; «yes» stands only with its evidence."""

    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="step_checks",
        verbose_name=_("municipality"),
    )
    step = models.ForeignKey(
        Step, models.PROTECT, related_name="checks", verbose_name=_("step")
    )
    answer = models.CharField(
        _("answer"), max_length=7, choices=Answer.choices, default=Answer.UNKNOWN
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    # How many pieces of evidence stand now: kept beside the answer for the database.
    evidence_count = models.PositiveSmallIntegerField(default=0, editable=False)
    lowered_at = models.DateTimeField(
        _("lowered for want of evidence on"), null=True, blank=True, editable=False
    )
    answered_by = somebody(_("answered by"))
    answered_at = models.DateTimeField(_("answered on"), default=timezone.now)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = CheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("check of a step")
        verbose_name_plural = _("checks of the steps")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "step"), name="one_check_of_a_step"
            ),
            models.CheckConstraint(
                condition=~Q(answer=Answer.YES) | Q(evidence_count__gte=1),
                name="yes_has_its_evidence",
                violation_error_message=_("«Yes» needs what shows it."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.step_id}: {self.get_answer_display()}"


class CheckEvidence(models.Model):
    """What shows that a step was done: where it is kept, or a file; never a list of
    people."""

    check_of = models.ForeignKey(
        StepCheck, models.CASCADE, related_name="evidence", verbose_name=_("check")
    )
    kind = models.CharField(_("kind"), max_length=9, choices=EvidenceKind.choices)
    reference = models.CharField(
        _("where it is kept"),
        max_length=250,
        blank=True,
        help_text=_("For example «minute 09-2016, municipal secretary's file»."),
    )
    file = models.FileField(
        _("file"), storage=toolkit_storage, upload_to=FOLDER, blank=True
    )
    content_type = models.CharField(max_length=100, blank=True, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    added_by = somebody(_("added by"))
    added_at = models.DateTimeField(_("added on"), default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)
    removed_by = somebody(_("removed by"))

    objects = StepEvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence of a step")
        verbose_name_plural = _("evidence of the steps")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(kind=EvidenceKind.REFERENCE, file="") & ~Q(reference="")
                | Q(kind=EvidenceKind.FILE)
                & (~Q(file="") | Q(removed_at__isnull=False)),
                name="evidence_says_where_or_holds_a_file",
            ),
        )

    def __str__(self) -> str:
        return self.reference or f"#{self.pk}"
