"""What an experience's page tells machines of itself, in the words of schema.org."""

from typing import Any

from django.conf import settings
from django.utils import timezone

from amuprev.foundation.addresses import language_in_use
from experiences.citing import PUBLISHER, cited
from experiences.lines import brief_of, title_of
from network.addresses import organisation_address

LICENCES = {
    "cc-by-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "cc-by-sa-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "cc-by-nc-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
}


def experience_linked(experience: Any) -> dict[str, Any]:
    """An article: its title, who tells it, of which place, since when."""
    title, other_language = title_of(experience)
    owner = experience.owner
    told: dict[str, Any] = {
        "@type": "Article",
        "headline": title,
        "inLanguage": other_language or language_in_use(),
        "url": settings.SITE_URL + experience.get_absolute_url(),
        "datePublished": timezone.localdate(experience.published_at).isoformat(),
        "dateModified": timezone.localdate(experience.reviewed_at).isoformat(),
        "author": {"@type": "Organization", "name": cited(experience).author},
        "sourceOrganization": {
            "@type": "Organization",
            "name": owner.name,
            "url": settings.SITE_URL + organisation_address(owner.kind, owner.slug),
        },
        "publisher": {"@type": "Organization", "name": PUBLISHER},
        "spatialCoverage": [place.name for place in experience.places.all()],
    }
    brief, _language = brief_of(experience)
    if brief:
        told["description"] = brief
    if licence := LICENCES.get(experience.licence):
        told["license"] = licence
    return told
