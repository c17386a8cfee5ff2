"""Wagtail's groups: their members are exactly those whose appointments say so.

Editors write all public pages, authors the news of their own association; what they
send waits for the secretariat, which publishes.
"""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)

from network.choices import (
    AUTHORS_GROUP,
    EDITORS_GROUP,
    PUBLISHERS_GROUP,
    OrganisationKind,
    Role,
)
from network.models import Appointment, User
from network.queries import AppointmentQuerySet

NETWORK = Q(organisation__kind=OrganisationKind.NETWORK)
MEMBERS = {
    EDITORS_GROUP: NETWORK & Q(role__in=(Role.EDITS, Role.SECRETARIAT)),
    PUBLISHERS_GROUP: NETWORK & Q(role=Role.SECRETARIAT),
    AUTHORS_GROUP: Q(organisation__kind=OrganisationKind.ASSOCIATION, role=Role.EDITS),
}
# On every page. Authors are given the news lists alone, where the pages are made.
PAGE_ACTS = {
    EDITORS_GROUP: ("add_page", "change_page"),
    PUBLISHERS_GROUP: ("add_page", "change_page", "publish_page"),
    AUTHORS_GROUP: (),
}
DOOR = ("wagtailadmin", "access_admin")
TRANSLATION = ("simple_translation", "submit_translation")
OTHER_ACTS = {
    EDITORS_GROUP: [DOOR, TRANSLATION],
    PUBLISHERS_GROUP: [DOOR, TRANSLATION],
    AUTHORS_GROUP: [DOOR],
}
# Wagtail asks for its own models' permissions, also with other models in use.
FILE_ACTS = [
    (app_label, f"{act}_{model}")
    for app_label, model in (("wagtailimages", "image"), ("wagtaildocs", "document"))
    for act in ("add", "change", "choose")
]
# A library of its own has each author, who sees what all chose but changes only theirs.
FILE_ACTS_OF_AUTHORS = [
    (app_label, codename)
    for app_label, codename in FILE_ACTS
    if not codename.startswith("change_")
]


@transaction.atomic
def keep_editors_in_step(*, person: User) -> bool:
    """Put the person in the groups of those who write pages, or take them out.

    True when they write some.
    """
    writes = False
    for name in MEMBERS:
        belongs = _holding(name).filter(person=person).exists()
        writes = writes or belongs
        group = pages_group(name) if belongs else _existing(name)
        if group is not None:
            change = person.groups.add if belongs else person.groups.remove
            change(group)
    return writes


@transaction.atomic
def keep_all_editors_in_step() -> int:
    """Give each group exactly the members whose appointments say so today.

    Returns how many people came or went. Idempotent.
    """
    moved = 0
    for name in MEMBERS:
        group = pages_group(name)
        wanted = set(_holding(name).values_list("person", flat=True))
        held = set(group.user_set.values_list("pk", flat=True))
        if wanted != held:
            group.user_set.set(wanted)
        moved += len(wanted ^ held)
    return moved


@transaction.atomic
def pages_group(name: str) -> Group:
    """One of the groups with exactly its permissions, made when missing."""
    group, _made = Group.objects.get_or_create(name=name)
    group.permissions.set(_permissions(OTHER_ACTS[name]))
    _keep_page_acts(group)
    shelf = Collection.get_first_root_node()
    acts = FILE_ACTS_OF_AUTHORS if name == AUTHORS_GROUP else FILE_ACTS
    for permission in _permissions(acts):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=shelf, permission=permission
        )
    return group


def let_authors_add(*, page: Page) -> None:
    """Let the authors of the associations add under this page what they write."""
    (permission,) = _permissions([("wagtailcore", "add_page")])
    GroupPagePermission.objects.get_or_create(
        group=pages_group(AUTHORS_GROUP), page=page, permission=permission
    )


def _keep_page_acts(group: Group) -> None:
    """On the root of the tree: what the group may do there, and nothing more."""
    root = Page.objects.get(depth=1)
    acts = [("wagtailcore", act) for act in PAGE_ACTS[group.name]]
    wanted = _permissions(acts) if acts else []
    held = GroupPagePermission.objects.filter(group=group, page=root)
    held.exclude(permission__in=wanted).delete()
    for permission in wanted:
        GroupPagePermission.objects.get_or_create(
            group=group, page=root, permission=permission
        )


def _existing(name: str) -> Group | None:
    return Group.objects.filter(name=name).first()


def _holding(name: str) -> AppointmentQuerySet:
    return Appointment.objects.in_force().filter(MEMBERS[name])


def _permissions(wanted: list[tuple[str, str]]) -> list[Permission]:
    chosen = Q()
    for app_label, codename in wanted:
        chosen |= Q(content_type__app_label=app_label, codename=codename)
    return list(Permission.objects.filter(chosen))
