"""Inviting a person from Django admin: one screen, then the letter, shown once."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.admin.choosing import ChosenRecord
from network.admin.screens import person_of
from network.choices import OrganisationKind, Role
from network.models import Association, Invitation, Organisation
from network.services.people import invitation_link, invite, renew_invitation
from network.services.refusals import Refused

ROLES_OF_AN_ASSOCIATION = (Role.ADMINISTERS, Role.REVIEWS, Role.RECORDS, Role.READS)
WIDE = {"class": "vTextField"}


class InvitationForm(forms.Form):
    """Whom to invite, to what."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        widget=forms.EmailInput(attrs={**WIDE, "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Write the person's e-mail.")},
    )
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=120,
        widget=forms.TextInput(attrs={**WIDE, "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Write the person's name.")},
    )
    position = forms.CharField(
        label=gettext_lazy("Post"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs=WIDE),
    )
    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=Role.choices)
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        choices=Invitation._meta.get_field("language").choices or [],
    )


class AssociationInvitationForm(InvitationForm):
    """Someone of one association; its administration unless told otherwise."""

    role = forms.ChoiceField(
        label=gettext_lazy("Role"),
        choices=[(role.value, role.label) for role in ROLES_OF_AN_ASSOCIATION],
        initial=Role.ADMINISTERS,
    )


class AnyInvitationForm(InvitationForm):
    """Someone of any organisation of the network."""

    organisation: forms.ModelChoiceField = forms.ModelChoiceField(
        label=gettext_lazy("Organisation"),
        queryset=Organisation.objects.exclude(kind=OrganisationKind.PARTNER),
        widget=ChosenRecord(Invitation._meta.get_field("organisation"), admin.site),
        error_messages={"required": gettext_lazy("Choose the organisation.")},
    )
    field_order = ("organisation", "role", "name", "email", "position", "language")


def invite_administrator(
    screen: admin.ModelAdmin, request: HttpRequest, pk: int
) -> HttpResponse:
    """Invite someone to administer an association."""
    association = get_object_or_404(Association.objects.associations(), pk=pk)
    form = AssociationInvitationForm(request.POST or None, label_suffix="")
    return _invite(screen, request, form, association)


def invite_anyone(screen: admin.ModelAdmin, request: HttpRequest) -> HttpResponse:
    """Invite someone to any organisation."""
    asked = request.GET.get("organisation", "")
    initial = {"organisation": asked} if asked.isdecimal() else {}
    form = AnyInvitationForm(request.POST or None, initial=initial, label_suffix="")
    return _invite(screen, request, form, None)


def issue_again(
    screen: admin.ModelAdmin, request: HttpRequest, pk: int
) -> HttpResponse:
    """Issue an invitation again: the old link and code stop working."""
    invitation = get_object_or_404(Invitation, pk=pk)
    try:
        issued = renew_invitation(invitation=invitation, by=person_of(request))
    except Refused as refusal:
        context = {"title": _("Invitation"), "refusal": str(refusal)}
        return _page(screen, request, "refused", context)
    return _letter(screen, request, *issued)


def _invite(
    screen: admin.ModelAdmin,
    request: HttpRequest,
    form: forms.Form,
    association: Association | None,
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        organisation = association or values.pop("organisation")
        try:
            issued = invite(organisation=organisation, by=person_of(request), **values)
        except Refused as refusal:
            form.add_error("email" if refusal.code == "address" else None, str(refusal))
        else:
            return _letter(screen, request, *issued)
    title = (
        _("Invite someone of %(name)s") % {"name": association}
        if association
        else _("Invite someone")
    )
    context = {
        "title": title,
        "form": form,
        "errors": form.errors,
        "media": screen.media + form.media,
        "association": association,
    }
    return _page(screen, request, "invite", context)


def _letter(
    screen: admin.ModelAdmin,
    request: HttpRequest,
    invitation: Invitation,
    token: str,
    code: str,
) -> HttpResponse:
    context = {
        "title": _("Invitation sent to %(email)s") % {"email": invitation.email},
        "invitation": invitation,
        "link": invitation_link(token, invitation.language),
        "code": code,
    }
    return _page(screen, request, "letter", context)


def _page(
    screen: admin.ModelAdmin, request: HttpRequest, name: str, context: dict[str, Any]
) -> HttpResponse:
    request.current_app = screen.admin_site.name
    whole = {
        **screen.admin_site.each_context(request),
        "opts": screen.opts,
        **context,
    }
    return TemplateResponse(request, f"admin/network/invitation/{name}.html", whole)
