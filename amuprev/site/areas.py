"""The page each area of the portal begins with, in the order of the menu.

A new area: its two words in amuprev/foundation/addresses.py, its page here, its title
and introduction in content/pages.yaml, its row in tests/public_pages.py.
"""

from wagtail.models import Page

from amuprev.site.models import (
    BulletinIndexPage,
    ContactPage,
    DataLandingPage,
    EventIndexPage,
    NewsIndexPage,
)
from experiences.models import ExperienceLandingPage, VideoLandingPage
from network.models import (
    ActivityLandingPage,
    GlossaryLandingPage,
    NetworkLandingPage,
)

AREA_PAGES: dict[str, type[Page]] = {
    "network": NetworkLandingPage,
    "activities": ActivityLandingPage,
    "experiences": ExperienceLandingPage,
    "videos": VideoLandingPage,
    "news": NewsIndexPage,
    "events": EventIndexPage,
    "bulletins": BulletinIndexPage,
    "contact": ContactPage,
    "data": DataLandingPage,
    "glossary": GlossaryLandingPage,
}
