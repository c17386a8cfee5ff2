"""What the secretariat does on its screens, told to the audit trail."""

from django.db import models

from network.choices import Act

SAVED: dict[str, Act] = {
    "place": Act.PLACE_SAVED,
    "organisation": Act.ORGANISATION_SAVED,
    "association": Act.ORGANISATION_SAVED,
    "municipality": Act.ORGANISATION_SAVED,
    "partner": Act.ORGANISATION_SAVED,
    "affiliation": Act.AFFILIATION_SAVED,
    "networkmembership": Act.MEMBERSHIP_SAVED,
    "appointment": Act.APPOINTMENT_SAVED,
    "user": Act.PERSON_SAVED,
    "activitykind": Act.LIST_SAVED,
    "theme": Act.LIST_SAVED,
    "populationgroup": Act.LIST_SAVED,
    "setting": Act.LIST_SAVED,
    "activity": Act.ACTIVITY_TRANSLATED,
}


def act_of_saving(model: type[models.Model]) -> Act:
    """Which act saving a record of this model on its screen is."""
    return SAVED.get(model._meta.model_name or "", Act.INSTITUTIONAL_SAVED)
