"""The file of a form comes back with it when something else in it was wrong."""

from typing import Any

from experiences.services.kept_uploads import forget_upload, keep_upload, kept_upload
from network.views.workspace.doors import StaffRequest


def bound_with_file(make: Any, request: StaffRequest) -> Any:
    """The form that was sent, with the file it brings or the one that waits for it."""
    prefix = make.__name__.lower()
    word = request.POST.get(f"{prefix}-kept", "")
    files: Any = request.FILES.copy()
    held = None
    if word and f"{prefix}-file" not in files:
        held = kept_upload(word, by=request.user, where=request.path)
    if held is not None:
        files[f"{prefix}-file"] = held
    form = make(request.POST, files, prefix=prefix)
    form.word, form.was_held = word, held is not None
    return form


def keep_file(form: Any, request: StaffRequest) -> None:
    """Keep the file for the next try, unless it is the file that was wrong."""
    upload = form.files.get(f"{form.prefix}-file")
    wrong = "file" in form.errors
    if not form.was_held or wrong:
        forget_upload(form.word, by=request.user)
    if upload is None or wrong:
        return
    form.kept_name = upload.name
    form.kept_word = (
        form.word
        if form.was_held
        else keep_upload(upload, by=request.user, where=request.path)
    )


def let_go(form: Any, request: StaffRequest) -> None:
    """It was attached: the one that waited is needed no more."""
    forget_upload(form.word, by=request.user)
