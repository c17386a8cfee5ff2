"""Fixed lists of territory: countries, levels, names."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Country(TextChoices):
    """The countries of the network and of its counterparts (ISO 3166-1 alpha-2)."""

    # In the order of their Spanish names, which forms keep.
    BELIZE = "BZ", _("Belize")
    COSTA_RICA = "CR", _("Costa Rica")
    EL_SALVADOR = "SV", _("El Salvador")
    UNITED_STATES = "US", _("United States")
    GUATEMALA = "GT", _("Guatemala")
    HONDURAS = "HN", _("Honduras")
    NICARAGUA = "NI", _("Nicaragua")
    PANAMA = "PA", _("Panama")
    DOMINICAN_REPUBLIC = "DO", _("Dominican Republic")


REGION_COUNTRIES = tuple(
    code for code in Country.values if code != Country.UNITED_STATES
)

TIME_ZONES = {
    Country.PANAMA: "America/Panama",
    Country.DOMINICAN_REPUBLIC: "America/Santo_Domingo",
    Country.COSTA_RICA: "America/Costa_Rica",
    Country.BELIZE: "America/Belize",
    Country.EL_SALVADOR: "America/El_Salvador",
    Country.GUATEMALA: "America/Guatemala",
    Country.HONDURAS: "America/Tegucigalpa",
    Country.NICARAGUA: "America/Managua",
}


class PlaceLevelKind(TextChoices):
    """What a territory is at a given time."""

    COUNTRY = "country", _("Country")
    DEPARTMENT = "department", _("Department")
    PROVINCE = "province", _("Province")
    STATE = "state", _("State")
    COMARCA = "comarca", _("Indigenous region")
    MUNICIPALITY = "municipality", _("Municipality")
    CANTON = "canton", _("Canton")
    DISTRICT = "district", _("District")
    MUNICIPAL_DISTRICT = "municipal_district", _("Municipal district")
    CITY = "city", _("City")
    COUNTY = "county", pgettext_lazy("territory", "County")


LOCAL_LEVELS = (
    PlaceLevelKind.MUNICIPALITY,
    PlaceLevelKind.CANTON,
    PlaceLevelKind.DISTRICT,
    PlaceLevelKind.MUNICIPAL_DISTRICT,
    PlaceLevelKind.CITY,
    PlaceLevelKind.COUNTY,
)


class PlaceNameKind(TextChoices):
    """Why a place is also known by another name."""

    OFFICIAL = "official", _("Official name")
    FORMER = "former", _("Former name")
    SHORT = "short", _("Short name")
    COMMON = "common", _("Common name")
