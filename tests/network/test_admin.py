import datetime

import pytest
from django.contrib import admin
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from network.choices import MembershipStatus, Role
from network.models import (
    Activity,
    Association,
    Invitation,
    Organisation,
    Place,
    User,
)
from tests.network import factories
from tests.network.desk import one_of_each, post_action, said, signed_in, submitted
from tests.page_forms import seen_at

pytestmark = pytest.mark.django_db
NEVER_ADDED = {
    "activity", "user", "organisation", "auditentry", "takedown", "deletion",
    "question", "twinning", "exchange",
}  # fmt: skip


def screens():
    return [
        (model, options)
        for model, options in admin.site._registry.items()
        if model._meta.app_label in ("network", "toolkit", "twinnings", "foundation")
    ]


@pytest.mark.parametrize("language", ["es", "en"])
def test_secretariat_opens_every_screen(secretariat, language):
    one_of_each()
    User.objects.filter(pk=secretariat.pk).update(language=language)
    client = signed_in(secretariat)
    addresses = [reverse("admin:index")]
    for model, options in screens():
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        addresses.append(reverse(f"{name}_changelist"))
        addresses.append(reverse(f"{name}_changelist") + "?q=muni")
        if model._meta.model_name not in NEVER_ADDED:
            addresses.append(reverse(f"{name}_add"))
        record = options.model._default_manager.order_by("pk")
        kind = getattr(options, "kind", None) or "network"
        if issubclass(model, Organisation):
            record = record.filter(kind=kind)
        pk = record.first().pk
        addresses.append(reverse(f"{name}_change", args=[pk]))
        addresses.append(reverse(f"{name}_history", args=[pk]))
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert f'<html lang="{language}"' in answer.content.decode(), address


@pytest.mark.parametrize("role", [Role.RECORDS, Role.COORDINATES, Role.ADMINISTERS])
def test_staff_of_towns_and_associations_have_no_admin(role):
    organisation = (
        factories.AssociationFactory()
        if role == Role.ADMINISTERS
        else factories.MunicipalityFactory()
    )
    client = signed_in(factories.staff_of(organisation, role))
    for address in ("/admin/", "/admin/network/association/"):
        assert client.get(address).status_code in (302, 403)
    assert Client().get("/admin/").status_code == 302


def test_groups_and_addresses_are_not_edited_by_hand(screen):
    for address in ("/admin/auth/group/", "/admin/account/emailaddress/"):
        assert screen.get(address, follow=True).status_code == 404


def test_adding_an_association_takes_one_screen(screen):
    answer = screen.post(
        reverse("admin:network_association_add"),
        {
            "acronym": "ANAM",
            "name_es": "Asociación Nacional de Municipalidades",
            "name_en": "National Association of Municipalities",
            "country": "GT",
            "level": "national",
            "website": "",
            "status": MembershipStatus.ACTIVE,
        },
        follow=True,
    )
    association = Association.objects.associations().get()
    assert (association.key, association.slug, association.kind) == (
        "anam",
        "anam",
        "association",
    )
    assert association.memberships.get().status == MembershipStatus.ACTIVE
    assert reverse("admin:network_association_invite", args=[association.pk]) in said(
        answer
    )
    assert association.history.count() == 1


def test_inviting_its_administrator_shows_link_and_code_once(
    screen, django_capture_on_commit_callbacks
):
    association = factories.AssociationFactory()
    address = reverse("admin:network_association_invite", args=[association.pk])
    values = {
        "email": "directora@ejemplo.test",
        "name": "Directora",
        "role": Role.ADMINISTERS,
        "language": "es",
    }
    with django_capture_on_commit_callbacks(execute=True):
        answer = screen.post(address, values)
    invitation = Invitation.objects.get()
    assert invitation.organisation_id == association.pk
    assert answer.context["code"] in answer.content.decode()
    assert answer.context["link"] in answer.content.decode()
    assert mail.outbox[0].to == ["directora@ejemplo.test"]
    again = screen.post(address, values)
    assert Invitation.objects.count() == 1
    assert again.context["form"].errors


def test_issuing_again_asks_for_a_press_and_gives_a_new_code(screen):
    association = factories.AssociationFactory()
    invite = reverse("admin:network_association_invite", args=[association.pk])
    values = {"email": "a@ejemplo.test", "name": "A", "role": "reads", "language": "es"}
    first = screen.post(invite, values).context["code"]
    address = reverse(
        "admin:network_invitation_again", args=[Invitation.objects.get().pk]
    )
    assert screen.get(address).status_code == 405
    assert screen.post(address).context["code"] != first


def test_invitations_are_revoked_by_action(screen, secretariat):
    association = factories.AssociationFactory()
    invite = reverse("admin:network_association_invite", args=[association.pk])
    values = {"email": "a@ejemplo.test", "name": "A", "role": "reads", "language": "es"}
    screen.post(invite, values)
    post_action(screen, "invitation", "revoke", [Invitation.objects.get()])
    assert Invitation.objects.get().revoked_at is not None


def test_front_page_shows_what_waits_with_its_list(screen):
    old = timezone.now() - datetime.timedelta(days=11)
    late = submitted(owner=factories.reviewed_municipality())
    Activity.objects.filter(pk=late.pk).update(submitted_at=old)
    submitted(owner=late.owner)
    factories.MunicipalityFactory()
    front = screen.get("/admin/").content.decode()
    address = reverse("admin:network_activity_changelist") + "?waiting=overdue"
    assert address in front
    assert screen.get(address).context["cl"].result_count == 1
    unreviewed = (
        reverse("admin:network_municipality_changelist") + "?waiting=unreviewed"
    )
    assert unreviewed in front
    assert screen.get(unreviewed).context["cl"].result_count == 1


def test_a_place_gets_its_permanent_address(screen):
    values = {"name_es": "Mixco", "country": "GT", "slug": ""}
    for prefix in ("levels", "parents", "names", "populations"):
        values |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}
    screen.post(reverse("admin:network_place_add"), values)
    assert Place.objects.get().slug == "gt-mixco"


def test_changing_an_association_keeps_history(screen, secretariat):
    association = factories.AssociationFactory()
    values = {
        "name_es": "Nuevo nombre",
        "country": "SV",
        "publication_delay_days": "7",
        "shown": "on",
    }
    for prefix in ("memberships", "offices", "strategic_plans"):
        values |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}
    address = reverse("admin:network_association_change", args=[association.pk])
    values["seen"] = seen_at(screen, address)
    assert screen.post(address, values).status_code == 302
    latest = association.history.first()
    assert (latest.name_es, latest.history_user) == ("Nuevo nombre", secretariat)


def test_lists_cost_the_same_queries_however_long(
    screen, django_assert_max_num_queries
):
    address = reverse("admin:network_activity_changelist")
    for _count in range(5):
        submitted()
    screen.get(address)
    with django_assert_max_num_queries(12):
        screen.get(address)
