"""The page that a mail's link opens: for the right person once, and for nobody else."""

import datetime

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from tests.public_pages import plant_pages
from tests.twinnings import factories
from tests.twinnings.public import public_commitment, read, told, words
from twinnings.addresses import answer_address
from twinnings.models import ExchangePhoto, OfficerLink
from twinnings.services import links

pytestmark = pytest.mark.django_db

PARTLY = {
    "done": "partly",
    "what_changed": "There is a plan.",
    "what_stopped": "Funds.",
}


@pytest.fixture(autouse=True)
def pages():
    plant_pages()


@pytest.fixture
def exchange():
    """Held, reported and not read by any reviewer yet."""
    twinning = factories.TwinningFactory()
    return factories.ExchangeFactory(twinning=twinning, learnt_en="How to open a yard.")


@pytest.fixture
def facts(exchange):
    by = factories.coordinator_of(exchange.owner)
    return links.ask_officer(
        exchange=exchange, by=by, email="chief@city.test", office="Police"
    )


@pytest.fixture
def questions(exchange):
    follow_up = exchange.follow_ups.create(
        months=6, side="counterpart", due_on=timezone.localdate()
    )
    return links.send_follow_up(follow_up, email="chief@city.test", language="en")


def address(link, language="en"):
    return answer_address(links.token_of(link), language)


def test_the_facts_stand_in_english_without_an_account(client, exchange, facts):
    public_commitment(exchange, text_en="Open a yard in Mixco")
    page = told(client, address(facts))
    assert "Are these facts right?" in page
    for text in (exchange.title_en, exchange.what_happened_en, "How to open a yard.", "Open a yard in Mixco"):  # fmt: skip
        assert text in page
    assert exchange.title_es not in page
    spanish = told(client, address(facts, "es"))
    assert "¿Son correctos estos datos?" in spanish
    assert exchange.title_es in spanish


@pytest.mark.parametrize("answer", ["right", "wrong"])
def test_answered_once_and_thanked(client, facts, answer):
    sent = {"answer": answer, "words": "It was in May." if answer == "wrong" else ""}
    at = address(facts)
    done = client.post(at, sent)
    assert (done.status_code, done["Location"]) == (302, f"{at}?sent=1")
    assert "Your answer was kept" in told(client, done["Location"])
    facts.refresh_from_db()
    assert (facts.answer, facts.words) == (answer, sent["words"])
    # Opened again, or by whoever it was forwarded to.
    later = told(Client(), at)
    assert "It was answered already" in later
    assert "It was in May." not in later
    again = Client().post(at, {"answer": "wrong", "words": "Not so."})
    assert again.status_code == 200
    assert "Not so." in again.content.decode()
    facts.refresh_from_db()
    assert (facts.answer, facts.words) == (answer, sent["words"])


