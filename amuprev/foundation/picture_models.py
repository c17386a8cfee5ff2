"""Files in which people may be recognised: the editors' pictures and what they share."""

from typing import Any, Self

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    Image,
    ImageQuerySet,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)

from amuprev.foundation.people_shown import (
    ConsentPurpose,
    PeopleShown,
    consent_is_written,
    nobody_or_agreed,
)
from amuprev.foundation.uploads import clean_picture, storage_name

ASKED_OTHERWISE = frozenset({"title", "file", "description"})


def picture_storage() -> Storage:
    """Where pictures stand; asked for late so that migrations hold no path."""
    return storages["pictures"]


class ShowsPeople(models.Model):
    """A file in which people may be recognised, with what they agreed to and until when."""

    people_shown = models.CharField(
        _("can anybody be recognised?"),
        max_length=17,
        choices=PeopleShown.choices,
        default=PeopleShown.NOT_SURE,
    )
    consent_purpose = models.CharField(
        _("what they signed for"),
        max_length=10,
        choices=ConsentPurpose.choices,
        blank=True,
    )
    consent_until = models.DateField(
        _("their consent holds until"), null=True, blank=True
    )
    # The end of a consent of which somebody was told already.
    consent_told = models.DateField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def consent_ended(self) -> bool:
        """True when adults agreed until a day that has passed."""
        return (
            self.people_shown == PeopleShown.ADULTS
            and self.consent_until is not None
            and self.consent_until < timezone.localdate()
        )


class CleanedPicture(SimpleUploadedFile):
    """A picture that was drawn again from its pixels already."""

    def __init__(self, upload: File) -> None:
        cleaned = clean_picture(upload)
        name = storage_name(cleaned.extension)
        super().__init__(name, cleaned.large.read(), cleaned.content_type)


class CleanPictureFile(WagtailImageFieldFile):
    """Keeps nothing but pixels, whichever way the file comes; the name is drawn by lot."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        if not isinstance(content, CleanedPicture):
            content = CleanedPicture(content)
        super().save(storage_name("jpg"), content, save)


class CleanPictureField(WagtailImageField):
    """A picture that is cleaned before it is kept."""

    attr_class = CleanPictureFile


class PictureQuerySet(ImageQuerySet):
    """Pictures of the editors' library."""

    def showable(self) -> Self:
        """Those the world may see today: nobody, or adults whose consent holds."""
        return self.filter(nobody_or_agreed())

    def consent_over(self) -> Self:
        """Those whose people's consent has ended, and nobody was told yet."""
        return self.filter(
            people_shown=PeopleShown.ADULTS, consent_until__lt=timezone.localdate()
        ).exclude(consent_told=models.F("consent_until"))


class Picture(ShowsPeople, AbstractImage):
    """A picture an editor placed on a page, with the text that replaces it."""

    file = CleanPictureField(
        verbose_name=_("file"),
        upload_to=get_upload_to,
        storage=picture_storage,
        width_field="width",
        height_field="height",
    )
    alternative_text = models.CharField(
        _("alternative text"),
        max_length=250,
        blank=True,
        help_text=_("What the picture shows, for whoever cannot see it."),
    )
    credit = models.CharField(_("credit"), max_length=160, blank=True)

    objects = PictureQuerySet.as_manager()

    admin_form_fields = (
        "title",
        "file",
        "people_shown",
        "consent_purpose",
        "consent_until",
        # Its description would ask a second time what the alternative text says.
        *(each for each in Image.admin_form_fields if each not in ASKED_OTHERWISE),
        "alternative_text",
        "credit",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(people_shown=PeopleShown.MINORS),
                name="no_picture_of_recognisable_minors",
                violation_error_message=_(
                    "A picture in which minors can be recognised is never kept here."
                ),
            ),
            models.CheckConstraint(
                condition=consent_is_written(),
                name="picture_of_adults_has_its_consent",
                violation_error_message=_(
                    "Say what the people shown signed for and until when."
                ),
            ),
        )

    def __str__(self) -> str:
        return self.title

    def generate_rendition_file(
        self, filter: Filter, *, source: File | None = None
    ) -> File:
        """A copy, in memory; Wagtail leaves its temporary file open."""
        with super().generate_rendition_file(filter, source=source) as made:
            made.seek(0)
            return ContentFile(made.read(), name=made.name)

    @property
    def default_alt_text(self) -> str:
        """The text a reader hears when the block gives none."""
        return self.alternative_text

    @property
    def showable(self) -> bool:
        """True when the world may see it today."""
        if self.people_shown == PeopleShown.NOBODY:
            return True
        agreed = self.people_shown == PeopleShown.ADULTS and self.consent_until
        return bool(agreed) and not self.consent_ended


class PictureRendition(AbstractRendition):
    """A resized copy of a picture, from the allowed list of sizes."""

    image = models.ForeignKey(Picture, models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    @property
    def url(self) -> str:
        """Its address, which asks at each reading whether the picture may be shown."""
        return reverse("picture", args=[str(self.file.name).rpartition("/")[2]])

    def get_upload_to(self, filename: str) -> Any:
        """A folder of its own in the private storage."""
        return f"images/{filename}"
