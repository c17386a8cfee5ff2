"""The page of a consultation: no account, nothing of who answers, kept by no cache.

Its title, its address and its cookie say nothing to whoever looks at the telephone.
"""

import secrets
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from municipio_seguro.forms.opinion import OpinionForm, VoiceForm
from municipio_seguro.messages import say
from municipio_seguro.models import Consultation
from municipio_seguro.services.voices import answer_consultation
from network.knocks import too_often
from network.services.refusals import Refused

COOKIE = "page"
SALT = "municipio_seguro.opinion"
# Longer than the longest consultation.
KEPT_SECONDS = 90 * 24 * 60 * 60
SENT = "sent"
TOLD = "municipio_seguro/consultation/told.html"


# Another site's form brings no cookie of ours, and without it nothing is kept: no token
# is needed, and a page that stays open for days is still accepted.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def opinion(request: HttpRequest, key: str) -> HttpResponse:
    """Who answers, then the questions of that voice; or why nobody answers now."""
    rows = Consultation.objects.reachable().select_related(
        "assessment__municipality", "assessment__instrument"
    )
    running = rows.filter(key=key).first()
    if running is None:
        if too_often(request, "opinion-unknown", settings.LINKS_TRIED_AN_HOUR):
            return _too_many(request)
        raise Http404
    if request.GET.get(SENT) == "1" and request.method != "POST":
        return _told(request, running, "sent")
    if not running.is_open:
        return _told(request, running, _why_not(running))
    if request.method == "POST":
        return _posted(request, running)
    return _with_cookie(request, _first(request, running, VoiceForm()))


def _too_many(request: HttpRequest) -> HttpResponse:
    often = _(
        "Many addresses that open nothing were tried from your connection. Try again in an hour."
    )
    return render(request, TOLD, {"state": "often", "message": often}, status=429)


def _posted(request: HttpRequest, running: Consultation) -> HttpResponse:
    who = VoiceForm(request.POST)
    if not who.is_valid():
        return _first(request, running, who, status=422)
    if not who.is_adult:
        message = say("G-E21", contact=running.contact)
        return _told(request, running, "young", message=message)
    voice = who.cleaned_data["voice"]
    again = "answers" in request.POST
    form = OpinionForm(
        request.POST if again else None,
        instrument=running.assessment.instrument.instrument,
        said_by=voice,
        language=get_language(),
        initial={"voice": voice, "adult": who.cleaned_data["adult"]},
    )
    status = 200
    if again:
        status = _kept(request, running, form, voice)
        if status == 302:
            return redirect(f"{request.path}?{SENT}=1")
    return _questions(request, running, form, status)


def _kept(
    request: HttpRequest, running: Consultation, form: OpinionForm, voice: str
) -> int:
    """Keep it: 302 when that is done, else the status with which it comes back."""
    if not form.is_valid():
        return 422
    if too_often(request, "opinion", settings.OPINIONS_AN_HOUR):
        form.add_error(
            None, _("Many answers came from your connection. Try again in an hour.")
        )
        return 429
    try:
        answer_consultation(
            consultation=running,
            voice=voice,
            answers=form.levels,
            text=form.cleaned_data["text"],
            device=_device(request),
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return 422
    return 302


def _device(request: HttpRequest) -> str:
    """What the browser was given; nothing when it kept none or somebody made it up."""
    found = request.get_signed_cookie(COOKIE, "", salt=SALT, max_age=KEPT_SECONDS)
    return str(found)


def _with_cookie(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Give the browser something to be known by, of which nothing is written down."""
    if not _device(request):
        response.set_signed_cookie(
            COOKIE,
            secrets.token_urlsafe(16),
            salt=SALT,
            max_age=KEPT_SECONDS,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


def _why_not(running: Consultation) -> str:
    early = running.closed_at is None and timezone.localdate() < running.opens_on
    return "early" if early else "closed"


def _first(
    request: HttpRequest, running: Consultation, form: VoiceForm, status: int = 200
) -> HttpResponse:
    context = {**_about(running), "form": form}
    return render(
        request, "municipio_seguro/consultation/first.html", context, status=status
    )


def _questions(
    request: HttpRequest, running: Consultation, form: OpinionForm, status: int
) -> HttpResponse:
    context = {**_about(running), "form": form}
    return render(
        request, "municipio_seguro/consultation/questions.html", context, status=status
    )


def _told(
    request: HttpRequest, running: Consultation, state: str, message: str = ""
) -> HttpResponse:
    """One sentence; and whatever was typed too late, to be copied."""
    posted = request.method == "POST"
    context = {
        **_about(running),
        "state": state,
        "message": message or _sentence(running, state),
        "typed": request.POST.get("text", "").strip() if posted else "",
    }
    return render(request, TOLD, context, status=422 if posted else 200)


def _sentence(running: Consultation, state: str) -> str:
    if state == "early":
        return say("G-E19 early", date=running.opens_on)
    if state == "closed":
        return say("G-E19", date=running.closes_on)
    return ""


def _about(running: Consultation) -> dict[str, Any]:
    return {"running": running, "municipality": running.assessment.municipality}
