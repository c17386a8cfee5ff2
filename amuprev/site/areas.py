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
from municipio_seguro.models import MunicipioSeguroLandingPage
from network.models import (
    ActivityLandingPage,
    GlossaryLandingPage,
    NetworkLandingPage,
)
from toolkit.models import ToolkitLandingPage
from twinnings.models import TwinningLandingPage

AREA_PAGES: dict[str, type[Page]] = {
    "network": NetworkLandingPage,
    "activities": ActivityLandingPage,
    "twinnings": TwinningLandingPage,
    "toolkit": ToolkitLandingPage,
    "experiences": ExperienceLandingPage,
    "videos": VideoLandingPage,
    "municipio_seguro": MunicipioSeguroLandingPage,
    "news": NewsIndexPage,
    "events": EventIndexPage,
    "bulletins": BulletinIndexPage,
    "contact": ContactPage,
    "data": DataLandingPage,
    "glossary": GlossaryLandingPage,
}
