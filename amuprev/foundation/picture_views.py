"""The only door to the editors' pictures: each reading asks whether they may be shown."""

from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from amuprev.foundation.picture_models import PictureRendition

TYPES = {
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".gif": "image/gif",
}
EDITORS = "wagtailadmin.access_admin"


@require_safe
def picture(request: HttpRequest, name: str) -> FileResponse:
    """A copy of a picture, for everyone while it may be shown, else for editors."""
    copies = PictureRendition.objects.select_related("image")
    copy = copies.filter(file=f"images/{name}").first()
    kind = TYPES.get(Path(name).suffix)
    if copy is None or kind is None:
        raise Http404
    showable = copy.image.showable
    if not showable and not request.user.has_perm(EDITORS):
        raise Http404
    try:
        opened = copy.file.open("rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = FileResponse(opened, content_type=kind, filename=name)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    # Hiding must work everywhere within a minute.
    response["Cache-Control"] = "public, max-age=60" if showable else "no-store"
    return response
