"""A twinning between two or more local governments, and how it stood over the years."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import (
    Approach,
    DatePrecision,
    InspireStrategy,
    PreventionLevel,
    ReviewState,
    ViolenceType,
)
from network.models import Organisation, Theme
from network.models.dated import Sourced
from twinnings.addresses import twinning_address
from twinnings.choices import (
    EndedBy,
    Language,
    ManagementTheme,
    Renewal,
    TwinningStatus,
    TwinningType,
)
from twinnings.models.record import Record, Timed, kept_apart, listed_by, somebody
from twinnings.queries import TwinningQuerySet

# A twinning of named parties that goes on.
STANDING = (
    ~Q(status=TwinningStatus.ENDED) & ~Q(parties_key="") & Q(discarded_at__isnull=True)
)


class Twinning(Record):
    """What two or more local governments agreed to learn from each other."""

    # Made of the names of the parties whenever they change.
    title = models.CharField(_("name"), max_length=300, blank=True, editable=False)
    slug = models.SlugField(
        _("address name"), max_length=100, unique=True, null=True, blank=True
    )
    type = models.CharField(
        _("type"),
        max_length=10,
        choices=TwinningType.choices,
        default=TwinningType.TECHNICAL,
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=TwinningStatus.choices,
        default=TwinningStatus.EXPLORING,
    )
    # The keys of its parties in order: the same set twice is one twinning.
    parties_key = models.CharField(max_length=200, blank=True, editable=False)

    problem = models.TextField(_("the problem"), blank=True)
    offer = models.TextField(_("what each side can offer"), blank=True)
    objective = models.TextField(_("objective"), blank=True)
    agreement_summary = models.TextField(_("what the agreement says"), blank=True)
    results = models.TextField(_("what came of it"), blank=True)
    funding = models.TextField(_("how it was paid for"), blank=True)

    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    signed_precision = models.CharField(
        _("signing known to the"),
        max_length=5,
        choices=DatePrecision.choices,
        default=DatePrecision.DAY,
    )
    signed_uncertain = models.BooleanField(
        _("the day of signing is uncertain"), default=False
    )
    signed_where = models.CharField(_("signed in"), max_length=160, blank=True)
    term_months = models.PositiveSmallIntegerField(
        _("term, in months"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(600)],
    )
    renewal = models.CharField(
        _("renewal"), max_length=10, choices=Renewal.choices, default=Renewal.UNKNOWN
    )
    next_review = models.DateField(_("next review"), null=True, blank=True)
    ended_by = models.CharField(
        _("how it ended"), max_length=10, choices=EndedBy.choices, blank=True
    )

    languages = models.JSONField(_("working languages"), default=list, blank=True)
    prevention_level = models.CharField(
        _("level of prevention"),
        max_length=10,
        choices=PreventionLevel.choices,
        blank=True,
    )
    approach = models.CharField(
        _("approach"), max_length=20, choices=Approach.choices, blank=True
    )
    inspire_strategies = models.JSONField(
        _("INSPIRE strategies"), default=list, blank=True
    )
    violence_types = models.JSONField(_("type of violence"), default=list, blank=True)
    management_themes = models.JSONField(
        _("themes of management"), default=list, blank=True
    )
    themes = models.ManyToManyField(
        Theme, related_name="twinnings", blank=True, verbose_name=_("themes")
    )
    facilitators = models.ManyToManyField(
        Organisation,
        related_name="facilitated_twinnings",
        blank=True,
        verbose_name=_("facilitated by"),
    )

    # Columns that modeltranslation adds.
    title_es: str | None
    title_en: str | None
    problem_es: str | None
    problem_en: str | None
    objective_es: str | None
    objective_en: str | None

    objects = TwinningQuerySet.as_manager()

    class Meta:
        verbose_name = _("twinning")
        verbose_name_plural = _("twinnings")
        ordering = ("-pk",)
        indexes = (
            *listed_by("twinning"),
            models.Index(fields=("status", "id"), name="twinning_with_status"),
            models.Index(fields=("parties_key",), name="twinning_between"),
        )
        constraints = (
            *kept_apart("twinning"),
            # A draft that others may not see neither keeps them from theirs nor is told.
            models.UniqueConstraint(
                fields=("parties_key",),
                condition=STANDING & ~Q(review_state=ReviewState.DRAFT),
                name="one_open_twinning_of_the_same_parties",
                violation_error_message=_("These parties have a twinning already."),
            ),
            models.UniqueConstraint(
                fields=("owner", "parties_key"),
                condition=STANDING,
                name="one_open_twinning_of_an_owner_with_the_same_parties",
                violation_error_message=_("These parties have a twinning already."),
            ),
            models.CheckConstraint(
                condition=~Q(review_state=ReviewState.APPROVED) | Q(slug__isnull=False),
                name="published_twinning_has_its_address",
            ),
            models.CheckConstraint(
                condition=~Q(status=TwinningStatus.ENDED) | ~Q(ended_by=""),
                name="ended_twinning_says_how",
                violation_error_message=_("Say how the twinning ended."),
            ),
            models.CheckConstraint(
                condition=Q(ended_by="") | Q(status=TwinningStatus.ENDED),
                name="only_ended_twinnings_say_how",
                violation_error_message=_("Only a twinning that ended says how."),
            ),
        )

    def __str__(self) -> str:
        return self.title or f"#{self.pk}"

    def get_absolute_url(self) -> str:
        """Its public page; empty while it never had one."""
        return twinning_address(self.slug) if self.slug else ""

    @property
    def is_public(self) -> bool:
        """True when the world may read it now."""
        return (
            self.review_state == ReviewState.APPROVED
            and self.hidden_at is None
            and self.owner.shown
        )

    @property
    def awaits_review(self) -> bool:
        """True when the day of its next review has come."""
        return self.next_review is not None and (
            self.next_review <= timezone.localdate()
        )

    @property
    def language_names(self) -> list[str]:
        """The working languages, in words."""
        return in_words(Language.choices, self.languages)

    @property
    def management_theme_names(self) -> list[str]:
        """The themes of management, in words."""
        return in_words(ManagementTheme.choices, self.management_themes)

    @property
    def violence_type_names(self) -> list[str]:
        """The types of violence, in words."""
        return in_words(ViolenceType.choices, self.violence_types)

    @property
    def inspire_names(self) -> list[str]:
        """The INSPIRE strategies, in words."""
        return in_words(InspireStrategy.choices, self.inspire_strategies)


def in_words(choices: list, codes: list[str]) -> list[str]:
    """The labels of the codes, in the order in which they were chosen."""
    names = dict(choices)
    return [str(names[code]) for code in codes if code in names]


class StatusEntry(Timed, Sourced):
    """How a twinning stood from a date on, as exactly as it is known."""

    twinning = models.ForeignKey(
        Twinning, models.CASCADE, related_name="status_entries"
    )
    status = models.CharField(
        _("status"), max_length=10, choices=TwinningStatus.choices
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    # Read by whoever reviews.
    note_public = models.BooleanField(default=False, editable=False)
    by = somebody(_("by"))
    at = models.DateTimeField(_("noted on"), default=timezone.now)

    note_es: str | None
    note_en: str | None

    class Meta:
        verbose_name = _("status of a twinning")
        verbose_name_plural = _("statuses of a twinning")
        ordering = ("started", "pk")

    def __str__(self) -> str:
        return self.get_status_display()
