"""The people and records with which every address is tried."""

import datetime
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from amuprev.contract.answers import Declared
from amuprev.foundation.addresses import area_address
from amuprev.foundation.models import Picture
from network.addresses import SECTIONS, download_address, evidence_address, feed_address
from network.choices import PeopleShown, ReviewState, Role
from network.models import (
    Activity,
    HeldPost,
    Invitation,
    Organisation,
    PreparedFile,
    StaffReplacement,
    TakeDown,
    User,
)
from network.own_log import OwnChoice
from network.preparing import prepare
from network.services.evidence import attach_evidence
from network.services.exporting import ask_for_file
from network.services.held_posts import hold, mark_sent
from network.services.people import invite
from network.services.people.secrets import token_of
from network.views.take_down import SALT
from tests.contract import experiences, open_data
from tests.foundation import upload_samples
from tests.network import factories
from tests.public_pages import plant_pages

MISSING = 999_999
BACKEND = "network.access.AppointmentBackend"


@dataclass
class Cast:
    """Municipality A with its association, a neighbour B, and people of every kind."""

    town: Organisation
    neighbour: Organisation
    association: Organisation
    people: dict[str, User | None] = field(default_factory=dict)
    activities: dict[str, Activity] = field(default_factory=dict)
    invitations: dict[str, Invitation] = field(default_factory=dict)
    take_downs: dict[str, TakeDown] = field(default_factory=dict)
    prepared: dict[str, PreparedFile] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)
    held: dict[str, HeldPost] = field(default_factory=dict)
    replacements: dict[str, StaffReplacement] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)
    media: str = ""

    def path(self, entry: Declared, state: str) -> str:
        """The address of this route about the object in this state."""
        holds = {**MAKERS[entry.about](self, state), **entry.given}
        return holds["path"] if "path" in holds else reverse(entry.route, kwargs=holds)


def _of_activity(cast: Cast, state: str) -> dict[str, Any]:
    return {"pk": cast.activities[state].pk if state in cast.activities else MISSING}


def _of_evidence(cast: Cast, state: str) -> dict[str, Any]:
    activity = cast.activities[state]
    return {"pk": activity.pk, "key": activity.evidence.get().uuid}


def _of_organisation(cast: Cast, state: str) -> dict[str, Any]:
    found = getattr(cast, state, None)
    return {"pk": getattr(found, "pk", MISSING)}


def _of_person(cast: Cast, state: str) -> dict[str, Any]:
    """A person of the town, or of elsewhere, as seen from the town's page."""
    person = cast.people[state]
    return {"pk": cast.town.pk, "person_pk": person.pk if person else MISSING}


def _of_appointment(cast: Cast, state: str) -> dict[str, Any]:
    person = cast.people[state]
    return {"pk": person.appointments.get().pk if person else MISSING}


def _of_invitation(cast: Cast, state: str) -> dict[str, Any]:
    return {"pk": cast.invitations[state].pk if state in cast.invitations else MISSING}


def _of_replacement(cast: Cast, state: str) -> dict[str, Any]:
    place = cast.neighbour if state == "neighbour" else cast.town
    done = cast.replacements.get(state)
    return {"pk": place.pk, "number": done.pk if done else MISSING}


def _of_held_post(cast: Cast, state: str) -> dict[str, Any]:
    return {"key": cast.held[state].pk if state in cast.held else uuid.uuid4()}


def _of_prepared(cast: Cast, state: str) -> dict[str, Any]:
    file = cast.prepared.get(state)
    return {"key": file.key if file else uuid.UUID(int=0)}


def _of_letter(cast: Cast, state: str) -> dict[str, Any]:
    whole = token_of(cast.invitations["revoked" if state == "revoked" else "open"])
    return {
        "token": whole[:-1] + ("A" if whole[-1] != "A" else "B")
        if state == "altered"
        else whole
    }


def _of_take_down(cast: Cast, state: str) -> dict[str, Any]:
    return {"pk": cast.take_downs[state].pk if state in cast.take_downs else MISSING}


def _of_number(cast: Cast, state: str) -> dict[str, Any]:
    token = signing.dumps(cast.take_downs["waiting"].pk, salt=SALT)
    return {"token": token if state == "right" else f"x{token}"}


def _page(area: str, *parts: str) -> dict[str, Any]:
    return {"path": area_address(area, *parts)}


def _public_tree(cast: Cast, state: str) -> dict[str, Any]:
    known = {
        "network": area_address("network"),
        "activities": area_address("activities"),
    }
    return {"path": known.get(state, "/es/" if state == "home" else "/es/nada/aqui/")}


def _public_activity(cast: Cast, state: str) -> dict[str, Any]:
    return _page("activities", str(_of_activity(cast, state)["pk"]))


