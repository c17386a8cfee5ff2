"""Deleting on the secretariat's screens: says what goes, asks, and can be undone."""

import hashlib
from typing import Any

from django import forms
from django.contrib import messages
from django.db import models
from django.forms.formsets import ManagementForm
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from network.services.deletions import delete_record, what_goes
from network.services.refusals import Refused

ASKED = "DELETIONS_ASKED"


class AskingFormSet(BaseInlineFormSet):
    """Rows under a record: those ticked to be deleted are named and asked about once."""

    def clean(self) -> None:
        super().clean()
        going = [form.instance for form in self.deleted_forms if form.instance.pk]
        if not going or self.data.get(f"{self.prefix}-{ASKED}") == _digest(going):
            return
        self.__dict__["management_form"] = self._asking(_digest(going))
        names = ", ".join(f"«{each}»" for each in going)
        raise forms.ValidationError(
            _(
                "You are about to delete %(names)s. Save again to confirm it; it can be "
                "brought back for 30 days."
            )
            % {"names": names},
            "asked",
        )

    def _asking(self, digest: str) -> ManagementForm:
        """The hidden fields of the next page, by which it knows that it was asked."""
        numbers = self.management_form.cleaned_data
        form = ManagementForm(auto_id=False, prefix=self.prefix, initial=numbers)
        form.cleaned_data = numbers
        form.fields[ASKED] = forms.CharField(
            required=False, initial=digest, widget=forms.HiddenInput
        )
        return form


class Undoable:
    """A screen whose deletions stand among «Deletions» for thirty days."""

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Refuse at the door what other records depend on."""
        screen: Any = self
        record = screen.get_object(request, object_id)
        if record is not None and screen.has_delete_permission(request, record):
            try:
                what_goes(record)
            except Refused as refusal:
                messages.error(request, str(refusal))
                name = f"admin:{screen.opts.app_label}_{screen.opts.model_name}_change"
                return redirect(name, record.pk)
        return super().delete_view(request, object_id, extra_context)  # type: ignore[misc]  # mixed into an admin

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        """By the service, which keeps what goes."""
        deletion = delete_record(record=obj, by=request.user)  # type: ignore[arg-type]  # the admin lets nobody else in
        _tell_how_to_undo(request, deletion.pk)

    def save_formset(
        self, request: HttpRequest, form: Any, formset: Any, change: bool
    ) -> None:
        """Rows are deleted by the same service."""
        formset.save(commit=False)
        for row in formset.deleted_objects:
            deletion = delete_record(record=row, by=request.user)  # type: ignore[arg-type]  # the admin lets nobody else in
            _tell_how_to_undo(request, deletion.pk)
        formset.deleted_objects, gone = [], formset.deleted_objects
        formset.save()
        formset.deleted_objects = gone


def _digest(going: list[models.Model]) -> str:
    keys = ",".join(sorted(f"{each._meta.label}.{each.pk}" for each in going))
    return hashlib.sha256(keys.encode()).hexdigest()[:16]


def _tell_how_to_undo(request: HttpRequest, pk: int) -> None:
    link = format_html(
        '<a href="{}">{}</a>',
        reverse("admin:network_deletion_change", args=[pk]),
        _("Bring it back"),
    )
    said = _("It can be brought back for 30 days.")
    messages.info(request, format_html("{} {}", said, link))
