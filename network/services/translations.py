"""Verbs of translation: the secretariat puts an activity into English."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from network.choices import Act, ReviewState
from network.models import Activity, User
from network.services import audit
from network.services.listing import index_words
from network.services.publication import keep_place_out_of_texts
from network.services.refusals import Refused
from network.services.searching import find_activities

ENGLISH_TEXTS = ("title_en", "what_happened_en", "result_en", "difficulty_en")


@audit.keeps_refusals(Act.ACTIVITY_TRANSLATED, of="activity")
@transaction.atomic
def translate_activity(
    *, activity: Activity, by: User, texts: Mapping[str, str]
) -> Activity:
    """Write an activity's English texts; its Spanish stays its author's.

    Raises Refused for anyone but the secretariat, for other fields, and when the
    text of an approved sensitive activity names its exact place.
    """
    if not (by.is_superuser or by.standing.secretariat):
        raise Refused(_("Only the secretariat translates activities here."))
    if not set(texts) <= set(ENGLISH_TEXTS):
        raise Refused(_("Only the English texts can be changed here."))
    current = Activity.objects.select_for_update().get(pk=activity.pk)
    for name, text in texts.items():
        setattr(current, name, text)
    if current.review_state == ReviewState.APPROVED and current.is_sensitive:
        keep_place_out_of_texts(current)
    current.version += 1
    current.updated_by = by
    current.save()
    current.writers.add(by)
    index_words([current.pk])
    find_activities([current.pk])
    audit.record(Act.ACTIVITY_TRANSLATED, by=by, of=current, fields=sorted(texts))
    return current
