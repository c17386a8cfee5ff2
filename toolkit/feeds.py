"""Norms and municipal policies in feeds: what was registered last, once each."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.prose import first_words
from network.feeds import NEWEST, summary, tag, writable
from network.lines import country_words
from toolkit.addresses import policy_address
from toolkit.lines import period_of, told
from toolkit.models import MunicipalPolicy

WORDS = 40


def newest_entries() -> Iterator[dict[str, Any]]:
    """The policies and plans that became public last."""
    rows = MunicipalPolicy.objects.public().select_related("owner")
    yield from map(_entry, rows.order_by("-published_at", "-pk")[:NEWEST])


def _entry(policy: Any) -> dict[str, Any]:
    """An entry; one that is only in Spanish is told in Spanish, and says so before."""
    reader = language_in_use()
    title, other = told(policy, "title")
    language = other or reader
    with override(language):
        where = f"{policy.owner.name}, {country_words(policy.owner.country)}"
        kind = str(policy.get_kind_display())
        words = ". ".join([where, kind, period_of(policy)])
    notice = "" if language == reader else _("Text in Spanish")
    since: datetime.datetime = policy.published_at or timezone.now()
    return {
        "title": writable(title),
        "link": f"{settings.SITE_URL}{policy_address(policy.pk)}",
        "description": summary(writable(first_words(words, WORDS)), notice, reader),
        "author_name": writable(policy.owner.name),
        "unique_id": tag(f"policy/{policy.pk}"),
        "pubdate": since,
        "updateddate": since,
        "language": language,
    }
