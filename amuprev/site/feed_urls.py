"""Addresses of feeds and of the calendar, beside the pages whose news they tell."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from amuprev.site import feed_views

urlpatterns = [
    path(_("feed.atom"), feed_views.whole_feed, name="feed"),
    path(
        _("news/feed.atom"), feed_views.section_feed, {"key": "news"}, name="feed-news"
    ),
    path(
        _("events/feed.atom"),
        feed_views.section_feed,
        {"key": "events"},
        name="feed-events",
    ),
    path(
        _("bulletins/feed.atom"),
        feed_views.section_feed,
        {"key": "bulletins"},
        name="feed-bulletins",
    ),
    path(_("events/events.ics"), feed_views.agenda_calendar, name="calendar"),
]
