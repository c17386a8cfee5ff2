"""The pages that replace a staff: every row kept, looked at twice, done once, undone."""

import re

import pytest
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from network.choices import Role
from network.models import Appointment, Invitation, StaffReplacement, User
from tests.network.desk import said, signed_in
from tests.network.factories import (
    AssociationFactory,
    reviewed_municipality,
    secretariat_member,
    staff_of,
)

pytestmark = pytest.mark.django_db

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?')
ALMA = {"name": "Alma Ruiz", "email": "alma@ejemplo.test", "role": Role.COORDINATES}
BETO = {"name": "Beto Paz", "email": "beto@ejemplo.test", "role": Role.RECORDS}


@pytest.fixture
def association():
    return AssociationFactory()


@pytest.fixture
def town(association):
    return reviewed_municipality(association)


@pytest.fixture
def staff(town):
    return [
        staff_of(town, Role.COORDINATES, name="Vera Coordina"),
        staff_of(town, Role.RECORDS, name="Teo Registra"),
    ]


@pytest.fixture
def screen(association, staff):
    """The browser of the association's administrator."""
    return signed_in(staff_of(association, Role.ADMINISTERS))


def at(town, name="replace_staff", *more):
    return reverse(f"network:{name}", args=[town.pk, *more])


def filled(screen, town, *rows, **more):
    """What a browser sends from the open form with these rows written."""
    page = screen.get(at(town)).content.decode()
    form = page[page.index('name="key"') - 60 :]
    fields = {
        name: value
        for name, value in HIDDEN.findall(form)
        if name != "csrfmiddlewaretoken"
    }
    fields["leaving"] = re.findall(r'name="leaving" value="(\d+)"', form)
    fields |= {"when": "now", "language": "es", "action": "review"}
    for number, row in enumerate(rows):
        fields |= {f"new-{number}-{name}": value for name, value in row.items()}
    return fields | more


def hidden(page):
    """The hidden fields of the review, several of one name kept."""
    form = page[page.index("<h1>") :]
    fields: dict[str, list[str]] = {}
    for name, value in HIDDEN.findall(form):
        fields.setdefault(name, []).append(value)
    return fields


def words(answer):
    return answer.content.decode()


def confirmed(screen, town, *rows, **more):
    review = words(screen.post(at(town), filled(screen, town, *rows, **more)))
    return screen.post(at(town), hidden(review) | {"action": "confirm"})


def test_it_is_looked_at_once_more_and_then_done(screen, town, staff):
    before = list(Appointment.objects.values())
    review = screen.post(at(town), filled(screen, town, ALMA, BETO))
    page = words(review)
    assert review.status_code == 200
    for name in ("Vera Coordina", "Teo Registra", "Alma Ruiz", "Beto Paz"):
        assert name in page
    assert (
        ngettext("%(number)s role ends", "%(number)s roles end", 2) % {"number": 2}
        in page
    )
    assert list(Appointment.objects.values()) == before
    assert not Invitation.objects.exists()
    done = screen.post(at(town), hidden(page) | {"action": "confirm"})
    letters = words(done)
    assert done.status_code == 200
    assert "no-store" in done["Cache-Control"]
    assert letters.count('class="letter"') == 2
    assert letters.count('class="letter-code"') == 2
    assert [User.objects.get(pk=each.pk).standing.roles for each in staff] == [{}, {}]
    again = screen.post(at(town), hidden(page) | {"action": "confirm"})
    assert again.url == at(town, "replacement", StaffReplacement.objects.get().pk)
    assert Invitation.objects.count() == 2


def test_those_unticked_stay_and_are_named(screen, town, staff):
    vera = str(staff[0].appointments.get().pk)
    review = screen.post(at(town), filled(screen, town, BETO, leaving=[vera]))
    page = words(review)
    assert gettext("These stay") in page
    screen.post(at(town), hidden(page) | {"action": "confirm"})
    assert not User.objects.get(pk=staff[0].pk).standing.roles
    assert User.objects.get(pk=staff[1].pk).standing.roles


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([ALMA, ALMA | {"name": "Otra"}], "You already wrote this address for %(name)s. Write each one once."),
        ([ALMA, BETO | {"email": ""}], "Write the person's e-mail address."),
        ([ALMA, BETO | {"name": " "}], "Write the person's name."),
        ([ALMA, BETO | {"role": ""}], "Choose what this person will do."),
        ([ALMA, BETO | {"role": "secretariat"}], "Choose one of the roles shown."),
        ([ALMA, BETO | {"email": "beto"}], "Write a whole e-mail address, such as name@example.org."),
        ([ALMA, BETO | {"name": "x" * 121}], "Shorten this text: it has %(length)s characters and %(limit)s fit."),
    ],
)  # fmt: skip
def test_a_wrong_row_says_so_beside_it_and_nothing_is_lost(
    screen, town, rows, sentence
):
    answer = screen.post(at(town), filled(screen, town, *rows))
    page = words(answer)
    assert answer.status_code == 422
    told = gettext(sentence) % {"name": "Alma Ruiz", "length": 121, "limit": 120}
    beside = page[
        page.index('id="id_new-1-name"') - 900 : page.index('id="id_new-2-name"')
    ]
    assert told in beside
    assert ALMA["email"] in page
    assert rows[1]["name"].strip() in page
    assert not Invitation.objects.exists()
    assert not StaffReplacement.objects.exists()


