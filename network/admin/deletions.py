"""«Eliminaciones»: what the secretariat deleted, with all that went, to bring it back."""

from typing import Any, cast

from django.apps import apps
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from amuprev.foundation.figures import figure
from network.models import Deletion, User
from network.services.deletions import can_come_back, last_moment, restore_deletion
from network.services.refusals import Refused


def kind_words(label: str) -> str:
    """What a kind of record is called; one that a later portal no longer has, as it was.

    A deletion outlives the portal that wrote it, and a restored backup may be older.
    """
    try:
        return str(apps.get_model(label)._meta.verbose_name)
    except (LookupError, ValueError):
        return label or "—"


@admin.register(Deletion)
class DeletionAdmin(admin.ModelAdmin):
    """Read only, but for bringing back."""

    change_form_template = "admin/network/deletion/change_form.html"
    list_display = ("name", "what", "at", "by", "how_many", "standing")
    list_filter = (("at", admin.DateFieldListFilter), "record_kind")
    list_select_related = ("by", "restored_by")
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_fields = ("name", "=record_key")
    fields = ("name", "what", ("at", "by"), "standing", "all_that_went")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list:
        back = self.admin_site.admin_view(self.bring_back_view)
        own = path("<int:pk>/bring-back/", back, name="network_deletion_bring_back")
        return [own, *super().get_urls()]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        """With whether it can still be brought back."""
        found = self.get_object(request, object_id)
        open_still = (
            found is not None and not found.restored_at and can_come_back(found)
        )
        context = {**(extra_context or {}), "can_come_back": open_still}
        return super().change_view(request, object_id, form_url, context)

    @method_decorator(require_POST)
    def bring_back_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make it all again."""
        found = get_object_or_404(Deletion, pk=pk)
        try:
            restore_deletion(deletion=found, by=cast(User, request.user))
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            said = _("«%(name)s» is back, with all that went with it.")
            messages.success(request, said % {"name": found.name})
        return redirect("admin:network_deletion_change", pk)

    @admin.display(description=gettext_lazy("kind of record"))
    def what(self, deletion: Deletion) -> str:
        return kind_words(deletion.record_kind)

    @admin.display(description=gettext_lazy("records"), ordering="rows_count")
    def how_many(self, deletion: Deletion) -> str:
        return figure(deletion.rows_count)

    @admin.display(description=gettext_lazy("state"))
    def standing(self, deletion: Deletion) -> str:
        if deletion.restored_at:
            day = date_format(timezone.localtime(deletion.restored_at), "DATE_FORMAT")
            return _("brought back on %(day)s") % {"day": day}
        if not can_come_back(deletion):
            return _("gone for good")
        day = date_format(timezone.localtime(last_moment(deletion)), "DATE_FORMAT")
        return _("can be brought back until %(day)s") % {"day": day}

    @admin.display(description=gettext_lazy("all that went"))
    def all_that_went(self, deletion: Deletion) -> str:
        lines = [
            (kind_words(row.get("model", "")), row.get("told") or _("without a name"))
            for row in deletion.rows
        ]
        return format_html_join("", "<p>{}: {}</p>", lines) or "—"