def _public_picture(cast: Cast, state: str) -> dict[str, Any]:
    piece = _of_evidence(cast, state)
    return {"path": evidence_address(piece["pk"], piece["key"], "large")}


def _editors_picture(cast: Cast, state: str) -> dict[str, Any]:
    """A copy of a picture of the library: of nobody, or nobody said of whom."""
    return {"name": cast.pictures.get(state, "no-existe.jpg")}


def _public_feed(cast: Cast, state: str) -> dict[str, Any]:
    if state == "one":
        return {"path": feed_address()}
    of = {
        "country": ("countries", "el-salvador"),
        "town": ("municipalities", cast.town.slug),
    }
    return {"path": feed_address(*of.get(state, ("municipalities", "sv-no-existe")))}


def _public_section(cast: Cast, state: str) -> dict[str, Any]:
    return _page("network", SECTIONS[state]["es"] if state in SECTIONS else "nada")


def _public_record(cast: Cast, state: str) -> dict[str, Any]:
    known = {
        "association": ("asociaciones", cast.association.slug),
        "town": ("municipios", cast.town.slug),
        "country": ("paises", "el-salvador"),
    }
    return _page("network", *known.get(state, ("municipios", "sv-no-existe")))


MAKERS: dict[str, Callable[[Cast, str], dict[str, Any]]] = {
    "nothing": lambda cast, state: {},
    "activity": _of_activity,
    "evidence": _of_evidence,
    "organisation": _of_organisation,
    "person": _of_person,
    "appointment": _of_appointment,
    "invitation": _of_invitation,
    "replacement": _of_replacement,
    "held-post": _of_held_post,
    "letter": _of_letter,
    "take-down": _of_take_down,
    "take-down-number": _of_number,
    "public-tree": _public_tree,
    "public-log": lambda cast, state: _page("activities"),
    "public-activity": _public_activity,
    "public-picture": _public_picture,
    "file-form": lambda cast, state: {"form": state},
    "prepared": _of_prepared,
    "public-download": lambda cast, state: {"path": download_address(state)},
    "editors-picture": _editors_picture,
    "public-feed": _public_feed,
    "public-network": lambda cast, state: _page("network"),
    "public-section": _public_section,
    "public-record": _public_record,
    "public-glossary": lambda cast, state: _page("glossary"),
    "public-term": lambda cast, state: _page("glossary", state),
    "section": lambda cast, state: {"section": state},
    "key": lambda cast, state: {"key": "altered"},
    "reset": lambda cast, state: {"uidb36": "1", "key": "altered"},
    **experiences.MAKERS,
    **open_data.MAKERS,
}


def gather() -> Cast:
    """Make everybody and everything once."""
    association = factories.AssociationFactory()
    town = factories.reviewed_municipality(association)
    elsewhere = factories.AssociationFactory()
    cast = Cast(town, factories.reviewed_municipality(elsewhere), association)
    plant_pages()
    factories.GlossaryTermFactory(slug="term")
    experiences.give_experiences(town)
    cast.people = _people(cast, elsewhere)
    give_records(cast)
    _pictures(cast)
    for role, person in cast.people.items():
        client = Client(raise_request_exception=False)
        if person is not None:
            client.force_login(person, backend=BACKEND)
        cast.clients[role] = client
    return cast


def give_records(cast: Cast) -> None:
    """What a town hall has in the portal, in every state."""
    _activities(cast)
    _invitations(cast)
    _held(cast)
    _take_downs(cast)
    _prepared(cast)


def asked(client: Client, method: str, path: str, **more: Any) -> HttpResponse:
    """One request whose changes are undone, by a browser that keeps its session."""
    cookies = client.cookies.output()
    before = {name: morsel.value for name, morsel in client.cookies.items()}
    with transaction.atomic():
        answer = client.generic(method, path, **more)
        if answer.streaming:
            answer.streaming_content = [answer.getvalue()]
        transaction.set_rollback(True)
    if client.cookies.output() != cookies:
        client.cookies.clear()
        for name, value in before.items():
            client.cookies[name] = value
    return answer


def _people(cast: Cast, elsewhere: Organisation) -> dict[str, User | None]:
    today = timezone.localdate()
    day = datetime.timedelta(days=1)
    ended = factories.AppointmentFactory(
        organisation=cast.town, valid_to=today - day, ended_at=timezone.now()
    )
    # Not tomorrow: midnight may come while the tests run.
    early = factories.AppointmentFactory(
        organisation=cast.town, valid_from=today + 2 * day
    )
    boss = factories.UserFactory(is_superuser=True)
    staff = factories.staff_of
    return {
        "anonymous": None,
        "stranger": factories.UserFactory(),
        "ex-member": ended.person,
        "early": early.person,
        "reader": staff(cast.town, Role.READS),
        "clerk": staff(cast.town, Role.RECORDS),
        "coordinator": staff(cast.town, Role.COORDINATES),
        "mayor": staff(cast.town, Role.MAYOR),
        "neighbour": staff(cast.neighbour, Role.COORDINATES),
        "reviewer": staff(cast.association, Role.REVIEWS),
        "administrator": staff(cast.association, Role.ADMINISTERS),
        "other-reviewer": staff(elsewhere, Role.ADMINISTERS),
        "editor": factories.editor_of_the_portal(),
        "secretariat": factories.secretariat_member(),
        "superuser": boss,
    }


