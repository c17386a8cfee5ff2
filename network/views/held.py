"""Signing in where one was: a form that arrived without a session waits and goes on."""

from collections.abc import Iterator
from typing import Any, cast
from urllib.parse import urlencode

from allauth.account.views import LoginView
from django.core.files.uploadedfile import UploadedFile
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from amuprev.foundation.templatetags.form_marks import MARK
from network import typist
from network.forms.account import InPlaceForm
from network.models import HeldPost, User
from network.services import held_posts
from network.services.refusals import Refused

# The rooms of the workspace, by the names of their addresses.
WORKSPACE = frozenset({"network", "workspace", "experiences", "films"})
KEPT_APPS = WORKSPACE | {"admin"}
EDITORS_DOOR = "/cms/"
NEVER_KEPT = frozenset({"network:held_post", "admin:login", "admin:logout"})
HELD = "_held"
TECHNICAL = frozenset({"csrfmiddlewaretoken", HELD})
# What a page answers when the form cannot be delivered there any more.
GONE = frozenset({403, 404, 410})
SESSION_OVER, STALE = 401, 403
# HTTP wants a 401 to say how one signs in; browsers show the page and ask nothing.
CHALLENGE = 'Cookie realm="AMUPREV"'
# What is shown again as text: words that somebody wrote, not codes.
SHORTEST_TEXT = 20


def is_kept(request: HttpRequest) -> bool:
    """True for a form of the workspace or of an administration, without a password."""
    match = request.resolver_match
    if request.method != "POST" or match is None or match.view_name in NEVER_KEPT:
        return False
    if not (KEPT_APPS & set(match.app_names) or request.path.startswith(EDITORS_DOOR)):
        return False
    if not (wants_page(request) or (wants_json(request) and is_workspace(request))):
        return False
    return not any("password" in name.lower() for name in request.POST)


def is_workspace(request: HttpRequest) -> bool:
    """True where our own scripts send what somebody types."""
    match = request.resolver_match
    return match is not None and bool(WORKSPACE & set(match.app_names))


def wants_page(request: HttpRequest) -> bool:
    """True for what a person sent by pressing a button."""
    return "text/html" in request.headers.get("Accept", "text/html")


def wants_json(request: HttpRequest) -> bool:
    """True for what a script sent by itself: its text stays in the page."""
    return request.headers.get("Accept", "").startswith("application/json")


def session_over(request: HttpRequest) -> HttpResponse | None:
    """The answer to a form without a session; None leaves it to the view's own door."""
    if wants_json(request):
        told = {
            "message": _("Your session ended. What you wrote is still on this page."),
            "sign_in": reverse("account_login"),
            "words": _("Sign in in another tab, then come back here"),
        }
        return JsonResponse(told, status=SESSION_OVER)
    person = typist.person_of_form(request)
    return _kept_for(request, person) if person else None


def stale(request: HttpRequest) -> HttpResponse | None:
    """The answer to a form of an earlier sign-in; None when it is not known whose."""
    if not (_is_from_own_page(request) and is_kept(request)):
        return None
    person = typist.person_of_form(request)
    if person is None:
        return None
    if not wants_json(request):
        return _kept_for(request, person)
    if request.user != person:
        return session_over(request)
    # Their own page, open over a new sign-in: the script goes on with a fresh token.
    return JsonResponse({"message": "", "token": get_token(request)}, status=STALE)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def held_post(request: HttpRequest, key: str) -> HttpResponseBase:
    """A form that waits: its writer signs in here, sends it on or sets it aside."""
    post = HeldPost.objects.waiting().select_related("person").filter(pk=key).first()
    if not request.user.is_authenticated:
        if post is None or not typist.is_here(request, post.person):
            here = urlencode({"next": request.path})
            return redirect(f"{reverse('account_login')}?{here}")
        return InPlaceSignIn.as_view()(request, held=post)
    if post is None or post.person != request.user:
        raise Http404
    if request.method == "POST":
        held_posts.set_aside(post=post, away=request.POST.get("action") == "aside")
        return redirect("network:held_post", key=post.pk)
    return _confirm(request, post)


def bring_files(request: HttpRequest) -> HeldPost | None:
    """The held post that this form sends on; its files are put back into the request."""
    post = _named_post(request, cast(User, request.user))
    for each in post.files.all() if post else ():
        upload = UploadedFile(
            file=each.file.open("rb"),
            name=each.name,
            content_type=each.content_type,
            size=each.size,
        )
        request.FILES.appendlist(each.field, upload)
    return post


