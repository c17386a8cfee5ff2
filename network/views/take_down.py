"""«Pedir que se retire»: a public form at an address of its own, never kept by caches."""

from django.conf import settings
from django.core import signing
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from amuprev.foundation.addresses import language_in_use
from network.forms.takedowns import TakeDownForm
from network.knocks import too_often
from network.models import TakeDown
from network.services.refusals import Refused
from network.services.takedowns import ask_take_down, thing_of

SALT = "network.take-down"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def take_down(request: HttpRequest) -> HttpResponse:
    """What, why and, if they like, where to answer; says what happens next."""
    named = request.GET.get("of", "")[:200]
    sent = request.POST if request.method == "POST" else None
    form = TakeDownForm(sent, initial={"of": named})
    status = 200
    if request.method == "POST":
        if form.is_valid() and (answer := _ask(request, form)):
            return answer
        status = 429 if form.has_error(NON_FIELD_ERRORS, "often") else 422
    elif named and form.thing is None:
        status = 404
    context = {
        "form": form,
        "thing": form.thing,
        "missing": bool(named) and form.thing is None,
    }
    return render(request, "network/take_down/ask.html", context, status=status)


@never_cache
@require_safe
def take_down_thanks(request: HttpRequest, token: str) -> HttpResponse:
    """The number of a request and what happens next; whoever has the address reads it."""
    try:
        number = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        raise Http404
    if not isinstance(number, int):
        raise Http404
    found = TakeDown.objects.filter(pk=number, asked_at__isnull=False).first()
    if found is None:
        raise Http404
    context = {"request_made": found, "thing": thing_of(found)}
    return render(request, "network/take_down/thanks.html", context)


def _ask(request: HttpRequest, form: TakeDownForm) -> HttpResponse | None:
    """Keep the request and go on to its number; nothing when it was refused."""
    values = form.cleaned_data
    if form.thing is None:
        return None
    if too_often(request, "take-down", settings.TAKE_DOWNS_AN_HOUR):
        often = _("Many requests came from your connection. Try again in an hour.")
        form.add_error(None, ValidationError(often, "often"))
        return None
    try:
        made = ask_take_down(
            thing=form.thing,
            why=values["why"],
            words=values["words"],
            email=values["email"],
            language=language_in_use(),
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
    return redirect("take_down_thanks", token=signing.dumps(made.pk, salt=SALT))
