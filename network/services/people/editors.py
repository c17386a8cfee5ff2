"""One Wagtail group: its members are exactly those who edit the public pages."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)

from network.choices import EDITORS_GROUP, OrganisationKind, Role
from network.models import Appointment, User
from network.queries import AppointmentQuerySet

PAGE_ACTS = ("add_page", "change_page", "publish_page")
# Wagtail asks for its own models' permissions, also with other models in use.
FILE_ACTS = [
    (app_label, f"{act}_{model}")
    for app_label, model in (("wagtailimages", "image"), ("wagtaildocs", "document"))
    for act in ("add", "change", "choose")
]


@transaction.atomic
def keep_editors_in_step(*, person: User) -> bool:
    """Put the person in the editors' group or take them out; true when they edit."""
    edits = _editing().filter(person=person).exists()
    group = (
        editors_group() if edits else Group.objects.filter(name=EDITORS_GROUP).first()
    )
    if group is not None:
        change = person.groups.add if edits else person.groups.remove
        change(group)
    return edits


@transaction.atomic
def keep_all_editors_in_step() -> None:
    """Give the editors' group exactly the members whose appointments say so today."""
    editors_group().user_set.set(_editing().values_list("person", flat=True).distinct())


@transaction.atomic
def editors_group() -> Group:
    """The editors' group with all its permissions, made when missing."""
    group, _made = Group.objects.get_or_create(name=EDITORS_GROUP)
    group.permissions.set(_permissions([("wagtailadmin", "access_admin")]))
    root = Page.objects.get(depth=1)
    for permission in _permissions([("wagtailcore", act) for act in PAGE_ACTS]):
        GroupPagePermission.objects.get_or_create(
            group=group, page=root, permission=permission
        )
    shelf = Collection.get_first_root_node()
    for permission in _permissions(FILE_ACTS):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=shelf, permission=permission
        )
    return group


def _editing() -> AppointmentQuerySet:
    return Appointment.objects.in_force().filter(
        organisation__kind=OrganisationKind.NETWORK,
        role__in=(Role.EDITS, Role.SECRETARIAT),
    )


def _permissions(wanted: list[tuple[str, str]]) -> list[Permission]:
    chosen = Q()
    for app_label, codename in wanted:
        chosen |= Q(content_type__app_label=app_label, codename=codename)
    return list(Permission.objects.filter(chosen))
