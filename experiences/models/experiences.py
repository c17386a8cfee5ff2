"""What a municipality did to prevent violence, told so that another one can learn."""

import uuid

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from experiences.addresses import experience_address
from experiences.choices import CostBand, Licence, Problem, Section
from experiences.models.discarded import Discardable, nobody_read_it
from experiences.models.grown import Grown
from experiences.models.recorded import Recorded
from experiences.queries import ExperienceQuerySet
from network.choices import (
    Approach,
    Country,
    DatePrecision,
    InspireStrategy,
    PreventionLevel,
    ReviewState,
    ViolenceType,
)
from network.models import Organisation, Place, PopulationGroup, Setting, Theme
from network.models.dated import Sourced
from network.models.review import Reviewed
from network.models.written import Written

# The texts of an experience, by the section that holds each.
SECTION_TEXTS = {
    Section.PROBLEM: "problem",
    Section.DONE: "what_was_done",
    Section.CHANGED: "what_changed",
    Section.FAILED: "what_did_not_work",
    Section.STARTING: "starting_point",
    Section.QUESTIONS: "questions",
    Section.PROCESS: "process",
    Section.REFLECTION: "reflection",
    Section.ARRIVAL: "arrival",
    Section.UNKNOWN: "what_we_do_not_know",
    Section.FACTORS: "success_factors",
    Section.SUSTAINED: "sustainability",
    Section.GENDER: "gender_note",
    Section.ADAPT: "how_to_adapt",
}


