"""The risk register of a municipality: threats, weaknesses, risks."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from municipio_seguro import matrix
from municipio_seguro.choices import (
    Impact,
    Likelihood,
    Nature,
    RiskLevel,
    ThreatCategory,
    Treatment,
    Visibility,
    WeaknessOrigin,
)
from municipio_seguro.models.base import Hidden, Kept, SentOnce
from municipio_seguro.queries import RiskQuerySet, WeaknessQuerySet
from network.models import Organisation

STEPS = [MinValueValidator(1), MaxValueValidator(5)]


class Threat(models.Model):
    """What may harm, from the catalogue."""

    key = models.SlugField(_("key"), max_length=60, unique=True)
    category = models.CharField(
        _("category"), max_length=15, choices=ThreatCategory.choices
    )
    name = models.CharField(_("name"), max_length=160)
    # Violence against women or children: told of the municipality only.
    close = models.BooleanField(_("close to home"), default=False)
    position = models.PositiveSmallIntegerField(default=0)

    name_es: str | None
    name_en: str | None

    class Meta:
        verbose_name = _("threat")
        verbose_name_plural = _("threats")
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.name

    @property
    def first_visibility(self) -> str:
        """Natural threats begin public; the others are opened one by one."""
        natural = self.category == ThreatCategory.NATURAL
        return Visibility.PUBLIC if natural else Visibility.MUNICIPALITY


class Weakness(models.Model):
    """Why something could happen or hurt here."""

    municipality = models.ForeignKey(
        Organisation, models.CASCADE, related_name="weaknesses"
    )
    origin = models.CharField(
        _("where it comes from"), max_length=6, choices=WeaknessOrigin.choices
    )
    code = models.CharField(_("indicator"), max_length=8, blank=True)
    text = models.CharField(_("weakness"), max_length=300)
    noted_at = models.DateTimeField(_("noted on"), default=timezone.now)
    # No longer low, or no longer so; kept, for risks point to it.
    ended_at = models.DateTimeField(_("ended on"), null=True, blank=True)

    text_es: str | None
    text_en: str | None

    objects = WeaknessQuerySet.as_manager()

    class Meta:
        verbose_name = _("weakness")
        verbose_name_plural = _("weaknesses")
        ordering = ("code", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("municipality", "code"),
                condition=~Q(code=""),
                name="one_weakness_an_indicator",
            ),
        )

    def __str__(self) -> str:
        return self.text


class Risk(Kept, Hidden, SentOnce):
    """A threat in a place with its weaknesses, rated by a published table."""

    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="risks")
    number = models.PositiveIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=200)
    threat = models.ForeignKey(Threat, models.PROTECT, related_name="risks")
    nature = models.CharField(
        _("nature"), max_length=8, choices=Nature.choices, default=Nature.EVENT
    )
    area = models.CharField(
        _("where"),
        max_length=160,
        blank=True,
        help_text=_("A neighbourhood; empty is all the municipality."),
    )
    weaknesses = models.ManyToManyField(
        Weakness, related_name="risks", blank=True, verbose_name=_("weaknesses")
    )
    affected_voices = models.JSONField(_("whom it hurts"), default=list, blank=True)
    current_likelihood = models.PositiveSmallIntegerField(
        _("likelihood today"), choices=Likelihood.choices, validators=STEPS
    )
    current_impact = models.PositiveSmallIntegerField(
        _("impact today"), choices=Impact.choices, validators=STEPS
    )
    target_likelihood = models.PositiveSmallIntegerField(
        _("likelihood foreseen"), choices=Likelihood.choices, validators=STEPS
    )
    target_impact = models.PositiveSmallIntegerField(
        _("impact foreseen"), choices=Impact.choices, validators=STEPS
    )
    # The four lines of which the impact is the worst; empty where one does not apply.
    impact_lines = models.JSONField(_("lines of the impact"), default=dict, blank=True)
    # By the table it was rated with; made when it is saved.
    level = models.CharField(
        _("level"), max_length=1, choices=RiskLevel.choices, editable=False
    )
    target_level = models.CharField(
        _("level foreseen"), max_length=1, choices=RiskLevel.choices, editable=False
    )
    matrix_version = models.CharField(max_length=8, default=matrix.CURRENT)
    rated_on = models.DateField(_("rated on"), default=timezone.localdate)
    basis = models.TextField(_("data and years it is based on"), blank=True)
    treatment = models.CharField(
        _("what is decided"),
        max_length=8,
        choices=Treatment.choices,
        default=Treatment.REDUCE,
    )
    acceptance_reason = models.TextField(_("why it is accepted"), blank=True)
    acceptance_until = models.DateField(_("accepted until"), null=True, blank=True)
    owner_office = models.CharField(
        _("office that watches it"),
        max_length=160,
        blank=True,
        help_text=_("The office, never the person."),
    )
    next_review = models.DateField(_("next review"))
    visibility = models.CharField(
        _("who may read it"),
        max_length=12,
        choices=Visibility.choices,
        default=Visibility.MUNICIPALITY,
    )
    public_summary = models.TextField(_("summary for the public"), blank=True)
    closed_at = models.DateTimeField(_("closed on"), null=True, blank=True)
    closed_reason = models.TextField(_("why it was closed"), blank=True)

    title_es: str | None
    title_en: str | None
    public_summary_es: str | None
    public_summary_en: str | None

    objects = RiskQuerySet.as_manager()

    class Meta:
        verbose_name = _("risk")
        verbose_name_plural = _("risks")
        ordering = ("municipality", "number")
        indexes = (
            models.Index(fields=("municipality", "level"), name="risk_by_level"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("municipality", "number"), name="one_risk_a_number"
            ),
            models.CheckConstraint(
                condition=Q(
                    current_likelihood__range=(1, 5),
                    current_impact__range=(1, 5),
                    target_likelihood__range=(1, 5),
                    target_impact__range=(1, 5),
                ),
                name="risk_is_rated_from_1_to_5",
            ),
            models.CheckConstraint(
                condition=Q(
                    target_likelihood__lte=F("current_likelihood"),
                    target_impact__lte=F("current_impact"),
                ),
                name="target_risk_is_not_higher",
                violation_error_message=_(
                    "The target risk cannot be higher than the current one."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(treatment=Treatment.ACCEPT)
                | (Q(acceptance_until__isnull=False) & ~Q(acceptance_reason="")),
                name="accepted_risk_says_why_and_until_when",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def owner(self) -> Organisation:
        """Whose it is, as the audit trail asks."""
        return self.municipality

    @property
    def is_public(self) -> bool:
        """True when the world may read its summary."""
        return (
            self.visibility == Visibility.PUBLIC
            and self.hidden_at is None
            and bool((self.public_summary_es or "").strip())
        )

    @property
    def is_pressing(self) -> bool:
        """True for what is high or extreme."""
        return self.level in matrix.PRESSING

    @property
    def is_late(self) -> bool:
        """True when its day to be looked at has come."""
        return self.next_review <= timezone.localdate()

    @property
    def public_area(self) -> str:
        """Its place as the world reads it: never of violence close to home."""
        return "" if self.threat.close else self.area

    def rate(self) -> None:
        """Set both levels by the table it is rated with."""
        self.level = matrix.level_of(
            self.current_likelihood, self.current_impact, self.matrix_version
        )
        self.target_level = matrix.level_of(
            self.target_likelihood, self.target_impact, self.matrix_version
        )
