"""Who changes a piece of news: it belongs to its association, not to its writer."""

from typing import Any

from wagtail.models import PagePermissionTester

from network.models import User


def sees_all(user: Any) -> bool:
    """True for whoever edits the pages of the whole network."""
    return bool(user.is_superuser or (isinstance(user, User) and user.standing.editor))


class NewsPermissions(PagePermissionTester):
    """Authors change the news of their association, whichever of them began it.

    Wagtail would let whoever began a page change it for ever, also after they left,
    and nobody else of the association.
    """

    @property
    def is_theirs(self) -> bool:
        """True for editors, and for authors of the association that tells it."""
        if sees_all(self.user):
            return True
        standing: Any = getattr(self.user, "standing", None)
        return bool(standing) and self.page.author_id in standing.writes_for

    def can_edit(self) -> bool:
        """By its authors while they are, and as Wagtail says by editors."""
        if sees_all(self.user):
            return bool(super().can_edit())
        return self.user.is_active and self.is_theirs and "add" in self.permissions

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """As Wagtail says, of what is theirs."""
        return self.is_theirs and bool(super().can_delete(ignore_bulk))
