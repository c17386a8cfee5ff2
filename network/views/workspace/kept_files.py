"""The file of a form comes back with it when something else in it was wrong."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from network.services.kept_uploads import forget_upload, keep_upload, kept_upload
from network.views.workspace.doors import StaffRequest

NOT_KEPT = _("Choose the file again: it was not kept.")


class KeptFile:
    """The file of one field: the one that was sent, or the one that waits for it.

    `where` says which form it belongs to: a file waits for that one alone.
    """

    def __init__(self, request: StaffRequest, field: str, where: str) -> None:
        self.request = request
        self.field = field
        self.where = where
        self.word = request.POST.get(f"{field}-kept", "")
        self.name = ""
        self.files: Any = request.FILES.copy()
        held = None
        if request.POST.get(f"{field}-forget"):
            self.let_go()
        if self.word and field not in self.files:
            held = kept_upload(self.word, by=request.user, where=where)
        self.was_held = held is not None
        if held is not None:
            self.files[field] = held

    @property
    def is_lost(self) -> bool:
        """True when one was promised to wait and does not: its time was over, or five
        others came after it."""
        return bool(self.word) and self.field not in self.files

    def keep(self, form: Any, name: str) -> None:
        """Keep it for the next try, unless it is the file itself that was wrong; where
        it cannot be kept, the form says so beside the field of that name."""
        upload, wrong = self.files.get(self.field), name in form.errors
        if not self.was_held or wrong:
            self.let_go()
        if upload is None or wrong:
            return
        self.name = upload.name
        if not self.was_held:
            self.word = keep_upload(upload, by=self.request.user, where=self.where)
        if not self.word:
            form.add_error(name, NOT_KEPT)

    def let_go(self) -> None:
        """It was attached, or another took its place: what waited is needed no more."""
        forget_upload(self.word, by=self.request.user)
        self.word = ""
