"""The page each area of the portal begins with."""

from wagtail.models import Page

from amuprev.site.models import (
    BulletinIndexPage,
    ContactPage,
    DataLandingPage,
    EventIndexPage,
    NewsIndexPage,
)
from network.models import (
    ActivityLandingPage,
    GlossaryLandingPage,
    NetworkLandingPage,
)

AREA_PAGES: dict[str, type[Page]] = {
    "network": NetworkLandingPage,
    "activities": ActivityLandingPage,
    "news": NewsIndexPage,
    "events": EventIndexPage,
    "bulletins": BulletinIndexPage,
    "contact": ContactPage,
    "data": DataLandingPage,
    "glossary": GlossaryLandingPage,
}
