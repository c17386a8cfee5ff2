"""«Pregúnteles»: a public form at an address of its own, never kept by caches."""

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from amuprev.foundation.addresses import language_in_use
from network.forms.asking import AskForm
from network.knocks import too_many_for, too_often
from network.services.asking import ask_association
from network.services.refusals import Refused


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """To whom, what and, if they like, where to answer."""
    sent = request.POST if request.method == "POST" else None
    named = {name: request.GET.get(name, "")[:200] for name in ("of", "record")}
    form = AskForm(sent, initial=named)
    status = 200
    if sent is not None:
        if form.is_valid() and _send(request, form):
            return redirect("ask_sent")
        status = 429 if form.has_error(NON_FIELD_ERRORS, "often") else 422
    context = {"form": form, "about": form.about, "thing": form.thing}
    return render(request, "network/ask/ask.html", context, status=status)


@never_cache
@require_safe
def ask_sent(request: HttpRequest) -> HttpResponse:
    """What happens next."""
    return render(request, "network/ask/sent.html")


def _send(request: HttpRequest, form: AskForm) -> bool:
    """Hand it on; false when it was refused."""
    values = form.cleaned_data
    most = settings.QUESTIONS_AN_HOUR
    crowded = settings.QUESTIONS_AN_HOUR_TO_ONE
    if too_often(request, "ask", most) or too_many_for("ask", values["to"], crowded):
        often = _("Many messages were sent. Try again in an hour.")
        form.add_error(None, ValidationError(often, "often"))
        return False
    try:
        ask_association(
            association=form.associations[values["to"]],
            about=form.about,
            words=values["words"],
            email=values["email"],
            language=language_in_use(),
            thing=form.thing,
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
