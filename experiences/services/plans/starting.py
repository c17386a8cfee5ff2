"""Begin a plan from a public experience: «Adaptar en mi municipio»."""

import uuid

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from experiences import plan_rules as rules
from experiences.models import Adaptation, Experience
from experiences.services.plans.taking import first_words_of, kept_of, take_rows
from network.choices import Act
from network.models import Organisation, User
from network.services import audit
from network.services.refusals import Refused


@audit.keeps_refusals(Act.PLAN_STARTED)
@transaction.atomic
def start_plan(
    *, owner: Organisation, origin: Experience, by: User, client_uuid: uuid.UUID
) -> tuple[Adaptation, bool]:
    """Begin a municipality's own plan from an experience, once per form identifier.

    Returns it and whether it is new. Raises Refused when the person may not write for
    the municipality, the experience is no longer public, or it is its own.
    """
    if not rules.may_start_plan_for(by, owner):
        raise Refused(_("You cannot begin plans of this municipality."))
    existing = Adaptation.objects.filter(client_uuid=client_uuid).first()
    if existing is not None:
        return _same(existing, owner), False
    if reason := why_not(origin, owner):
        raise Refused(reason, code="origin")
    try:
        with transaction.atomic():
            plan = Adaptation.objects.create(
                client_uuid=client_uuid,
                owner=owner,
                created_by=by,
                updated_by=by,
                **kept_of(origin),
                **first_words_of(origin),
            )
    except IntegrityError:
        existing = Adaptation.objects.get(client_uuid=client_uuid)
        return _same(existing, owner), False
    take_rows(plan, origin)
    audit.record(Act.PLAN_STARTED, by=by, of=plan, origin=str(origin.pk))
    return plan, True


def why_not(origin: Experience, owner: Organisation) -> str:
    """Why this municipality cannot begin a plan from it; empty when it can."""
    if not origin.is_public:
        return _(
            "This experience is no longer public, so no plan can begin from it. Plans "
            "that began before go on."
        )
    own = origin.owner_id == owner.pk
    if own or (owner.place_id and origin.places.filter(pk=owner.place_id).exists()):
        return _(
            "This experience is of your own municipality: there is nothing to adapt. "
            "Choose one of another municipality."
        )
    return ""


def _same(existing: Adaptation, owner: Organisation) -> Adaptation:
    if existing.owner_id != owner.pk:
        raise Refused(_("Open the form again: its identifier was already used."))
    return existing
