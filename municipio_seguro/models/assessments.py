"""An assessment of a municipality, the steps of its life, and its context."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from municipio_seguro.choices import (
    EDITABLE_STATES,
    FIRST_LOOK,
    OPEN_STATES,
    PUBLIC_STATES,
    AssessmentKind,
    AssessmentState,
    Validation,
)
from municipio_seguro.models.base import (
    FOLDER,
    Hidden,
    Kept,
    private_storage,
    somebody,
)
from municipio_seguro.models.instruments import InstrumentVersion
from municipio_seguro.queries import AssessmentQuerySet
from network.models import Organisation

STATE = AssessmentState
DECIDED = (STATE.PUBLISHED, STATE.SUPERSEDED, STATE.WITHDRAWN)


class Assessment(Kept, Hidden):
    """What a municipality found of its own capacity, at one time, with its people."""

    client_uuid = models.UUIDField(
        _("form identifier"), unique=True, default=uuid.uuid4, editable=False
    )
    municipality = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="assessments",
        verbose_name=_("municipality"),
    )
    # Fixed when it is opened, for good.
    instrument = models.ForeignKey(
        InstrumentVersion,
        models.PROTECT,
        related_name="assessments",
        verbose_name=_("version of the instrument"),
    )
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=AssessmentKind.choices,
        default=AssessmentKind.FULL,
    )
    state = models.CharField(
        _("state"), max_length=10, choices=STATE.choices, default=STATE.DRAFT
    )
    # Whose answers it proposed when it was opened.
    begun_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    slug = models.SlugField(
        _("address name"), max_length=100, unique=True, null=True, blank=True
    )
    # Of a municipality that does not exist; marked so everywhere.
    fictitious = models.BooleanField(_("fictitious"), default=False, editable=False)

    awaiting_since = models.DateTimeField(null=True, blank=True, editable=False)
    comments = models.TextField(_("comments of whoever sent it back"), blank=True)
    comments_answered = models.TextField(_("reply to the comments"), blank=True)
    validated_at = models.DateTimeField(_("validated on"), null=True, blank=True)
    validated_by = somebody(_("validated by"))
    validated_how = models.CharField(
        _("how it was validated"),
        max_length=10,
        choices=Validation.choices,
        blank=True,
    )
    act_file = models.FileField(
        _("signed act"), storage=private_storage, upload_to=FOLDER, blank=True
    )
    act_filed_by = somebody(_("act filed by"))
    # Of the answers that the mayor signed.
    act_hash = models.CharField(max_length=64, blank=True, editable=False)
    published_at = models.DateTimeField(_("published on"), null=True, blank=True)
    expires_on = models.DateField(_("counts until"), null=True, blank=True)
    # Of the snapshot, where lists and medians read them: nothing before publication.
    index = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    scores = models.JSONField(default=dict, blank=True, editable=False)
    reason = models.TextField(_("reason it ended"), blank=True)
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)
    # One side asked for it; the other does it.
    withdrawal_asked_by = somebody(_("withdrawal asked by"))
    withdrawal_side = models.CharField(max_length=8, blank=True, editable=False)
    # Whoever changed any answer or evidence of it: none of them validates it.
    writers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        related_name="written_assessments",
        blank=True,
        verbose_name=_("answered by"),
    )

    reason_es: str | None
    reason_en: str | None

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("state", "id"), name="assessment_in_state"),
            models.Index(fields=("municipality", "id"), name="assessment_of_town"),
            models.Index(
                fields=("state", "published_at", "id"), name="assessment_published"
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("municipality",),
                condition=Q(state__in=OPEN_STATES),
                name="one_open_assessment_of_a_municipality",
                violation_error_message=_(
                    "This municipality has an open assessment already."
                ),
            ),
            models.UniqueConstraint(
                fields=("municipality", "kind"),
                condition=Q(state=STATE.PUBLISHED),
                name="one_published_assessment_of_a_municipality",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(STATE.VALIDATED, *DECIDED))
                | Q(validated_at__isnull=False),
                name="validated_assessment_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=DECIDED)
                | Q(
                    published_at__isnull=False,
                    slug__isnull=False,
                    expires_on__isnull=False,
                ),
                name="published_assessment_has_its_address",
            ),
            models.CheckConstraint(
                condition=Q(state__in=DECIDED) | Q(index__isnull=True),
                name="no_score_before_publication",
            ),
        )

    def __str__(self) -> str:
        return f"{self.municipality} {self.created_at:%Y} (#{self.pk})"

    @property
    def owner(self) -> Organisation:
        """Whose it is, as the audit trail asks."""
        return self.municipality

    @property
    def codes(self) -> tuple[str, ...]:
        """The indicators that it asks."""
        if self.kind == AssessmentKind.FIRST_LOOK:
            return FIRST_LOOK
        return tuple(self.instrument.instrument.indicators)

    @property
    def is_open(self) -> bool:
        """True while something of it may still be decided."""
        return self.state in OPEN_STATES

    @property
    def is_editable(self) -> bool:
        """True while answers may change."""
        return self.state in EDITABLE_STATES

    @property
    def is_public(self) -> bool:
        """True when the world may read its figures now."""
        return (
            self.state in PUBLIC_STATES
            and self.hidden_at is None
            and (self.municipality.shown or self.fictitious)
        )

    @property
    def is_expired(self) -> bool:
        """True once it no longer counts; it stays public."""
        return self.expires_on is not None and self.expires_on < timezone.localdate()

    @property
    def sign(self) -> str:
        """The sign beside its state, as every list of the workspace draws them."""
        if self.state in DECIDED:
            return "withdrawn" if self.state == STATE.WITHDRAWN else "approved"
        if self.state == STATE.CANCELLED:
            return "withdrawn"
        if self.state == STATE.DRAFT:
            return "returned" if self.comments else "draft"
        return "submitted"

    def compared_with(self) -> "Assessment | None":
        """The whole assessment of this municipality that was published before it."""
        rows = Assessment.objects.filter(
            municipality=self.municipality_id,
            kind=self.kind,
            state__in=PUBLIC_STATES,
            published_at__isnull=False,
            hidden_at__isnull=True,
        ).exclude(pk=self.pk)
        if self.published_at is not None:
            rows = rows.filter(published_at__lt=self.published_at)
        return rows.select_related("instrument").order_by("-published_at").first()


class AssessmentMove(models.Model):
    """One step of an assessment: who, when, from where to where, over which answers."""

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="moves")
    from_state = models.CharField(
        _("from"), max_length=10, choices=STATE.choices, blank=True
    )
    to_state = models.CharField(_("to"), max_length=10, choices=STATE.choices)
    by = somebody(_("by"))
    office = models.CharField(_("office"), max_length=160, blank=True)
    at = models.DateTimeField(_("on"), default=timezone.now)
    note = models.TextField(_("note"), blank=True)
    answers_hash = models.CharField(_("hash of the answers"), max_length=64)

    class Meta:
        verbose_name = _("step of an assessment")
        verbose_name_plural = _("steps of an assessment")
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return self.get_to_state_display()


class ContextYear(models.Model):
    """A figure of one year beside the report; never part of the score."""

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="context")
    code = models.CharField(_("figure"), max_length=8)
    year = models.PositiveSmallIntegerField(_("year"))
    events = models.PositiveIntegerField(_("how many"))
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=300)

    class Meta:
        verbose_name = _("context figure")
        verbose_name_plural = _("context figures")
        ordering = ("code", "year")
        constraints = (
            models.UniqueConstraint(
                fields=("assessment", "code", "year"), name="one_figure_a_year"
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.year}"