def test_the_address_of_somebody_who_leaves(screen, town, staff):
    row = ALMA | {"email": staff[0].email.upper()}
    answer = screen.post(at(town), filled(screen, town, row))
    assert answer.status_code == 422
    told = "This person is among those who leave. If they stay, untick them above; "
    told += "to give them another role, invite them afterwards."
    assert gettext(told) in words(answer)


def test_rows_left_empty_are_nobody_and_there_is_room_for_more(screen, town):
    fields = filled(screen, town, {}, {}, ALMA, action="more")
    page = words(screen.post(at(town), fields))
    assert 'name="new-7-email"' in page
    assert 'value="alma@ejemplo.test"' in page
    assert "field-error" not in page
    confirmed(screen, town, {}, {}, ALMA)
    assert [each.email for each in Invitation.objects.all()] == ["alma@ejemplo.test"]


def test_going_back_from_the_review_keeps_everything(screen, town, staff):
    day = {"last_day_day": "3", "last_day_month": "abril", "last_day_year": "2027"}
    leaving = [str(staff[1].appointments.get().pk)]
    fields = filled(
        screen, town, ALMA, when="day", leaving=leaving, language="en", **day
    )
    review = words(screen.post(at(town), fields))
    page = words(screen.post(at(town), hidden(review) | {"action": "change"}))
    assert 'value="alma@ejemplo.test"' in page
    assert 'value="abril"' in page
    ticked = re.findall(r'name="leaving" value="(\d+)"[^>]* checked', page)
    assert ticked == leaving
    assert "field-error" not in page


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (("", "", ""), "Write their last day."),
        (("3", "4", "2020"), "The last day must be today or within the next year."),
        (("31", "2", "2027"), "That month does not have that day. Check the day and the month."),
    ],
)  # fmt: skip
def test_a_last_day_that_cannot_be(screen, town, day, sentence):
    boxes = dict(
        zip(("last_day_day", "last_day_month", "last_day_year"), day, strict=True)
    )
    answer = screen.post(at(town), filled(screen, town, ALMA, when="day", **boxes))
    assert answer.status_code == 422
    assert gettext(sentence) in words(answer)
    assert ALMA["email"] in words(answer)


def test_whoever_joined_meanwhile_is_shown_first(screen, town, staff):
    review = words(screen.post(at(town), filled(screen, town, ALMA)))
    staff_of(town, name="Nora Nueva")
    answer = screen.post(at(town), hidden(review) | {"action": "confirm"})
    assert answer.status_code == 409
    assert "Nora Nueva" in words(answer)
    assert ALMA["email"] in words(answer)
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("broken", ["key", "new-TOTAL_FORMS", "when", "language"])
def test_an_altered_form_is_answered_and_changes_nothing(screen, town, broken):
    for value in ("", "x", "9" * 40):
        answer = screen.post(at(town), filled(screen, town, ALMA) | {broken: value})
        assert answer.status_code in (200, 422)
    assert not Invitation.objects.exists()


def test_undoing_and_new_letters(screen, town, staff):
    confirmed(screen, town, ALMA, BETO)
    done = StaffReplacement.objects.get()
    assert at(town, "replacement", done.pk) in words(
        screen.get(at(town, "organisation_people"))
    )
    page = at(town, "replacement", done.pk)
    assert "Vera Coordina" in words(screen.get(page))
    letters = screen.post(page, {"action": "letters"})
    assert words(letters).count('class="letter-code"') == 2
    answer = screen.post(page, {"action": "undo"}, follow=True)
    assert "2" in said(answer)
    assert all(User.objects.get(pk=each.pk).standing.roles for each in staff)
    assert page not in words(answer)
    assert screen.post(page, {"action": "undo"}).status_code == 302


def test_a_coordinator_replaces_the_others_and_stays(town, staff):
    screen = signed_in(staff[0])
    page = words(screen.get(at(town)))
    assert "Teo Registra" in page
    assert "Vera Coordina · " not in page
    assert confirmed(screen, town, ALMA).status_code == 200
    assert screen.get(at(town)).status_code == 200


def test_the_secretariat_replaces_an_associations_staff(association):
    staff_of(association, Role.REVIEWS)
    screen = signed_in(secretariat_member())
    answer = confirmed(screen, association, ALMA | {"role": Role.READS})
    assert answer.status_code == 409
    assert ALMA["email"] in words(answer)
    assert (
        confirmed(screen, association, ALMA | {"role": Role.ADMINISTERS}).status_code
        == 200
    )


def test_strangers_and_neighbours_find_nothing(client, town, staff):
    done = StaffReplacement.objects.create(organisation=town)
    for page in (at(town), at(town, "replacement", done.pk)):
        assert client.get(page).status_code == 302
        neighbour = signed_in(staff_of(reviewed_municipality(), Role.COORDINATES))
        clerk = signed_in(staff[1])
        for screen in (neighbour, clerk):
            assert screen.get(page).status_code == 404
            assert screen.post(page, {"action": "undo"}).status_code == 404
    other = signed_in(staff_of(reviewed_municipality(), Role.COORDINATES))
    own = User.objects.latest("pk").appointments.get().organisation
    assert other.get(at(own, "replacement", done.pk)).status_code == 404


@pytest.mark.parametrize("name", ["replace_staff", "replacement"])
def test_other_methods(screen, town, name):
    done = StaffReplacement.objects.create(organisation=town)
    page = at(town, name, *([done.pk] if name == "replacement" else []))
    assert screen.delete(page).status_code == 405
