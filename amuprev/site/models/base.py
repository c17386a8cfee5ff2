"""What the pages that editors compose share."""

import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from amuprev.foundation.models import BasePage, FixedPage
from amuprev.site.blocks import BODY
from amuprev.site.page_forms import PicturedForm
from network.help_lines import safety_in


class ComposedPage(BasePage):
    """A page whose body is composed of blocks."""

    introduction = None

    lead = models.TextField(
        _("lead"),
        max_length=400,
        help_text=_("What this page tells, in one or two sentences; lists show it."),
    )
    body = StreamField(BODY, verbose_name=_("body"), blank=True)
    reviewed_on = models.DateField(
        _("last reviewed"),
        null=True,
        blank=True,
        help_text=_(
            "The day on which somebody last checked that everything here holds. "
            "Empty: the day it was last published."
        ),
    )

    about_close_violence = models.BooleanField(
        _("it is about domestic, sexual or child violence"),
        default=False,
        help_text=_(
            "Readers may live with it: the page then offers “Leave quickly” and the "
            "help lines."
        ),
    )

    closing_panels: ClassVar[list[Any]] = [
        FieldPanel("about_close_violence"),
        FieldPanel("reviewed_on"),
    ]
    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("lead"),
        FieldPanel("body"),
        *closing_panels,
    ]

    class Meta:
        abstract = True

    @property
    def needs_safety(self) -> bool:
        """True where readers may live with the violence it is about."""
        return self.about_close_violence

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        """With the way out and whom to call, where it needs them."""
        context = super().get_context(request, *args, **kwargs)
        safety = safety_in(self.search_country) if self.needs_safety else None
        return {**context, "safety": safety}

    @property
    def last_reviewed(self) -> datetime.date | None:
        """The day its content was last checked."""
        if self.reviewed_on:
            return self.reviewed_on
        published = self.last_published_at
        return timezone.localdate(published) if published else None

    @property
    def summary(self) -> str:
        """What lists, cards and search engines tell of it."""
        return str(self.search_description or self.lead)

    def search_texts(self) -> list[str]:
        """The lead, then the blocks."""
        return [self.lead, *super().search_texts()]

    def clean(self) -> None:
        """Refuse a day of review that has not come yet."""
        super().clean()
        if self.reviewed_on and self.reviewed_on > timezone.localdate():
            fault = _("Nobody has reviewed it on that day yet: it lies ahead.")
            raise ValidationError({"reviewed_on": fault})


class IndexPage(FixedPage):
    """The list of an area's pages."""

    # How many of its pages a reader is shown at once.
    most: ClassVar[int] = 12

    class Meta:
        abstract = True


class PicturedPage(ComposedPage):
    """A composed page with a picture of its own."""

    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    picture_text = models.CharField(
        _("alternative text"),
        max_length=250,
        blank=True,
        help_text=_(
            "What the picture shows, in one sentence, for whoever cannot see it."
        ),
    )

    base_form_class = PicturedForm

    picture_panel = MultiFieldPanel(
        [FieldPanel("picture"), FieldPanel("picture_text")], heading=_("Picture")
    )
    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("lead"),
        picture_panel,
        FieldPanel("body"),
        *ComposedPage.closing_panels,
    ]

    class Meta:
        abstract = True
