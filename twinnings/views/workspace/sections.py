"""Writing one part of a twinning: a form, or who takes part."""

from copy import copy
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amuprev.foundation.together import complete, related_to
from network.services.refusals import Refused, Stale
from network.views.workspace.doors import (
    StaffRequest,
    number_in,
    posted,
    staff_only,
)
from twinnings import rules
from twinnings.forms.proposing import PartnersForm
from twinnings.forms.records import AboutForm, AgreementForm, TopicsForm
from twinnings.models import Party, Twinning
from twinnings.services.parties import PartyTold
from twinnings.services.writing import save_twinning
from twinnings.suggesting import suggestions
from twinnings.views.workspace.doors import to_write
from twinnings.views.workspace.drawn import Sheet, closed, done

TITLES = {
    "about": gettext_lazy("The problem and the objective"),
    "topics": gettext_lazy("What it is about"),
    "agreement": gettext_lazy("The agreement, its term and its results"),
    "parties": gettext_lazy("Who takes part"),
}
FORMS: dict[str, Any] = {
    "about": AboutForm,
    "topics": TopicsForm,
    "agreement": AgreementForm,
}


@staff_only
def section(request: StaffRequest, pk: int, name: str) -> HttpResponse:
    """One part of a twinning; what cannot be saved is drawn as it was typed."""
    if name not in TITLES:
        raise Http404
    twinning = to_write(Twinning, request, pk)
    if request.method != "POST" and not rules.may_edit(request.user, twinning):
        return closed(request, twinning)
    if name == "parties":
        return _parties(request, twinning)
    # The form writes on one of its own.
    form = FORMS[name](posted(request), instance=copy(twinning))
    sheet = Sheet(request, form, twinning, title=TITLES[name])
    if request.method == "POST" and form.is_valid() and _saved(sheet, form.values()):
        return redirect("twinnings:twinning", pk=pk)
    return sheet.drawn()


def _saved(sheet: Sheet, values: dict[str, Any], parties: Any = None) -> bool:
    request = sheet.request
    try:
        save_twinning(
            twinning=sheet.record,
            by=request.user,
            version=number_in(request.POST.get("version", "")),
            values=values,
            parties=parties,
            sure=sheet.sure,
        )
    except Stale as stale:
        if parties is None:
            sheet.meanwhile(stale)
        else:
            said = _("Somebody else changed it meanwhile: look at it and save again.")
            sheet.version = stale.record.version
            sheet.form.add_error(None, said)
        return False
    except Refused as refusal:
        sheet.refused(refusal)
        return False
    done(request, _("The section was saved."))
    return True


def _parties(request: StaffRequest, twinning: Twinning) -> HttpResponse:
    """Who takes part beside whoever tells of it; a party that stays keeps its act."""
    parties = related_to(twinning, "parties").select_related("place", "organisation")
    stored = complete(twinning, "themes", parties=parties)["parties"]
    own = [each for each in stored if not is_offered(each, twinning)]
    places = [each.place for each in stored if each not in own and each.place]
    form = PartnersForm(
        posted(request),
        chosen=places,
        suggested=suggestions(twinning.owner, themes=list(twinning.themes.all())),
    )
    sheet = Sheet(request, form, twinning, title=TITLES["parties"], own=own)
    looks = request.POST.get("action") == "look"
    if request.method == "POST" and not looks and form.is_valid():
        told = [as_told(each) for each in own]
        told += [PartyTold(place=place) for place in form.places]
        if _saved(sheet, {}, told):
            return redirect("twinnings:twinning", pk=twinning.pk)
    if looks:
        form.errors.clear()
        sheet.told["looks"] = True
    answer = sheet.drawn("twinnings/workspace/parties.html")
    if looks:
        answer.status_code = 200
    return answer


def is_offered(party: Party, twinning: Twinning) -> bool:
    """True for a place that can be chosen or left out; whoever tells of it stays."""
    is_owner = party.organisation_id == twinning.owner_id
    return party.place_id is not None and not is_owner


def as_told(party: Party, **more: Any) -> PartyTold:
    """A party as it stands, with further columns."""
    return PartyTold(
        place=party.place,
        organisation=party.organisation,
        country=party.country,
        unnamed=party.unnamed,
        more=more,
    )
