"""«¿Dónde está mi municipio?»: what staff write, what the association sees, who may not."""

import io
import uuid
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone, translation

from network.choices import Role
from tests.foundation.upload_samples import pdf
from tests.network.desk import signed_in
from tests.network.factories import MunicipalityFactory, staff_of
from tests.toolkit.factories import (
    BodyFactory,
    MeetingFactory,
    SeatFactory,
    StepFactory,
    days_ago,
    reviewed_town,
)
from toolkit.models import (
    Agreement,
    CheckEvidence,
    Meeting,
    ModelDocument,
    MunicipalPolicy,
    PreventionBody,
    StepCheck,
)
from toolkit.services import meetings as meeting_verbs

pytestmark = pytest.mark.django_db
ODD = 'Comité «"& {{ name }} [[body]]» de Ñ'


@pytest.fixture
def scene():
    town, clerk, reviewer = reviewed_town()
    return town, signed_in(clerk), signed_in(reviewer)


def at(name, town, *more):
    return reverse(f"toolkit:{name}", args=[town.pk, *more])


def boxes(name, day):
    return {
        f"{name}_day": day.day,
        f"{name}_month": day.month,
        f"{name}_year": day.year,
    }


def page(client, *where):
    answer = client.get(at(*where))
    assert answer.status_code == 200, answer
    return answer.content.decode()


def docx_words(content):
    return zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()


def test_the_body_and_its_seats_are_written_and_the_association_reads_them(scene):
    town, clerk, reviewer = scene
    sent = {"name": ODD, "act": "Acta 09", "founded_year": "2016"}
    clerk.post(at("body", town), sent)
    body = PreventionBody.objects.get()
    assert (body.name, body.date_precision) == (ODD, "year")
    seat = {"sector": "police", "institution": "PNC", "office": "Jefatura"}
    again = clerk.post(
        at("add_seat", town), {**seat, "seat": "holder", "sex": "women", "another": "y"}
    )
    assert again.url == at("add_seat", town)
    told = page(reviewer, "seats", town)
    assert "Jefatura" in told
    assert "Acta 09" in told
    assert "2016" in told
    assert "{{ name }}" in told
    assert at("add_seat", town) not in told
    assert reviewer.post(at("add_seat", town), seat).status_code == 404
    stranger = signed_in(staff_of(MunicipalityFactory(), Role.COORDINATES))
    assert stranger.get(at("seats", town)).status_code == 404


@pytest.mark.parametrize("office", ["Lic. Ana Pérez", "María Hernández López"])
def test_a_name_in_a_seat_asks_whether_it_is_so_and_loses_nothing(scene, office):
    town, clerk, _reviewer = scene
    body = BodyFactory(organisation=town)
    sent = {"sector": "police", "institution": "PNC", "office": office,
            "seat": "holder", "sex": "unknown"}  # fmt: skip
    answer = clerk.post(at("add_seat", town), sent)
    assert answer.status_code == 422
    assert office in answer.content.decode()
    assert not body.members.exists()
    clerk.post(at("add_seat", town), {**sent, "sure": "people-office"})
    assert body.members.get().office == office


def test_two_who_change_one_seat_see_both_versions(scene):
    town, clerk, _reviewer = scene
    seat = SeatFactory(body=BodyFactory(organisation=town), office="Jefatura")
    sent = {"sector": "police", "institution": "PNC", "seat": "holder",
            "sex": "unknown", "version": seat.version}  # fmt: skip
    clerk.post(at("seat", town, seat.pk), {**sent, "office": "Dirección"})
    late = clerk.post(at("seat", town, seat.pk), {**sent, "office": "Delegación"})
    told = late.content.decode()
    assert late.status_code == 409
    assert "Dirección" in told
    assert "Delegación" in told
    seat.refresh_from_db()
    assert seat.office == "Dirección"


def test_a_seat_that_was_left_is_held_again_by_a_press(scene):
    town, clerk, _reviewer = scene
    seat = SeatFactory(body=BodyFactory(organisation=town))
    wrong = clerk.post(at("leave", town, seat.pk), boxes("on", days_ago(-3)))
    assert wrong.status_code == 422
    clerk.post(at("leave", town, seat.pk), boxes("on", days_ago(1)))
    seat.refresh_from_db()
    assert seat.left_on == days_ago(1)
    assert not seat.sits
    clerk.post(at("sit_again", town, seat.pk))
    seat.refresh_from_db()
    assert seat.left_on is None


