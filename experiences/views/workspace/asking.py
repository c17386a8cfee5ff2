"""What is asked once before something is sent or published, of experiences and films."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from experiences import plan_rules, rules
from experiences.addresses import experience_address
from experiences.film_addresses import film_address
from experiences.models import Adaptation, Experience, Film
from experiences.noticing import marks_of_changes, marks_of_experience, marks_of_film
from experiences.services import films
from experiences.services.completeness import missing_to_submit
from experiences.services.plans.review import missing_of
from experiences.services.slugs import free_slug
from network.services.marks import Mark
from network.views.workspace.doors import StaffRequest

Record = Experience | Film


def asks_to_send(request: StaffRequest, record: Record) -> HttpResponse | None:
    """«¿Está bien así?», when its texts seem to tell of somebody; None when there is
    nothing to ask, or it was answered for this very version."""
    if _looked(request, record) or not rules.may_submit(request.user, record):
        return None
    if _lacks(record) or not (marks := _marks(record)):
        return None
    context = _context(record, marks) | {
        "action": _doors(record)["send"],
        "back": _doors(record)["record"],
        "press": _("It is all right: send it to the editors"),
    }
    return render(request, "experiences/workspace/is_it_right.html", context)


def asks_to_send_changes(
    request: StaffRequest, plan: Adaptation
) -> HttpResponse | None:
    """The same of what a municipality changed, which becomes public."""
    looked = request.POST.get("looked") == str(plan.version)
    if looked or not plan_rules.may_send_changes(request.user, plan):
        return None
    if missing_of(plan) or not (marks := marks_of_changes(plan)):
        return None
    context = {
        "title": plan.title,
        "version": plan.version,
        "marks": marks,
        "action": reverse("experiences:plan_act", args=[plan.pk, "send"]),
        "back": reverse("experiences:plan", args=[plan.pk]),
        "press": _("It is all right: send it"),
    }
    return render(request, "experiences/workspace/is_it_right.html", context)


def asks_to_publish(request: StaffRequest, record: Record) -> HttpResponse | None:
    """What publishing means, asked of who read this version; the rest the verb refuses."""
    original = record.corrects
    told = request.POST.get("original", "")
    read_both = original is None or told == str(original.version)
    stands = request.POST.get("version", "") == str(record.version) and read_both
    if _looked(request, record) or not stands:
        return None
    if not rules.may_review(request.user, record) or _lacks(record):
        return None
    doors, standing = _doors(record), original or record
    slug = standing.slug or free_slug(record, unless="…")
    is_film = isinstance(record, Film)
    path = film_address(slug) if is_film else experience_address(slug)
    context = _context(record, _marks(record)) | {
        "action": doors["publish"],
        "back": doors["read"],
        "address": request.build_absolute_uri(path),
        "first": standing.slug is None,
        "original": original,
        "is_film": is_film,
    }
    return render(request, "experiences/workspace/publish.html", context)


def _looked(request: StaffRequest, record: Record) -> bool:
    return request.POST.get("looked") == str(record.version)


def _lacks(record: Record) -> bool:
    if isinstance(record, Film):
        return bool(films.missing_of_film(record))
    return bool(missing_to_submit(record))


def _marks(record: Record) -> list[Mark]:
    if isinstance(record, Film):
        return marks_of_film(record)
    return marks_of_experience(record)


def _context(record: Record, marks: list[Mark]) -> dict[str, Any]:
    return {"title": record.title_es, "version": record.version, "marks": marks}


def _doors(record: Record) -> dict[str, str]:
    """Where it is read by its writers and by the editors, and where it is decided."""
    if isinstance(record, Film):
        page = reverse("films:film", args=[record.pk])
        acts = {
            name: reverse("films:act", args=[record.pk, name])
            for name in ("send", "publish")
        }
        return acts | {"record": page, "read": page}
    desk = reverse("experiences:decide", args=[record.pk])
    return {
        "record": reverse("experiences:experience", args=[record.pk]),
        "send": reverse("experiences:submit", args=[record.pk]),
        "publish": desk,
        "read": desk,
    }
