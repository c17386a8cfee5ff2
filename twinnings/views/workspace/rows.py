"""The parts of an exchange that are rows: agenda, delegation, what was visited."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from network.services.refusals import Doubtful, Refused, Stale
from network.views.workspace.doors import StaffRequest, number_in, posted
from twinnings.forms.rows import AgendaSet, DelegationSet, PlacesSet
from twinnings.models import Exchange, Party
from twinnings.services.exchanges import save_exchange
from twinnings.views.workspace.doors import address_of
from twinnings.views.workspace.drawn import done

# Section: the relation, its forms, and what a row is called.
ROWS: dict[str, tuple[str, Any]] = {
    "agenda": ("agenda", AgendaSet),
    "delegation": ("delegation", DelegationSet),
    "places": ("places_seen", PlacesSet),
}


def rows(
    request: StaffRequest, exchange: Exchange, name: str, title: Any
) -> HttpResponse:
    """The rows of one part; an untouched one is left as others saved it."""
    relation, make = ROWS[name]
    formset = make(
        posted(request),
        initial=[make.form.opened(e) for e in getattr(exchange, relation).all()],
        form_kwargs=_kwargs(exchange, name),
        prefix="rows",
    )
    told: dict[str, Any] = {"status": 200, "version": exchange.version}
    if formset.is_bound:
        told = {"status": 422, "version": number_in(request.POST.get("version", ""))}
        if formset.is_valid() and _saved(request, exchange, relation, formset, told):
            done(request, _("The section was saved."))
            return redirect("twinnings:exchange", pk=exchange.pk)
    status = told.pop("status")
    context = {
        "record": exchange,
        "title": title,
        "name": name,
        "formset": formset,
        "formsets": [formset],
        "back": address_of(exchange),
        **told,
    }
    return render(request, "twinnings/workspace/rows.html", context, status=status)


def _saved(
    request: StaffRequest,
    exchange: Exchange,
    relation: str,
    formset: Any,
    told: dict[str, Any],
) -> bool:
    """Whether they were saved; else `told` says why not."""
    try:
        save_exchange(
            exchange=exchange,
            by=request.user,
            version=told["version"],
            values={},
            rows={relation: formset.rows()},
            sure=request.POST.getlist("sure"),
        )
    except Stale as stale:
        told["said"] = _(
            "Somebody else saved it meanwhile. What you wrote is below: look at what "
            "they saved in another window, and save again what should stay."
        )
        told["version"], told["status"] = stale.record.version, 409
        return False
    except Doubtful as doubtful:
        told["doubts"] = doubtful.doubts
        return False
    except Refused as refusal:
        told["said"] = str(refusal)
        return False
    return True


def _kwargs(exchange: Exchange, name: str) -> dict[str, Any]:
    if name != "delegation":
        return {}
    parties = Party.objects.filter(twinning=exchange.twinning_id)
    return {"parties": parties.select_related("place", "organisation")}
