"""«Decir que la adaptamos»: the name and the month on the original, and taking it back."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from experiences import plan_rules as rules
from experiences.models import Adaptation
from experiences.services.moving import set_hidden, told_hidden
from experiences.services.plans.writing import locked_plan
from network.choices import Act, PublicKind
from network.models import User
from network.services import audit
from network.services.hiding import note_shown
from network.services.refusals import Refused


@audit.keeps_refusals(Act.ADAPTATION_SAID, of="plan")
@transaction.atomic
def say_adapted(*, plan: Adaptation, by: User) -> Adaptation:
    """Have the original say that this municipality adapted it; pressed twice is once.

    Raises Refused for whoever does not coordinate there, and where no page says it.
    """
    current = locked_plan(plan)
    if current.said_at is not None and rules.may_read_plan(by, current):
        return current
    if not rules.may_say(by, current):
        raise Refused(
            _("The coordination of the municipality says that it was adapted.")
        )
    if reason := why_not_say(current):
        raise Refused(reason)
    current.said_at, current.said_by = timezone.now(), by
    current.hidden_at = current.hidden_by = None
    current.version += 1
    try:
        with transaction.atomic():
            current.save()
    except IntegrityError as twice:
        raise Refused(
            _("Another plan of your municipality already says so on that experience.")
        ) from twice
    note_shown(kind=PublicKind.ADAPTATION, key=str(current.pk))
    audit.record(Act.ADAPTATION_SAID, by=by, of=current)
    return current


def why_not_say(plan: Adaptation) -> str:
    """Why it cannot be said now; empty when the original's page would show it."""
    if plan.origin is None or not plan.origin.is_public:
        return _(
            "The original is not public now, so no page can say that you adapted it."
        )
    if not plan.owner.shown:
        return _("The public does not see your municipality now: ask the secretariat.")
    return ""


@audit.keeps_refusals(Act.ADAPTATION_UNSAID, of="plan")
@transaction.atomic
def unsay_adapted(*, plan: Adaptation, by: User) -> Adaptation:
    """Take it back: the original says nothing of this municipality any more."""
    current = locked_plan(plan)
    if current.said_at is None and rules.may_read_plan(by, current):
        return current
    if not rules.may_unsay(by, current):
        raise Refused(_("Only its own people or its association take that back."))
    current.said_at = current.said_by = None
    current.version += 1
    current.save()
    audit.record(Act.ADAPTATION_UNSAID, by=by, of=current)
    told_hidden(current, PublicKind.ADAPTATION, by, asked_only=True)
    return current


@audit.keeps_refusals(Act.ADAPTATION_HIDDEN, of="plan")
@transaction.atomic
def hide_adaptation(*, plan: Adaptation, by: User) -> Adaptation:
    """Hide what the original says of this municipality; pressed again it stays hidden."""
    return _set_hidden(plan, by, hidden=True)


@audit.keeps_refusals(Act.ADAPTATION_SHOWN, of="plan")
@transaction.atomic
def show_adaptation(*, plan: Adaptation, by: User) -> Adaptation:
    """Have the original say it again."""
    return _set_hidden(plan, by, hidden=False)


def _set_hidden(plan: Adaptation, by: User, *, hidden: bool) -> Adaptation:
    current = locked_plan(plan)
    if not rules.may_hide_plan(by, current):
        raise Refused(_("Only what is said in public can be hidden or shown."))
    if (current.hidden_at is not None) == hidden:
        return current
    act = Act.ADAPTATION_HIDDEN if hidden else Act.ADAPTATION_SHOWN
    set_hidden(current, by, hidden=hidden, act=act)
    if hidden:
        told_hidden(current, PublicKind.ADAPTATION, by)
    else:
        note_shown(kind=PublicKind.ADAPTATION, key=str(current.pk))
    return current
