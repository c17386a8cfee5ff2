"""What the home page tells: the map of lamps, the latest activities, dated figures."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from amuprev.foundation.addresses import area_address, language_in_use
from network.addresses import SECTIONS, section_address
from network.listing import Choice, newest_of
from network.maps import region_map
from network.territory import LAMP_DAYS, lamps, map_countries, shining
from network.totals import totals_of
from twinnings.overview import overview

LATEST = 4


def home_context() -> dict[str, Any]:
    """Read everything the home page shows beside the editor's text."""
    listed = shining()
    network = area_address("network")
    anchor = SECTIONS["municipalities"][language_in_use()]
    return {
        "map": region_map(lamps(listed), map_countries()),
        "lit_count": sum(town.lit for town in listed),
        "lamp_days": LAMP_DAYS,
        "latest": newest_of(Choice(), LATEST),
        "totals": totals_of(Choice()),
        "town_count": len(listed),
        "twinnings": overview().count,
        "twinnings_url": area_address("twinnings"),
        "today": timezone.localdate(),
        "log_url": area_address("activities"),
        "towns_url": f"{network}#{anchor}",
        "history_url": section_address("history"),
        "news_url": area_address("news"),
        "agenda_url": area_address("events"),
        "guide_url": area_address("toolkit"),
        "workspace_url": reverse("workspace:home"),
        "record_alternates": {"es": "/es/", "en": "/en/"},
    }
