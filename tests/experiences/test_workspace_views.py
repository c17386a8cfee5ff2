"""Writing an experience in the workspace, section by section, and the editors' desk."""

import uuid
from http import HTTPStatus

import pytest
from django.core import mail
from django.urls import reverse
from lxml import html

from experiences.forms.sections import AboutForm
from experiences.models import Experience
from experiences.services import review
from experiences.services.writing import save_section
from network.choices import ReviewState, Role
from tests.experiences.factories import (
    SHORT,
    ExperienceFactory,
    SentExperienceFactory,
    published,
)
from tests.network.desk import signed_in
from tests.network.factories import (
    MunicipalityFactory,
    editor_of_the_portal,
    staff_of,
)

pytestmark = pytest.mark.django_db


def at(view, *args):
    return reverse(f"experiences:{view}", args=args)


@pytest.fixture
def draft():
    return ExperienceFactory(told={})


@pytest.fixture
def clerk(draft):
    return staff_of(draft.owner)


@pytest.fixture
def client_of_clerk(clerk):
    return signed_in(clerk)


def text_of(draft, name="problem", es="Había pleitos en el parque.", version=0):
    return {f"{name}_es": es, f"{name}_en": "", "version": version}


def test_a_clerk_begins_one_and_lands_on_its_sections():
    clerk = staff_of(MunicipalityFactory())
    client = signed_in(clerk)
    key = str(uuid.uuid4())
    data = {"client_uuid": key, "title_es": "El parque es de todos"}
    for _twice in range(2):
        answer = client.post(at("start"), data)
    made = Experience.objects.get(title_es="El parque es de todos")
    assert answer.status_code == HTTPStatus.FOUND
    assert answer["Location"] == at("experience", made.pk)
    page = client.get(answer["Location"]).content.decode()
    assert "Escriba qué problema respondía" in page or "El problema" in page


def test_a_title_is_asked_for_and_nothing_is_made():
    client = signed_in(staff_of(MunicipalityFactory()))
    answer = client.post(at("start"), {"client_uuid": uuid.uuid4(), "title_es": " "})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Escriba su título." in answer.content.decode()
    assert not Experience.objects.exists()


def test_a_text_is_saved_and_its_guiding_questions_stand_beside_it(
    draft, client_of_clerk
):
    address = at("section", draft.pk, "problem")
    assert "¿A quiénes" in client_of_clerk.get(address).content.decode()
    answer = client_of_clerk.post(address, text_of(draft))
    assert answer["Location"] == at("experience", draft.pk)
    draft.refresh_from_db()
    assert draft.problem_es == "Había pleitos en el parque."


def test_go_on_leads_to_the_next_section(draft, client_of_clerk):
    data = text_of(draft) | {"next": "yes"}
    answer = client_of_clerk.post(at("section", draft.pk, "problem"), data)
    assert answer["Location"] == at("section", draft.pk, "what_was_done")


def test_what_a_colleague_saved_meanwhile_is_shown_beside_mine(draft, client_of_clerk):
    colleague = staff_of(draft.owner)
    save_section(
        experience=draft,
        section="problem",
        by=colleague,
        version=0,
        values={"problem_es": "Lo que escribió ella."},
    )
    address = at("section", draft.pk, "problem")
    answer = client_of_clerk.post(address, text_of(draft, es="Lo mío."))
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Lo que escribió ella." in page
    assert "Lo mío." in page
    chosen = text_of(draft, es="Lo mío.", version=1) | {"pick-problem_es": "theirs"}
    client_of_clerk.post(address, chosen)
    draft.refresh_from_db()
    assert draft.problem_es == "Lo que escribió ella."
    client_of_clerk.post(address, text_of(draft, es="Lo mío.", version=1))
    draft.refresh_from_db()
    assert draft.problem_es == "Lo mío."


ABOUT = {
    "version": 0,
    "title_es": "El parque es de todos",
    "title_en": "The park is everybody's",
    "summary_es": "En breve.",
    "began_day": "",
    "began_month": "3",
    "began_year": "2011",
    "finished_day": "",
    "finished_month": "",
    "finished_year": "2013",
    "prevention_level": "primary",
    "cost_per_person": "12.50",
    "cost_year": "2012",
    "licence": "cc-by-4.0",
    "problems": ["02"],
}


def test_what_it_is_about_with_dates_as_exact_as_they_are_known(draft, client_of_clerk):
    data = ABOUT | {"places": [draft.owner.place_id]}
    answer = client_of_clerk.post(at("section", draft.pk, "about"), data)
    assert answer.status_code == HTTPStatus.FOUND
    draft.refresh_from_db()
    assert (draft.started.isoformat(), draft.date_precision) == ("2011-03-01", "year")
    assert draft.cost_band == "low"
    again = client_of_clerk.get(at("section", draft.pk, "about")).content.decode()
    assert 'value="2011"' in again


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"began_year": ""}, "Escriba el año; un día también necesita su mes."),
        ({"finished_year": "2009"}, "No puede terminar antes de empezar."),
        ({"cost_year": ""}, "Escriba el año de ese costo."),
        (
            {"cost_per_person": "doce"},
            "Escriba el costo con cifras y a lo sumo dos decimales",
        ),
        ({"cost_year": "20"}, "Escriba un número entero de 1990 a 20"),
        ({"goes_on": "on"}, "Deje esto en blanco si continúa."),
    ],
)
def test_each_mistake_is_told_beside_its_field(draft, client_of_clerk, wrong, sentence):
    answer = client_of_clerk.post(at("section", draft.pk, "about"), ABOUT | wrong)
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert sentence in page
    assert "El parque es de todos" in page
    draft.refresh_from_db()
    assert draft.version == 1


