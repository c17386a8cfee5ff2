import pytest
from django.template import RequestContext
from django.test import Client, RequestFactory
from django.urls import resolve
from wagtail.models import Locale, Page

from amuprev.foundation.templatetags.foundation_tags import portal_frame


@pytest.fixture
def section(db):
    home = Page.objects.get(depth=2, locale__language_code="es")
    english = Locale.objects.get_or_create(language_code="en")[0]
    section = home.add_child(
        instance=Page(title="La prueba", slug="la-prueba", show_in_menus=True)
    )
    home.copy_for_translation(english, copy_parents=True)
    section.copy_for_translation(english)
    return section


def frame_of(path, **values):
    request = RequestFactory().get(path)
    request.resolver_match = values.pop("match", None)
    return portal_frame(RequestContext(request, {"request": request, **values}))


def test_frame_of_a_page_costs_two_queries(section, django_assert_num_queries):
    with django_assert_num_queries(2):
        frame = frame_of("/es/la-prueba/", page=section)
    entry = next(each for each in frame["menu"] if each["title"] == "La prueba")
    assert entry == {"title": "La prueba", "url": "/es/la-prueba/", "current": True}
    assert frame["home_url"] == "/es/"
    assert frame["canonical"] == "http://testserver/es/la-prueba/"


def test_frame_leaves_an_unpublished_translation_out(section):
    other = next(
        a for a in frame_of("/", page=section)["alternates"] if a["lang"] == "en"
    )
    assert (other["exists"], other["url"]) == (False, "/en/")


def test_frame_of_a_record_uses_its_own_addresses(section, django_assert_num_queries):
    addresses = {"es": "/es/red/x/", "en": "/en/network/x/"}
    with django_assert_num_queries(1):
        frame = frame_of(
            "/es/red/x/?pais=SV", page=section, record_alternates=addresses
        )
    english = next(each for each in frame["alternates"] if each["lang"] == "en")
    assert english["url"] == "/en/network/x/?pais=SV"
    assert english["absolute"] == "http://testserver/en/network/x/"
    assert frame["canonical"] == "http://testserver/es/red/x/"


def test_frame_of_a_view_translates_its_address(db):
    path = "/es/espacio/"
    frame = frame_of(path, match=resolve(path))
    assert [each["url"] for each in frame["alternates"]] == [path, "/en/workspace/"]


def test_frame_of_an_error_page_leads_home(db):
    frame = frame_of("/es/nada/")
    assert [each["url"] for each in frame["alternates"]] == ["/es/", "/en/"]
    assert not any(each["exists"] for each in frame["alternates"])


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/es/", "/es/nada/", "/healthz", "/robots.txt"])
def test_another_host_is_a_bad_request(path):
    answer = Client(raise_request_exception=False).get(path, HTTP_HOST="otro.test")
    assert answer.status_code == 400
    assert "otro.test" not in answer.content.decode()
