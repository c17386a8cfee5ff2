"""News of the network, its associations and their municipalities."""

import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from amuprev.foundation.addresses import AREAS, language_in_use
from amuprev.site.models.base import IndexPage, PicturedPage
from amuprev.site.page_forms import NewsForm
from amuprev.site.page_rights import NewsPermissions
from amuprev.site.paging import part_of, ways
from network.addresses import activity_address
from network.choices import OrganisationKind
from network.dates import one_day
from network.help_lines import is_about_close_violence, with_close_theme
from network.lines import kind_of
from network.models import Activity, Organisation


class NewsQuerySet(PageQuerySet):
    """News as readers see them."""

    def newest_first(self) -> Self:
        """The latest day first."""
        return self.order_by("-day", "-pk")

    def in_language(self, language: str) -> Self:
        """Those of one of the portal's languages."""
        return self.filter(locale__language_code=language)

    def for_lists(self) -> Self:
        """With what a list shows of each, asked for once."""
        return self.select_related("picture", "author", "locale").prefetch_related(
            "picture__renditions"
        )


class NewsIndexPage(IndexPage):
    """All news of one language, the latest first."""

    fixed_slugs = AREAS["news"]
    subpage_types: ClassVar[list[str]] = ["site_pages.NewsPage"]
    template = "site/news_index.html"

    class Meta:
        verbose_name = _("news list")

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        """The part of the list that was asked for."""
        listed = NewsPage.objects.live().child_of(self).newest_first().for_lists()
        part = part_of(request, listed, self.most)
        context = super().get_context(request, *args, **kwargs)
        return {**context, "part": part, **ways(part)}


class NewsPage(PicturedPage):
    """One piece of news."""

    parent_page_types: ClassVar[list[str]] = ["site_pages.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "site/news.html"
    search_rank = 14
    search_kind = "news"

    day = models.DateField(_("date"), default=timezone.localdate, db_index=True)
    author = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": OrganisationKind.ASSOCIATION},
        verbose_name=_("association that tells it"),
        help_text=_("Empty: the network itself."),
    )
    activity = models.ForeignKey(
        Activity,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("activity it is about"),
    )

    base_form_class = NewsForm
    objects = PageManager.from_queryset(NewsQuerySet)()

    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("day"),
        FieldPanel("author"),
        FieldPanel("lead"),
        PicturedPage.picture_panel,
        FieldPanel("body"),
        *PicturedPage.closing_panels,
    ]

    class Meta:
        verbose_name = _("piece of news")
        verbose_name_plural = _("news")

    def permissions_for_user(self, user: Any) -> NewsPermissions:
        """What the person may do with it, by the association that tells it."""
        return NewsPermissions(user, self)

    @cached_property
    def public_activity(self) -> Activity | None:
        """The activity it is about, while that is public."""
        if self.activity_id is None:
            return None
        public = with_close_theme(Activity.objects.public().select_related("kind"))
        told: Activity | None = public.filter(pk=self.activity_id).first()
        return told

    @property
    def needs_safety(self) -> bool:
        """What is told of an activity needs what the activity's own page needs."""
        told = self.public_activity
        return super().needs_safety or bool(told and is_about_close_violence(told))

    @property
    def told_of(self) -> dict[str, Any] | None:
        """The activity it is about as a link, while that is public."""
        activity = self.public_activity
        if activity is None:
            return None
        told = getattr(activity, f"title_{language_in_use()}") or activity.title_es
        title = told or kind_of(activity) or activity.number
        return {"title": title, "url": activity_address(activity.pk)}

    @property
    def search_day(self) -> datetime.date:
        """The day it was told."""
        return self.day

    @property
    def search_country(self) -> str:
        """That of the association that tells it."""
        return self.author.country if self.author else ""

    @property
    def search_note(self) -> str:
        """Who tells it, and when."""
        when = one_day(self.day)
        return f"{self.author} · {when}" if self.author else when