def rows(*given, prefix="rows"):
    data = {f"{prefix}-TOTAL_FORMS": len(given), f"{prefix}-INITIAL_FORMS": 0}
    for number, row in enumerate(given):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def test_milestones_stand_with_the_process(draft, client_of_clerk):
    data = text_of(draft, "process", "Primero, una asamblea.") | rows(
        {"when_year": "2012", "text_es": "Asamblea de vecinos"}, {"text_es": ""}
    )
    client_of_clerk.post(at("section", draft.pk, "process"), data)
    (milestone,) = draft.milestones.all()
    assert (milestone.on.year, milestone.precision) == (2012, "year")
    page = client_of_clerk.get(at("section", draft.pk, "process")).content.decode()
    assert "Asamblea de vecinos" in page


def test_a_milestone_that_a_colleague_added_meanwhile_stays(draft, client_of_clerk):
    address = at("section", draft.pk, "process")
    hers = {"when_year": "2012", "text_es": "La asamblea"}
    client_of_clerk.post(address, text_of(draft, "process", "Uno.") | rows(hers))
    mine = rows({"when_year": "2013", "text_es": "La feria"})
    late = text_of(draft, "process", "Dos.") | mine
    assert client_of_clerk.post(address, late).status_code == HTTPStatus.CONFLICT
    client_of_clerk.post(address, late | {"version": 1})
    assert [each.text_es for each in draft.milestones.all()] == [
        "La asamblea",
        "La feria",
    ]


OUTCOME = {"text_es": "Menos riñas", "effect": "not_rated", "evidence": "none"}


def test_effective_needs_its_evaluation(draft, client_of_clerk):
    address = at("section", draft.pk, "outcomes")
    data = rows(OUTCOME | {"effect": "effective"}) | {"version": 0}
    answer = client_of_clerk.post(address, data)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "«Eficaz» necesita" in answer.content.decode()
    assert not draft.outcomes.exists()
    assert (
        client_of_clerk.post(address, rows(OUTCOME) | {"version": 0}).status_code == 302
    )
    assert draft.outcomes.get().effect == "not_rated"


def test_a_blank_row_removes_it_and_a_stale_list_is_not_overwritten(
    draft, client_of_clerk
):
    address = at("section", draft.pk, "partners")
    partner = {"kind": "police", "name": "Policía local", "contribution_es": "Rondas"}
    client_of_clerk.post(address, rows(partner) | {"version": 0})
    held = draft.partners.get()
    stale = client_of_clerk.post(address, rows({"kind": "school"}) | {"version": 0})
    assert stale.status_code == HTTPStatus.CONFLICT
    assert "Policía local" in stale.content.decode()
    assert draft.partners.get() == held
    # Saved again after reading theirs: both stay, and only a blank row is removed.
    client_of_clerk.post(address, rows({"kind": "school"}) | {"version": 1})
    assert set(draft.partners.values_list("kind", flat=True)) == {"police", "school"}
    client_of_clerk.post(address, rows({"pk": held.pk, "kind": ""}) | {"version": 2})
    assert draft.partners.get().kind == "school"


def test_a_voice_with_consent_says_until_when(draft, client_of_clerk):
    voice = {"role": "neighbour", "text_es": "Ahora salimos.", "consented": "on"}
    answer = client_of_clerk.post(
        at("section", draft.pk, "voices"), rows(voice) | {"version": 0}
    )
    assert "Escriba hasta qué día vale su autorización." in answer.content.decode()
    assert not draft.voices.exists()


@pytest.mark.parametrize("view", ["experience", "section"])
def test_a_neighbour_finds_nothing_and_a_stranger_signs_in(client, draft, view):
    args = (draft.pk, "problem") if view == "section" else (draft.pk,)
    address = at(view, *args)
    assert client.get(address)["Location"].startswith("/es/cuenta/")
    neighbour = signed_in(staff_of(MunicipalityFactory()))
    assert neighbour.get(address).status_code == HTTPStatus.NOT_FOUND
    assert neighbour.post(address, text_of(draft)).status_code in (404, 405)
    draft.refresh_from_db()
    assert not draft.problem_es


def test_whoever_reads_only_does_not_write(draft):
    reader = signed_in(staff_of(draft.owner, Role.READS))
    assert reader.get(at("experience", draft.pk)).status_code == HTTPStatus.OK
    assert reader.get(at("section", draft.pk, "problem")).status_code == 404


