"""Sixty acts of six roles through their doors, read again in the audit trail (S18)."""

import io
import logging
import re
from pathlib import Path

import pytest
from django.conf import settings as portal
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from amuprev.foundation.addresses import area_address
from network.choices import Act, Outcome, Role
from network.models import (
    Activity,
    Appointment,
    AuditEntry,
    Deletion,
    Evidence,
    Invitation,
    Milestone,
    NetworkLandingPage,
    TakeDown,
)
from network.services import audit
from network.services.people import keep_editors_in_step
from tests.background import work_off
from tests.foundation import upload_samples as samples
from tests.network import factories
from tests.network.door import choose_new_password, try_password
from tests.network.story import Notebook, at_desk, everything_told, of, sent
from tests.page_forms import posting_forms
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db
# Typed into drafts, reasons and boxes for passwords; none may stand in trail or log.
TYPED = (
    "Zafirocuento", "Topaciolugar", "Granatesocio", "Ambarpie", "Jaderazon",
    "Opalonota", "Perlaruego", "clave-que-nadie-sabe-77", "Cuarzoingles",
)  # fmt: skip
NEW_PASSWORD = "clave-que-nadie-sabe-77 y más"


class Scene:
    """One town with its association, and whoever acts."""

    def __init__(self) -> None:
        plant_pages()
        staff, self.kind = factories.staff_of, factories.ActivityKindFactory()
        self.association = factories.AssociationFactory()
        self.town = factories.reviewed_municipality(self.association)
        self.clerk = staff(self.town, name="Clara")
        self.boss = staff(self.town, Role.COORDINATES, name="Berta")
        self.reviewer = staff(self.association, Role.REVIEWS, name="Raúl")
        self.head = staff(self.association, Role.ADMINISTERS, name="Hilda")
        self.secretary = factories.secretariat_member(name="Ana")
        self.editor = factories.editor_of_the_portal(name="Edu")
        keep_editors_in_step(person=self.editor)
        keep_editors_in_step(person=self.secretary)
        self.book = Notebook()

    def draft(self) -> Activity:
        return factories.ActivityFactory(
            owner=self.town, kind=self.kind, created_by=self.clerk
        )


@pytest.fixture
def scene():
    return Scene()


def at_the_door(scene):
    book, clerk = scene.book, scene.clerk
    client = Client()
    with book.says(Act.SIGN_IN_FAILED, None, Outcome.REFUSED):
        try_password(clerk.email, TYPED[7], client=client)
    with book.says(Act.SIGNED_IN, clerk):
        try_password(clerk.email, factories.PASSWORD, client=client)
    book.clients[clerk.pk] = client
    book.press(Act.DETAILS_CHANGED, clerk, reverse("account_front"), name="Clara Paz")
    with book.says(Act.SIGN_IN_FAILED, None, Outcome.REFUSED):
        try_password("nadie@ejemplo.test")
    helper = factories.staff_of(scene.town)
    with book.says(Act.PASSWORD_ASKED, None):
        Client().post(reverse("account_reset_password"), {"email": helper.email})
    with book.says(Act.PASSWORD_RESET, helper):
        choose_new_password(NEW_PASSWORD, address="203.0.113.9")
    book.press(
        Act.PASSWORD_CHANGED, clerk, reverse("account_change_password"),
        oldpassword=factories.PASSWORD, password1=NEW_PASSWORD, password2=NEW_PASSWORD,
    )  # fmt: skip
    with book.says(Act.INVITATION_CODE_WRONG, None, Outcome.REFUSED):
        Client().post(reverse("invitation_by_code"), {"email": "x@y.test", "code": "A"})


