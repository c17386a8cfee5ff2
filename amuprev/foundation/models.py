"""What every public page and file rests on."""

import datetime
import uuid
from typing import Any, ClassVar

from django.db import models
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.documents.models import AbstractDocument, Document
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageViewRestriction

from amuprev.foundation.glossary_models import GlossaryCountryName, GlossaryTerm
from amuprev.foundation.picture_models import (
    Picture,
    PictureQuerySet,
    PictureRendition,
    ShowsPeople,
)
from amuprev.foundation.search_models import (
    SearchDocument,
    SearchSynonyms,
    SearchWord,
)

__all__ = [
    "BasePage",
    "ContentDigest",
    "FixedPage",
    "GlossaryCountryName",
    "GlossaryTerm",
    "LandingPage",
    "LoadedContent",
    "OutgoingMail",
    "Picture",
    "PictureQuerySet",
    "PictureRendition",
    "PortalDocument",
    "RecurringRun",
    "Restoration",
    "SearchDocument",
    "SearchSynonyms",
    "SearchWord",
    "ShowsPeople",
    "WorkerBeat",
]

PROSE_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link"]


class PortalDocument(AbstractDocument):
    """A document an editor placed on a page."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")


class BasePage(Page):
    """What all public pages share."""

    introduction = RichTextField(_("introduction"), blank=True, features=PROSE_FEATURES)

    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("introduction"),
    ]

    # Public pages are never closed to somebody, so nothing need be asked.
    private_page_options: ClassVar[list[str]] = []

    # Where it stands among what the search finds; see amuprev/foundation/search.
    search_rank: ClassVar[int] = 8
    # Types of page that readers tell apart have a kind of their own.
    search_kind: ClassVar[str] = "page"

    class Meta:
        abstract = True

    @property
    def is_searchable(self) -> bool:
        """Whether the search may find it; False while part of it is not public."""
        return self.live

    @property
    def search_day(self) -> datetime.date | None:
        """The day by which it is told from others; none for what has no day."""
        return None

    @property
    def search_country(self) -> str:
        """The country it is about, by its code."""
        return ""

    @property
    def search_note(self) -> str:
        """Where and when, in words, to stand over its title in a list."""
        return ""

    def search_texts(self) -> list[str]:
        """All its prose: what editors wrote in its rich texts and blocks."""
        found: list[str] = []
        for field in self._meta.get_fields():
            if isinstance(field, RichTextField | StreamField):
                found += field.get_searchable_content(getattr(self, field.name))
        return [str(each) for each in found if each]

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """None."""
        return PageViewRestriction.objects.none()


class FixedPage(BasePage):
    """A page that stands once per language, at an address fixed in code."""

    # Permanent addresses: the slug of each language, decided in code.
    fixed_slugs: ClassVar[dict[str, str]] = {}

    parent_page_types: ClassVar[list[str]] = ["site_pages.HomePage"]
    max_count_per_parent = 1
    show_in_menus_default = True

    class Meta:
        abstract = True

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Put the permanent slug back whatever was typed; it never runs out."""
        self.expire_at = None
        language = self.locale.language_code if self.locale_id else "es"
        if language in self.fixed_slugs:
            self.slug = self.fixed_slugs[language]
        super().full_clean(*args, **kwargs)


class LandingPage(RoutablePageMixin, FixedPage):
    """The fixed front page of an area of records, without child pages."""

    subpage_types: ClassVar[list[str]] = []

    class Meta:
        abstract = True


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


class OutgoingMail(models.Model):
    """A mail on its way: kept with the act that wrote it, emptied once it is gone.

    While it waits its text may hold a link that opens a door: it has no screen,
    and no log and no task says more of it than its key.
    """

    class State(models.TextChoices):
        """How far it came."""

        WAITING = "waiting"
        SENDING = "sending"
        SENT = "sent"
        GIVEN_UP = "given_up"

    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    to = models.JSONField(default=list)
    subject = models.TextField(blank=True)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    # Sender, copies, answer-to and headers.
    envelope = models.JSONField(default=dict)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    # The kind of the last fault, never what it said.
    fault = models.CharField(max_length=80, blank=True)
    written_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        indexes = (
            models.Index(
                fields=("next_try_at",),
                name="mail_on_its_way",
                condition=models.Q(finished_at__isnull=True),
            ),
            models.Index(fields=("state", "finished_at"), name="mail_finished"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(finished_at__isnull=True)
                | models.Q(subject="", text="", html=""),
                name="finished_mail_holds_no_text",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}: {self.state}"


class RecurringRun(models.Model):
    """When a recurring verb last ran, and who is running it now."""

    name = models.SlugField(max_length=60, unique=True)
    next_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    ran_at = models.DateTimeField(null=True, blank=True)
    changed = models.PositiveIntegerField(default=0)
    fault = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.name


class WorkerBeat(models.Model):
    """The last sign of life of a background worker."""

    worker = models.CharField(max_length=64, unique=True)
    started_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return self.worker


class Restoration(models.Model):
    """A backup put in the place of what was there; a copy's own, in no backup."""

    token = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    backup_of = models.DateTimeField()
    restored_at = models.DateTimeField(auto_now_add=True)
    # Its files are in place and the audit trail knows.
    settled_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.backup_of:%Y-%m-%d %H:%M}"