class Experience(Sourced, Reviewed, Written, Discardable, Recorded, Grown):
    """A practice of a municipality or association, systematized for others to adapt."""

    client_uuid = models.UUIDField(
        _("form identifier"), unique=True, default=uuid.uuid4, editable=False
    )
    owner = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="experiences",
        verbose_name=_("organisation"),
    )
    # A corrected version in writing: the world reads the other one until it is published.
    corrects = models.ForeignKey(
        "self",
        models.CASCADE,
        related_name="corrections",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("experience that it corrects"),
    )
    association = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="answered_experiences",
        null=True,
        blank=True,
        verbose_name=_("association that answers questions"),
    )
    slug = models.SlugField(
        _("address name"), max_length=100, unique=True, null=True, blank=True
    )
    title = models.CharField(_("title"), max_length=160)
    summary = models.TextField(_("in brief"), blank=True)
    country = models.CharField(
        _("country"), max_length=2, choices=Country.choices, blank=True
    )
    places = models.ManyToManyField(
        Place, related_name="experiences", blank=True, verbose_name=_("municipalities")
    )
    started = models.DateField(_("began"), null=True, blank=True)
    ended = models.DateField(_("ended"), null=True, blank=True)
    date_precision = models.CharField(
        _("dates known to the"),
        max_length=5,
        choices=DatePrecision.choices,
        default=DatePrecision.YEAR,
    )
    date_uncertain = models.BooleanField(_("the dates are uncertain"), default=False)
    goes_on = models.BooleanField(_("it goes on"), default=False)

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
    problems = models.JSONField(_("kind of problem"), default=list, blank=True)
    themes = models.ManyToManyField(
        Theme, related_name="experiences", blank=True, verbose_name=_("themes")
    )
    groups = models.ManyToManyField(
        PopulationGroup,
        related_name="experiences",
        blank=True,
        verbose_name=_("population groups"),
    )
    settings = models.ManyToManyField(
        Setting,
        related_name="experiences",
        blank=True,
        verbose_name=_("where it was done"),
    )

    problem = models.TextField(_("the problem"), blank=True)
    what_was_done = models.TextField(_("what was done"), blank=True)
    what_changed = models.TextField(_("what changed"), blank=True)
    what_did_not_work = models.TextField(_("what did not work"), blank=True)
    starting_point = models.TextField(_("starting point"), blank=True)
    questions = models.TextField(_("initial questions"), blank=True)
    process = models.TextField(_("reconstruction of the process"), blank=True)
    reflection = models.TextField(_("in-depth reflection"), blank=True)
    arrival = models.TextField(_("points of arrival"), blank=True)
    what_we_do_not_know = models.TextField(_("what we do not know"), blank=True)
    success_factors = models.TextField(_("success factors"), blank=True)
    sustainability = models.TextField(_("sustainability"), blank=True)
    gender_note = models.TextField(_("effects on women and men"), blank=True)
    how_to_adapt = models.TextField(_("to adapt it"), blank=True)

    people_reached = models.PositiveIntegerField(
        _("people reached"), null=True, blank=True
    )
    cost_per_person = models.DecimalField(
        _("cost by participant, in US dollars"),
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    cost_band = models.CharField(
        _("cost"), max_length=10, choices=CostBand.choices, blank=True
    )
    cost_year = models.PositiveSmallIntegerField(
        _("year of the cost"), null=True, blank=True
    )
    licence = models.CharField(
        _("licence"), max_length=12, choices=Licence.choices, default=Licence.BY
    )
    systematised_by = models.CharField(
        _("systematized by"),
        max_length=200,
        blank=True,
        help_text=_("The institution; a person only if they agreed."),
    )
    systematised_on = models.DateField(_("systematized on"), null=True, blank=True)

    # Decided when it is published: all five moments, or the short form.
    full = models.BooleanField(_("full experience"), default=False, editable=False)
    # Its turn among all that were ever published: never given to another one.
    position = models.PositiveIntegerField(
        _("number"), unique=True, null=True, blank=True, editable=False
    )
    published_at = models.DateTimeField(
        _("first published on"), null=True, blank=True, editable=False
    )
    content_key = models.SlugField(
        _("content key"),
        max_length=80,
        unique=True,
        null=True,
        blank=True,
        editable=False,
    )
    writers = models.ManyToManyField(  # type: ignore[assignment]  # under a name of its own
        "network.User",
        related_name="written_experiences",
        blank=True,
        verbose_name=_("written by"),
    )

    # Columns that modeltranslation adds.
    title_es: str | None
    title_en: str | None
    summary_es: str | None
    summary_en: str | None

    objects = ExperienceQuerySet.as_manager()

    class Meta:
        verbose_name = _("experience")
        verbose_name_plural = _("experiences")
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("owner", "id"), name="experience_of_owner"),
            models.Index(fields=("review_state", "id"), name="experience_in_state"),
            models.Index(
                fields=("discarded_at",),
                name="experience_discarded",
                condition=Q(discarded_at__isnull=False),
            ),
            models.Index(fields=("country", "id"), name="experience_in_country"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(ended__isnull=True)
                | Q(started__isnull=True)
                | Q(ended__gte=F("started")),
                name="experience_ends_after_it_starts",
                violation_error_message=_("The last day cannot be before the first."),
            ),
            models.CheckConstraint(
                condition=~Q(review_state=ReviewState.APPROVED)
                | Q(
                    slug__isnull=False,
                    position__isnull=False,
                    published_at__isnull=False,
                    reviewed_at__isnull=False,
                ),
                name="published_experience_has_its_address",
            ),
            models.CheckConstraint(
                condition=Q(cost_band="") | Q(cost_year__isnull=False),
                name="experience_cost_has_its_year",
                violation_error_message=_("Write the year of that cost."),
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True)
                | ~Q(review_state=ReviewState.APPROVED) & Q(position__isnull=True),
                name="correction_is_never_public_itself",
            ),
            models.UniqueConstraint(
                fields=("corrects",),
                condition=Q(discarded_at__isnull=True),
                name="one_correction_at_a_time",
            ),
            *nobody_read_it("experiences"),
        )

    def __str__(self) -> str:
        return self.title or f"#{self.pk}"

    def get_absolute_url(self) -> str:
        """Its public page; empty while it never had one."""
        return experience_address(self.slug) if self.slug else ""

    @property
    def is_public(self) -> bool:
        """True when the world may read it now."""
        return (
            self.review_state == ReviewState.APPROVED
            and self.hidden_at is None
            and self.owner.shown
        )

    @property
    def began_already(self) -> bool:
        """False for what is still only planned: that is no experience yet."""
        return self.started is None or self.started <= timezone.localdate()

    @property
    def problem_names(self) -> list[str]:
        """The kinds of problem, in words."""
        return _in_words(Problem.choices, self.problems)

    @property
    def violence_type_names(self) -> list[str]:
        """The types of violence, in words."""
        return _in_words(ViolenceType.choices, self.violence_types)

    @property
    def inspire_names(self) -> list[str]:
        """The INSPIRE strategies, in words."""
        return _in_words(InspireStrategy.choices, self.inspire_strategies)


def _in_words(choices: list, codes: list[str]) -> list[str]:
    names = dict(choices)
    return [str(names[code]) for code in codes if code in names]
