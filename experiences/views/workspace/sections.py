"""Writing one section: a form, a text with its rows, or rows alone."""

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
from experiences.services.saving import StaleSection
from experiences.services.writing import save_section, version_of
from experiences.views.workspace.bringing_back import removed_in
from experiences.views.workspace.conflict import show_conflict, without_theirs
from experiences.views.workspace.doors import own_experience
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
def section(request: StaffRequest, pk: int, name: str) -> HttpResponse:
    """One section of an experience."""
    if name not in Section.values:
        raise Http404
    experience = own_experience(request, pk)
    if request.method != "POST" and not rules.may_edit(request.user, experience):
        messages.info(request, _why_closed(experience))
        return redirect("experiences:experience", pk=pk)
    if name == Section.FILES:
        return files(request, experience, note_of(experience, name))
    written = _written(request, experience, name)
    stale: Any = None
    if request.method == "POST" and written.is_valid():
        try:
            return _save(request, experience, name, written)
        except StaleSection as found:
            if written.form is not None:
                back = reverse("experiences:experience", args=[pk])
                return show_conflict(request, written, found, back=back)
            stale = found
            written.rows = written.rows_again(found.record)
        except Refused as refusal:
            messages.error(request, str(refusal))
    context = {
        "experience": experience,
        "section": Section(name),
        "form": written.form,
        "groups": in_groups(written.form) if name == Section.ABOUT else [],
        "formset": written.rows,
        "removed": removed_in(experience, name),
        "days": trash_days().days,
        "formsets": [written.rows] if written.rows is not None else [],
        "version": _version(stale, experience, name),
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


def _version(stale: Any, experience: Experience, name: str) -> int:
    return stale.state.version if stale else version_of(experience, name)


def _written(request: StaffRequest, experience: Experience, name: str) -> Written:
    data = posted(request)
    form: SectionForm | None = None
    version = version_of(experience, name)
    copy = Experience.objects.get(pk=experience.pk)
    if name == Section.ABOUT:
        form = AboutForm(data, instance=copy, section_version=version)
    elif name in SECTION_TEXTS:
        form = TextForm(data, instance=copy, section=name, section_version=version)
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
