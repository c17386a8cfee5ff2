"""A stranger asks to take a registered policy down; its people decide; who is told."""

import pytest
from django.core.cache import cache

from network.choices import TakeDownOutcome, TakeDownWhy
from network.services import takedowns
from network.services.refusals import Refused
from tests.network.factories import MunicipalityFactory, staff_of
from tests.public_pages import plant_pages
from tests.toolkit.factories import reviewed_town
from toolkit.services import policies

pytestmark = pytest.mark.django_db
REGISTER = "/es/caja-de-herramientas/politicas/"
TITLE = "Plan de convivencia"


@pytest.fixture
def scene():
    """Its policy published, its clerk, who reviews for its association."""
    plant_pages()
    cache.clear()
    town, clerk, reviewer = reviewed_town()
    written = policies.register_policy(
        organisation=town, by=clerk, values={"kind": "plan", "title_es": TITLE}
    )
    return policies.publish_policy(policy=written, by=reviewer), clerk, reviewer


def asked(policy):
    thing = takedowns.find_thing(f"policy-{policy.pk}")
    return takedowns.ask_take_down(thing=thing, why=TakeDownWhy.RISK)


def read(client, address=REGISTER):
    return client.get(address).content.decode()


def test_a_stranger_asks_from_the_register_and_one_press_hides(client, scene):
    policy, _clerk, reviewer = scene
    told = read(client)
    assert TITLE in told
    assert f"?of=policy-{policy.pk}" in told
    assert TITLE in read(client, f"/es/pedir-retiro/?of=policy-{policy.pk}")
    request = asked(policy)
    takedowns.hide_now(take_down=request, by=reviewer)
    assert TITLE not in read(client)
    policy.refresh_from_db()
    assert policy.hidden_by == reviewer
    takedowns.show_again(take_down=request, by=reviewer)
    assert TITLE in read(client)
    request.refresh_from_db()
    assert request.ended_at


def test_what_is_withdrawn_answers_the_request_and_is_published_unhidden(scene):
    policy, _clerk, reviewer = scene
    waiting, hidden = asked(policy), asked(policy)
    policies.hide_policy(policy=policy, by=reviewer)
    policies.withdraw_policy(policy=policy, by=reviewer)
    for each in (waiting, hidden):
        each.refresh_from_db()
        assert each.outcome == TakeDownOutcome.HIDDEN
    again = policies.publish_policy(policy=policy, by=reviewer)
    assert again.is_public
    hidden.refresh_from_db()
    assert hidden.ended_at


def test_nobody_else_hides_it(scene):
    policy, clerk, _reviewer = scene
    for stranger in (clerk, staff_of(MunicipalityFactory())):
        with pytest.raises(Refused):
            policies.hide_policy(policy=policy, by=stranger)
    policy.refresh_from_db()
    assert policy.hidden_at is None


def test_the_association_is_written_to_once(scene, mailoutbox):
    policy, clerk, reviewer = scene
    told = [each for each in mailoutbox if TITLE in each.body]
    assert [each.to for each in told] == [[reviewer.email]]
    assert f"/guia/{policy.owner_id}/" in told[0].body
    policies.withdraw_policy(policy=policy, by=reviewer)
    policies.save_policy(policy=policy, by=clerk, values={"title_es": "Otro plan"})
    assert len([each for each in mailoutbox if "Otro plan" in each.body]) == 0
