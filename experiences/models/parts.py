"""What belongs to an experience: milestones, outcomes, voices, partners, files."""

import uuid

from django.core.files.storage import Storage, storages
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.models import ShowsPeople
from amuprev.foundation.people_shown import consent_is_written
from experiences.choices import (
    CostBand,
    DocumentKind,
    Effect,
    EvidenceDesign,
    Registry,
    Studies,
    VoiceRole,
)
from experiences.models.experiences import Experience
from network.choices import (
    PUBLISHABLE_PEOPLE,
    DatePrecision,
    PartnerKind,
)
from network.models import Organisation

FOLDER = "experiences"


def experience_storage() -> Storage:
    """The private storage of an experience's files, asked for late."""
    return storages["evidence"]


class ExperienceMilestone(models.Model):
    """Something that happened on the way of an experience, with its date."""

    experience = models.ForeignKey(
        Experience, models.CASCADE, related_name="milestones"
    )
    on = models.DateField(_("date"))
    precision = models.CharField(
        _("date known to the"),
        max_length=5,
        choices=DatePrecision.choices,
        default=DatePrecision.YEAR,
    )
    text = models.CharField(_("what happened"), max_length=300)

    text_es: str | None
    text_en: str | None

    class Meta:
        verbose_name = _("milestone of an experience")
        verbose_name_plural = _("milestones of an experience")
        ordering = ("on", "pk")

    def __str__(self) -> str:
        return self.text


class ExperienceDocument(models.Model):
    """A document annexed to an experience, here or at its own address."""

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    experience = models.ForeignKey(Experience, models.CASCADE, related_name="documents")
    kind = models.CharField(_("kind"), max_length=10, choices=DocumentKind.choices)
    title = models.CharField(_("title"), max_length=200)
    file = models.FileField(
        _("file"), storage=experience_storage, upload_to=FOLDER, blank=True
    )
    address = models.URLField(_("address"), max_length=500, blank=True)
    content_type = models.CharField(max_length=100, blank=True, editable=False)
    size = models.PositiveIntegerField(_("bytes"), default=0, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)

    title_es: str | None
    title_en: str | None

    class Meta:
        verbose_name = _("document of an experience")
        verbose_name_plural = _("documents of an experience")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(file="") | ~Q(address=""),
                name="experience_document_is_somewhere",
                violation_error_message=_("Attach the file or write its address."),
            ),
        )

    def __str__(self) -> str:
        return self.title


class ExperienceOutcome(models.Model):
    """One outcome, with three separate statements: effect, evidence and cost."""

    experience = models.ForeignKey(Experience, models.CASCADE, related_name="outcomes")
    text = models.CharField(_("outcome"), max_length=300)
    effect = models.CharField(
        _("effect"), max_length=12, choices=Effect.choices, default=Effect.NOT_RATED
    )
    evidence = models.CharField(
        _("strength of the evidence"),
        max_length=12,
        choices=EvidenceDesign.choices,
        default=EvidenceDesign.NONE,
    )
    studies = models.CharField(
        _("studies"), max_length=16, choices=Studies.choices, blank=True
    )
    evaluation = models.ForeignKey(
        ExperienceDocument,
        models.PROTECT,
        related_name="outcomes",
        null=True,
        blank=True,
        verbose_name=_("evaluation"),
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
    # What the evidence says elsewhere.
    registry = models.CharField(
        _("international registry"), max_length=14, choices=Registry.choices, blank=True
    )
    registry_address = models.URLField(
        _("address of the entry"), max_length=500, blank=True
    )
    registry_says = models.CharField(_("what it says"), max_length=300, blank=True)

    text_es: str | None
    text_en: str | None
    registry_says_es: str | None
    registry_says_en: str | None

    class Meta:
        verbose_name = _("outcome of an experience")
        verbose_name_plural = _("outcomes of an experience")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(effect=Effect.EFFECTIVE) | Q(evaluation__isnull=False),
                name="effective_has_its_evaluation",
                violation_error_message=_(
                    "«Effective» needs the evaluation attached: add it, or choose "
                    "another effect."
                ),
            ),
            models.CheckConstraint(
                condition=Q(cost_band="") | Q(cost_year__isnull=False),
                name="outcome_cost_has_its_year",
                violation_error_message=_("Write the year of that cost."),
            ),
        )

    def __str__(self) -> str:
        return self.text


class Voice(models.Model):
    """What somebody who took part tells, by role; public only with their consent."""

    experience = models.ForeignKey(Experience, models.CASCADE, related_name="voices")
    role = models.CharField(_("role"), max_length=10, choices=VoiceRole.choices)
    text = models.TextField(_("what they tell"))
    consented = models.BooleanField(
        _("they are of age and agreed to be quoted here"), default=False
    )
    consent_until = models.DateField(_("their consent holds until"), null=True)

    text_es: str | None
    text_en: str | None

    class Meta:
        verbose_name = _("voice")
        verbose_name_plural = _("voices")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.get_role_display()


class ExperiencePartner(models.Model):
    """An institution or group with which an experience was made."""

    experience = models.ForeignKey(Experience, models.CASCADE, related_name="partners")
    kind = models.CharField(_("kind"), max_length=15, choices=PartnerKind.choices)
    organisation = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("organisation"),
    )
    name = models.CharField(_("name"), max_length=160, blank=True)
    contribution = models.CharField(_("what they did"), max_length=200, blank=True)
    agreed_to_be_named = models.BooleanField(
        _("agreed to be named in public"), default=False
    )

    contribution_es: str | None
    contribution_en: str | None

    class Meta:
        verbose_name = _("partner of an experience")
        verbose_name_plural = _("partners of an experience")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name or self.get_kind_display()

    @property
    def is_named(self) -> bool:
        """True where the public reads its name: if they agreed to be named."""
        return bool(self.name) and self.agreed_to_be_named

    @property
    def public_name(self) -> str:
        """The name if they agreed to be named, otherwise the kind."""
        return self.name if self.is_named else str(self.get_kind_display())


class ExperiencePhoto(ShowsPeople):
    """A photo of an experience; public only where nobody is recognised, or all agreed."""

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    experience = models.ForeignKey(Experience, models.CASCADE, related_name="photos")
    file = models.FileField(_("file"), storage=experience_storage, upload_to=FOLDER)
    small = models.FileField(storage=experience_storage, upload_to=FOLDER, blank=True)
    content_type = models.CharField(max_length=100, editable=False)
    size = models.PositiveIntegerField(_("bytes"), editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    alt_text = models.CharField(_("what it shows"), max_length=200)
    public = models.BooleanField(_("may be shown to the public"), default=False)

    alt_text_es: str | None
    alt_text_en: str | None

    class Meta:
        verbose_name = _("photo of an experience")
        verbose_name_plural = _("photos of an experience")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("experience", "sha256"), name="one_copy_of_a_photo"
            ),
            models.CheckConstraint(
                condition=Q(public=False) | Q(people_shown__in=PUBLISHABLE_PEOPLE),
                name="no_recognisable_minor_in_an_experience",
                violation_error_message=_(
                    "A photo in which minors, or people who did not agree, can be "
                    "recognised is never public."
                ),
            ),
            models.CheckConstraint(
                condition=Q(public=False) | consent_is_written(),
                name="adults_of_an_experience_signed",
                violation_error_message=_(
                    "Say what the people shown signed for and until when."
                ),
            ),
        )

    def __str__(self) -> str:
        return self.alt_text
