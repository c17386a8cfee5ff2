"""Pasting an association's municipalities: a list, what it means, then one save."""

import datetime
import hashlib
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from network.admin.screens import NativeDate, person_of
from network.choices import Country
from network.models import Association, Organisation
from network.municipality_names import Match, match_municipalities
from network.services.affiliations import Outcome, affiliate_municipalities
from network.services.refusals import Refused

MOST_LINES = 500
NONE_OF_THEM = "0"


class PastedListForm(forms.Form):
    """Names of municipalities, one per line, of one country."""

    names = forms.CharField(
        label=gettext_lazy("Municipalities"),
        help_text=gettext_lazy(
            "One per line. Accents, capitals and former names are understood."
        ),
        widget=forms.Textarea(attrs={"rows": 12, "class": "vLargeTextField"}),
        max_length=60_000,
        error_messages={"required": gettext_lazy("Paste at least one name.")},
    )
    country = forms.ChoiceField(label=gettext_lazy("Country"), choices=Country.choices)
    reviews = forms.BooleanField(
        label=gettext_lazy("The association reviews their activities"),
        help_text=gettext_lazy(
            "A municipality that another association reviews stays with that one."
        ),
        required=False,
        initial=True,
    )
    valid_from = forms.DateField(
        label=gettext_lazy("They belong to it since"),
        help_text=gettext_lazy("Leave it empty if it is not known."),
        required=False,
        widget=NativeDate,
    )
    source = forms.CharField(
        label=gettext_lazy("Source"),
        required=False,
        max_length=400,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    def clean_names(self) -> str:
        names = self.cleaned_data["names"]
        if len(names.splitlines()) > MOST_LINES:
            raise forms.ValidationError(
                _("Paste at most %(most)d names at a time.") % {"most": MOST_LINES}
            )
        return names

    def clean_valid_from(self) -> datetime.date | None:
        day = self.cleaned_data["valid_from"]
        if day and day.year < 1900:
            raise forms.ValidationError(_("Write a date after 1900."))
        return day


class ChoiceForm(forms.Form):
    """Which municipality is meant by each name that several bear."""

    def __init__(self, *args: Any, matches: list[Match], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for match in matches:
            if match.state == "ambiguous":
                self.fields[match.field_name] = forms.ChoiceField(
                    label=match.line,
                    choices=[
                        *((str(one.pk), described(one)) for one in match.found),
                        (NONE_OF_THEM, _("None of them: leave it out")),
                    ],
                    widget=forms.RadioSelect,
                    error_messages={
                        "required": _("Choose which municipality is meant.")
                    },
                )

    def chosen(self) -> set[int]:
        """The keys of the municipalities that were meant."""
        return {int(value) for value in self.cleaned_data.values()} - {0}


def described(municipality: Organisation) -> str:
    """Its name and where it is, to tell it from its namesakes."""
    parent = municipality.place.parent if municipality.place else None
    name = municipality.name
    return f"{name} ({parent})" if parent else f"{name} ({municipality.slug})"


def paste_municipalities(
    screen: admin.ModelAdmin, request: HttpRequest, pk: int
) -> HttpResponse:
    """Read the list, show what each line means, and save what was shown."""
    association = get_object_or_404(Association.objects.associations(), pk=pk)
    form = PastedListForm(
        request.POST or None,
        initial={"country": association.country},
        label_suffix="",
    )
    matches: list[Match] = []
    choices = None
    if request.method == "POST" and form.is_valid():
        matches = _read(form)
        seen = request.POST.get("seen") == _digest(form)
        saving = "save" in request.POST and seen
        choices = ChoiceForm(request.POST if saving else None, matches=matches)
        if (
            saving
            and choices.is_valid()
            and _save(request, association, form, choices, matches)
        ):
            return redirect("admin:network_association_change", association.pk)
    request.current_app = screen.admin_site.name
    context = _context(screen, request, association, form, choices, matches)
    return TemplateResponse(request, "admin/network/association/paste.html", context)


def _read(form: PastedListForm) -> list[Match]:
    return match_municipalities(
        lines=form.cleaned_data["names"].splitlines(),
        country=form.cleaned_data["country"],
    )


def _context(
    screen: admin.ModelAdmin,
    request: HttpRequest,
    association: Association,
    form: PastedListForm,
    choices: ChoiceForm | None,
    matches: list[Match],
) -> dict[str, Any]:
    return {
        **screen.admin_site.each_context(request),
        "title": _("Paste the municipalities of %(name)s") % {"name": association},
        "opts": screen.opts,
        "association": association,
        "form": form,
        "choices": choices,
        "found": [match for match in matches if match.state == "found"],
        "missing": [match for match in matches if match.state == "missing"],
        "ambiguous": [match for match in matches if match.state == "ambiguous"],
        "checked": bool(matches),
        "seen": _digest(form) if matches else "",
        "errors": form.errors or (choices.errors if choices else None),
        "add_municipality": reverse("admin:network_municipality_add"),
    }


def _digest(form: PastedListForm) -> str:
    """Stands for the list and the country whose meaning was shown."""
    if not form.is_valid():
        return ""
    shown = form.cleaned_data["country"] + form.cleaned_data["names"]
    return hashlib.sha256(shown.encode()).hexdigest()


def _save(
    request: HttpRequest,
    association: Association,
    form: PastedListForm,
    choices: ChoiceForm,
    matches: list[Match],
) -> bool:
    meant = choices.chosen()
    municipalities = [
        one
        for match in matches
        for one in match.found
        if match.state == "found" or one.pk in meant
    ]
    if not municipalities:
        messages.error(request, _("No municipality of the list was found."))
        return False
    try:
        outcome = affiliate_municipalities(
            association=association,
            municipalities=list({one.pk: one for one in municipalities}.values()),
            by=person_of(request),
            reviews=form.cleaned_data["reviews"],
            valid_from=form.cleaned_data["valid_from"],
            source=form.cleaned_data["source"],
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    _tell(request, outcome)
    return True


def _tell(request: HttpRequest, outcome: Outcome) -> None:
    joined = len(outcome.joined)
    said = ngettext(
        "%(count)d municipality joined.", "%(count)d municipalities joined.", joined
    )
    messages.success(request, said % {"count": joined})
    if outcome.already:
        already = len(outcome.already)
        said = ngettext(
            "%(count)d municipality already belonged.",
            "%(count)d municipalities already belonged.",
            already,
        )
        messages.info(request, said % {"count": already})
    if outcome.reviewed_elsewhere:
        names = ", ".join(one.name for one in outcome.reviewed_elsewhere)
        messages.warning(
            request,
            _("Another association still reviews: %(names)s.") % {"names": names},
        )
