"""What twinnings and exchanges have in common: written, reviewed, thrown away, sourced."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.choices import DatePrecision, ReviewState
from network.models import Organisation
from network.models.dated import Sourced
from network.models.review import Reviewed
from network.models.written import Written

# What was sent, or stood in public once, is not thrown away.
DISCARDABLE = (ReviewState.DRAFT, ReviewState.RETURNED)


def somebody(label: Any) -> models.ForeignKey:
    """Whoever did something; the record stays when their account goes."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label,
    )


def state_words(state: str) -> str:
    """A state in words: twinnings and exchanges are masculine in Spanish."""
    words = {
        ReviewState.DRAFT: _("Draft"),
        ReviewState.SUBMITTED: _("In review"),
        ReviewState.RETURNED: pgettext_lazy("twinning", "Returned with comments"),
        ReviewState.APPROVED: pgettext_lazy("twinning", "Approved"),
        ReviewState.WITHDRAWN: pgettext_lazy("twinning", "Withdrawn"),
    }
    return str(words[ReviewState(state)])


class Timed(models.Model):
    """When something was, no more exactly than it is known."""

    started = models.DateField(_("date"), null=True, blank=True)
    ended = models.DateField(_("last day"), null=True, blank=True)
    date_precision = models.CharField(
        _("dates known to the"),
        max_length=5,
        choices=DatePrecision.choices,
        default=DatePrecision.DAY,
    )
    date_uncertain = models.BooleanField(_("the date is uncertain"), default=False)

    class Meta:
        abstract = True


def rightly_dated(own: str) -> models.CheckConstraint:
    """It does not end before it begins."""
    return models.CheckConstraint(
        condition=Q(ended__isnull=True)
        | Q(started__isnull=True)
        | Q(ended__gte=models.F("started")),
        name=f"{own}_ends_after_it_starts",
        violation_error_message=_("The last day cannot be before the first."),
    )


class Record(Sourced, Reviewed, Written, Timed):
    """A record that an organisation writes and its association reads before the world."""

    client_uuid = models.UUIDField(
        _("form identifier"), unique=True, default=uuid.uuid4, editable=False
    )
    owner = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="%(class)ss",
        verbose_name=_("organisation that tells of it"),
    )
    published_at = models.DateTimeField(
        _("first published on"), null=True, blank=True, editable=False
    )
    content_key = models.SlugField(
        _("content key"),
        max_length=80,
        unique=True,
        null=True,
        blank=True,
        editable=False,
    )
    # Taken out of the public to correct it: what is told at its address meanwhile.
    corrected_since = models.DateTimeField(
        _("being corrected since"), null=True, blank=True, editable=False
    )
    discarded_at = models.DateTimeField(
        _("discarded on"), null=True, blank=True, editable=False
    )
    discarded_by = somebody(_("discarded by"))
    writers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        related_name="written_%(class)ss",
        blank=True,
        verbose_name=_("written by"),
    )

    class Meta:
        abstract = True

    @property
    def is_told_by_network(self) -> bool:
        """True for what the network wrote from public sources and nobody changed since:
        its organisation is the one whose side it is on, not the one that tells it."""
        return self.content_key is not None and self.updated_by_id is None

    @property
    def state_name(self) -> str:
        """Where it stands between its writers and the world."""
        return state_words(self.review_state)


def kept_apart(own: str) -> list[models.BaseConstraint]:
    """What the database holds of each: its dates, its trash, and when it was decided."""
    return [
        rightly_dated(own),
        models.CheckConstraint(
            condition=Q(discarded_at__isnull=True)
            | Q(published_at__isnull=True, review_state__in=DISCARDABLE),
            name=f"only_unpublished_{own}s_are_discarded",
        ),
        models.CheckConstraint(
            condition=~Q(review_state=ReviewState.APPROVED)
            | Q(published_at__isnull=False, reviewed_at__isnull=False),
            name=f"approved_{own}_has_its_day",
        ),
    ]


def listed_by(own: str) -> list[models.Index]:
    """What the lists of staff and secretariat are narrowed by."""
    return [
        models.Index(fields=("owner", "id"), name=f"{own}_of_owner"),
        models.Index(fields=("review_state", "id"), name=f"{own}_in_state"),
        models.Index(
            fields=("discarded_at",),
            name=f"{own}_discarded",
            condition=Q(discarded_at__isnull=False),
        ),
    ]
