"""The forms with which something is uploaded to a film, and the files that wait for them."""

from typing import Any

from django.forms import Form
from django.utils.translation import gettext as _

from experiences.forms import films as forms
from experiences.models import Film
from network.views.workspace.doors import StaffRequest
from network.views.workspace.kept_files import KeptFile

# The form of each upload, and which of its fields is the file.
FORMS: dict[str, tuple[type[Form], str]] = {
    "file": (forms.FilmFileForm, "film"),
    "still": (forms.StillForm, "still"),
    "track": (forms.TrackForm, "track"),
}


def place_of(row: Film, what: str) -> str:
    """For what a file waits: a film and its corrections are one place, so that it
    outlives the one to which it was sent."""
    return f"film {row.corrects_id or row.pk} {what}"


def upload_forms(request: StaffRequest, row: Film, *, open_now: bool) -> dict[str, Any]:
    """The empty forms; where the film can be written, with what waits for them."""
    found: dict[str, Any] = {}
    for what, (made, field) in FORMS.items():
        form: Any = made()
        if open_now:
            form.kept = KeptFile.waiting(request, field, place_of(row, what))
        found[f"{what}_form"] = form
    return found


def waits_for_it(kept: KeptFile) -> list[str]:
    """What the script says of a file that came too late for one version of a film."""
    if not (kept.word and kept.name):
        return []
    return [
        _("«%(name)s» is kept until tomorrow: it waits in the new correction.")
        % {"name": kept.name}
    ]
