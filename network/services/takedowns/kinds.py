"""The kinds of public thing: how each is found, named, hidden and shown again."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amuprev.foundation.addresses import AREAS
from amuprev.foundation.together import read_together
from network.addresses import (
    KIND_SECTIONS,
    SECTIONS,
    activity_address,
    country_address,
    country_of_slug,
    evidence_address,
    organisation_address,
)
from network.choices import Country, EvidenceKind, OrganisationKind, PublicKind
from network.models import Activity, Evidence, Organisation, TakeDown
from network.services.evidence import hide_evidence, show_evidence
from network.services.organisations import hide_organisation, show_organisation
from network.services.review import hide_activity, show_activity
from network.services.takedowns.keys import numbers, uuids
from network.services.takedowns.things import Hideable, Records, Thing, public_at

LONGEST_KEY = 80
LANGUAGES = ("es", "en")


# Which thing of another app stands at the parts of an address: language, then the rest.
Reader = Callable[[str, list[str]], Thing | None]
READERS: list[Reader] = []


def offer_kind(kind: PublicKind, way: Hideable, at: Reader | None = None) -> None:
    """Have things of an upper floor found, hidden and shown like those of the network."""
    HIDEABLE[kind] = way
    if at is not None and at not in READERS:
        READERS.append(at)


def find_thing(name: str) -> Thing | None:
    """The thing a link names as kind-key; None for anything else."""
    # PostgreSQL refuses to be asked about a null byte.
    kind, _dash, key = name.replace("\x00", "").partition("-")
    if kind not in HIDEABLE or not 0 < len(key) <= LONGEST_KEY:
        return None
    return HIDEABLE[PublicKind(kind)].find(key)


def thing_of(take_down: TakeDown) -> Thing | None:
    """What a take-down is about; None when the record no longer exists."""
    return HIDEABLE[PublicKind(take_down.kind)].find(take_down.key)


def things_of(take_downs: Iterable[TakeDown]) -> list[Thing | None]:
    """What each of these is about, in one question."""
    every = [(PublicKind(each.kind), each.key) for each in take_downs]
    keys = defaultdict(list)
    for kind, key in every:
        keys[kind].append(key)
    known: dict[tuple[PublicKind, str], Thing | None] = {}
    asked = {}
    for kind, mine in keys.items():
        find = HIDEABLE[kind].find
        if isinstance(find, Records):
            asked[kind.value] = find.rows(mine)
        else:
            known |= {(kind, key): find(key) for key in mine}
    for name, rows in read_together(**asked).items():
        tell: Any = HIDEABLE[PublicKind(name)].find
        told = (tell.tell(row) for row in rows)
        known |= {(PublicKind(name), each.key): each for each in told if each}
    return [known.get(each) for each in every]


def hold_thing(thing: Thing | None) -> None:
    """Wait until nobody else hides or shows the thing, and keep others waiting."""
    if thing is None or thing.record is None:
        return
    if hold := HIDEABLE[thing.kind].hold:
        hold()
    # As its own verbs hold it: an organisation's key stays, see `hide_organisation`.
    key_stays = isinstance(thing.record, Organisation)
    rows = type(thing.record)._base_manager.select_for_update(no_key=key_stays)
    list(rows.filter(pk=thing.record.pk).values("pk"))


def thing_at(address: str) -> Thing | None:
    """The thing read at an address of the portal; a page when it is no record's."""
    try:
        whole = urlsplit(address.strip())
    except ValueError:  # brackets that hold no address, say
        return None
    own = urlsplit(settings.SITE_URL).netloc
    if whole.netloc and whole.netloc != own and whole.hostname not in LOCAL:
        return None
    language, *parts = [part for part in whole.path.split("/") if part] or [""]
    if language not in LANGUAGES:
        return None
    return _record_at(language, parts, whole.path) or _page(whole.path)


LOCAL = ("localhost", "127.0.0.1", "testserver")


