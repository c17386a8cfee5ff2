"""How a private file is handed out, and the trail told of it."""

from typing import Any

from django.http import FileResponse, Http404

from network.choices import Act
from network.services import audit
from network.views.workspace.doors import StaffRequest


def handed(request: StaffRequest, stored: Any, kind: str, piece: Any) -> FileResponse:
    """A private document, told to the trail."""
    if not stored:
        raise Http404
    try:
        opened = stored.open("rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    audit.record(Act.FILE_DOWNLOADED, by=request.user, of=piece)
    response = FileResponse(opened, as_attachment=True, content_type=kind)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
