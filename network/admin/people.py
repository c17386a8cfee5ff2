"""People and their appointments: what a person may do follows from these."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.admin.filters import WaitingAppointments
from network.admin.readings import AppointmentResource
from network.admin.screens import PortalAdmin, ReadOnlyInline, act_on_each, person_of
from network.admin.second_steps import ask_and_reset
from network.admin.transfers import Exports
from network.models import Appointment, User
from network.rules import roles_offered
from network.services.accounts import reopen_account
from network.services.people import (
    approve_appointment,
    deactivate,
    end_appointment,
    keep_editors_in_step,
)

DATES = ("valid_from", "valid_to")


class AppointmentInline(ReadOnlyInline):
    """A person's roles, read here and changed on their own screens."""

    model = Appointment
    fk_name = "person"
    fields = ("organisation", "role", "position", *DATES, "approved_at", "ended_at")
    readonly_fields = fields
    show_change_link = True


@admin.register(User)
class UserAdmin(PortalAdmin):
    """People join by invitation and are closed, never deleted."""

    never_deleted = True
    fields = ("name", "email", "language", "is_active", "date_joined", "last_login")
    readonly_fields = ("email", "is_active", "date_joined", "last_login")
    list_display = ("email", "name", "language", "is_active", "last_login")
    list_filter = (
        "is_active",
        "language",
        "appointments__role",
        ("last_login", admin.DateFieldListFilter),
    )
    search_fields = ("email", "name")
    ordering = ("email",)
    inlines = (AppointmentInline,)
    actions = ("close_accounts", "reopen_accounts", "reset_second_steps")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.action(description=gettext_lazy("Close the account"))
    def close_accounts(self, request: HttpRequest, rows: QuerySet[User]) -> None:
        act_on_each(
            self,
            request,
            rows,
            lambda row: deactivate(person=row, by=person_of(request)),
        )

    @admin.action(description=gettext_lazy("Reopen the account"))
    def reopen_accounts(self, request: HttpRequest, rows: QuerySet[User]) -> None:
        act_on_each(
            self,
            request,
            rows,
            lambda row: reopen_account(person=row, by=person_of(request)),
        )

    @admin.action(description=gettext_lazy("Reset the second step (lost telephone)"))
    def reset_second_steps(
        self, request: HttpRequest, rows: QuerySet[User]
    ) -> HttpResponse | None:
        return ask_and_reset(self, request, rows)


class AppointmentForm(forms.ModelForm):
    """A role in an organisation that may have it."""

    by: User

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        organisation, role = cleaned.get("organisation"), cleaned.get("role")
        if organisation and role and role not in roles_offered(self.by, organisation):
            self.add_error("role", _("This organisation has no such role."))
        return cleaned


@admin.register(Appointment)
class AppointmentAdmin(Exports, PortalAdmin):
    """Dated roles; they hold once somebody else has approved them."""

    form = AppointmentForm
    never_deleted = True
    resource_classes = [AppointmentResource]
    fields = (
        "person",
        "organisation",
        "role",
        "position",
        DATES,
        "approved_by",
        "approved_at",
        "ended_at",
        "ended_reason",
    )
    decided = ("approved_by", "approved_at", "ended_at", "ended_reason")
    list_display = (
        "person",
        "role",
        "organisation",
        "is_approved",
        "valid_from",
        "valid_to",
        "ended_at",
        "position",
    )
    list_filter = (
        WaitingAppointments,
        "role",
        "organisation__kind",
        "organisation__country",
        ("valid_from", admin.DateFieldListFilter),
        ("valid_to", admin.DateFieldListFilter),
    )
    list_select_related = ("person", "organisation")
    search_fields = (
        "person__name",
        "person__email",
        "organisation__acronym",
        "organisation__name_es",
        "organisation__name_en",
    )
    autocomplete_fields = ("person", "organisation")
    ordering = ("organisation__key", "person__email")
    actions = ("approve", "end")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes their own appointment, nor one that has ended."""
        closed = obj is not None and (
            obj.person_id == request.user.pk or obj.ended_at is not None
        )
        return not closed and super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who, where and as what are another appointment, not a correction."""
        return (
            ("person", "organisation", "role", *self.decided) if obj else self.decided
        )

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.by = request.user
        return form

    def save_model(
        self, request: HttpRequest, obj: Appointment, form: Any, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        keep_editors_in_step(person=obj.person)

    @admin.display(description=gettext_lazy("approved"), boolean=True)
    def is_approved(self, appointment: Appointment) -> bool:
        return appointment.approved_at is not None

    @admin.action(description=gettext_lazy("Approve"))
    def approve(self, request: HttpRequest, rows: QuerySet[Appointment]) -> None:
        act_on_each(
            self,
            request,
            rows,
            lambda row: approve_appointment(appointment=row, by=person_of(request)),
        )

    @admin.action(description=gettext_lazy("End now"))
    def end(self, request: HttpRequest, rows: QuerySet[Appointment]) -> None:
        act_on_each(
            self,
            request,
            rows,
            lambda row: end_appointment(appointment=row, by=person_of(request)),
        )
