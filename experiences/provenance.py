"""Where a plan comes from, told also when the original was withdrawn or is gone."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.addresses import language_in_use
from experiences.addresses import experience_address
from experiences.models import Adaptation
from network.choices import ReviewState
from network.dates import one_day
from network.lines import country_words


@dataclass(frozen=True)
class Provenance:
    """The original as it was taken, and what became of it."""

    title: str
    title_language: str
    who: str
    url: str
    taken: str
    gone: str
    # True where the original's page has a part that says how to adapt it.
    says_how: bool


def provenance_of(plan: Adaptation) -> Provenance:
    """What was kept of the original, with the reader's words; a link while it is public."""
    title, language = _in_words(plan, "origin_title")
    owner, _language = _in_words(plan, "origin_owner")
    origin = plan.origin
    is_public = origin is not None and origin.is_public
    taken = {"number": plan.taken_number, "day": one_day(plan.taken_from)}
    return Provenance(
        title,
        language,
        ", ".join(part for part in (owner, country_words(plan.origin_country)) if part),
        experience_address(str(origin.slug)) if origin and is_public else "",
        _("Taken from its version %(number)s, of %(day)s.") % taken,
        "" if is_public else _gone(origin, taken),
        bool(origin and origin.full and origin.how_to_adapt),
    )


def _gone(origin: Any, taken: dict[str, Any]) -> str:
    withdrawn_on = _withdrawn_on(origin) if origin is not None else None
    if withdrawn_on is None:
        return (
            _(
                "The original is no longer public; what was taken from it was version "
                "%(number)s, of %(day)s."
            )
            % taken
        )
    return _(
        "The original was withdrawn on %(gone)s; what was taken from it was version "
        "%(number)s, of %(day)s."
    ) % {**taken, "gone": one_day(withdrawn_on)}


def _withdrawn_on(origin: Any) -> Any:
    """The day on which it was hidden or withdrawn; None for another reason."""
    if origin.hidden_at:
        return timezone.localdate(origin.hidden_at)
    left = origin.steps.filter(from_state=ReviewState.APPROVED)
    last = left.exclude(to_state=ReviewState.APPROVED).order_by("-at", "-pk").first()
    if origin.review_state == ReviewState.APPROVED or last is None:
        return None
    return timezone.localdate(last.at)


def _in_words(plan: Adaptation, name: str) -> tuple[str, str]:
    active = language_in_use()
    words = getattr(plan, f"{name}_{active}")
    if words:
        return words, ""
    return getattr(plan, f"{name}_es") or "", "" if active == "es" else "es"
