"""A film: what it tells, who is in it, where it can be watched."""

from uuid import uuid4

from django.core.files.storage import Storage, storages
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.models import ShowsPeople
from amuprev.foundation.people_shown import consent_is_written
from experiences.choices import Licence, Provider, Spoken
from experiences.film_addresses import film_address
from experiences.film_queries import FilmQuerySet
from experiences.media.outside import Outside
from experiences.models.discarded import Discardable, nobody_read_it
from experiences.models.experiences import Experience
from experiences.models.recorded import Recorded
from network.choices import PUBLISHABLE_PEOPLE, Country, ReviewState
from network.models import Organisation, Place
from network.models.dated import Sourced
from network.models.review import Reviewed
from network.models.written import Written

FOLDER = "films"
FIRST_YEAR, LAST_YEAR = 1895, 2100


def film_storage() -> Storage:
    """The private storage of films, asked for late so that migrations hold no path."""
    return storages["evidence"]


class Film(Sourced, Reviewed, Written, Discardable, Recorded, ShowsPeople):
    """A film of the portal, of another site, or of which nobody knows where it is."""

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    client_uuid = models.UUIDField(
        _("form identifier"), unique=True, default=uuid4, editable=False
    )
    owner = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="films",
        verbose_name=_("organisation"),
    )
    # A corrected version in writing: the world sees the other one until it is published.
    corrects = models.ForeignKey(
        "self",
        models.CASCADE,
        related_name="corrections",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("video that it corrects"),
    )
    experience = models.ForeignKey(
        Experience,
        models.SET_NULL,
        related_name="films",
        null=True,
        blank=True,
        verbose_name=_("experience"),
    )
    place = models.ForeignKey(
        Place,
        models.SET_NULL,
        related_name="films",
        null=True,
        blank=True,
        verbose_name=_("municipality"),
    )
    slug = models.SlugField(
        _("address name"), max_length=100, unique=True, null=True, blank=True
    )
    title = models.CharField(_("title"), max_length=160)
    summary = models.TextField(_("what it tells"), blank=True)
    country = models.CharField(
        _("country"), max_length=2, choices=Country.choices, blank=True
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
    )
    filmed_on = models.DateField(_("day it was made"), null=True, blank=True)
    spoken = models.CharField(
        _("spoken language"),
        max_length=7,
        choices=Spoken.choices,
        default=Spoken.SPANISH,
    )
    # Of a film elsewhere; of our own the file tells it.
    told_seconds = models.PositiveIntegerField(
        _("how long it lasts, in seconds"), null=True, blank=True
    )
    provider = models.CharField(
        _("other site"), max_length=8, choices=Provider.choices, blank=True
    )
    external_id = models.CharField(max_length=80, blank=True, editable=False)
    external_key = models.CharField(max_length=40, blank=True, editable=False)
    external_second = models.PositiveIntegerField(default=0, editable=False)
    current = models.OneToOneField(
        "FilmFile",
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
    )
    # A still that somebody chose; otherwise one is taken from the film.
    poster = models.FileField(
        _("still picture"), storage=film_storage, upload_to=FOLDER, blank=True
    )
    poster_size = models.PositiveIntegerField(default=0, editable=False)
    poster_alt = models.CharField(
        _("what the still picture shows"), max_length=200, blank=True
    )
    rights_holder = models.CharField(
        _("who holds the rights"), max_length=200, blank=True
    )
    licence = models.CharField(
        _("licence"), max_length=12, choices=Licence.choices, default=Licence.BY
    )
    credit = models.CharField(
        _("who made it"),
        max_length=200,
        blank=True,
        help_text=_("The institution; a person only if they agreed."),
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
        related_name="written_films",
        blank=True,
        verbose_name=_("written by"),
    )

    title_es: str | None
    title_en: str | None
    summary_es: str | None
    summary_en: str | None
    poster_alt_es: str | None
    poster_alt_en: str | None

    objects = FilmQuerySet.as_manager()

    class Meta:
        verbose_name = _("video")
        verbose_name_plural = _("videos")
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("owner", "id"), name="film_of_owner"),
            models.Index(fields=("review_state", "id"), name="film_in_state"),
            models.Index(
                fields=("discarded_at",),
                name="film_discarded",
                condition=Q(discarded_at__isnull=False),
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(provider="") | Q(current__isnull=True),
                name="film_is_in_one_place",
                violation_error_message=_(
                    "A video is either uploaded here or stands on another site."
                ),
            ),
            models.CheckConstraint(
                condition=Q(provider="", external_id="")
                | ~Q(provider="") & ~Q(external_id=""),
                name="film_elsewhere_has_its_number",
            ),
            models.CheckConstraint(
                condition=~Q(review_state=ReviewState.APPROVED)
                | Q(
                    slug__isnull=False,
                    published_at__isnull=False,
                    reviewed_at__isnull=False,
                ),
                name="published_film_has_its_address",
            ),
            models.CheckConstraint(
                condition=~Q(review_state=ReviewState.APPROVED)
                | Q(current__isnull=True, provider="")
                | Q(people_shown__in=PUBLISHABLE_PEOPLE) & consent_is_written(),
                name="nobody_in_a_published_film_without_consent",
                violation_error_message=_(
                    "A video in which minors, or people who did not agree, can be "
                    "recognised is never public."
                ),
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True)
                | ~Q(review_state=ReviewState.APPROVED) & Q(slug__isnull=True),
                name="film_correction_is_never_public_itself",
            ),
            models.UniqueConstraint(
                fields=("corrects",),
                condition=Q(discarded_at__isnull=True),
                name="one_film_correction_at_a_time",
            ),
            *nobody_read_it("films"),
        )

    def __str__(self) -> str:
        return self.title or f"#{self.pk}"

    def get_absolute_url(self) -> str:
        """Its public page in the language in use."""
        return film_address(self.slug or "")

    @property
    def is_public(self) -> bool:
        """True when the world may watch it now."""
        return (
            self.review_state == ReviewState.APPROVED
            and self.hidden_at is None
            and self.owner.shown
            and not self.consent_ended
        )

    @property
    def is_own(self) -> bool:
        """True when its file was uploaded here."""
        return self.current_id is not None

    @property
    def digest(self) -> str:
        """The checksum of its file here, to which its texts must fit; empty without one."""
        return self.current.sha256 if self.current is not None else ""

    @property
    def found(self) -> bool:
        """False while nobody knows where the film is."""
        return self.is_own or bool(self.provider)

    @property
    def outside(self) -> Outside | None:
        """Where it stands on another site."""
        if not self.provider:
            return None
        return Outside(
            Provider(self.provider),
            self.external_id,
            self.external_key,
            self.external_second,
        )

    @property
    def has_picture(self) -> bool:
        """True when it shows a still: one that was chosen, or one of its own file."""
        return self.is_own or bool(self.poster)

    @property
    def duration(self) -> int | None:
        """How long it lasts, in thousandths of a second, where that is known."""
        if self.current is not None:
            return self.current.duration
        return self.told_seconds * 1000 if self.told_seconds else None
