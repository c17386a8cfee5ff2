"""What was published: never changed, readable for ever, with a hash of all it says."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from municipio_seguro.models.assessments import Assessment
from municipio_seguro.models.base import FOLDER, private_storage, somebody


class Snapshot(models.Model):
    """One revision of a published assessment; the first, or a corrected one."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="snapshots")
    revision = models.PositiveSmallIntegerField(_("revision"), default=1)
    # All that page, PDF and files say of it. The database refuses to change a row.
    content = models.JSONField(_("content"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    formula = models.CharField(_("version of the formulas"), max_length=8)
    matrix_version = models.CharField(_("version of the matrix"), max_length=8)
    # What was wrong before, of a corrected one.
    erratum = models.TextField(_("erratum"), blank=True)
    built_at = models.DateTimeField(_("made on"), default=timezone.now)
    built_by = somebody(_("made by"))

    erratum_es: str | None
    erratum_en: str | None

    class Meta:
        verbose_name = _("published revision")
        verbose_name_plural = _("published revisions")
        ordering = ("assessment", "revision")
        constraints = (
            models.UniqueConstraint(
                fields=("assessment", "revision"), name="one_snapshot_a_revision"
            ),
            models.CheckConstraint(
                condition=Q(revision__gte=1), name="revisions_begin_with_1"
            ),
        )

    def __str__(self) -> str:
        return f"{self.assessment} r{self.revision}"


class Erratum(models.Model):
    """A mistake in what is published, as its municipality tells it to the network."""

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="errata")
    text = models.TextField(_("what was wrong"))
    # The right answers by indicator, as they were typed.
    changes = models.JSONField(_("right answers"), default=dict, blank=True)
    written_by = somebody(_("written by"))
    written_at = models.DateTimeField(_("written on"), default=timezone.now)
    # Nothing public changes that the mayor's office did not see, as when it validated.
    approved_by = somebody(_("approved by"))
    approved_at = models.DateTimeField(_("approved on"), null=True, blank=True)
    act_file = models.FileField(
        _("signed act"), storage=private_storage, upload_to=FOLDER, blank=True
    )
    # Read by the network, and part of a new revision from then on.
    snapshot = models.OneToOneField(
        Snapshot, models.PROTECT, null=True, blank=True, related_name="told_by"
    )

    text_es: str | None
    text_en: str | None

    class Meta:
        verbose_name = _("erratum")
        verbose_name_plural = _("errata")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("assessment",),
                condition=Q(snapshot__isnull=True),
                name="one_open_erratum_of_an_assessment",
            ),
        )

    def __str__(self) -> str:
        return f"{self.assessment} ({self.written_at:%Y-%m-%d})"


class NetworkMedian(models.Model):
    """The network's median of one dimension, or of the index, made at publication."""

    major = models.PositiveSmallIntegerField(_("major version of the instrument"))
    # Empty for the index.
    dimension = models.CharField(_("dimension"), max_length=3, blank=True)
    value = models.DecimalField(
        _("median"), max_digits=4, decimal_places=1, null=True, blank=True
    )
    municipalities = models.PositiveIntegerField(_("municipalities"))
    made_at = models.DateTimeField(_("made on"), default=timezone.now)

    class Meta:
        verbose_name = _("median of the network")
        verbose_name_plural = _("medians of the network")
        ordering = ("major", "dimension")
        constraints = (
            models.UniqueConstraint(
                fields=("major", "dimension"), name="one_median_a_dimension"
            ),
        )

    def __str__(self) -> str:
        return f"{self.major} {self.dimension}"