def after_sending(
    request: HttpRequest, response: HttpResponse, post: HeldPost
) -> HttpResponse:
    """Let go of what went through; show what can no longer be delivered there."""
    if response.status_code in GONE:
        page = "network/held/undeliverable.html"
        status = response.status_code
        return render(request, page, _about(post, shortest=1), status=status)
    if response.status_code < 400 or response.status_code == 422:
        held_posts.mark_sent(post=post, by=cast(User, request.user))
    return response


class InPlaceSignIn(LoginView):
    """The ordinary sign-in for one known person, with its limits and second step."""

    template_name = "network/held/sign_in.html"
    http_method_names = ["get", "head", "post"]

    @property
    def held(self) -> HeldPost:
        return cast(HeldPost, self.kwargs["held"])

    def get_form_class(self) -> type[BaseForm]:
        return InPlaceForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "person": self.held.person}

    def get_initial(self) -> dict[str, Any]:
        return {"shared": typist.was_shared(self.request, self.held.person)}

    def get_success_url(self) -> str:
        return reverse("network:held_post", args=[self.held.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), **_about(self.held)}


def _kept_for(request: HttpRequest, person: User) -> HttpResponse:
    """Keep the form, and say to whoever is here what happens next."""
    try:
        post = _named_post(request, person) or _hold(request, person)
    except (Refused, OSError):
        words = {"texts": list(_texts(_pairs(request.POST), 1))}
        return render(request, "network/held/not_kept.html", words, status=STALE)
    if request.user == person:
        return _confirm(request, post, status=STALE)
    if request.user.is_authenticated:
        return render(request, "network/held/of_another.html", status=STALE)
    shared = typist.was_shared(request, person)
    form = InPlaceForm(request=request, person=person, initial={"shared": shared})
    context = {**_about(post), "form": form}
    page = "network/held/sign_in.html"
    response = render(request, page, context, status=SESSION_OVER)
    response["WWW-Authenticate"] = CHALLENGE
    return response


def _hold(request: HttpRequest, person: User) -> HeldPost:
    fields = request.POST.copy()
    for name in filter(_is_technical, request.POST):
        fields.pop(name)
    uploads = [
        (field, upload) for field, each in request.FILES.lists() for upload in each
    ]
    return held_posts.hold(
        person=person, path=request.get_full_path(), fields=fields, uploads=uploads
    )


def _named_post(request: HttpRequest, person: User) -> HeldPost | None:
    """The held post that a form names, if it is this person's and of this address."""
    key = request.POST.get(HELD, "")
    path = request.get_full_path()
    waiting = HeldPost.objects.waiting().filter(person=person, path=path)
    # Compared as text: anything may stand in the field.
    return (
        next((post for post in waiting if str(post.pk) == key), None) if key else None
    )


def _confirm(request: HttpRequest, post: HeldPost, status: int = 200) -> HttpResponse:
    return render(request, "network/held/confirm.html", _about(post), status=status)


def as_typed(fields: QueryDict) -> dict[str, Any]:
    """The fields of a form as they came, and the texts that somebody wrote in it."""
    pairs = _pairs(fields)
    return {"pairs": pairs, "texts": list(_texts(pairs, SHORTEST_TEXT))}


def _about(post: HeldPost, shortest: int = SHORTEST_TEXT) -> dict[str, Any]:
    pairs = _pairs(QueryDict(post.fields))
    return {
        "post": post,
        "person": post.person,
        "pairs": pairs,
        "texts": list(_texts(pairs, shortest)),
        "files": list(post.files.all()),
        "field_of_key": HELD,
    }


def _pairs(fields: QueryDict) -> list[tuple[str, str]]:
    return [
        (name, str(value))
        for name, each in fields.lists()
        for value in each
        if not _is_technical(name)
    ]


def _is_technical(name: str) -> bool:
    """Told by the page, not by whoever filled it in, and told anew by the next one."""
    return name in TECHNICAL or name.startswith(MARK)


def _texts(pairs: list[tuple[str, str]], shortest: int) -> Iterator[str]:
    """What somebody wrote, each text once."""
    seen = set()
    for _name, value in pairs:
        words = value.strip()
        if len(words) >= shortest and " " in words and words not in seen:
            seen.add(words)
            yield words


def _is_from_own_page(request: HttpRequest) -> bool:
    """True when the browser says that one of our pages sent the form."""
    own = f"{request.scheme}://{request.get_host()}"
    sender = request.headers.get("Origin") or request.headers.get("Referer", "")
    return sender == own or sender.startswith(f"{own}/")
