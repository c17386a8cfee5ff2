"""What belongs to a film: what is made of it, its texts with times, its steps."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from experiences.choices import (
    RenditionKind,
    RenditionState,
    TrackKind,
    TrackLanguage,
    TrackState,
)
from experiences.film_queries import RenditionQuerySet, SaidQuerySet
from experiences.media.webvtt import Cue
from experiences.models.film_files import FilmFile
from experiences.models.films import FOLDER, Film, film_storage
from network.choices import ReviewState


class Rendition(models.Model):
    """A light copy of a film, its sound alone or its still picture."""

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    original = models.ForeignKey(FilmFile, models.CASCADE, related_name="renditions")
    kind = models.CharField(_("what"), max_length=6, choices=RenditionKind.choices)
    state = models.CharField(
        _("state"),
        max_length=7,
        choices=RenditionState.choices,
        default=RenditionState.QUEUED,
    )
    progress = models.PositiveSmallIntegerField(_("done, in hundredths"), default=0)
    # Why it failed, by code.
    fault = models.CharField(max_length=20, blank=True)
    tried_at = models.DateTimeField(_("last sign of work"), default=timezone.now)
    file = models.FileField(storage=film_storage, upload_to=FOLDER, blank=True)
    content_type = models.CharField(max_length=40, blank=True)
    size = models.PositiveBigIntegerField(_("bytes"), default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)

    objects = RenditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("copy of a video")
        verbose_name_plural = _("copies of a video")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("original", "kind"), name="one_rendition_of_a_kind"
            ),
            models.CheckConstraint(
                condition=~Q(state=RenditionState.DONE) | ~Q(file="") & Q(size__gt=0),
                name="rendition_done_has_its_file",
            ),
            models.CheckConstraint(
                condition=Q(progress__lte=100), name="rendition_progress_in_hundredths"
            ),
            models.CheckConstraint(
                condition=~Q(state=RenditionState.FAILED) | ~Q(fault=""),
                name="rendition_failed_says_why",
            ),
        )

    def __str__(self) -> str:
        return self.get_kind_display()


class Track(models.Model):
    """Captions, subtitles, chapters or descriptions, for one file in one language."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="tracks")
    kind = models.CharField(_("kind"), max_length=12, choices=TrackKind.choices)
    language = models.CharField(
        _("language"), max_length=2, choices=TrackLanguage.choices
    )
    text = models.TextField(_("WebVTT"))
    # Of the file it was made for: with another file its times may be wrong.
    fits = models.CharField(max_length=64, blank=True)
    state = models.CharField(
        _("state"),
        max_length=9,
        choices=TrackState.choices,
        default=TrackState.DRAFT,
    )
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    saved_at = models.DateTimeField(_("saved on"), default=timezone.now)

    class Meta:
        verbose_name = _("track of a video")
        verbose_name_plural = _("tracks of a video")
        ordering = ("kind", "-language")
        constraints = (
            models.UniqueConstraint(
                fields=("film", "kind", "language"), name="one_track_of_a_language"
            ),
            models.CheckConstraint(
                condition=~Q(state=TrackState.REVIEWED) | ~Q(fits=""),
                name="reviewed_track_fits_a_file",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_language_display()}"

    @property
    def fits_film(self) -> bool:
        """True while the film shows the file for which it was made."""
        return bool(self.fits) and self.fits == self.film.digest

    @property
    def is_served(self) -> bool:
        """True for what somebody read together with the file that the film shows."""
        return self.state == TrackState.REVIEWED and self.fits_film


class TranscriptLine(models.Model):
    """Words of a film from one moment to another, in thousandths of a second."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="transcript")
    language = models.CharField(
        _("language"), max_length=2, choices=TrackLanguage.choices
    )
    start = models.PositiveIntegerField(_("from"))
    end = models.PositiveIntegerField(_("until"))
    text = models.TextField(_("what is said"))
    # Of the file in which it is said; empty for a film of which no file is here.
    fits = models.CharField(max_length=64, blank=True)

    objects = SaidQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of a transcript")
        verbose_name_plural = _("lines of a transcript")
        ordering = ("language", "start")
        constraints = (
            models.UniqueConstraint(
                fields=("film", "language", "start"), name="one_line_at_a_moment"
            ),
            models.CheckConstraint(
                condition=Q(end__gt=F("start")), name="line_ends_after_it_begins"
            ),
        )

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def is_served(self) -> bool:
        """True while it is what is said in the file that the film shows."""
        return self.fits == self.film.digest

    @property
    def cue(self) -> Cue:
        """The same as plain values."""
        return Cue(self.start, self.end, self.text)


class FilmStep(models.Model):
    """One step in the life of a film: who moved it, when, and with what note."""

    film = models.ForeignKey(Film, models.CASCADE, related_name="steps")
    from_state = models.CharField(
        pgettext_lazy("review step", "from"),
        max_length=10,
        choices=ReviewState.choices,
        blank=True,
    )
    to_state = models.CharField(
        pgettext_lazy("review step", "to"), max_length=10, choices=ReviewState.choices
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("on"), default=timezone.now)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("review step of a video")
        verbose_name_plural = _("review steps of a video")
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return self.get_to_state_display()