def test_the_three_questions_are_kept_in_the_language_they_are_written_in(
    client, questions
):
    page = told(client, address(questions))
    for text in ("What became of the exchange?", "6 months later", "What changed?", "What stopped it?"):  # fmt: skip
        assert text in page
    done = client.post(address(questions), PARTLY | {"language": "en"})
    assert done.status_code == 302
    kept = questions.follow_up
    kept.refresh_from_db()
    assert (kept.done, kept.language, kept.answered_by) == ("partly", "en", "officer")
    assert (kept.what_changed_en, kept.what_changed_es) == ("There is a plan.", None)
    assert not kept.public


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Say whether what was agreed was done."),
        ({"done": "no", "what_changed": "Nothing at all."}, "Say what stopped it."),
        ({"done": "maybe", "what_stopped": "Money."}, "Choose one of the list."),
        ({"done": "yes", "what_changed": "x" * 4_001}, "4000"),
    ],
)
def test_what_lacks_is_said_and_nothing_typed_is_lost(
    client, questions, sent, sentence
):
    answer = client.post(address(questions), sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert sentence in page.replace(",", "")
    for text in sent.values():
        assert text in page or text in ("no", "maybe", "yes")
    questions.follow_up.refresh_from_db()
    assert questions.follow_up.answered_at is None


def test_something_wrong_has_to_be_told(client, facts):
    answer = client.post(address(facts), {"answer": "wrong", "words": " "})
    assert answer.status_code == 422
    assert "Write what has to be corrected." in answer.content.decode()


def ended(link):
    OfficerLink.objects.filter(pk=link.pk).update(
        expires_at=timezone.now() - datetime.timedelta(minutes=1)
    )


def revoked(link):
    by = factories.coordinator_of(link.exchange.owner)
    links.revoke_link(link=link, by=by)


def thrown_away(link):
    type(link.exchange).objects.filter(pk=link.exchange.pk).update(
        discarded_at=timezone.now()
    )


@pytest.mark.parametrize(
    ("happens", "status", "sentence"),
    [
        (ended, 410, "This link has ended"),
        (revoked, 410, "This link was taken back"),
        (thrown_away, 410, "This link was taken back"),
    ],
)
def test_closed_it_says_why_and_gives_back_what_was_typed(
    client, exchange, questions, happens, status, sentence
):
    happens(questions)
    page = read(client, address(questions), status)
    assert sentence in words(page)
    assert exchange.title_en not in words(page)
    late = client.post(address(questions), PARTLY)
    assert late.status_code == status
    for text in ("There is a plan.", "Funds.", "What you wrote was not kept"):
        assert text in late.content.decode()
    questions.follow_up.refresh_from_db()
    assert questions.follow_up.answered_at is None


def altered(token):
    middle = len(token) // 3
    return token[:middle] + ("A" if token[middle] != "A" else "B") + token[middle + 1 :]


def test_altered_by_one_letter_it_opens_nothing(client, exchange, facts, questions):
    for link in (facts, questions):
        token = altered(links.token_of(link))
        page = read(client, answer_address(token, "en"), 404)
        assert "This link opens nothing" in words(page)
        assert exchange.title_en not in words(page)
    assert client.get("/es/responder/x/").status_code == 404
    late = client.post(answer_address("nada", "es"), {"what_changed": "Algo cambió."})
    assert late.status_code == 404
    assert "Algo cambió." in late.content.decode()


def test_a_link_answers_its_own_exchange_and_purpose_alone(client, facts, questions):
    other = factories.ExchangeFactory()
    follow_up = other.follow_ups.create(
        months=6, side="counterpart", due_on=timezone.localdate()
    )
    links.send_follow_up(follow_up, email="other@city.test", language="en")
    client.post(address(questions), PARTLY)
    # The facts' link keeps no answer of the three questions.
    assert client.post(address(facts), PARTLY).status_code == 422
    follow_up.refresh_from_db()
    facts.refresh_from_db()
    assert follow_up.answered_at is None
    assert facts.answered_at is None


def test_one_answer_closes_the_other_links_of_the_same_question(client, questions):
    second = links.send_follow_up(
        questions.follow_up, email="deputy@city.test", language="en"
    )
    client.post(address(second), PARTLY)
    assert "It was answered already" in told(client, address(questions))


def test_it_tells_of_this_exchange_and_of_nothing_else(
    client, exchange, facts, questions
):
    other = factories.ExchangeFactory(
        twinning=exchange.twinning, title_en="A secret draft", title_es="Un borrador"
    )
    ExchangePhoto.objects.filter(exchange=exchange).delete()
    photo = factories.PhotoFactory(exchange=exchange, alt_text_en="A yard seen")
    exchange.delegation.create(role="residents", sex="women", people=3)
    exchange.twinning.parties.update(contact_email="hidden@city.test")
    for link in (facts, questions):
        page = client.get(address(link)).content.decode()
        for text in (
            other.title_en,
            photo.alt_text_en,
            "hidden@city.test",
            "chief@city.test",
        ):
            assert text not in page
        assert "menos de" not in page


def test_no_cache_no_cookie_no_index(client, facts):
    answer = client.get(address(facts))
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies
    page = answer.content.decode()
    assert 'name="robots" content="noindex' in page
    assert "canonical" not in page
    done = Client(enforce_csrf_checks=True).post(address(facts), {"answer": "right"})
    assert done.status_code == 302
    assert client.put(address(facts)).status_code == 405


def test_many_tries_have_to_wait(client, settings, facts):
    settings.LINKS_TRIED_AN_HOUR = 3
    statuses = [client.get("/en/answer/x/").status_code for _try in range(5)]
    assert statuses == [404, 404, 404, 429, 429]
    # Whoever has a link is not kept from it.
    assert client.get(address(facts)).status_code == 200


def test_many_answers_wait_without_losing_what_was_typed(client, settings, questions):
    settings.ANSWERS_AN_HOUR = 0
    answer = client.post(address(questions), PARTLY)
    assert answer.status_code == 429
    assert "There is a plan." in answer.content.decode()
    cache.clear()
    settings.ANSWERS_AN_HOUR = 5
    assert client.post(address(questions), PARTLY).status_code == 302