def test_yes_needs_its_evidence_and_progress_moves(scene):
    town, clerk, reviewer = scene
    step = StepFactory()
    wrong = clerk.post(at("check", town, step.pk), {"answer": "yes", "version": 1})
    assert wrong.status_code == 422
    assert not StepCheck.objects.filter(answer="yes")
    sent = {"answer": "yes", "reference": "Acta 4, archivo municipal", "version": 1}
    assert clerk.post(at("check", town, step.pk), sent).url == at("town", town)
    assert "Acta 4" in page(reviewer, "check", town, step.pk)
    late = clerk.post(at("check", town, step.pk), {**sent, "answer": "no"})
    assert late.status_code == 409
    piece = CheckEvidence.objects.get()
    clerk.post(at("evidence_act", town, step.pk, piece.pk, "remove"))
    assert StepCheck.objects.get().answer == "partly"
    assert at("check", town, step.pk) in page(clerk, "town", town)
    clerk.post(at("evidence_act", town, step.pk, piece.pk, "restore"))
    assert StepCheck.objects.get().evidence_count == 1


def test_an_attached_file_is_read_by_its_people_and_the_association_alone(scene):
    town, clerk, reviewer = scene
    step = StepFactory()
    answer = clerk.post(
        at("attach", town, step.pk), {"file": SimpleUploadedFile("acta.pdf", pdf())}
    )
    assert answer.url == at("check", town, step.pk)
    file = at("evidence", town, step.pk, CheckEvidence.objects.get().pk)
    for reader in (clerk, reviewer):
        assert b"".join(reader.get(file).streaming_content).startswith(b"%PDF")
    stranger = signed_in(staff_of(MunicipalityFactory()))
    assert stranger.get(file).status_code == 404


def test_a_meeting_with_two_agreements_comes_out_as_its_minutes(scene):
    town, clerk, _reviewer = scene
    body = BodyFactory(organisation=town, quorum=1, name=ODD)
    seat = SeatFactory(body=body, institution="PNC", office="Jefatura")
    ModelDocument.objects.create(
        key="minutes", slug="acta", position=1, title_es="Acta", title_en="Minutes",
        description_es="x", body_es="# Acta\n[[body]]\n@agenda\n@members\n@agreements",
    )  # fmt: skip
    sent = {"state": "held", "kind": "ordinary", "present": seat.pk, "starts": "2 pm",
            "agenda": "Iluminación\nParque", **boxes("held_on", days_ago(3))}  # fmt: skip
    meeting_page = clerk.post(at("add_meeting", town), sent).url
    meeting = Meeting.objects.get()
    assert meeting.had_quorum
    assert meeting.starts.hour == 14
    add = at("add_agreement", town, meeting.pk)
    assert clerk.post(add, {"text": "Algo"}).status_code == 422
    clerk.post(add, {"text": ODD, "member": seat.pk})
    clerk.post(add, {"text": "Pintar", "responsible": "Obras públicas, jefatura",
                     **boxes("due", days_ago(1))})  # fmt: skip
    assert Agreement.objects.count() == 2
    told = clerk.get(meeting_page).content.decode()
    assert "Pintar" in told
    assert "PNC, Jefatura" in told
    with translation.override("es"):
        file = at("minutes_file", town, meeting.pk, "es.docx")
    words = docx_words(clerk.get(file).content)
    assert "{{ name }} [[body]]" in words
    assert "Pintar" in words
    assert "Jefatura" in words
    made = clerk.get(at("minutes_file", town, meeting.pk, "es.pdf"))
    assert made.content.startswith(b"%PDF")
    assert "Pintar" in page(clerk, "town", town)


