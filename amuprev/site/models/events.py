"""The agenda's events, as editors write them."""

import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from amuprev.foundation.addresses import AREAS
from amuprev.site import agenda, hours
from amuprev.site.choices import Admission
from amuprev.site.models.base import ComposedPage, IndexPage
from amuprev.site.paging import part_of, ways
from network.choices import Country
from network.dates import describe

# How the address of an event by invitation begins.
UNTELLING = {"es": "evento", "en": "event"}


class EventQuerySet(PageQuerySet):
    """Events as readers see them."""

    def coming(self) -> Self:
        """Those that are not over, the next first."""
        return self.filter(ends_at__gt=timezone.now()).order_by("starts_at", "pk")

    def over(self) -> Self:
        """Those that are over, the latest first."""
        return self.filter(ends_at__lte=timezone.now()).order_by("-starts_at", "-pk")

    def told_in_full(self) -> Self:
        """Those of which the world may know more than month and country.

        Whatever lists events elsewhere (search, feeds, maps of the site) asks here.
        """
        return self.filter(Q(admission=Admission.OPEN) | Q(ends_at__lte=timezone.now()))

    def for_lists(self) -> Self:
        """With what a list shows of each, and without their bodies."""
        return self.select_related("locale").defer("body")

    def in_language(self, language: str) -> Self:
        """Those of one of the portal's languages."""
        return self.filter(locale__language_code=language)


class EventIndexPage(IndexPage):
    """The agenda of one language: what comes and what was."""

    fixed_slugs = AREAS["events"]
    subpage_types: ClassVar[list[str]] = ["site_pages.EventPage"]
    template = "site/event_index.html"

    class Meta:
        verbose_name = _("agenda")

    def get_context(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        """What comes, and the part asked for of what was; records among pages."""
        events = EventPage.objects.live().child_of(self).for_lists()
        known = agenda.assemblies()
        part = part_of(request, agenda.Past(events, known), self.most)
        context = super().get_context(request, *args, **kwargs)
        coming = agenda.coming(events, known)
        return {**context, "coming": coming, "part": part, **ways(part)}


class EventPage(ComposedPage):
    """A meeting, a course, a fair: when, where, and who may come."""

    parent_page_types: ClassVar[list[str]] = ["site_pages.EventIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "site/event.html"
    search_rank = 14
    search_kind = "event"

    admission = models.CharField(
        _("who may come"),
        max_length=10,
        choices=Admission.choices,
        default=Admission.OPEN,
        help_text=_(
            "By invitation: until it is over, readers are told only its month and "
            "its country."
        ),
    )
    country = models.CharField(_("country"), max_length=2, choices=Country.choices)
    place_name = models.CharField(
        _("place"), max_length=200, blank=True, help_text=_("Town, then building.")
    )
    day = models.DateField(_("day it begins"))
    start_time = models.TimeField(
        _("hour it begins"), null=True, blank=True, help_text=_("Empty: the whole day.")
    )
    end_day = models.DateField(
        _("day it ends"), null=True, blank=True, help_text=_("Empty: the same day.")
    )
    end_time = models.TimeField(_("hour it ends"), null=True, blank=True)
    time_zone = models.CharField(
        _("hours of"),
        max_length=40,
        choices=hours.ZONES,
        default="America/El_Salvador",
        help_text=_("The place whose clocks the hours above are read on."),
    )
    starts_at = models.DateTimeField(editable=False, db_index=True)
    ends_at = models.DateTimeField(editable=False, db_index=True)

    objects = PageManager.from_queryset(EventQuerySet)()

    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("admission"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("day"), FieldPanel("start_time")]),
                FieldRowPanel([FieldPanel("end_day"), FieldPanel("end_time")]),
                FieldPanel("time_zone"),
            ],
            heading=_("When"),
        ),
        MultiFieldPanel(
            [FieldPanel("country"), FieldPanel("place_name")], heading=_("Where")
        ),
        FieldPanel("lead"),
        FieldPanel("body"),
        *ComposedPage.closing_panels,
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    @property
    def times(self) -> hours.Times:
        """When it is, as it was written."""
        return hours.Times(
            self.day, self.start_time, self.end_day, self.end_time, self.time_zone
        )

    @property
    def is_over(self) -> bool:
        """True once it has ended."""
        return self.times.end <= timezone.now()

    @property
    def told_in_full(self) -> bool:
        """False while only its month and country may be known."""
        return self.admission == Admission.OPEN or self.is_over

    @property
    def needs_safety(self) -> bool:
        """What it is about is not told before it may be told in full."""
        return self.told_in_full and super().needs_safety

    @property
    def is_searchable(self) -> bool:
        """Only once it may be told in full: whoever finds it learns its words."""
        return self.live and self.told_in_full

    @property
    def search_day(self) -> datetime.date:
        """The day it begins."""
        return self.day

    @property
    def search_country(self) -> str:
        """Where it is."""
        return self.country

    @property
    def search_note(self) -> str:
        """Where, and when."""
        when = describe(self.day, self.end_day)
        return f"{self.place_name} · {when}" if self.place_name else when

    @property
    def last_day(self) -> datetime.date:
        """The day it ends."""
        return self.end_day or self.day

    @property
    def untelling_slug(self) -> str:
        """An address name that tells nothing, the same for ever in both languages."""
        word = UNTELLING[self.locale.language_code]
        return f"{word}-{self.translation_key.hex[:10]}"

    def _set_core_field_defaults(self) -> None:
        """An event by invitation never bears its title in its address, over or not.

        Wagtail asks here before it checks and saves a page, drafts too, and leads
        from an address that was public to the new one.
        """
        super()._set_core_field_defaults()
        if self.admission == Admission.INVITATION:
            self.slug = self.untelling_slug

    def clean(self) -> None:
        """Refuse hours that cannot be, each beside its box."""
        super().clean()
        if self.day:
            hours.check(self.times)

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Keep beside what was written the instants by which events are ordered."""
        self.starts_at, self.ends_at = self.times.start, self.times.end
        return super().save(*args, **kwargs)
