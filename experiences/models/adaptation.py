"""The plan with which a municipality adapts what another one did, and what came of it."""

import uuid

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from experiences.choices import PlanSection
from experiences.models.experiences import Experience
from experiences.models.writing import somebody
from experiences.queries import AdaptationQuerySet
from network.choices import Country, Currency, PartnerKind, ReviewState
from network.models import Appointment, Organisation
from network.models.review import Reviewed
from network.models.written import Written
from network.rules import HIDERS

# A plan of which something is public, or is being decided, is not thrown away.
DISCARDABLE = (ReviewState.DRAFT, ReviewState.RETURNED, ReviewState.WITHDRAWN)


class Adaptation(Reviewed, Written):
    """A municipality's own plan made from an experience; only two lines of it are public."""

    client_uuid = models.UUIDField(
        _("form identifier"), unique=True, default=uuid.uuid4, editable=False
    )
    owner = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="adaptations",
        verbose_name=_("municipality"),
    )
    # Where it comes from: what was taken is kept here, whatever becomes of the original.
    origin = models.ForeignKey(
        Experience,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="adaptations",
        verbose_name=_("experience it comes from"),
    )
    origin_uuid = models.UUIDField(_("form identifier of the original"))
    origin_slug = models.SlugField(_("address name of the original"), max_length=100)
    origin_title = models.CharField(_("title of the original"), max_length=160)
    origin_owner = models.CharField(_("who did the original"), max_length=200)
    origin_country = models.CharField(
        _("country of the original"), max_length=2, choices=Country.choices, blank=True
    )
    taken_number = models.PositiveIntegerField(_("version of the original"))
    taken_from = models.DateField(_("date of that version"))

    # The plan, in the language of whoever began it: nobody translates it.
    language = models.CharField(_("language"), max_length=2, default="es")
    title = models.CharField(_("title"), max_length=200)
    objectives = models.TextField(_("objectives"), blank=True)

    # What is public, each by a press of its own.
    said_at = models.DateTimeField(_("says so in public since"), null=True, blank=True)
    said_by = somebody(_("said by"))
    changes = models.TextField(_("what was changed and why"), blank=True)

    discarded_at = models.DateTimeField(
        _("discarded on"), null=True, blank=True, editable=False
    )
    discarded_by = somebody(_("discarded by"))
    writers = models.ManyToManyField(  # type: ignore[assignment]  # under a name of its own
        "network.User",
        related_name="written_adaptations",
        blank=True,
        verbose_name=_("written by"),
    )

    # Columns that modeltranslation adds.
    origin_title_es: str | None
    origin_title_en: str | None
    origin_owner_es: str | None
    origin_owner_en: str | None
    changes_es: str | None
    changes_en: str | None

    objects = AdaptationQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan that adapts an experience")
        verbose_name_plural = _("plans that adapt an experience")
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("owner", "id"), name="adaptation_of_owner"),
            models.Index(fields=("origin", "said_at"), name="adaptation_of_origin"),
            models.Index(fields=("review_state", "id"), name="adaptation_in_state"),
            models.Index(
                fields=("discarded_at",),
                name="adaptation_discarded",
                condition=Q(discarded_at__isnull=False),
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(discarded_at__isnull=True)
                | Q(said_at__isnull=True, review_state__in=DISCARDABLE),
                name="only_unsaid_plans_are_discarded",
            ),
            models.UniqueConstraint(
                fields=("owner", "origin"),
                condition=Q(said_at__isnull=False),
                name="one_plan_says_it_was_adapted",
            ),
        )

    def __str__(self) -> str:
        """What may be told of it to others: its own title is its municipality's."""
        return f"{self.owner}: {self.origin_title}"

    @cached_property
    def is_coordinated(self) -> bool:
        """False for a municipality in which nobody can speak for it in the portal now."""
        held = Appointment.objects.in_force().filter(organisation=self.owner_id)
        return held.filter(role__in=HIDERS).exists()

    @property
    def is_public(self) -> bool:
        """True when the original says now that this municipality adapted it."""
        return (
            self.said_at is not None
            and self.hidden_at is None
            and self.discarded_at is None
            and self.owner.shown
        )


