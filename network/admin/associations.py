"""Associations: one short screen to add one, then its plans, offices and memberships."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amuprev.foundation.figures import figure
from network.admin.filters import WaitingAssociations
from network.admin.inviting import invite_administrator
from network.admin.organisations import OfficeInline, OrganisationScreen
from network.admin.pasting import paste_municipalities
from network.admin.resources import AssociationResource
from network.admin.screens import PortalInline, act_on_each, language_tabs, person_of
from network.admin.transfers import ImportsAndExports
from network.choices import MembershipStatus, OrganisationKind
from network.models import Association, NetworkMembership, StrategicPlan
from network.services.memberships import change_membership

DATES = ("valid_from", "valid_to")


class NewAssociationForm(forms.ModelForm):
    """All that is needed to begin: names, country, reach, website, standing."""

    status = forms.ChoiceField(
        label=gettext_lazy("Status in the network"),
        choices=[
            (value, label)
            for value, label in MembershipStatus.choices
            if value != MembershipStatus.WITHDRAWN
        ],
        initial=MembershipStatus.ACTIVE,
    )

    class Meta:
        model = Association
        fields = ("acronym", "name_es", "name_en", "country", "level", "website")


class NetworkMembershipInline(PortalInline):
    """What the association was in the network, and when."""

    model = NetworkMembership
    fields = (
        ("status", "role"),
        DATES,
        "note_es",
        "note_en",
        "doubts_es",
        "doubts_en",
        "sources",
    )


class StrategicPlanInline(PortalInline):
    """Its strategic plans and whether prevention stands in them."""

    model = StrategicPlan
    fields = (
        "title_es",
        "title_en",
        ("from_year", "to_year"),
        "includes_prevention",
        "doubts_es",
        "doubts_en",
        "sources",
    )


class MembershipStatusFilter(admin.SimpleListFilter):
    """Associations by what they are in the network today."""

    title = gettext_lazy("status in the network")
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list:
        return list(MembershipStatus.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if not self.value():
            return queryset
        today = NetworkMembership.objects.today().filter(status=self.value())
        return queryset.filter(pk__in=today.values("association"))


@admin.register(Association)
class AssociationAdmin(ImportsAndExports, OrganisationScreen):
    """Associations of municipalities."""

    kind = OrganisationKind.ASSOCIATION
    resource_classes = [AssociationResource]
    change_form_template = "admin/network/association/change_form.html"
    list_display = (
        "acronym",
        "name_es",
        "standing_today",
        "country",
        "municipality_count",
        "level",
        "shown",
    )
    list_display_links = ("acronym", "name_es")
    list_filter = (
        WaitingAssociations,
        MembershipStatusFilter,
        "country",
        "level",
        "shown",
    )
    inlines = (NetworkMembershipInline, OfficeInline, StrategicPlanInline)
    fieldsets = [
        *language_tabs("name", "description", "members_note", "doubts"),
        (
            gettext_lazy("Identity"),
            {
                "fields": (
                    "acronym",
                    "country",
                    "level",
                    "founded",
                    "publication_delay_days",
                )
            },
        ),
        OrganisationScreen.contact,
        OrganisationScreen.record,
    ]
    actions = ("mark_active", "mark_observer", "mark_suspended", "mark_withdrawn")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        today = timezone.localdate()
        belongs_today = Q(affiliated__valid_to__isnull=True) | Q(
            affiliated__valid_to__gte=today
        )
        return (
            super()
            .get_queryset(request)
            .prefetch_related("memberships")
            .annotate(municipalities_today=Count("affiliated", filter=belongs_today))
        )

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        if obj is None:
            kwargs["form"] = NewAssociationForm
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list:
        if obj is not None:
            return super().get_fieldsets(request, obj)
        fields = ("acronym", "name_es", "name_en", "country", "level", "website")
        return [(None, {"fields": (*fields, "status")})]

    def get_inlines(self, request: HttpRequest, obj: Any) -> tuple:
        return self.inlines if obj else ()

    def get_urls(self) -> list:
        """Pasting municipalities and inviting hang from an association's own screen."""
        screen = self.admin_site.admin_view
        own = [
            path(
                "<int:pk>/paste/",
                screen(self.paste_view),
                name="network_association_paste",
            ),
            path(
                "<int:pk>/invite/",
                screen(self.invite_view),
                name="network_association_invite",
            ),
        ]
        return own + super().get_urls()

    def paste_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        return paste_municipalities(self, request, pk)

    def invite_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        return invite_administrator(self, request, pk)

    def key_source(self, obj: Any) -> str:
        return obj.acronym or obj.name_es

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        if not change:
            change_membership(
                association=form.instance,
                status=form.cleaned_data["status"],
                by=person_of(request),
            )

    def response_add(
        self, request: HttpRequest, obj: Association, post_url_continue: Any = None
    ) -> HttpResponse:
        """Stay on the new association and offer what comes next."""
        address = reverse("admin:network_association_invite", args=[obj.pk])
        said = _("«%(name)s» was added.") % {"name": obj}
        link = format_html(
            '<a href="{}">{}</a>', address, _("Invite its administrator")
        )
        self.message_user(request, format_html("{} {}", said, link), messages.SUCCESS)
        return redirect(self.change_address(obj))

    @admin.display(description=gettext_lazy("status in the network"))
    def standing_today(self, association: Association) -> str:
        today = timezone.localdate()
        standing = [
            row.get_status_display()
            for row in association.memberships.all()
            if (row.valid_from is None or row.valid_from <= today)
            and (row.valid_to is None or row.valid_to >= today)
        ]
        return ", ".join(standing)

    @admin.display(
        description=gettext_lazy("municipalities"), ordering="municipalities_today"
    )
    def municipality_count(self, association: Any) -> str:
        count = figure(association.municipalities_today)
        address = reverse("admin:network_affiliation_changelist")
        return format_html(
            '<a href="{}?association__id__exact={}">{}</a>',
            address,
            association.pk,
            count,
        )

    @admin.action(description=gettext_lazy("Membership: active from today"))
    def mark_active(self, request: HttpRequest, rows: QuerySet) -> None:
        self._mark(request, rows, MembershipStatus.ACTIVE)

    @admin.action(description=gettext_lazy("Membership: observer from today"))
    def mark_observer(self, request: HttpRequest, rows: QuerySet) -> None:
        self._mark(request, rows, MembershipStatus.OBSERVER)

    @admin.action(description=gettext_lazy("Membership: suspended from today"))
    def mark_suspended(self, request: HttpRequest, rows: QuerySet) -> None:
        self._mark(request, rows, MembershipStatus.SUSPENDED)

    @admin.action(description=gettext_lazy("Membership: withdrawn from today"))
    def mark_withdrawn(self, request: HttpRequest, rows: QuerySet) -> None:
        self._mark(request, rows, MembershipStatus.WITHDRAWN)

    def _mark(self, request: HttpRequest, rows: QuerySet, status: str) -> None:
        act_on_each(
            self,
            request,
            rows,
            lambda row: change_membership(
                association=row, status=status, by=person_of(request)
            ),
        )