def test_two_who_minute_one_meeting_overwrite_nothing(scene):
    town, clerk, _reviewer = scene
    body = BodyFactory(organisation=town)
    meeting = MeetingFactory(body=body)
    sent = {"state": "held", "kind": "ordinary", "version": meeting.version,
            "client_uuid": str(uuid.uuid4()), "starts": "14:30",
            **boxes("held_on", days_ago(10))}  # fmt: skip
    where = at("edit_meeting", town, meeting.pk)
    assert clerk.post(where, {**sent, "notes": "Primero"}).status_code == 302
    late = clerk.post(where, {**sent, "notes": "Segundo", "starts": "15:00"})
    assert late.status_code == 409
    told = late.content.decode()
    for words in ("Primero", "Segundo", "14:30", "15:00"):
        assert words in told
    assert "None" not in told
    wrong = clerk.post(where, {**sent, "held_on_day": "30", "held_on_month": "2"})
    assert wrong.status_code == 422
    meeting.refresh_from_db()
    assert meeting.notes == "Primero"


def test_a_meeting_that_was_called_off_is_taken_up_again(scene):
    town, clerk, _reviewer = scene
    meeting = MeetingFactory(body=BodyFactory(organisation=town), state="planned")
    for act, state in (("cancel", "cancelled"), ("resume", "planned")):
        assert clerk.get(at("meeting_act", town, meeting.pk, act)).status_code == 200
        clerk.post(at("meeting_act", town, meeting.pk, act))
        meeting.refresh_from_db()
        assert meeting.state == state
    again = meeting_verbs.resume_meeting(
        meeting=meeting, by=staff_of(town, Role.RECORDS)
    )
    assert again.version == meeting.version


def test_what_is_typed_into_a_model_is_printed_and_kept_nowhere(scene):
    town, clerk, _reviewer = scene
    document = ModelDocument.objects.create(
        key="d", slug="d", position=1, title_es="Acta", title_en="Act",
        description_es="x", body_es="# Acta\n[[chair]]\n[[municipality]]",
        fields=[["chair", "quien preside", "chair"]],
    )  # fmt: skip
    answer = clerk.post(
        at("paper", town, document.pk), {"chair": "Ana {{ x }} & Co", "make": "docx"}
    )
    words = docx_words(answer.content)
    assert "Ana {{ x }} &amp; Co" in words
    assert str(town) in words
    document.refresh_from_db()
    assert "Ana" not in str(document.__dict__)


def test_only_who_answers_for_the_municipality_shows_its_progress(scene):
    town, clerk, reviewer = scene
    body = BodyFactory(organisation=town)
    for nobody in (clerk, reviewer):
        assert nobody.post(at("share", town, "show")).status_code == 404
    mayor = signed_in(staff_of(town, Role.MAYOR))
    for act, shown in (("show", True), ("hide", False)):
        mayor.post(at("share", town, act))
        body.refresh_from_db()
        assert body.shares_progress is shown


def test_the_association_sees_its_municipalities_and_no_other(scene):
    town, clerk, reviewer = scene
    other, _clerk, _reviewer = reviewed_town()
    where = reverse("toolkit:where")
    assert clerk.get(where).url == at("town", town)
    told = reviewer.get(where).content.decode()
    assert at("town", town) in told
    assert at("town", other) not in told


def test_a_registered_policy_waits_for_the_association_which_publishes_it(scene):
    town, clerk, reviewer = scene
    sent = {"kind": "plan", "title_es": "Plan de convivencia", "from_year": "2024"}
    clerk.post(at("add_policy", town), sent)
    policy = MunicipalPolicy.objects.get()
    assert "Plan de convivencia" in page(reviewer, "policies", town)
    assert (
        "Plan de convivencia" in reviewer.get(reverse("toolkit:where")).content.decode()
    )
    publish = at("policy_act", town, policy.pk, "publish")
    assert clerk.post(publish).status_code == 404
    reviewer.post(publish)
    policy.refresh_from_db()
    assert policy.published_at is not None


def test_the_front_page_tells_what_is_late_and_what_lost_its_evidence(scene):
    town, clerk, _reviewer = scene
    meeting = MeetingFactory(body=BodyFactory(organisation=town), held_on=days_ago(40))
    meeting.agreements.create(
        text="Pintar el parque", responsible="Obras", agreed_on=days_ago(40),
        due=days_ago(3),
    )  # fmt: skip
    step = StepFactory()
    StepCheck.objects.create(
        organisation=town, step=step, answer="partly", lowered_at=timezone.now()
    )
    told = clerk.get(reverse("workspace:home")).content.decode()
    assert "Pintar el parque" in told
    assert at("check", town, step.pk) in told
