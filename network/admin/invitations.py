"""Invitations: issued on one screen, read afterwards, revoked or issued again."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from network.admin.filters import WaitingInvitations
from network.admin.inviting import invite_anyone, issue_again
from network.admin.screens import SCRIPTS, act_on_each, person_of
from network.models import Invitation
from network.services.people import revoke_invitation


@admin.register(Invitation)
class InvitationAdmin(admin.ModelAdmin):
    """Who was invited to what, and what became of it."""

    change_form_template = "admin/network/invitation/change_form.html"
    list_display = (
        "email",
        "standing",
        "organisation",
        "role",
        "name",
        "expires_at",
        "invited_by",
    )
    list_filter = (
        WaitingInvitations,
        "role",
        ("created_at", admin.DateFieldListFilter),
        ("expires_at", admin.DateFieldListFilter),
    )
    list_select_related = ("organisation", "invited_by")
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    search_fields = (
        "email",
        "name",
        "organisation__acronym",
        "organisation__name_es",
        "organisation__name_en",
    )
    fields = (
        "email",
        "name",
        "organisation",
        "role",
        "position",
        "language",
        "invited_by",
        "created_at",
        "expires_at",
        "accepted_at",
        "accepted_by",
        "revoked_at",
        "recovers",
    )
    actions = ("revoke",)

    class Media:
        js = SCRIPTS

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list:
        again = self.admin_site.admin_view(self.issue_again_view)
        own = path("<int:pk>/again/", again, name="network_invitation_again")
        return [own, *super().get_urls()]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        return invite_anyone(self, request)

    @method_decorator(require_POST)
    def issue_again_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        return issue_again(self, request, pk)

    @admin.display(description=gettext_lazy("state"))
    def standing(self, invitation: Invitation) -> str:
        if invitation.accepted_at:
            return _("accepted")
        if invitation.revoked_at:
            return _("revoked")
        return _("open") if invitation.is_open else _("expired")

    @admin.action(description=gettext_lazy("Revoke"), permissions=["view"])
    def revoke(self, request: HttpRequest, rows: QuerySet[Invitation]) -> None:
        act_on_each(
            self,
            request,
            rows,
            lambda row: revoke_invitation(invitation=row, by=person_of(request)),
        )
