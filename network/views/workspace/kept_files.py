"""The file of a form comes back with it when something else in it was wrong."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from network.services.kept_uploads import (
    MOST_BYTES,
    MOST_WAITING,
    forget_upload,
    keep_upload,
    kept_upload,
)
from network.views.workspace.doors import StaffRequest

# In the session: the place of each file that waits, so that its page finds it again.
PLACES = "kept-uploads"
NOT_KEPT = _("Choose the file again: it was not kept.")


class KeptFile:
    """The file of one field: the one that was sent, or the one that waits for it.

    `where` says which form it belongs to: a file waits for that one alone. One larger
    than `most` does not wait.
    """

    def __init__(
        self, request: StaffRequest, field: str, where: str, most: int = MOST_BYTES
    ) -> None:
        self.request = request
        self.most = most
        self.field = field
        self.where = where
        self.word = request.POST.get(f"{field}-kept", "")
        self.name = ""
        self.was_held = False
        self.files: Any = request.FILES.copy()
        held = None
        if request.POST.get(f"{field}-forget"):
            self.let_go()
        if self.word and field not in self.files:
            held = kept_upload(self.word, by=request.user, where=where)
        self.was_held = held is not None
        if held is not None:
            self.files[field] = held

    @classmethod
    def waiting(cls, request: StaffRequest, field: str, where: str) -> "KeptFile":
        """For a page that is only opened: what waits for its form, if anything does."""
        found = cls(request, field, where)
        word = request.session.get(PLACES, {}).get(where, "")
        held = kept_upload(word, by=request.user, where=where) if word else None
        if held is not None:
            found.word, found.name = word, held.name or ""
            held.close()
        return found

    @property
    def is_lost(self) -> bool:
        """True when one was promised to wait and does not: its time was over, or five
        others came after it."""
        return bool(self.word) and self.field not in self.files

    def keep(self, form: Any, name: str) -> None:
        """Keep it for the next try, unless it is the file itself that was wrong; where
        it cannot be kept, the form says so beside the field of that name."""
        upload, wrong = self.files.get(self.field), name in form.errors
        if self.was_held:
            upload.close()
        if not self.was_held or wrong:
            self.let_go()
        if upload is None or wrong:
            return
        self.name = upload.name
        if not self.was_held:
            self.word = keep_upload(
                upload, by=self.request.user, where=self.where, most=self.most
            )
        if self.word:
            self._note(self.word)
        else:
            form.add_error(name, NOT_KEPT)

    def let_go(self) -> None:
        """It was attached, or another took its place: what waited is needed no more."""
        if self.was_held:
            self.files[self.field].close()
        forget_upload(self.word, by=self.request.user)
        self.word = ""
        self._note("")

    def _note(self, word: str) -> None:
        places = dict(self.request.session.get(PLACES, {}))
        if places.get(self.where, "") == word:
            return
        places.pop(self.where, None)
        if word:
            places[self.where] = word
        newest = list(places.items())[-MOST_WAITING:]
        self.request.session[PLACES] = dict(newest)
