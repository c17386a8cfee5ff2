"""Writing one section: a form, a text with its rows, or rows alone."""

from copy import copy
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from experiences import rules
from experiences.choices import Section
from experiences.forms.grouping import in_groups
from experiences.forms.rows import MilestoneSet, OutcomeSet, PartnerSet, VoiceSet
from experiences.forms.sections import AboutForm, SectionForm, TextForm
from experiences.models import Experience
from experiences.models.experiences import SECTION_TEXTS
from experiences.services.meanwhile import PUBLISHED
from experiences.services.saving import StaleSection
from experiences.services.writing import save_section, version_of
from experiences.views.workspace.bringing_back import removed_in
from experiences.views.workspace.conflict import show_conflict, without_theirs
from experiences.views.workspace.doors import experience_to_write, leads_on
from experiences.views.workspace.files import files
from experiences.views.workspace.written import Written
from network.choices import ReviewState
from network.services.refusals import Refused
from network.services.trash import trash_days
from network.views.workspace.doors import StaffRequest, number_in, posted, staff_only

# What belongs to a section in rows: the relation and its forms.
ROWS: dict[str, tuple[str, Any]] = {
    Section.PROCESS: ("milestones", MilestoneSet),
    Section.OUTCOMES: ("outcomes", OutcomeSet),
    Section.VOICES: ("voices", VoiceSet),
    Section.PARTNERS: ("partners", PartnerSet),
}


@staff_only
@leads_on
def section(request: StaffRequest, pk: int, name: str) -> HttpResponse:
    """One section of an experience; what cannot be saved is drawn as it was typed."""
    return _section(request, pk, name)


def _section(request: StaffRequest, pk: int, name: str) -> HttpResponse:
    if name not in Section.values:
        raise Http404
    experience = experience_to_write(request, pk)
    if request.method != "POST" and not rules.may_edit(request.user, experience):
        messages.info(request, _why_closed(experience))
        return redirect("experiences:experience", pk=pk)
    refused = "" if experience.pk == pk else _published_meanwhile()
    if name == Section.FILES:
        return files(request, experience, note_of(experience, name), refused)
    written = _written(request, experience, name)
    if refused:
        messages.error(request, refused)
    elif request.method == "POST" and written.is_valid():
        return _sent(request, experience, name, written)
    return _drawn(request, experience, name, written)


def _sent(
    request: StaffRequest, experience: Experience, name: str, written: Written
) -> HttpResponse:
    """Saved, and on; or drawn again with what was typed and why it was not saved."""
    try:
        return _save(request, experience, name, written)
    except StaleSection as found:
        if written.form is not None:
            back = reverse("experiences:experience", args=[experience.pk])
            return show_conflict(request, written, found, back=back)
        written.rows = written.rows_again(found.record)
        return _drawn(request, experience, name, written, found)
    except Refused as refusal:
        if refusal.code == PUBLISHED:
            return _section(request, experience.pk, name)
        messages.error(request, str(refusal))
        return _drawn(request, experience, name, written)


def _published_meanwhile() -> str:
    return _(
        "It was published meanwhile, and this was not saved. Copy what you wrote, and "
        "begin a new correction from the page of the experience, above."
    )


def _drawn(
    request: StaffRequest,
    experience: Experience,
    name: str,
    written: Written,
    stale: StaleSection | None = None,
) -> HttpResponse:
    context = {
        "experience": experience,
        "section": Section(name),
        "form": written.form,
        "groups": in_groups(written.form) if name == Section.ABOUT else [],
        "formset": written.rows,
        "removed": removed_in(experience, name),
        "days": trash_days().days,
        "formsets": [written.rows] if written.rows is not None else [],
        "version": _version(request, stale, experience, name),
        "note": note_of(experience, name),
        "theirs": written.theirs(stale.record) if stale else [],
        "stale": stale,
    }
    status = 409 if stale else 422 if written.is_bound else 200
    return render(request, "experiences/workspace/section.html", context, status=status)


def note_of(experience: Experience, name: str) -> Any:
    """What the review asks of a section, or asked before it was sent again."""
    state: Any = experience.section_states.filter(section=name).first()
    if state is not None:
        state.is_past = experience.was_sent_since(state.noted_at)
    return state


def _why_closed(experience: Experience) -> str:
    """Why its sections do not open now, and what to press."""
    if experience.review_state == ReviewState.APPROVED:
        return _(
            "It is published: press «Correct what is published» below. The public goes "
            "on reading it meanwhile."
        )
    if experience.review_state == ReviewState.WITHDRAWN:
        return _("It was withdrawn: take it back below to correct it.")
    return _("It was sent: take it back below to correct it.")


def _version(
    request: StaffRequest, stale: StaleSection | None, experience: Experience, name: str
) -> int:
    """The version that was read: of what could not be saved, the one it was sent with."""
    if stale is not None:
        return int(stale.state.version)
    sent = number_in(request.POST.get("version", ""))
    return version_of(experience, name) if sent is None else sent


def _written(request: StaffRequest, experience: Experience, name: str) -> Written:
    data = posted(request)
    form: SectionForm | None = None
    version = version_of(experience, name)
    # The forms write on one of their own.
    own = copy(experience)
    if name == Section.ABOUT:
        form = AboutForm(data, instance=own, section_version=version)
    elif name in SECTION_TEXTS:
        form = TextForm(data, instance=own, section=name, section_version=version)
    relation, make = ROWS.get(name, ("", None))
    rows = None
    if make is not None:
        stored = getattr(experience, relation).all()
        initial = [make.form.opened(each) for each in stored]
        kwargs = (
            {"documents": experience.documents.all()}
            if name == Section.OUTCOMES
            else {}
        )
        rows = make(data, initial=initial, form_kwargs=kwargs, prefix="rows")
    return Written(form, rows, relation)


def _save(
    request: StaffRequest, experience: Experience, name: str, written: Written
) -> HttpResponse:
    version = number_in(request.POST.get("version", "")) or 0
    values = without_theirs(request, written.form) if written.form is not None else {}
    save_section(
        experience=experience,
        section=name,
        by=request.user,
        version=version,
        values=values,
        rows=written.given_rows(experience),
    )
    messages.success(request, _("The section was saved."))
    for sentence in written.noticed():
        messages.warning(request, sentence)
    if stays := number_in(request.POST.get("stay", "")):
        here = reverse("experiences:section", args=[experience.pk, name])
        return redirect(f"{here}#group-{stays + 1}")
    if "next" in request.POST:
        return redirect("experiences:section", pk=experience.pk, name=_after(name))
    return redirect("experiences:experience", pk=experience.pk)


def _after(name: str) -> str:
    order = list(Section)
    return order[(order.index(Section(name)) + 1) % len(order)].value
