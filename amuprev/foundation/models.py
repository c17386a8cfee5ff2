"""What every public page and file rests on."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.documents.models import AbstractDocument, Document
from wagtail.fields import RichTextField
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.models import Page, PageViewRestriction

PROSE_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link"]


class Picture(AbstractImage):
    """A picture an editor placed on a page, with the text that replaces it."""

    alternative_text = models.CharField(
        _("alternative text"),
        max_length=250,
        blank=True,
        help_text=_("What the picture shows, for whoever cannot see it."),
    )
    credit = models.CharField(_("credit"), max_length=160, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "alternative_text", "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    @property
    def default_alt_text(self) -> str:
        """The text a reader hears when the block gives none."""
        return self.alternative_text


class PictureRendition(AbstractRendition):
    """A resized copy of a picture, from the allowed list of sizes."""

    image = models.ForeignKey(Picture, models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class PortalDocument(AbstractDocument):
    """A document an editor placed on a page."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")


class BasePage(Page):
    """What all public pages share."""

    introduction = RichTextField(_("introduction"), blank=True, features=PROSE_FEATURES)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    # Public pages are never closed to somebody, so nothing need be asked.
    private_page_options: ClassVar[list[str]] = []

    class Meta:
        abstract = True

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """None."""
        return PageViewRestriction.objects.none()


class LandingPage(RoutablePageMixin, BasePage):
    """The fixed front page of an area: one per language, without child pages."""

    # Permanent addresses: the slug of each language, decided in code.
    fixed_slugs: ClassVar[dict[str, str]] = {}

    parent_page_types: ClassVar[list[str]] = ["site_pages.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1
    show_in_menus_default = True

    class Meta:
        abstract = True

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Put the permanent slug back whatever was typed."""
        language = self.locale.language_code if self.locale_id else "es"
        if language in self.fixed_slugs:
            self.slug = self.fixed_slugs[language]
        super().full_clean(*args, **kwargs)


class ContentDigest(models.Model):
    """The fingerprint of the content files as they were last loaded."""

    name = models.SlugField(max_length=40, unique=True)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.name


class LoadedContent(models.Model):
    """What a content file last wrote on a record, so that later edits are noticed."""

    model = models.CharField(max_length=80)
    key = models.CharField(max_length=160)
    object_pk = models.CharField(max_length=40)
    fields = models.JSONField(default=dict)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("model", "key"), name="one_memory_per_content_entry"
            ),
        )

    def __str__(self) -> str:
        return f"{self.model} {self.key}"
