"""The policies and plans registered for a municipality: written, published, withdrawn."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.models import Organisation
from network.views.workspace.doors import StaffRequest, posted, staff_only
from network.views.workspace.sheets import Sheet, done
from toolkit import rules
from toolkit.forms.policies import PolicyForm
from toolkit.lines import period_of
from toolkit.models import MunicipalPolicy
from toolkit.services import policies as verbs
from toolkit.views.workspace.asking import Asked, ask_first
from toolkit.views.workspace.doors import address_of, town_of, way_back

MOST = 100


@require_safe
@staff_only
def policies(request: StaffRequest, pk: int) -> HttpResponse:
    """What is registered, and what can be done with each."""
    town, user = town_of(request, pk), request.user
    rows = MunicipalPolicy.objects.filter(owner=town)[:MOST]
    found = []
    for each in rows:
        # It knows whose it is: asking it costs no question.
        each.owner = town
        found.append(
            {
                "policy": each,
                "period": period_of(each),
                "may_edit": rules.may_edit_policy(user, each),
                "may_publish": each.published_at is None
                and rules.may_publish_policy(user, each),
                "may_withdraw": rules.may_withdraw_policy(user, each),
            }
        )
    context = {
        "town": town,
        "policies": found,
        "may_register": rules.may_register_policy(user, town),
    }
    return render(request, "toolkit/workspace/policies.html", context)


def _policy(town: Organisation, key: int) -> MunicipalPolicy:
    policy = get_object_or_404(MunicipalPolicy, owner=town, pk=key)
    policy.owner = town
    return policy


@staff_only
def add_policy(request: StaffRequest, pk: int) -> HttpResponse:
    """Register a policy or plan."""
    town = town_of(request, pk)
    if not rules.may_register_policy(request.user, town):
        raise Http404
    form = PolicyForm(posted(request))
    sheet = _sheet(request, form, town, _("A policy or plan"))
    if request.method == "POST" and form.is_valid():

        def register() -> None:
            values = form.values()
            verbs.register_policy(organisation=town, by=request.user, values=values)

        if sheet.does(register):
            said = _("It was registered. Your association reads it before the public.")
            done(request, said)
            return redirect("toolkit:policies", pk=pk)
    return sheet.drawn()


@staff_only
def policy(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Change what is registered."""
    town = town_of(request, pk)
    kept = _policy(town, key)
    if not rules.may_edit_policy(request.user, kept):
        raise Http404
    form = PolicyForm(posted(request), record=kept)
    sheet = _sheet(request, form, town, str(kept))
    if request.method == "POST" and form.is_valid():

        def save() -> None:
            verbs.save_policy(
                policy=kept,
                by=request.user,
                values=form.values(),
                version=sheet.version_read,
            )

        if sheet.does(save):
            done(request, _("The changes were saved."))
            return redirect("toolkit:policies", pk=pk)
    return sheet.drawn()


def _sheet(
    request: StaffRequest, form: PolicyForm, town: Organisation, title: str
) -> Sheet:
    told = way_back(town, "policies", _("Policies and plans"))
    return Sheet(
        request, form, town, title=title, fields_of={"years": "to_year"}, **told
    )


@staff_only
def policy_act(request: StaffRequest, pk: int, key: int, act: str) -> HttpResponse:
    """Ask, then publish it or take it out of the public."""
    town = town_of(request, pk)
    kept, user = _policy(town, key), request.user
    rule = {
        "publish": rules.may_publish_policy,
        "withdraw": rules.may_withdraw_policy,
    }[act]
    if not rule(user, kept):
        raise Http404
    back = address_of(town, "policies")
    if act == "publish":
        asked = Asked(
            lambda: verbs.publish_policy(policy=kept, by=user),
            _("Publish it in the register"),
            _("Everybody reads its title, its period, its act and its address."),
            _("It stands in the public register."),
            back,
        )
    else:
        asked = Asked(
            lambda: verbs.withdraw_policy(policy=kept, by=user),
            _("Take it out of the register"),
            _("The public no longer reads it. It can be published again."),
            _("It was taken out of the public register."),
            back,
        )
    return ask_first(request, kept, asked)
