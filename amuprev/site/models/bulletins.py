"""The quarterly bulletin."""

import datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Page

from amuprev.foundation.addresses import AREAS
from amuprev.site.models.base import IndexPage, PicturedPage
from amuprev.site.page_forms import FIRST_YEAR, LAST_YEAR, BulletinForm
from amuprev.site.paging import part_of, ways


class BulletinIndexPage(IndexPage):
    """All issues of the bulletin in one language, the latest first."""

    fixed_slugs = AREAS["bulletins"]
    subpage_types: ClassVar[list[str]] = ["site_pages.BulletinPage"]
    show_in_menus_default = False
    template = "site/bulletin_index.html"

    class Meta:
        verbose_name = _("list of bulletins")

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        """The part of the list that was asked for."""
        issues = BulletinPage.objects.live().child_of(self)
        listed = issues.order_by("-year", "-quarter").select_related("locale")
        part = part_of(request, listed, self.most)
        context = super().get_context(request, *args, **kwargs)
        return {**context, "part": part, **ways(part)}


class BulletinPage(PicturedPage):
    """One issue of the bulletin: what the network did in a quarter."""

    parent_page_types: ClassVar[list[str]] = ["site_pages.BulletinIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "site/bulletin.html"
    search_rank = 14
    search_kind = "bulletin"

    year = models.PositiveSmallIntegerField(
        _("year"),
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
    )
    quarter = models.PositiveSmallIntegerField(
        _("quarter"),
        choices=[
            (1, _("January to March")),
            (2, _("April to June")),
            (3, _("July to September")),
            (4, _("October to December")),
        ],
    )

    base_form_class = BulletinForm

    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldRowPanel([FieldPanel("quarter"), FieldPanel("year")]),
        FieldPanel("lead"),
        PicturedPage.picture_panel,
        FieldPanel("body"),
        *PicturedPage.closing_panels,
    ]

    class Meta:
        verbose_name = _("bulletin issue")
        verbose_name_plural = _("bulletin issues")

    @property
    def search_day(self) -> datetime.date:
        """The first day of its quarter."""
        return datetime.date(self.year, 3 * self.quarter - 2, 1)

    def clean(self) -> None:
        """Refuse a second issue of one quarter in the same language."""
        super().clean()
        if not (self.year and self.quarter and self.locale_id):
            return
        others = BulletinPage.objects.filter(
            locale_id=self.locale_id, year=self.year, quarter=self.quarter
        ).exclude(pk=self.pk)
        if others.exists():
            fault = _("There is an issue of that quarter already.")
            raise ValidationError({"quarter": fault})
