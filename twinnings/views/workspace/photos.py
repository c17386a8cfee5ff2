"""The photos and documents of an exchange: attach, see, remove, bring back."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from network.forms.pieces import PhotoForm
from network.services.refusals import Refused
from network.services.trash import trash_days
from network.views.workspace.doors import StaffRequest, staff_only, tell
from network.views.workspace.handing import handed
from network.views.workspace.kept_files import KeptFile
from twinnings import rules
from twinnings.forms.files import DocumentForm
from twinnings.models import Exchange
from twinnings.services import files as verbs
from twinnings.services.covering import uncover_photo
from twinnings.views.workspace.doors import address_of, inside, own
from twinnings.views.workspace.drawn import done

KINDS: dict[str, tuple[str, Any, Callable]] = {
    "photo": (
        "photos",
        PhotoForm,
        lambda exchange, **given: verbs.attach_photo(exchange=exchange, **given),
    ),
    "document": (
        "documents",
        DocumentForm,
        lambda exchange, **given: verbs.attach_document(record=exchange, **given),
    ),
}


def photos(request: StaffRequest, exchange: Exchange, title: Any) -> HttpResponse:
    """Both forms, what is attached, and what was removed and can come back."""
    sent = request.POST.get("what", "") if request.method == "POST" else ""
    both = request.method == "POST" and sent not in KINDS
    made = {
        kind: _bound(form, request, both or sent == kind)
        for kind, (_name, form, _verb) in KINDS.items()
    }
    if sent in KINDS:
        form = made[sent]
        if form.is_valid() and _attached(request, exchange, form, KINDS[sent][2]):
            form.kept.let_go()
            return redirect(request.path)
        form.kept.keep(form, "file")
    pieces: list[Any] = [*exchange.photos.all(), *exchange.documents.all()]
    removed = [each for each in pieces if each.removed_at]
    for each in removed:
        each.until = each.removed_at + trash_days()
        each.kind_of = "photo" if hasattr(each, "alt_text_es") else "document"
    context = {
        "record": exchange,
        "title": title,
        "back": address_of(exchange),
        "form": made["document" if sent == "document" else "photo"],
        **made,
        "photos": exchange.photos.filter(removed_at=None),
        "documents": exchange.documents.filter(removed_at=None),
        "removed": removed,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "twinnings/workspace/photos.html", context, status=status)


def _bound(form: Any, request: StaffRequest, is_sent: bool) -> Any:
    prefix = form.__name__.lower()
    if not is_sent:
        return form(prefix=prefix)
    kept = KeptFile(request, f"{prefix}-file", request.path)
    bound = form(request.POST, kept.files, prefix=prefix)
    bound.kept = kept
    return bound


def _attached(
    request: StaffRequest, exchange: Exchange, form: Any, verb: Callable
) -> bool:
    try:
        verb(
            exchange,
            by=request.user,
            upload=form.cleaned_data["file"],
            values=form.values(),
        )
    except ValidationError as problem:
        form.add_error("file", problem)
    except Refused as refusal:
        form.add_error(None, str(refusal))
    else:
        done(request, _("It was attached."))
        return True
    return False


# What is done with a piece after asking: its verb, its question, what follows.
ACTS: dict[str, tuple[Callable, Any, Any, Any]] = {
    "uncover": (
        uncover_photo,
        gettext_lazy("Have the photo back as it was"),
        gettext_lazy(
            "It stands as it was before it was cut or covered, and is private until you "
            "say who can be recognised."
        ),
        gettext_lazy("The photo is back as it was. Say who can be recognised in it."),
    ),
    "remove": (
        verbs.remove_file,
        gettext_lazy("Remove this file"),
        gettext_lazy(
            "It leaves the record. You can bring it back for 30 days from the same page; "
            "then it is deleted for good."
        ),
        gettext_lazy("The file was removed. You can bring it back for 30 days."),
    ),
    "restore": (
        verbs.restore_file,
        gettext_lazy("Bring this file back"),
        gettext_lazy("It stands in the record again, as it was."),
        gettext_lazy("The file is back."),
    ),
}


@staff_only
def piece_act(
    request: StaffRequest, pk: int, kind: str, key: str, act: str
) -> HttpResponse:
    """Ask, then take a photo or document out, or put it back."""
    exchange = own(Exchange, request, pk)
    if not rules.may_edit(request.user, exchange):
        raise PermissionDenied
    there = redirect("twinnings:exchange_section", pk=pk, name="photos")
    if act == "uncover" and kind != "photo":
        raise Http404
    return asked_of_piece(request, _piece(exchange, kind, key), act, there)


def asked_of_piece(
    request: StaffRequest, piece: Any, act: str, there: Any
) -> HttpResponse:
    """Ask, then do it with a photo or document, and go back there."""
    verb, title, consequence, said = ACTS[act]
    if request.method != "POST":
        context = {
            "record": piece,
            "title": title,
            "consequence": consequence,
            "back": there.url,
        }
        return render(request, "twinnings/workspace/confirm.html", context)
    try:
        verb(piece=piece, by=request.user)
    except Refused as refusal:
        tell(request, refusal)
    else:
        done(request, said)
    return there


@require_safe
@staff_only
def piece_file(
    request: StaffRequest, pk: int, kind: str, key: str
) -> FileResponse | HttpResponse:
    """A private photo or document, for its own people and whoever reviews it."""
    exchange = inside(Exchange, request, pk)
    piece = _piece(exchange, kind, key)
    if kind == "document":
        return handed(request, piece.file, piece.content_type, piece)
    try:
        opened = piece.file.open("rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = FileResponse(opened, content_type=piece.content_type)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _piece(exchange: Exchange, kind: str, key: str) -> Any:
    rows: Any = getattr(exchange, KINDS[kind][0])
    return get_object_or_404(rows.select_related("exchange"), uuid=key)