def in_the_log(scene):
    book, clerk = scene.book, scene.clerk
    book.press(
        Act.ACTIVITY_STARTED, clerk, of("quick_log"), kind=scene.kind.pk,
        what_happened=TYPED[0], place_name=TYPED[1], started_day="3",
        started_month="2", started_year="2026", women="9", action="draft",
    )  # fmt: skip
    made = Activity.objects.latest("pk")
    edit = of("activity_section", made.pk, "results")
    book.press(Act.ACTIVITY_SAVED, clerk, edit, result_es=TYPED[0])
    kinds = {"form-0-kind": "police", "form-0-name": TYPED[2]}
    book.press(Act.PARTNERS_SAVED, clerk, of("activity_partners", made.pk), **kinds)
    page = book.client(clerk).get(edit)
    late = max(posting_forms(page, edit), key=lambda form: len(form.kinds)).values
    book.post(Act.ACTIVITY_DISCARDED, clerk, of("activity_act", made.pk, "discard"))
    late["result_es"] = TYPED[0]
    book.post(Act.ACTIVITY_SAVED, clerk, edit, refused=True, **late)
    book.post(Act.ACTIVITY_RESTORED, clerk, of("activity_bring_back", made.pk))
    in_the_photos(scene, made)
    book.post(Act.ACTIVITY_SUBMITTED, clerk, of("activity_submit", made.pk))
    book.post(Act.ACTIVITY_REOPENED, clerk, of("activity_act", made.pk, "reopen"))
    with book.says(Act.ACCESS_REFUSED, clerk, Outcome.REFUSED):
        book.client(clerk).get(of("inbox"))
    book.get(Act.LOG_EXPORTED, clerk, of("activities_file", form="csv"), q=TYPED[0])
    book.post(Act.ACTIVITY_SUBMITTED, clerk, of("activity_submit", made.pk))
    return made


def in_the_photos(scene, made):
    book, clerk = scene.book, scene.clerk
    photos = of("activity_evidence", made.pk)
    photo = SimpleUploadedFile("f.jpg", samples.photo(size=(320, 240)), "image/jpeg")
    said = {"caption": TYPED[3], "people_shown": "nobody", "public": "on"}
    book.press(Act.EVIDENCE_ATTACHED, clerk, photos, file=photo, **said)
    work_off()
    piece = Evidence.objects.get()
    where = (made.pk, piece.uuid)
    book.press(
        Act.EVIDENCE_DESCRIBED, clerk, of("evidence_piece", *where), caption=TYPED[3]
    )
    cover = of("evidence_cover", *where)
    book.press(Act.EVIDENCE_COVERED, clerk, cover, squares=["3", "4"])
    book.post(Act.EVIDENCE_UNCOVERED, clerk, of("evidence_act", *where, "uncover"))
    book.press(Act.EVIDENCE_DESCRIBED, clerk, of("evidence_piece", *where), **said)
    book.post(Act.EVIDENCE_REMOVED, clerk, of("evidence_act", *where, "remove"))
    book.post(Act.EVIDENCE_RESTORED, clerk, of("evidence_act", *where, "restore"))
    paper = SimpleUploadedFile("a.pdf", samples.pdf(), "application/pdf")
    book.press(Act.EVIDENCE_ATTACHED, clerk, photos, file=paper, people_shown="nobody")
    document = Evidence.objects.latest("pk")
    address = of("evidence_file", made.pk, document.uuid, "large")
    book.get(Act.FILE_DOWNLOADED, clerk, address)


def in_review(scene, made):
    book, who = scene.book, scene.reviewer
    review = of("review_activity", made.pk)
    book.post(Act.ACTIVITY_RETURNED, who, review, action="return", note=TYPED[5])
    # Nothing was changed, which the portal asks about first.
    made.refresh_from_db()
    again = of("activity_submit", made.pk)
    book.post(Act.ACTIVITY_SUBMITTED, scene.clerk, again, looked=made.version)
    with book.says(Act.ACTIVITY_APPROVED, who):
        sent(book.client(who), review, action="approve", note="")
    hide = of("activity_act", made.pk, "hide")
    book.post(Act.ACTIVITY_HIDDEN, scene.boss, hide)
    book.post(Act.ACTIVITY_SHOWN, scene.boss, of("activity_act", made.pk, "show"))
    piece = Evidence.objects.first()
    for act, name in ((Act.EVIDENCE_HIDDEN, "hide"), (Act.EVIDENCE_SHOWN, "show")):
        book.post(act, scene.boss, of("evidence_act", made.pk, piece.uuid, name))
    Activity.objects.filter(pk=made.pk).update(publish_from="2026-02-20")
    asked(scene, made)
    scene.book.press(
        Act.ACTIVITY_TRANSLATED, scene.secretary, at_desk("activity_change", made.pk),
        title_en=TYPED[8],
    )  # fmt: skip
    book.post(
        Act.ACTIVITY_WITHDRAWN, scene.boss, of("activity_act", made.pk, "withdraw")
    )


