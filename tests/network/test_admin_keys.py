"""A screen of the secretariat asked for with a key that is none is not there, no accident."""

import pytest
from django.contrib import admin

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

SCREENS = [model._meta for model in admin.site._registry]
NO_KEYS = ("abc", "%00", "9" * 40, "-1")
READ = ("", "change/", "delete/", "history/", "history/1/", "history/abc/")


@pytest.mark.parametrize("screen_of", SCREENS, ids=lambda meta: meta.label_lower)
def test_a_key_that_is_none_leads_nowhere(screen, screen_of):
    screen.raise_request_exception = False
    at = f"/admin/{screen_of.app_label}/{screen_of.model_name}"
    asked = [(screen.get, f"{at}/{key}/{way}") for key in NO_KEYS for way in READ]
    asked += [(screen.post, f"{at}/{key}/change/") for key in NO_KEYS]
    answers = {(ask.__name__, where): ask(where).status_code for ask, where in asked}
    assert {
        each for each in answers.items() if each[1] >= 500 or each[1] == 200
    } == set()
