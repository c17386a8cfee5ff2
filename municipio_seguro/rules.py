"""Who may do what: predicates over a person's standing and the objects given."""

import datetime
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from django.utils import timezone

from municipio_seguro.choices import (
    BEFORE,
    EDITABLE_STATES,
    OPEN_STATES,
    PUBLIC_STATES,
    AssessmentState,
    MeasureStatus,
    Visibility,
)
from network.choices import OrganisationKind, Role
from network.rules import HIDERS, WRITERS

if TYPE_CHECKING:
    from municipio_seguro.models import AnswerEvidence, Assessment, Measure, Risk
    from network.models import Organisation, User

STATE = AssessmentState
LEADERS = frozenset({Role.COORDINATES, Role.ADMINISTERS})
MAYORS = frozenset({Role.MAYOR})
FACILITATORS = frozenset({Role.FACILITATES, Role.RECORDS})
# How long the network has before the mayor's office may publish by itself.
PATIENCE = datetime.timedelta(days=15)


def is_network(user: "User", municipality: "Organisation") -> bool:
    """The association that reviews the municipality, or the secretariat."""
    return municipality.pk in user.standing.reviewed or user.standing.secretariat


def leads(user: "User", municipality: "Organisation") -> bool:
    """The municipality's coordination."""
    return user.standing.holds(municipality.pk, LEADERS)


def is_mayor(user: "User", municipality: "Organisation") -> bool:
    """The mayor's office."""
    return user.standing.holds(municipality.pk, MAYORS)


def works_there(user: "User", municipality: "Organisation") -> bool:
    """Its technical staff and its coordination."""
    return user.standing.holds(municipality.pk, WRITERS)


def sees_assessments(user: "User", mine: Iterable["Organisation"]) -> bool:
    """People of municipalities, of the associations that review them, the secretariat."""
    towns = any(each.kind == OrganisationKind.MUNICIPALITY for each in mine)
    return towns or bool(user.standing.reviewed) or user.standing.secretariat


def may_open(user: "User", municipality: "Organisation") -> bool:
    """The coordination or the network opens an assessment of a municipality."""
    return municipality.kind == OrganisationKind.MUNICIPALITY and (
        leads(user, municipality) or is_network(user, municipality)
    )


def may_read(user: "User", assessment: "Assessment") -> bool:
    """The municipality's people, its association and the secretariat."""
    town = assessment.municipality
    return town.pk in user.standing.organisation_ids or is_network(user, town)


def may_answer(user: "User", assessment: "Assessment") -> bool:
    """Its own staff; the network never edits answers, nor does the mayor's office."""
    return assessment.state in EDITABLE_STATES and works_there(
        user, assessment.municipality
    )


def may_open_consultation(user: "User", assessment: "Assessment") -> bool:
    """The coordination, from a draft."""
    return assessment.state == STATE.DRAFT and leads(user, assessment.municipality)


def may_close_consultation(user: "User", assessment: "Assessment") -> bool:
    """The coordination, while it runs; the fourteen days are the verb's business."""
    return assessment.state == STATE.CONSULTING and leads(user, assessment.municipality)


def may_facilitate(
    user: "User",
    assessment: "Assessment",
    *,
    associations: Collection[int],
    answered: bool,
) -> bool:
    """A facilitator of the municipality or of the `associations` that review it, while
    it runs; who `answered` for the town hall does not enter what the people say.
    """
    standing = user.standing
    theirs = standing.holding(frozenset({Role.FACILITATES})) & set(associations)
    own = standing.holds(assessment.municipality_id, FACILITATORS)
    return assessment.state == STATE.CONSULTING and not answered and bool(own or theirs)


def may_moderate(user: "User", assessment: "Assessment") -> bool:
    """The coordination or the network reads what people added in words."""
    town = assessment.municipality
    return leads(user, town) or is_network(user, town)


def may_set_aside(user: "User", assessment: "Assessment") -> bool:
    """The network alone leaves anything out of what the people said: the municipality
    is whom they speak of.
    """
    return is_network(user, assessment.municipality)


def may_send_back(user: "User", assessment: "Assessment") -> bool:
    """The mayor's office or the network, with comments, until it is published."""
    town = assessment.municipality
    return assessment.state in (STATE.AWAITING, STATE.VALIDATED) and (
        is_mayor(user, town) or is_network(user, town)
    )


def may_resume(user: "User", assessment: "Assessment") -> bool:
    """The coordination, of a draft whose consultation is over."""
    return assessment.state == STATE.DRAFT and leads(user, assessment.municipality)


def may_reply(user: "User", assessment: "Assessment") -> bool:
    """The mayor's office and the coordination write its replies to the population."""
    town = assessment.municipality
    return assessment.state in EDITABLE_STATES and (
        is_mayor(user, town) or leads(user, town)
    )


def may_validate(user: "User", assessment: "Assessment") -> bool:
    """The mayor's office; who answered is the verb's business."""
    return assessment.state == STATE.AWAITING and is_mayor(
        user, assessment.municipality
    )


def may_file_act(user: "User", assessment: "Assessment") -> bool:
    """The coordination brings the act that the mayor signed."""
    return assessment.state == STATE.AWAITING and leads(user, assessment.municipality)


