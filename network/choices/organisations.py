"""Fixed lists of organisations: kinds, standing in the network, roles."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

EDITORS_GROUP = "Editores del portal"
AUTHORS_GROUP = "Autores de las asociaciones"
PUBLISHERS_GROUP = "Secretaría que publica"
NETWORK_KEY = "red-amuprev"


class OrganisationKind(TextChoices):
    """What an organisation is to the network."""

    NETWORK = "network", _("The network itself")
    ASSOCIATION = "association", _("Association of municipalities")
    MUNICIPALITY = "municipality", _("Municipality")
    PARTNER = "partner", _("Partner institution")


class AssociationLevel(TextChoices):
    """How wide an association reaches."""

    NATIONAL = "national", _("National")
    REGIONAL = "regional", _("Regional")
    SUBNATIONAL = "subnational", _("Within a country")


class PartnerKind(TextChoices):
    """Kinds of institutions with which prevention is done."""

    MUNICIPALITY = "municipality", _("Municipality")
    POLICE = "police", _("Police")
    MINISTRY = "ministry", _("Ministry or national body")
    REGIONAL_BODY = "regional_body", _("Regional body")
    SCHOOL = "school", _("School")
    HEALTH = "health", _("Health service")
    JUSTICE = "justice", _("Justice")
    COMMUNITY = "community", _("Community group")
    SPORTS_CLUB = "sports_club", _("Sports club")
    YOUTH = "youth", _("Youth organisation")
    WOMEN = "women", _("Women's organisation")
    BUSINESS = "business", _("Company or chamber")
    TRANSPORT = "transport", _("Transport")
    NGO = "ngo", _("Non-governmental organisation")
    CHURCH = "church", _("Church")
    UNIVERSITY = "university", _("University")
    COOPERATION = "cooperation", _("International cooperation")
    SISTER_CITY = "sister_city", _("Partner city or county")


COMMUNITY_PARTNERS = (
    PartnerKind.COMMUNITY,
    PartnerKind.SPORTS_CLUB,
    PartnerKind.YOUTH,
    PartnerKind.WOMEN,
    PartnerKind.CHURCH,
    PartnerKind.SCHOOL,
)


class MembershipStatus(TextChoices):
    """Where an association stands in the network."""

    ACTIVE = "active", _("Active")
    OBSERVER = "observer", _("Observer")
    SUSPENDED = "suspended", _("Suspended")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    UNCONFIRMED = "unconfirmed", _("Not confirmed")


class NetworkRole(TextChoices):
    """What an association does in the network."""

    MEMBER = "member", _("Member")
    PRESIDENCY = "presidency", _("Presidency")
    SECRETARIAT = "secretariat", _("Technical secretariat")
    OBSERVER = "observer", _("Observer")
    HOST = "host", _("Hosts the portal")


class Role(TextChoices):
    """What an appointment lets a person do in an organisation."""

    READS = "reads", _("Reads")
    RECORDS = "records", _("Technical staff: records activities")
    COORDINATES = "coordinates", _("Coordination: records and manages people")
    MAYOR = "mayor", _("Mayor's office: validates")
    FACILITATES = "facilitates", _("Facilitates")
    REVIEWS = "reviews", _("Reviews activities")
    ADMINISTERS = "administers", _("Administers the association")
    EDITS = "edits", _("Edits the public pages")
    SECRETARIAT = "secretariat", _("Secretariat of the network")
