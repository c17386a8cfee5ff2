"""One page for each form of a record: errors, doubts, another's version."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from network.services.refusals import Doubtful, Refused, Stale
from network.views.workspace.doors import StaffRequest, number_in


class Sheet:
    """A form on its page; what cannot be saved is drawn as it was typed.

    `told` is what its template prints; `fields_of` names the field of a refusal, by
    its code, where both are not called alike.
    """

    template = "network/workspace/sheet.html"

    def __init__(
        self, request: StaffRequest, form: Any, record: Any, **told: Any
    ) -> None:
        self.request, self.form = request, form
        self.record = record
        self.told = {"back_title": str(record), **told}
        self.doubts: dict[str, Any] = {}
        self.stale: list[Any] = []
        self.version: int | None = None

    @property
    def sure(self) -> list[str]:
        """What «it is so» was said of."""
        return self.request.POST.getlist("sure")

    @property
    def version_read(self) -> int | None:
        """Which version the form was opened with."""
        return number_in(self.request.POST.get("version", ""))

    def refused(self, refusal: Refused) -> None:
        """Say it beside the field it is about; a doubt asks whether it is so."""
        if isinstance(refusal, Doubtful):
            self.doubts = refusal.doubts
            return
        field = self.told.get("fields_of", {}).get(refusal.code, refusal.code)
        # What is wrong may stand on another sheet of the same record.
        there = field in self.form.fields
        self.form.add_error(field if there else None, str(refusal))

    def meanwhile(self, stale: Stale) -> None:
        """Somebody else saved it: both are shown, and the next press decides."""
        self.stale = self.form.both(stale.record)
        self.version = stale.record.version
        if not self.stale:
            said = _("Somebody else changed it meanwhile: look at it and save again.")
            self.form.add_error(None, said)

    def does(self, verb: Callable[[], Any], *, file: str = "file") -> bool:
        """Whether the verb went through; else why not stands on the form."""
        try:
            verb()
        except Stale as stale:
            self.meanwhile(stale)
        except Refused as refusal:
            self.refused(refusal)
        except ValidationError as problem:
            self.form.add_error(file, problem)
        else:
            return True
        return False

    def drawn(self, template: str = "") -> HttpResponse:
        """The page, with the status that tells how it went."""
        context = {
            "form": self.form,
            "record": self.record,
            "doubts": self.doubts,
            "stale": self.stale,
            "version": self.version,
            **self.told,
        }
        status = 409 if self.version else 422 if self.form.is_bound else 200
        return render(self.request, template or self.template, context, status=status)


def done(request: StaffRequest, words: Any) -> None:
    """Say on the next page what was done."""
    messages.success(request, str(words))