def _activities(cast: Cast) -> None:
    author = factories.staff_of(cast.town, Role.RECORDS)
    now = timezone.now()
    states: dict[str, dict[str, Any]] = {
        "draft": {},
        "returned": {"review_state": ReviewState.RETURNED},
        "sent": {"review_state": ReviewState.SUBMITTED, "submitted_at": now},
        "approved": {},
        "hidden": {"hidden_at": now},
        "withdrawn": {"review_state": ReviewState.WITHDRAWN},
        "discarded": {"discarded_at": now, "discarded_by": author},
    }
    for state, more in states.items():
        make = factories.ActivityFactory
        if state in ("approved", "hidden"):
            make = factories.ApprovedActivityFactory
        activity = make(owner=cast.town, created_by=author)
        activity.writers.add(author)
        _piece(activity, author)
        Activity.objects.filter(pk=activity.pk).update(**more)
        activity.refresh_from_db()
        cast.activities[state] = activity


def _piece(activity: Activity, author: User) -> None:
    """A stored photo of an activity that is closed to its clerks."""
    state = activity.review_state
    Activity.objects.filter(pk=activity.pk).update(review_state=ReviewState.DRAFT)
    activity.refresh_from_db()
    attach_evidence(
        activity=activity,
        by=author,
        upload=SimpleUploadedFile("foto.jpg", upload_samples.photo()),
        people_shown=PeopleShown.NOBODY,
        public=True,
    )
    Activity.objects.filter(pk=activity.pk).update(review_state=state)
    activity.refresh_from_db()


def _held(cast: Cast) -> None:
    clerk = cast.people["clerk"]
    for state in ("waiting", "sent"):
        fields = QueryDict(f"what_happened={state}")
        cast.held[state] = hold(person=clerk, path="/", fields=fields, uploads=[])
    mark_sent(post=cast.held["sent"], by=clerk)
    for state, place in (("town", cast.town), ("neighbour", cast.neighbour)):
        made = StaffReplacement.objects.create(organisation=place)
        cast.replacements[state] = made


def _prepared(cast: Cast) -> None:
    """What the clerk asked for: one file that is ready, one that is not."""
    clerk = cast.people["clerk"]
    for state in ("ready", "coming"):
        choice = OwnChoice(state="draft" if state == "coming" else "")
        cast.prepared[state] = ask_for_file(
            by=clerk, choice=choice, words=[], language="es"
        )
        if state == "ready":
            prepare(cast.prepared[state].pk)


def _invitations(cast: Cast) -> None:
    boss = cast.people["coordinator"]
    for name in ("open", "revoked"):
        issued = invite(
            email=f"{name}-{uuid.uuid4().hex[:6]}@ejemplo.test",
            name="Persona invitada",
            organisation=cast.town,
            role=Role.RECORDS,
            by=boss,
        )
        cast.invitations[name] = issued[0]
    Invitation.objects.filter(pk=cast.invitations["revoked"].pk).update(
        revoked_at=timezone.now()
    )
    cast.invitations["revoked"].refresh_from_db()


def _pictures(cast: Cast) -> None:
    """Two pictures of the editors' library, by the name of a copy."""
    for state, shown in (("shown", "nobody"), ("unsaid", "not_sure")):
        picture = Picture(title=state, people_shown=shown)
        content = ContentFile(upload_samples.photo(size=(200, 100)))
        picture.file.save("x.jpg", content, save=False)
        picture.save()
        cast.pictures[state] = picture.get_rendition("width-80").url.rpartition("/")[2]


def _take_downs(cast: Cast) -> None:
    """Asked about the town's approved activity: waiting, hidden and left public."""
    key = str(cast.activities["approved"].pk)
    for outcome in ("waiting", "hidden", "kept"):
        cast.take_downs[outcome] = TakeDown.objects.create(
            kind="activity",
            key=key,
            owner=cast.town,
            why="error",
            outcome=outcome,
            asked_at=timezone.now(),
            decided_at=None if outcome == "waiting" else timezone.now(),
            reason="Es la plaza." if outcome == "kept" else "",
        )