def asked(scene, made):
    book = scene.book
    where = f"{reverse('take_down')}?of=activity-{made.pk}"
    for words in (TYPED[6], "Otra vez"):
        with book.says(Act.TAKEDOWN_ASKED, None):
            sent(Client(), where, why="myself", words=words)
    last, first = TakeDown.objects.filter(asked_at__isnull=False).order_by("-pk")
    keep = of("take_down", first.pk)
    book.post(Act.TAKEDOWN_KEPT, scene.boss, keep, reason=TYPED[4])
    book.post(Act.TAKEDOWN_HIDDEN, scene.boss, of("take_down_hide", last.pk))
    why = of("take_down_reason", last.pk)
    book.post(Act.TAKEDOWN_REASONED, scene.boss, why, reason=TYPED[4])
    book.client(scene.boss).post(of("take_down_show", last.pk))


def with_people(scene):
    book, boss = scene.book, scene.boss
    offer = of("invite", scene.town.pk)
    whom = {"email": "nueva@ejemplo.test", "name": "Nora", "role": Role.READS}
    book.press(Act.PERSON_INVITED, boss, offer, **whom)
    book.press(Act.PERSON_INVITED, boss, offer, refused=True, **whom)
    made = Invitation.objects.latest("pk")
    book.post(Act.INVITATION_REISSUED, boss, of("invitation_letter", made.pk))
    book.post(Act.INVITATION_REVOKED, boss, of("revoke_invitation", made.pk))
    other = Appointment.objects.get(person=factories.staff_of(scene.town, name="Otto"))
    book.post(Act.APPOINTMENT_ENDED, boss, of("end_appointment", other.pk), reason="x")
    book.post(Act.APPOINTMENT_RESTORED, boss, of("restore_appointment", other.pk))
    where = (scene.town.pk, other.person_id)
    new = {"email": "otra@ejemplo.test"}
    book.post(Act.ACCESS_RESTORED, scene.head, of("new_address", *where), **new)
    newcomer = sent(book.client(boss), offer, **{**whom, "email": "z@ejemplo.test"})
    accept(scene, newcomer.context["code"])
    replace = of("replace_staff", scene.town.pk)
    review = sent(book.client(scene.head), replace, action="review", when="now")
    with book.says(Act.STAFF_REPLACED, scene.head):
        (form,) = [
            each for each in posting_forms(review, replace) if len(each.values) > 5
        ]
        book.client(scene.head).post(replace, {**form.values, "action": "confirm"})


def accept(scene, code):
    """Somebody new comes in with the letter's code."""
    client, last = Client(), AuditEntry.objects.latest("pk").pk
    who = {"email": "z@ejemplo.test", "code": code}
    page = client.post(reverse("invitation_by_code"), who, follow=True)
    path = page.redirect_chain[-1][0]
    answers = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD, "name": "Zoe"}
    client.post(path, answers)
    new = AuditEntry.objects.filter(pk__gt=last, act=Act.INVITATION_ACCEPTED)
    entry = new.get()
    assert entry.actor.name == "Zoe"
    scene.book.told.add((entry.act, entry.outcome))


def at_the_secretariat(scene):
    book, who = scene.book, scene.secretary
    saved = {
        "place": (Act.PLACE_SAVED, scene.town.place, "official_code", "0511"),
        "municipality": (Act.ORGANISATION_SAVED, scene.town, "phone", "2222"),
        "affiliation": (Act.AFFILIATION_SAVED, None, "source", "Acta 4"),
        "theme": (Act.LIST_SAVED, factories.ThemeFactory(), "name_en", "Peace"),
        "user": (Act.PERSON_SAVED, scene.editor, "name", "Eduardo"),
        "appointment": (Act.APPOINTMENT_SAVED, None, "position", "Jefe"),
    }
    for model, (act, record, field, value) in saved.items():
        record = record or last_of(scene, model)
        book.press(act, who, at_desk(f"{model}_change", record.pk), **{field: value})
    milestone = Milestone.objects.create(key="h", title_es="Hito", started="2013-05-01")
    screen = at_desk("milestone_change", milestone.pk)
    book.press(Act.INSTITUTIONAL_SAVED, who, screen, title_es="Otro hito")
    book.get(Act.HISTORY_READ, who, at_desk("milestone_history", milestone.pk))
    first = milestone.history.last()
    book.press(
        Act.RECORD_REVERTED, who,
        at_desk("milestone_simple_history", milestone.pk, first.pk),
    )  # fmt: skip
    delete = at_desk("milestone_delete", milestone.pk)
    book.post(Act.RECORD_DELETED, who, delete, post="yes")
    back = at_desk("deletion_bring_back", Deletion.objects.latest("pk").pk)
    book.post(Act.RECORD_RESTORED, who, back)
    exported(scene)
    person = factories.UserFactory()
    for act, name in (
        (Act.PERSON_DEACTIVATED, "close_accounts"),
        (Act.PERSON_REACTIVATED, "reopen_accounts"),
    ):
        chosen = {"action": name, "_selected_action": person.pk}
        book.post(act, who, at_desk("user_changelist"), **chosen)
    chosen = {"action": "mark_suspended", "_selected_action": scene.association.pk}
    book.post(Act.MEMBERSHIP_SAVED, who, at_desk("association_changelist"), **chosen)


