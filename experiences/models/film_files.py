"""A film as it was uploaded: what was measured of it, and what is made of it."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from experiences.choices import RenditionKind
from experiences.models.films import FOLDER, Film, film_storage


class FilmFile(models.Model):
    """A film as somebody uploaded it; it stays, and only its own people can have it."""

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    film = models.ForeignKey(Film, models.CASCADE, related_name="files")
    file = models.FileField(_("file"), storage=film_storage, upload_to=FOLDER)
    size = models.PositiveBigIntegerField(_("bytes"), editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    duration = models.PositiveIntegerField(_("thousandths of a second"))
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    rotation = models.PositiveSmallIntegerField(default=0)
    container = models.CharField(max_length=40)
    video_codec = models.CharField(max_length=40)
    audio_codec = models.CharField(max_length=40, blank=True)
    uploaded_by = models.ForeignKey(
        "network.User", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    uploaded_at = models.DateTimeField(_("uploaded on"), default=timezone.now)

    class Meta:
        verbose_name = _("file of a video")
        verbose_name_plural = _("files of a video")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("film", "sha256"), name="one_copy_of_a_film"
            ),
            models.CheckConstraint(
                condition=Q(size__gt=0, duration__gt=0, width__gt=0, height__gt=0),
                name="film_file_was_measured",
            ),
        )

    def __str__(self) -> str:
        return f"{self.film}: {self.sha256[:8]}"

    @property
    def wanted(self) -> list[RenditionKind]:
        """What is made of it, in the order in which readers need it."""
        kinds = list(RenditionKind)
        return [
            kind for kind in kinds if kind != RenditionKind.AUDIO or self.audio_codec
        ]
