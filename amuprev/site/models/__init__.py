"""The roof's pages."""

from amuprev.site.models.bulletins import BulletinIndexPage, BulletinPage
from amuprev.site.models.data import DataLandingPage
from amuprev.site.models.events import EventIndexPage, EventPage
from amuprev.site.models.home import HomePage
from amuprev.site.models.news import NewsIndexPage, NewsPage
from amuprev.site.models.readers import (
    BulletinDelivery,
    BulletinReader,
    BulletinSending,
)
from amuprev.site.models.standard import ContactPage, StandardPage

__all__ = [
    "BulletinDelivery",
    "BulletinIndexPage",
    "BulletinPage",
    "BulletinReader",
    "BulletinSending",
    "ContactPage",
    "DataLandingPage",
    "EventIndexPage",
    "EventPage",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "StandardPage",
]
