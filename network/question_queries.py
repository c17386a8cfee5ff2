"""Questions of readers: adjectives over what the database already knows."""

import datetime
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from network.choices import QuestionState
from network.standing import REVIEWERS

if TYPE_CHECKING:
    from network.models import User


class QuestionQuerySet(models.QuerySet):
    """What readers asked."""

    def answerable_by(self, user: "User") -> Self:
        """Those of the associations the person answers for; all for the secretariat."""
        if user.standing.secretariat:
            return self
        return self.filter(association_id__in=user.standing.holding(REVIEWERS))

    def waiting(self) -> Self:
        """Nobody has answered them or put them aside."""
        return self.filter(state=QuestionState.WAITING)

    def overdue(self) -> Self:
        """Waiting for longer than the network's patience."""
        days = datetime.timedelta(days=settings.QUESTION_PATIENCE_DAYS)
        return self.waiting().filter(asked_at__lte=timezone.now() - days)

    def public_about(self, kind: str, key: str) -> Self:
        """What was published about something, the newest first."""
        rows = self.filter(kind=kind, key=key, public=True)
        return rows.select_related("association").order_by("-published_at", "-pk")