def may_confirm_act(user: "User", assessment: "Assessment") -> bool:
    """The association confirms a signed act that somebody else filed."""
    return (
        assessment.state == STATE.AWAITING
        and bool(assessment.act_file)
        and is_network(user, assessment.municipality)
        and assessment.act_filed_by_id != user.pk
    )


def may_publish(user: "User", assessment: "Assessment") -> bool:
    """The network; or the mayor's office when the network has not acted in 15 days."""
    town = assessment.municipality
    if assessment.state != STATE.VALIDATED:
        return False
    waited = assessment.validated_at is not None and (
        assessment.validated_at <= timezone.now() - PATIENCE
    )
    return is_network(user, town) or (waited and is_mayor(user, town))


def may_withdraw(user: "User", assessment: "Assessment") -> bool:
    """The mayor's office asks for it, the network does it: either may begin."""
    town = assessment.municipality
    return assessment.state in PUBLIC_STATES and (
        is_mayor(user, town) or is_network(user, town)
    )


def may_cancel(user: "User", assessment: "Assessment") -> bool:
    """The coordination, before it awaits validation."""
    return assessment.state in (STATE.DRAFT, STATE.CONSULTING) and leads(
        user, assessment.municipality
    )


def may_hide(user: "User", municipality: "Organisation") -> bool:
    """Its municipality or the network hides anything public by one press."""
    return user.standing.holds(municipality.pk, HIDERS) or is_network(
        user, municipality
    )


def may_approve_erratum(user: "User", assessment: "Assessment") -> bool:
    """The mayor's office, of what is published; who wrote it is the verb's business."""
    return assessment.state in PUBLIC_STATES and is_mayor(user, assessment.municipality)


def may_correct(user: "User", assessment: "Assessment") -> bool:
    """The network writes an erratum to what is published."""
    return assessment.state in PUBLIC_STATES and is_network(
        user, assessment.municipality
    )


def may_keep_register(user: "User", municipality: "Organisation") -> bool:
    """The municipality's staff keep its risks, measures and transfers."""
    return works_there(user, municipality)


def may_read_register(user: "User", municipality: "Organisation") -> bool:
    """The municipality's people, its association and the secretariat."""
    own = municipality.pk in user.standing.organisation_ids
    return own or is_network(user, municipality)


def may_act_on_risk(
    user: "User", risk: "Risk", act: str, *, sent: bool = False
) -> bool:
    """Close it or put it back: its staff; hide or show it: its municipality or the
    network. What is sent twice over a bad line was done before."""
    if act in ("close", "reopen"):
        fits = sent or (risk.closed_at is not None) == (act == "reopen")
        return fits and may_keep_register(user, risk.municipality)
    return _may_turn(user, risk, act, sent)


def may_read_risk(user: "User", risk: "Risk") -> bool:
    """As far as its visibility goes."""
    return _sees(user, risk.municipality, risk.visibility)


def may_read_measure(user: "User", measure: "Measure") -> bool:
    """As far as its visibility goes."""
    return _sees(user, measure.municipality, measure.visibility)


def may_open_evidence(
    user: "User", evidence: "AnswerEvidence", municipality: "Organisation"
) -> bool:
    """As far as its visibility goes; what is public is a page's business."""
    return evidence.removed_at is None and _sees(
        user, municipality, evidence.visibility
    )


def may_verify(user: "User", measure: "Measure") -> bool:
    """A second person: of the municipality, its mayor's office or the network."""
    town = measure.municipality
    there = works_there(user, town) or is_mayor(user, town) or is_network(user, town)
    return there and measure.finished_by_id != user.pk


def may_follow(user: "User", measure: "Measure", to: str) -> bool:
    """Move a measure at all: its staff; verify it also its mayor's office or the network."""
    town = measure.municipality
    if to == MeasureStatus.VERIFIED:
        return works_there(user, town) or is_mayor(user, town) or is_network(user, town)
    return may_keep_register(user, town)


def may_move(user: "User", measure: "Measure", to: str) -> bool:
    """The same, from where it stands now; whoever finished it does not verify it."""
    if measure.status not in BEFORE[to] or not may_follow(user, measure, to):
        return False
    return to != MeasureStatus.VERIFIED or may_verify(user, measure)


def may_act_on_measure(
    user: "User", measure: "Measure", act: str, *, sent: bool = False
) -> bool:
    """Hide it while it is public, or show it again: its municipality or the network."""
    return _may_turn(user, measure, act, sent)


def _may_turn(user: "User", row: "Risk | Measure", act: str, sent: bool) -> bool:
    hidden = row.hidden_at is not None
    fits = sent or hidden == (act == "show")
    return fits and (hidden or row.is_public) and may_hide(user, row.municipality)


def is_open(assessment: "Assessment") -> bool:
    """True while something is left to decide."""
    return assessment.state in OPEN_STATES


def is_own(user: "User", municipality: "Organisation") -> bool:
    """Its own people, who read also what is reserved."""
    return municipality.pk in user.standing.organisation_ids


def _sees(user: "User", municipality: "Organisation", visibility: str) -> bool:
    standing = user.standing
    own = is_own(user, municipality)
    if visibility == Visibility.RESERVED:
        return own
    near = municipality.pk in standing.reviewed or standing.secretariat
    if visibility == Visibility.MUNICIPALITY:
        return own or near
    return own or near or bool(standing.roles)
