"""The bulletin by mail: public forms at addresses of their own, never cached."""

from django.conf import settings
from django.core import signing
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from amuprev.foundation.addresses import language_in_use
from amuprev.site import posting, readers
from amuprev.site.forms import BulletinForm
from network.knocks import too_many_for, too_often


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def subscribe(request: HttpRequest) -> HttpResponse:
    """Where to and in which language; the answer never tells who receives it."""
    sent = request.POST if request.method == "POST" else None
    form = BulletinForm(sent, initial={"language": language_in_use()})
    status = 200
    if sent is not None:
        if form.is_valid() and _ask(request, form):
            return redirect("bulletin_asked")
        status = 429 if form.has_error(NON_FIELD_ERRORS, "often") else 422
    return render(request, "site/bulletin_ask.html", {"form": form}, status=status)


@never_cache
@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """To look into the mailbox."""
    return _tell(request, "asked")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the letter: one press confirms; opening it alone does not."""
    reader = _reader(token, posting.CONFIRM)[1]
    if reader is None:
        raise Http404
    if request.method == "POST":
        readers.confirm(reader=reader)
        return _tell(request, "confirmed")
    return _tell(request, "confirm")


# Mail services press it for the reader, with neither session nor page (RFC 8058);
# the signed link is the proof.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """The link of every mail: one press erases the address."""
    key, reader = _reader(token, posting.LEAVE)
    if request.method == "POST":
        readers.leave(key=key)
        return _tell(request, "left")
    return _tell(request, "leave" if reader else "left")


def _reader(token: str, door: str) -> tuple:
    try:
        return readers.reader_of(token, door)
    except (signing.BadSignature, ValueError, TypeError):
        raise Http404 from None


def _tell(request: HttpRequest, what: str) -> HttpResponse:
    return render(request, "site/bulletin_step.html", {"step": what})


def _ask(request: HttpRequest, form: BulletinForm) -> bool:
    email, language = form.cleaned_data["email"], form.cleaned_data["language"]
    if too_often(request, "bulletin", settings.BULLETINS_ASKED_AN_HOUR):
        often = _("Many messages were sent. Try again in an hour.")
        form.add_error(None, ValidationError(often, "often"))
        return False
    # Nobody's mailbox is filled; whoever asks is told the same.
    if not too_many_for("bulletin", email, settings.BULLETIN_LETTERS_AN_HOUR):
        readers.ask_for_bulletin(email=email, language=language)
    return True