class AdaptationStep(models.Model):
    """Something a municipality will do to adapt an experience, and which office answers."""

    adaptation = models.ForeignKey(
        Adaptation, models.CASCADE, related_name="plan_steps"
    )
    # Blank while nobody wrote what to do here in the place of what was done there.
    text = models.CharField(_("what will be done"), max_length=300, blank=True)
    reference = models.CharField(
        _("what was done there"), max_length=300, blank=True, editable=False
    )
    office = models.CharField(
        _("office that answers for it"), max_length=160, blank=True
    )
    begins = models.DateField(_("begins"), null=True, blank=True)
    ends = models.DateField(_("ends"), null=True, blank=True)
    done = models.BooleanField(_("done"), default=False)

    class Meta:
        verbose_name = _("step of a plan")
        verbose_name_plural = _("steps of a plan")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(ends__isnull=True)
                | Q(begins__isnull=True)
                | Q(ends__gte=F("begins")),
                name="plan_step_ends_after_it_begins",
                violation_error_message=_("It cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=~Q(text="") | ~Q(reference=""),
                name="plan_step_says_something",
            ),
        )

    def __str__(self) -> str:
        return self.text or self.reference


class AdaptationPartner(models.Model):
    """An institution or group with which a municipality wants to adapt an experience."""

    adaptation = models.ForeignKey(Adaptation, models.CASCADE, related_name="partners")
    kind = models.CharField(_("kind"), max_length=15, choices=PartnerKind.choices)
    institution = models.CharField(
        _("institution or group"), max_length=160, blank=True
    )
    brings = models.CharField(_("what it brings"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("partner of a plan")
        verbose_name_plural = _("partners of a plan")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.institution or self.get_kind_display()


class AdaptationCost(models.Model):
    """One line of what adapting an experience will cost a municipality."""

    adaptation = models.ForeignKey(Adaptation, models.CASCADE, related_name="costs")
    text = models.CharField(_("what for"), max_length=300)
    amount = models.DecimalField(
        _("amount"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    currency = models.CharField(
        _("currency"), max_length=3, choices=Currency.choices, blank=True
    )
    payer = models.CharField(_("who pays"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("cost line of a plan")
        verbose_name_plural = _("cost lines of a plan")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | ~Q(currency=""),
                name="plan_cost_has_its_currency",
                violation_error_message=_("Choose the currency of the cost."),
            ),
        )

    def __str__(self) -> str:
        return self.text


class PlanState(models.Model):
    """Which version of a part of a plan stands, and who saved it."""

    adaptation = models.ForeignKey(
        Adaptation, models.CASCADE, related_name="section_states"
    )
    section = models.CharField(_("section"), max_length=20, choices=PlanSection.choices)
    version = models.PositiveIntegerField(_("version"), default=0)
    saved_by = somebody(_("last saved by"))
    saved_at = models.DateTimeField(_("last saved on"), null=True, blank=True)

    class Meta:
        verbose_name = _("part of a plan")
        verbose_name_plural = _("parts of a plan")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("adaptation", "section"), name="one_state_for_a_plan_section"
            ),
        )

    def __str__(self) -> str:
        return self.get_section_display()


class AdaptationMove(models.Model):
    """One step of what a municipality says in public of its plan: who, when, which note."""

    adaptation = models.ForeignKey(Adaptation, models.CASCADE, related_name="steps")
    from_state = models.CharField(
        pgettext_lazy("review step", "from"),
        max_length=10,
        choices=ReviewState.choices,
        blank=True,
    )
    to_state = models.CharField(
        pgettext_lazy("review step", "to"), max_length=10, choices=ReviewState.choices
    )
    by = somebody(_("by"))
    at = models.DateTimeField(_("on"), default=timezone.now)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("review step of a plan")
        verbose_name_plural = _("review steps of a plan")
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return self.get_to_state_display()