def test_an_unknown_section_is_not_found(draft, client_of_clerk):
    address = at("section", draft.pk, "problem").replace("problema", "secretos")
    assert client_of_clerk.get(address).status_code == HTTPStatus.NOT_FOUND


def test_sent_returned_with_a_note_corrected_and_published(
    draft, clerk, client_of_clerk, django_capture_on_commit_callbacks
):
    for name, text in SHORT.items():
        setattr(draft, f"{name}_es", text)
    draft.save()
    editor = editor_of_the_portal()
    draft.writers.add(clerk)
    client_of_clerk.post(at("submit", draft.pk))
    draft.refresh_from_db()
    assert draft.review_state == ReviewState.SUBMITTED
    desk = signed_in(editor)
    assert draft.title_es in desk.get(at("waiting")).content.decode()
    page = desk.get(at("decide", draft.pk)).content.decode()
    assert SHORT["problem"] in page
    asked = {
        "action": "return",
        "version": draft.version,
        "note_problem": "¿Desde cuándo?",
    }
    assert desk.post(at("decide", draft.pk), asked)["Location"] == at("waiting")
    own = client_of_clerk.get(at("experience", draft.pk)).content.decode()
    assert "¿Desde cuándo?" in own
    client_of_clerk.post(
        at("section", draft.pk, "problem"), text_of(draft, es="Desde 2009.")
    )
    client_of_clerk.post(at("submit", draft.pk))
    draft.refresh_from_db()
    press = {"action": "publish", "version": draft.version}
    # What publishing means is asked first.
    page = desk.post(at("decide", draft.pk), press).content.decode()
    assert "/es/experiencias/" in page
    draft.refresh_from_db()
    assert not draft.is_public
    desk.post(at("decide", draft.pk), press | {"looked": draft.version})
    draft.refresh_from_db()
    assert draft.is_public


def test_returning_needs_a_note_and_says_so(draft):
    sent = SentExperienceFactory()
    desk = signed_in(editor_of_the_portal())
    asked = {"action": "return", "version": sent.version}
    answer = desk.post(at("decide", sent.pk), asked)
    assert "Escriba qué se debe corregir." in answer.content.decode()
    sent.refresh_from_db()
    assert sent.review_state == ReviewState.SUBMITTED


def test_only_editors_see_the_desk(draft, client_of_clerk):
    assert client_of_clerk.get(at("waiting")).status_code == HTTPStatus.FORBIDDEN
    sent = SentExperienceFactory(owner=draft.owner)
    answer = client_of_clerk.get(at("decide", sent.pk))
    assert answer.status_code == HTTPStatus.FORBIDDEN


def test_letters_tell_the_editors_and_then_the_writers(draft, clerk):
    editor = editor_of_the_portal()
    sent = ExperienceFactory(owner=draft.owner)
    sent.writers.add(clerk)
    review.submit_experience(experience=sent, by=clerk)
    assert [each.to for each in mail.outbox if sent.title_es in each.body] == [
        [editor.email]
    ]
    mail.outbox.clear()
    review.return_experience(experience=sent, by=editor, notes={"problem": "¿Dónde?"})
    (letter,) = mail.outbox
    assert letter.to == [clerk.email]
    assert "¿Dónde?" in letter.body


@pytest.mark.parametrize("action", ["withdraw", "hide"])
def test_what_leaves_the_public_is_asked_first(action):
    told = published()
    client = signed_in(staff_of(told.owner, Role.COORDINATES))
    address = at("act", told.pk, action)
    assert client.get(address).status_code == HTTPStatus.OK
    told.refresh_from_db()
    assert told.is_public
    client.post(address)
    told.refresh_from_db()
    assert not told.is_public


def test_the_list_costs_the_same_for_one_and_three(
    draft, client_of_clerk, django_assert_num_queries
):
    client_of_clerk.get(at("experiences"))
    for _each in range(2):
        with django_assert_num_queries(5):
            client_of_clerk.get(at("experiences"))
        ExperienceFactory.create_batch(2, owner=draft.owner)


def test_what_it_is_about_stands_in_groups_each_with_its_button(draft, client_of_clerk):
    page = html.fromstring(
        client_of_clerk.get(at("section", draft.pk, "about")).content.decode()
    )
    form = page.xpath("//main//form")[-1]
    assert len(form.xpath(".//h2")) == 3
    assert form.xpath(".//button[@name='stay']/@value") == ["1", "2"]
    asked = {name.split("_0")[0] for name in form.xpath(".//@name")}
    form_fields = set(AboutForm(instance=draft).fields)
    boxes = {name for name in form_fields if not any(n.startswith(name) for n in asked)}
    # Lists without entries here.
    assert boxes <= {"themes", "groups", "settings", "guide_steps"}
    folded = form.xpath(".//details//input[@type='checkbox']/@name")
    assert "problems" in folded


def test_a_group_saved_by_itself_leads_to_the_one_below(draft, client_of_clerk):
    data = text_of(draft) | {"stay": "2"}
    answer = client_of_clerk.post(at("section", draft.pk, "problem"), data)
    assert answer["Location"] == f"{at('section', draft.pk, 'problem')}#group-3"
