"""Import and export screens: CSV and XLSX only, a preview before anything is written."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from import_export.admin import ExportMixin, ImportMixin
from import_export.formats.base_formats import CSV, XLSX, Format
from import_export.forms import ExportForm, ImportForm
from import_export.results import Result

from amuprev.foundation.figures import figure
from network.admin.screens import person_of
from network.choices import Act
from network.services import audit

FORMATS = [CSV, XLSX]
MOST_ROWS = 20_000


class Exports(ExportMixin):
    """Offers a list, as it is filtered, as a file."""

    export_form_class = ExportForm
    export_act = Act.ADMIN_EXPORTED
    # With the mark by which Excel knows the accents; imports take it off.
    to_encoding = "utf-8-sig"
    import_export_change_list_template = "admin/import_export/change_list_export.html"

    def get_export_formats(self) -> list:
        return FORMATS

    def get_export_filename(
        self, request: HttpRequest, queryset: QuerySet, file_format: Format
    ) -> str:
        """What the list is called in the reader's language, and the day."""
        name = slugify(str(self.opts.verbose_name_plural))
        return f"{name}-{timezone.localdate()}.{file_format.get_extension()}"

    def export_action(self, request: HttpRequest) -> HttpResponse:
        """Refuse a file that would fill the server's memory."""
        rows = self.get_export_queryset(request).order_by().values("pk")
        if rows[: MOST_ROWS + 1].count() > MOST_ROWS:
            said = _("There are more than %(most)s rows: filter the list first.")
            messages.error(request, said % {"most": figure(MOST_ROWS)})
            return redirect("..")
        return super().export_action(request)

    def get_export_data(
        self,
        file_format: Format,
        request: HttpRequest,
        queryset: QuerySet,
        **kwargs: Any,
    ) -> Any:
        """Tell the trail what leaves before it goes."""
        audit.record(
            self.export_act,
            by=person_of(request),
            about=(self.opts.label_lower, ""),
            rows=queryset.count(),
            filters=sorted(request.GET),
            form=file_format.get_extension(),
        )
        return super().get_export_data(file_format, request, queryset, **kwargs)


class ImportsAndExports(ImportMixin, Exports):
    """Also takes rows from a file, after showing what would change."""

    import_form_class = ImportForm
    import_export_change_list_template = (
        "admin/import_export/change_list_import_export.html"
    )

    def get_import_formats(self) -> list:
        return FORMATS

    def process_result(self, result: Result, request: HttpRequest) -> HttpResponse:
        """Say so when a row that passed the preview was refused meanwhile."""
        if result.has_errors() or result.has_validation_errors():
            messages.error(
                request,
                _(
                    "Nothing was saved: the records changed since the preview. Try again."
                ),
            )
            return redirect("..")
        audit.record(
            Act.RECORDS_IMPORTED,
            by=person_of(request),
            about=(self.opts.label_lower, ""),
            **{kind: count for kind, count in result.totals.items() if count},
        )
        return super().process_result(result, request)
