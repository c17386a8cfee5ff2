"""Verbs of the editors' pictures whose people's consent ended."""

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from amuprev.foundation.models import Picture
from amuprev.foundation.picture_upkeep import forget_copies_of
from network import letters, waiting
from network.choices import Act, OrganisationKind, Role
from network.models import Organisation
from network.services import audit


@transaction.atomic
def end_picture_consents() -> int:
    """Delete the copies of pictures whose consent is over, and tell the editors.

    Their pages stopped showing them on the day itself. Returns how many pictures.
    """
    pictures = list(Picture.objects.consent_over().select_for_update().order_by("pk"))
    if not pictures:
        return 0
    forget_copies_of([picture.pk for picture in pictures])
    for picture in pictures:
        picture.consent_told = picture.consent_until
        picture.save(update_fields=["consent_told"])
        audit.record(Act.CONSENT_ENDED, by=None, of=picture)
    networks = Organisation.objects.filter(kind=OrganisationKind.NETWORK)
    links = [
        settings.SITE_URL + reverse("wagtailimages:edit", args=[picture.pk])
        for picture in pictures
    ]
    for person in waiting.holders(networks.values_list("pk", flat=True), [Role.EDITS]):
        letters.write_to(person, "picture_consents_ended", links=links)
    return len(pictures)
