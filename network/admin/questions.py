"""Questions of readers as the secretariat reads them: which wait, and for how long."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from network.admin.paging import BoundedPaginator
from network.models import Question
from network.questions import overdue_questions


def _told_days() -> str:
    days = settings.QUESTION_PATIENCE_DAYS
    return ngettext(
        "nobody answered in %(days)d day", "nobody answered in %(days)d days", days
    ) % {"days": days}


class WaitingQuestions(admin.SimpleListFilter):
    """Those that nobody has answered."""

    title = gettext_lazy("what waits")
    parameter_name = "waiting"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("open", gettext_lazy("nobody has answered")),
            ("overdue", _told_days()),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "open":
            return queryset.filter(pk__in=Question.objects.waiting().values("pk"))
        if self.value() == "overdue":
            return queryset.filter(pk__in=overdue_questions().values("pk"))
        return queryset


@admin.register(Question)
class QuestionAdmin(admin.ModelAdmin):
    """Read here; answered in the workspace, where each has its page."""

    list_display = ("number", "association", "kind", "state", "public", "asked_at")
    list_filter = (
        WaitingQuestions,
        "state",
        "public",
        ("asked_at", admin.DateFieldListFilter),
    )
    list_select_related = ("association",)
    list_per_page = 50
    paginator = BoundedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_fields = ("=pk", "association__name_es")
    ordering = ("-pk",)
    # The address of whoever asked is shown to nobody: the portal answers.
    fields = (
        "where",
        ("association", "about"),
        ("kind", "key"),
        ("asked_at", "language"),
        "asked",
        ("state", "decided_at", "decided_by"),
        "answer",
        ("public", "published_at"),
        ("public_question_es", "public_question_en"),
        ("public_answer_es", "public_answer_en"),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("number"), ordering="pk")
    def number(self, question: Question) -> str:
        return question.number

    @admin.display(description=gettext_lazy("answer"))
    def where(self, question: Question) -> str:
        address = reverse("network:question", args=[question.pk])
        return format_html(
            '<a href="{}">{}</a>', address, _("Open it in the workspace")
        )
