"""Verbs of an organisation's public page: hide it with all it did, show it again."""

from django.db import transaction
from django.utils.translation import gettext as _

from network import rules
from network.choices import Act, OrganisationKind, PublicKind
from network.models import Organisation, User
from network.services import audit
from network.services.hiding import note_hidden, note_shown
from network.services.listing import keep_in_step
from network.services.refusals import Refused

KINDS = {
    OrganisationKind.MUNICIPALITY: PublicKind.MUNICIPALITY,
    OrganisationKind.ASSOCIATION: PublicKind.ASSOCIATION,
}


@audit.keeps_refusals(Act.TAKEDOWN_HIDDEN, of="organisation")
@transaction.atomic
def hide_organisation(*, organisation: Organisation, by: User) -> Organisation:
    """Take its page and all its activities out of the public's sight."""
    current = _locked(organisation, by)
    if current.shown:
        current.shown = False
        current.save()
        keep_in_step(current, changed=("shown",))
        audit.record(Act.ORGANISATION_SAVED, by=by, of=current, fields=["shown"])
        kind = KINDS[OrganisationKind(current.kind)]
        note_hidden(
            kind=kind, key=current.slug, title=current.name, owner=current, by=by
        )
    return current


@audit.keeps_refusals(Act.ORGANISATION_SAVED, of="organisation")
@transaction.atomic
def show_organisation(*, organisation: Organisation, by: User) -> Organisation:
    """Show its page, and what it did, to the public again."""
    current = _locked(organisation, by)
    if not current.shown:
        current.shown = True
        current.save()
        keep_in_step(current, changed=("shown",))
        audit.record(Act.ORGANISATION_SAVED, by=by, of=current, fields=["shown"])
        note_shown(kind=KINDS[OrganisationKind(current.kind)], key=current.slug)
    return current


def _locked(organisation: Organisation, by: User) -> Organisation:
    # Its key stays: whoever writes a row that names it need not wait.
    rows = Organisation.objects.select_for_update(of=("self",), no_key=True)
    current = rows.get(pk=organisation.pk)
    if current.kind not in KINDS or not rules.may_take_down_of(by, current.pk):
        raise Refused(_("You cannot hide this page."))
    return current
