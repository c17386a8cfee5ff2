"""What came with the portal, and in whose hands it is now."""

from typing import Any

from django.db import models

from network.rules import OPEN_STATES


class Recorded(models.Model):
    """A record of what was done before the portal, or any other one."""

    class Meta:
        abstract = True

    @property
    def is_in_hands_of_network(self) -> bool:
        """True for what came with the portal, and for a corrected version of it; what
        somebody else took in hand only once they sent it."""
        row: Any = self
        original = row.corrects
        if not (row.content_key or (original and original.content_key)):
            return False
        if row.review_state not in OPEN_STATES:
            return True
        rows: Any = type(self)._default_manager
        return bool(rows.filter(pk=self.pk).taken_by_network().exists())
