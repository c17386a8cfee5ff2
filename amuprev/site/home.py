"""What the home page tells: the map of lamps, the latest activities, dated figures."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from amuprev.foundation.addresses import area_address, language_in_use
from network.addresses import SECTIONS, section_address
from network.maps import region_map
from network.models import Activity
from network.territory import LAMP_DAYS, lamps, lit_places, map_countries, towns
from network.totals import public_totals

LATEST = 5


def home_context() -> dict[str, Any]:
    """Read everything the home page shows beside the editor's text."""
    public = Activity.objects.public()
    listed = towns(lit=lit_places())
    network = area_address("network")
    anchor = SECTIONS["municipalities"][language_in_use()]
    return {
        "map": region_map(lamps(listed), map_countries()),
        "lit_count": sum(town.lit for town in listed),
        "lamp_days": LAMP_DAYS,
        "latest": list(public.for_public_lists().newest_first()[:LATEST]),
        "totals": public_totals(public),
        "town_count": len(listed),
        "today": timezone.localdate(),
        "log_url": area_address("activities"),
        "towns_url": f"{network}#{anchor}",
        "history_url": section_address("history"),
        "workspace_url": reverse("workspace:home"),
        "record_alternates": {"es": "/es/", "en": "/en/"},
    }
