"""Going back to an earlier version of a record, by today's rules and with all that follows."""

from http import HTTPStatus
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse

from network.admin.versions import SEEN, seen_now, typed_again
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.listing import keep_in_step


class GoesBack:
    """A screen whose history shows earlier versions and takes a record back to them."""

    def history_form_view(
        self,
        request: HttpRequest,
        object_id: str,
        version_id: str,
        extra_context: Any = None,
    ) -> HttpResponse:
        """An earlier version is read; going back to it follows today's rules."""
        screen: Any = self
        shown = screen._shown_here(request, object_id)
        if not version_id.isdecimal():
            raise Http404
        if request.method == "POST" and (
            screen.never_deleted or not screen.has_change_permission(request, shown)
        ):
            raise PermissionDenied
        seen = seen_now(screen, request, shown)
        if request.method == "POST" and request.POST.get(SEEN) != seen:
            return typed_again(screen, request, object_id, shown)
        context = {**(extra_context or {}), SEEN: seen}
        with transaction.atomic():
            answer: HttpResponse = super().history_form_view(  # type: ignore[misc]  # mixed into an admin
                request, object_id, version_id, context
            )
            if answer.status_code == HTTPStatus.FOUND:
                by, to = cast(User, request.user), int(version_id)
                audit.record(Act.RECORD_REVERTED, by=by, of=shown, to=to)
                self.gone_back(shown, screen._shown_here(request, object_id))
        return answer

    def gone_back(self, before: models.Model, now: models.Model) -> None:
        """What follows in the same transaction when a record went back to a version."""
        changed = [
            field.name
            for field in now._meta.concrete_fields
            if getattr(before, field.attname) != getattr(now, field.attname)
        ]
        keep_in_step(now, changed=changed)