def _record_at(language: str, parts: list[str], path: str) -> Thing | None:
    """The record of an address, or what stands for it where there is none.

    Nobody learns from the answer whether a draft of that number exists.
    """
    gone = Thing(PublicKind.PAGE, path[:LONGEST_KEY], path, path, None, is_public=False)
    log = AREAS["activities"][language]
    match parts:
        case [area, number] if area == log and number.isdecimal():
            return _activity(number) or gone
        case [area, _number, evidence, _size] if area == log:
            return _evidence(evidence) or gone
        case [area, section, slug] if area == AREAS["network"][language]:
            if section == SECTIONS["countries"][language]:
                return _country(country_of_slug(slug, language) or "")
            for kind, key in KIND_SECTIONS.items():
                if section == SECTIONS[key][language]:
                    return _organisations(OrganisationKind(kind))(slug) or gone
    return next((found for read in READERS if (found := read(language, parts))), None)


def _activity_told(row: Activity) -> Thing:
    return Thing(
        PublicKind.ACTIVITY,
        str(row.pk),
        row.title or row.number,
        activity_address(row.pk),
        row.owner,
        row.is_public,
        row,
    )


_activity = Records(
    lambda keys: (
        Activity.objects.kept().filter(pk__in=numbers(keys)).select_related("owner")
    ),
    _activity_told,
)


def _evidence_told(row: Any) -> Thing:
    activity = row.activity
    what = _("Photo") if row.kind == EvidenceKind.PICTURE else _("Document")
    return Thing(
        PublicKind.EVIDENCE,
        str(row.uuid),
        f"{what}: {row.caption or activity.title or activity.number}",
        evidence_address(activity.pk, row.uuid, "large"),
        activity.owner,
        row.showable and activity.is_public,
        row,
        row.sha256,
    )


def _evidence_rows(**which: Any) -> QuerySet:
    shown = Evidence.objects.showable().filter(pk=OuterRef("pk"))
    rows = Evidence.objects.filter(**which)
    return rows.select_related("activity__owner").annotate(showable=Exists(shown))


_evidence = Records(
    lambda keys: _evidence_rows(uuid__in=uuids(keys)),
    _evidence_told,
)


def _same_evidence(owner: Organisation | None, mark: str) -> list[Thing]:
    rows = _evidence_rows(activity__owner=owner, sha256=mark).order_by("pk")
    return public_at(
        (_evidence_told(row), _activity_told(row.activity)) for row in rows
    )


def _organisation_told(row: Organisation) -> Thing:
    return Thing(
        PublicKind(row.kind),
        row.slug,
        row.name,
        organisation_address(row.kind, row.slug),
        row,
        row.shown,
        row,
    )


def _organisations(kind: OrganisationKind) -> Records:
    return Records(
        lambda keys: Organisation.objects.filter(kind=kind, slug__in=keys),
        _organisation_told,
    )


def _country(code: str) -> Thing | None:
    code = code.upper()
    address = country_address(code)
    if not address:
        return None
    title = str(Country(code).label)
    return Thing(PublicKind.COUNTRY, code, title, address, None, True)


def _page(path: str) -> Thing | None:
    if not path.startswith(tuple(f"/{language}/" for language in LANGUAGES)):
        return None
    return Thing(PublicKind.PAGE, path[:LONGEST_KEY], path, path, None, True)


HIDEABLE: dict[PublicKind, Hideable] = {
    PublicKind.ACTIVITY: Hideable(
        _activity,
        lambda row, by: hide_activity(activity=row, by=by),
        lambda row, by: show_activity(activity=row, by=by),
        gettext_lazy("It leaves every public page and figure within a minute."),
    ),
    PublicKind.EVIDENCE: Hideable(
        _evidence,
        lambda row, by: hide_evidence(evidence=row, by=by),
        lambda row, by: show_evidence(evidence=row, by=by),
        gettext_lazy("Nobody from outside can open it, within a minute."),
        same=_same_evidence,
    ),
    PublicKind.MUNICIPALITY: Hideable(
        _organisations(OrganisationKind.MUNICIPALITY),
        lambda row, by: hide_organisation(organisation=row, by=by),
        lambda row, by: show_organisation(organisation=row, by=by),
        gettext_lazy("Its page and all its activities leave the public portal."),
    ),
    PublicKind.ASSOCIATION: Hideable(
        _organisations(OrganisationKind.ASSOCIATION),
        lambda row, by: hide_organisation(organisation=row, by=by),
        lambda row, by: show_organisation(organisation=row, by=by),
        gettext_lazy("Its page and its own activities leave the public portal."),
    ),
    PublicKind.COUNTRY: Hideable(_country),
    PublicKind.PAGE: Hideable(_page),
}
