"""What staff answered, and what shows it."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from municipio_seguro.choices import EvidenceType, Visibility
from municipio_seguro.confidence import Proof
from municipio_seguro.models.assessments import Assessment
from municipio_seguro.models.base import FOLDER, private_storage, somebody
from municipio_seguro.queries import AnswerEvidenceQuerySet
from municipio_seguro.scoring import NA, Given

LEVELS = (0, 1, 2, 3)


class Answer(models.Model):
    """The answer to one indicator; nothing yet, a level, or «no aplica»."""

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="answers")
    code = models.CharField(_("indicator"), max_length=8)
    revision = models.PositiveSmallIntegerField(_("revision"))
    level = models.PositiveSmallIntegerField(
        _("level"), null=True, blank=True, validators=[MaxValueValidator(3)]
    )
    figure = models.DecimalField(
        _("figure"), max_digits=18, decimal_places=6, null=True, blank=True
    )
    part = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    total = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    # «No se mide»: level 0, which is not the same as no answer.
    not_measured = models.BooleanField(_("not measured"), default=False)
    not_applicable = models.BooleanField(_("does not apply"), default=False)
    na_reason = models.TextField(_("why it does not apply"), blank=True)
    # Of the assessment before; counts only once somebody says that it is still so.
    proposed = models.BooleanField(_("still so?"), default=False)
    note = models.TextField(_("note of the municipality"), blank=True)
    # Why it changed after the consultation had closed.
    change_reason = models.TextField(_("why it was corrected"), blank=True)
    answered_by = somebody(_("answered by"))
    answered_at = models.DateTimeField(_("answered on"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    # What was read with it, see services/x_ray.py.
    pieces: "list[AnswerEvidence]"
    na_reason_es: str | None
    na_reason_en: str | None

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(
                fields=("assessment", "code"), name="one_answer_an_indicator"
            ),
            models.CheckConstraint(
                condition=Q(level__isnull=True) | Q(level__in=LEVELS),
                name="answer_is_one_of_four_levels",
            ),
            models.CheckConstraint(
                condition=Q(not_applicable=False)
                | Q(level__isnull=True, figure__isnull=True, not_measured=False),
                name="what_does_not_apply_has_no_level",
            ),
            models.CheckConstraint(
                condition=Q(not_measured=False) | Q(level=0, figure__isnull=True),
                name="what_is_not_measured_is_at_level_0",
            ),
            models.CheckConstraint(
                condition=Q(figure__isnull=True) | Q(level__isnull=False),
                name="a_figure_has_its_level",
            ),
        )

    def __str__(self) -> str:
        return f"{self.code}: {self.given}"

    @property
    def key(self) -> str:
        """Code and revision."""
        return f"{self.code}/{self.revision}"

    @property
    def given(self) -> Given:
        """What counts: a proposal of last time does not."""
        if self.proposed:
            return None
        return NA if self.not_applicable else self.level


class AnswerEvidence(models.Model):
    """What shows an answer: a file, an address, or where it is kept on paper."""

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="evidence")
    title = models.CharField(_("title"), max_length=200)
    type = models.CharField(_("kind"), max_length=10, choices=EvidenceType.choices)
    strength = models.PositiveSmallIntegerField(
        _("strength"), validators=[MaxValueValidator(3)]
    )
    dated = models.DateField(_("date of the document"), null=True, blank=True)
    ends = models.DateField(_("in force until"), null=True, blank=True)
    visibility = models.CharField(
        _("who may open it"),
        max_length=12,
        choices=Visibility.choices,
        default=Visibility.MUNICIPALITY,
    )
    file = models.FileField(
        _("file"), storage=private_storage, upload_to=FOLDER, blank=True
    )
    address = models.URLField(_("address"), max_length=500, blank=True)
    kept_at = models.CharField(_("kept on paper at"), max_length=200, blank=True)
    content_type = models.CharField(max_length=100, blank=True, editable=False)
    size = models.PositiveIntegerField(default=0, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    added_by = somebody(_("added by"))
    added_at = models.DateTimeField(_("added on"), default=timezone.now)
    removed_at = models.DateTimeField(_("removed on"), null=True, blank=True)

    title_es: str | None
    title_en: str | None

    objects = AnswerEvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence of an answer")
        verbose_name_plural = _("evidence of answers")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(strength__in=LEVELS), name="evidence_has_its_strength"
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True)
                | Q(dated__isnull=True)
                | Q(ends__gte=models.F("dated")),
                name="evidence_ends_after_its_date",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def proof(self) -> Proof:
        """As much of it as confidence asks for."""
        return Proof(self.strength, self.dated, self.ends)
