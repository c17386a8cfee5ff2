"""Addresses of the workspace speak the reader's language; the former ones still lead there."""

import pytest
from django.urls import resolve, reverse, translate_url
from django.utils.translation import override

from experiences import converters
from experiences.choices import PlanSection, Section
from experiences.views.workspace.acting import ACTIONS as OF_EXPERIENCES
from experiences.views.workspace.film_acts import ACTS as OF_FILMS
from experiences.views.workspace.plan_record import ACTIONS as OF_PLANS
from network.views.workspace.questions import ACTIONS as OF_QUESTIONS

EVERY = [
    *(("experiences:section", "name", each) for each in Section.values),
    *(("experiences:plan_section", "name", each) for each in PlanSection.values),
    *(("experiences:act", "action", each) for each in OF_EXPERIENCES),
    *(("experiences:plan_act", "action", each) for each in OF_PLANS),
    *(
        ("films:act", "name", each)
        for each in (*OF_FILMS, "return", "again", "read", "drop")
    ),
    *(("films:upload", "what", each) for each in ("file", "still", "track")),
    *(("network:question_act", "action", each) for each in OF_QUESTIONS),
]


@pytest.mark.parametrize(("view", "name", "key"), EVERY)
def test_each_word_in_each_language(view, name, key):
    with override("es"):
        spanish = reverse(view, kwargs={"pk": 7, name: key})
        assert resolve(spanish).kwargs[name] == key
        assert "_" not in spanish
        assert f"/{key}/" not in spanish
        english = translate_url(spanish, "en")
    with override("en"):
        assert english == reverse(view, kwargs={"pk": 7, name: key})
        assert english.endswith(f"/{key.replace('_', '-')}/")
        assert resolve(english).kwargs[name] == key
        assert translate_url(english, "es") == spanish


@pytest.mark.parametrize(("view", "name", "key"), EVERY)
def test_what_the_address_was_before_still_leads_there(view, name, key):
    with override("es"):
        start = (
            reverse(view, kwargs={"pk": 7, name: key}).rstrip("/").rpartition("/")[0]
        )
        assert resolve(f"{start}/{key}/").kwargs[name] == key


def test_no_word_names_two_things():
    for each in vars(converters).values():
        words = getattr(each, "spanish", {})
        assert len(set(words.values()) | set(words)) == 2 * len(words), each
