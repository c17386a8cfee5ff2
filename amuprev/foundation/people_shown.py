"""Whether somebody can be recognised in a picture, and the consent that lets it be shown."""

import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# A consent without an end is none: it is asked for again.
MOST_CONSENT_YEARS = 5


class PeopleShown(models.TextChoices):
    """Whether somebody can be recognised in a picture or document."""

    NOBODY = "nobody", _("No, nobody can be recognised")
    ADULTS = "adults", _("Yes, only adults, and all of them signed their consent")
    ADULTS_NO_CONSENT = "adults_no_consent", _("Yes, adults who have not signed")
    MINORS = "minors", _("Yes, there are girls, boys or adolescents")
    NOT_SURE = "not_sure", _("I am not sure")


PUBLISHABLE_PEOPLE = (PeopleShown.NOBODY, PeopleShown.ADULTS)


class ConsentPurpose(models.TextChoices):
    """What for adults signed that they may be shown; the paper stays where they signed."""

    PORTAL = "portal", _("To show them to the public on this portal")
    OUTREACH = "outreach", _("To tell about prevention, on this portal too")
    TRAINING = "training", _("To teach and train, on this portal too")
    OTHER = "other", _("For something else, on this portal too")


def nobody_or_agreed() -> Q:
    """Nobody can be recognised, or adults whose consent holds today."""
    return Q(people_shown=PeopleShown.NOBODY) | Q(
        people_shown=PeopleShown.ADULTS, consent_until__gte=timezone.localdate()
    )


def consent_is_written() -> Q:
    """Adults who agreed come with the purpose and the end of their consent."""
    return ~Q(people_shown=PeopleShown.ADULTS) | (
        ~Q(consent_purpose="") & Q(consent_until__isnull=False)
    )


def last_consent_day(today: datetime.date) -> datetime.date:
    """The furthest day a consent may be written to hold."""
    year = today.year + MOST_CONSENT_YEARS
    day = 28 if (today.month, today.day) == (2, 29) else today.day
    return today.replace(year=year, day=day)


def faults_of_showing(
    *,
    people_shown: str,
    public: bool,
    purpose: str = "",
    until: datetime.date | None = None,
) -> dict[str, str | Promise]:
    """Why the world may not see it as described, by field; empty when it may."""
    if public and people_shown not in PUBLISHABLE_PEOPLE:
        return {
            "public": _(
                "It can be public only if nobody can be recognised, or if they are "
                "adults who signed their consent. Photos of minors are never public."
            )
        }
    if people_shown != PeopleShown.ADULTS:
        return {}
    faults: dict[str, str | Promise] = {}
    today = timezone.localdate()
    if until and until > last_consent_day(today):
        faults["consent_until"] = _(
            "A consent is asked for again after five years at the latest: write an "
            "earlier day."
        )
    if public and not purpose:
        faults["consent_purpose"] = _("Choose what they signed for.")
    if public and until is None:
        faults["consent_until"] = _("Write until which day their consent holds.")
    elif public and until and until < today:
        faults["consent_until"] = _(
            "That consent has ended: ask for a new one, or keep the photo private."
        )
    return faults