def last_of(scene, model):
    if model == "affiliation":
        return scene.town.affiliations.get()
    return factories.AppointmentFactory(organisation=scene.town)


def exported(scene):
    book, who = scene.book, scene.secretary
    form = {"format": "0", "resource": "0"}
    with book.says(Act.ADMIN_EXPORTED, who):
        sent(book.client(who), at_desk("place_export"), **form)
    with book.says(Act.TRAIL_EXPORTED, who):
        sent(book.client(who), at_desk("auditentry_export"), **form)
    upload = io.BytesIO(b"clave,nombre_es\ngt-mixco,Mixco\n")
    upload.name = "lugares.csv"
    factories.PlaceFactory(key="gt-mixco", country="GT")
    seen = sent(book.client(who), at_desk("place_import"), import_file=upload, **form)
    confirmed = seen.context["confirm_form"].initial
    book.post(Act.RECORDS_IMPORTED, who, at_desk("place_process_import"), **confirmed)


def in_the_editors_room(scene):
    book, who = scene.book, scene.editor
    page = NetworkLandingPage.objects.order_by("pk").first()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    book.press(Act.PAGE_SAVED, who, address, seo_title="La red")
    publishing = {"action-publish": "action-publish"}
    book.press(Act.PAGE_PUBLISHED, scene.secretary, address, **publishing)
    paper = SimpleUploadedFile("a.pdf", samples.pdf(), "application/pdf")
    with book.says(Act.DOCUMENT_SAVED, who):
        sent(book.client(who), reverse("wagtaildocs:add"), title="Guía", file=paper)
    photo = SimpleUploadedFile("a.jpg", samples.photo(), "image/jpeg")
    said = {"title": "Plaza", "file": photo, "people_shown": "nobody"}
    with book.says(Act.PICTURE_SAVED, who):
        sent(book.client(who), reverse("wagtailimages:add"), **said)
    book.post(Act.SIGNED_OUT, who, reverse("account_logout"))


def test_sixty_acts_of_six_roles_are_told_without_their_words(scene, caplog):
    caplog.set_level(logging.INFO)
    at_the_door(scene)
    made = in_the_log(scene)
    in_review(scene, made)
    with_people(scene)
    at_the_secretariat(scene)
    in_the_editors_room(scene)
    assert not scene.book.faults, "\n".join(scene.book.faults)
    assert len(scene.book.told) >= 60, sorted(scene.book.told)
    assert len(scene.book.people) >= 6
    told, logged = everything_told(), caplog.text
    for words in (*TYPED, factories.PASSWORD, NEW_PASSWORD):
        assert words not in told, words
        assert words not in logged, words
    audit.seal_all()
    assert list(audit.faults()) == []
    assert made.history.filter(result_es=TYPED[0]).exists()
    assert Client().get(area_address("activities")).status_code == 200


FOLDERS = (
    "network", "toolkit", "twinnings", "experiences", "municipio_seguro", "amuprev",
)  # fmt: skip


def test_every_kind_of_act_is_recorded_somewhere():
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in FOLDERS
        for path in Path(portal.BASE_DIR, folder).rglob("*.py")
        if path.name != "acts.py"
    )
    named = set(re.findall(r"\bAct\.([A-Z_]+)", source))
    assert {act.name for act in Act} - named == set()
