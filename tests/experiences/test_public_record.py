"""All that the page of an experience tells, what it keeps back, and what leaves with it."""

import datetime

import pytest
from django.core.files.base import ContentFile
from lxml import html

from amuprev.site.tables import TABLES, file_address
from experiences.addresses import compare_address
from experiences.citing import Cited, apa, bibtex, ris
from experiences.documents import document_of
from experiences.models import Experience, ExperienceDocument, ExperiencePartner
from experiences.search import EXPERIENCES
from experiences.services import films, review
from experiences.views.public.detail import public_experience, told_about
from experiences.wording import compared
from network.choices import PublicKind, TakeDownWhy
from network.models import Theme
from network.services.takedowns import ask_take_down, find_thing
from tests.experiences.factories import (
    FULL,
    OutcomeFactory,
    PhotoFactory,
    VoiceFactory,
    published,
)
from tests.experiences.film_factories import published_film
from tests.experiences.plan_factories import a_said_plan
from tests.network.factories import editor_of_the_portal, secretariat_member
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def pages():
    plant_pages()


def read(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status, path
    return html.fromstring(answer.content.decode())


def words(node):
    node = next(iter(node.xpath("//main")), node) if node.getparent() is None else node
    return " ".join(" ".join(node.itertext()).split())


@pytest.fixture
def whole():
    """An experience with one of everything."""
    made = published(told=FULL, summary_es="Resumen.", people_reached=1200)
    document = ExperienceDocument.objects.create(
        experience=made, kind="evaluation", title_es="La evaluación",
        title_en="The evaluation", address="https://ejemplo.test/e.pdf",
    )  # fmt: skip
    OutcomeFactory(
        experience=made, effect="effective", evidence="rct", studies="one_study",
        evaluation=document, cost_band="low", cost_year=2014,
        registry="campbell", registry_address="https://campbell.test/x",
        registry_says_es="Suele funcionar.", registry_says_en="It tends to work.",
    )  # fmt: skip
    made.milestones.create(
        on=datetime.date(2012, 5, 1), precision="month", text_es="Se aprobó.",
        text_en="It was approved.",
    )  # fmt: skip
    VoiceFactory(experience=made)
    VoiceFactory(experience=made, text_es="Sin permiso.", consented=False)
    VoiceFactory(
        experience=made, text_es="Ya venció.", consent_until=datetime.date(2020, 1, 1)
    )
    for name, kind, agreed in (
        ("PNC", "police", True),
        ("Fuerza Azul", "police", False),
        ("Mujeres de la colonia", "community", False),
    ):
        ExperiencePartner.objects.create(
            experience=made, kind=kind, name=name, agreed_to_be_named=agreed
        )
    PhotoFactory(experience=made, file=ContentFile(b"pixels", name="foto.jpg"))
    PhotoFactory(experience=made, alt_text_es="Rostros", public=False)
    return made


def test_it_tells_everything_that_may_be_told(client, whole):
    page = read(client, whole.get_absolute_url())
    said = words(page)
    assert "Efecto Eficaz" in said
    assert "(un estudio): La evaluación" in said
    assert "Costo Bajo (de 10 a 49 dólares por persona), en dólares de 2014" in said
    assert "Lo que dice la evidencia en otros lugares: Suele funcionar." in said
    assert "mayo de 2012 Se aprobó." in said
    assert "Antes nadie venía." in said
    assert "PNC" in said
    assert "Pregúnteles" in said
    assert page.xpath("//main//img/@alt") == ["El parque"]
    anchors = {link.removeprefix("#") for link in page.xpath("//nav//a/@href[starts-with(., '#')]")}  # fmt: skip
    assert anchors - {"help-lines"} <= set(page.xpath("//main//@id"))


def test_it_keeps_back_whoever_did_not_agree(client, whole):
    for path in (whole.get_absolute_url(), f"/en/experiences/{whole.slug}/"):
        said = words(read(client, path))
        for secret in (
            "Sin permiso.",
            "Ya venció.",
            "Mujeres de la colonia",
            "Fuerza Azul",
            "Rostros",
        ):
            assert secret not in said


def test_an_institution_that_did_not_agree_is_named_nowhere(client, whole):
    compared_with = published()
    outputs = [
        whole.get_absolute_url(),
        compare_address(whole.slug, compared_with.slug),
    ]
    for path in outputs:
        said = client.get(path).content.decode()
        assert "PNC" in said, path
        assert "Fuerza Azul" not in said, path
    found = [str(each) for each in EXPERIENCES.documents([str(whole.pk)])]
    sheet = str(document_of(told_about(public_experience(whole.slug))))
    shown = "\n".join([*found, sheet])
    assert "PNC" in shown
    assert "Fuerza Azul" not in shown
    csv = client.get(file_address(TABLES["experiences"], "csv")).getvalue().decode()
    assert whole.title_es in csv
    assert "Fuerza Azul" not in csv


def test_photos_and_documents_have_the_one_door(client, whole):
    page = read(client, whole.get_absolute_url())
    source = page.xpath("//main//img/@src")[0]
    assert client.get(source).getvalue() == b"pixels"
    assert source.endswith("/reducida/")
    # Addresses once ended in English words on Spanish pages too.
    once = client.get(source.replace("reducida", "small"))
    assert (once.status_code, once["Location"]) == (301, source)
    english = source.replace("/es/experiencias/", "/en/experiences/")
    assert client.get(english)["Location"] == english.replace("reducida", "small")
    assert client.get(source.replace("reducida", "chica")).status_code == 404
    review.hide_experience(experience=whole, by=editor_of_the_portal())
    assert client.get(source).status_code == 404


def test_it_asks_as_often_with_one_part_as_with_three(
    client, whole, django_assert_num_queries
):
    client.get(whole.get_absolute_url())
    with django_assert_num_queries(5):
        client.get(whole.get_absolute_url())
    for _ in range(2):
        OutcomeFactory(experience=whole)
        VoiceFactory(experience=whole)
    whole.themes.add(Theme.objects.create(key="art", name_es="Arte", name_en="Art"))
    with django_assert_num_queries(5):
        client.get(whole.get_absolute_url())


def test_a_film_and_an_adapter_cost_one_question(
    client, whole, django_assert_num_queries
):
    published_film(experience=whole, owner=whole.owner)
    a_said_plan(origin=whole)
    client.get(whole.get_absolute_url())
    with django_assert_num_queries(6):
        client.get(whole.get_absolute_url())


def test_close_violence_brings_the_way_out(client):
    experience = published(violence_types=["family_partner"])
    page = read(client, experience.get_absolute_url())
    assert page.find_class("quick-exit")
    assert page.xpath("//*[@id='help-lines']")


def test_its_data_for_machines(client, whole):
    page = client.get(whole.get_absolute_url()).content.decode()
    assert '"@type": "Article"' in page
    assert '"headline": "Jóvenes que cuidan' in page


CITED = Cited(
    author="Alcaldía de 50% & {Ñuble}",
    year=2026,
    title="Calle_1 #2: ~$5^\\ «ñandú»",
    language="es",
    form="Ficha corta",
    address="https://amuprev.test/es/experiencias/sv-x/",
    key="sv-x",
)


def test_citing():
    assert apa(CITED) == (
        "Alcaldía de 50% & {Ñuble}. (2026).",
        "Calle_1 #2: ~$5^\\ «ñandú»",
        "[Ficha corta]. RED-AMUPREV. https://amuprev.test/es/experiencias/sv-x/",
    )
    entry = bibtex(CITED)
    assert r"author = {{Alcaldía de 50\% \& \{Ñuble\}}}," in entry
    title = (
        r"Calle\_1 \#2: \textasciitilde{}\$5\textasciicircum{}\textbackslash{} «ñandú»"
    )
    assert title in entry
    assert "url = {https://amuprev.test/es/experiencias/sv-x/}," in entry
    lines = ris(CITED).split("\r\n")
    assert lines[0] == "TY  - ELEC"
    assert lines[-2:] == ["ER  - ", ""]
    assert "TI  - Calle_1 #2: ~$5^\\ «ñandú»" in lines


@pytest.mark.parametrize("form", ["bib", "ris"])
def test_citing_files(client, whole, form):
    answer = client.get(f"/es/experiencias/{whole.slug}.{form}")
    assert whole.title_es in answer.content.decode("utf-8")
    assert f'filename="{whole.slug}-es.{form}"' in answer["Content-Disposition"]


def test_versions_show_what_changed_and_not_what_was_hidden(client):
    experience, editor = published(), editor_of_the_portal()
    for text in ("Texto segundo.", "Texto tercero."):
        review.withdraw_experience(experience=experience, by=editor)
        current = Experience.objects.get(pk=experience.pk)
        current.problem_es, current.review_state = text, "submitted"
        current.save()
        review.publish_experience(experience=current, by=editor_of_the_portal())
    page = read(client, f"/es/experiencias/{experience.slug}/versiones/")
    assert "Versión 3" in words(page)
    assert page.xpath("//del/text()") == ["segundo"]
    assert page.xpath("//ins/text()") == ["tercero"]
    review.hide_experience(experience=experience, by=editor)
    review.show_experience(experience=experience, by=editor)
    page = read(client, f"/es/experiencias/{experience.slug}/versiones/")
    assert "segundo" not in words(page)
    read(client, f"/es/experiencias/{experience.slug}/versiones/?version=99999")


def test_words_withdrawn_because_somebody_asked_do_not_come_back(client):
    experience = published(problem_es="Doña Ana vive frente al parque.")
    thing = find_thing(f"{PublicKind.EXPERIENCE}-{experience.pk}")
    ask_take_down(thing=thing, why=TakeDownWhy.values[0])
    review.withdraw_experience(experience=experience, by=editor_of_the_portal())
    for text in ("Una vecina vive cerca.", "Unas vecinas viven cerca."):
        current = Experience.objects.get(pk=experience.pk)
        current.problem_es, current.review_state = text, "submitted"
        current.save()
        review.publish_experience(experience=current, by=editor_of_the_portal())
    page = words(read(client, f"/es/experiencias/{experience.slug}/versiones/"))
    assert "Ana" not in page
    # What was written since is compared as ever.
    assert "vecinas" in page


def test_what_stays_goes_and_comes():
    assert compared("uno dos tres", "uno dos cuatro") == [
        ("same", "uno dos "),
        ("gone", "tres"),
        ("new", "cuatro"),
    ]


def test_compared_side_by_side(client):
    made = [published(title_es=f"Experiencia {n}") for n in range(4)]
    asked = "&".join(f"e={each.slug}" for each in made)
    page = read(client, f"/es/experiencias/comparar/?{asked}&e=sv-nada&e=%00")
    heads = page.xpath("//ol[contains(@class, 'compared')]//p[2]/a/text()")
    assert heads == ["Experiencia 0", "Experiencia 1", "Experiencia 2"]
    assert "Qué no funcionó" in page.xpath("//main//h2/text()")
    rest = page.xpath("//ol[contains(@class, 'compared')]/li[1]//a/@href")[1]
    assert made[0].slug not in rest
    assert made[1].slug in rest
    review.hide_experience(experience=made[0], by=editor_of_the_portal())
    page = read(client, f"/es/experiencias/comparar/?{asked}")
    assert "Experiencia 0" not in words(page)


def test_what_differs_stands_first_and_what_is_alike_once(client):
    one = published(people_reached=1_200, prevention_level="primary")
    other = published(people_reached=50, prevention_level="primary")
    page = read(client, f"/es/experiencias/comparar/?e={one.slug}&e={other.slug}")
    headings = page.xpath("//main//h2/text()")
    assert headings.index("Personas alcanzadas") < len(headings) - 1
    assert headings[-1] == "En lo que coinciden"
    alike = dict(
        zip(page.xpath("//dl/dt/text()"), page.xpath("//dl/dd/text()"), strict=True)
    )
    assert alike["Nivel de prevención"] == "Prevención primaria"
    names = page.xpath("//section[1]//p[@class='answer-who']/text()")
    assert len(set(names)) == 2


def test_spanish_in_an_english_comparison_says_its_language(client):
    told = published()
    Experience.objects.filter(pk=told.pk).update(
        what_changed_es="Bajó el ruido.", what_changed_en=None
    )
    told.partners.create(
        kind="police", name="Policía Nacional Civil", agreed_to_be_named=True
    )
    told.partners.create(kind="school", name="")
    page = read(client, f"/en/experiences/compare/?e={told.slug}")
    (prose,) = page.xpath("//div[contains(., 'Bajó el ruido.') and @lang]")
    assert prose.get("lang") == "es"
    (name,) = page.xpath("//span[text()='Policía Nacional Civil']")
    assert name.get("lang") == "es"
    assert not page.xpath("//*[@lang='es'][contains(., 'School')]")


def test_comparing_asks_alike_for_one_and_three(client, django_assert_num_queries):
    made = [published() for _ in range(3)]
    for count in (1, 3):
        asked = "&".join(f"e={each.slug}" for each in made[:count])
        client.get(f"/es/experiencias/comparar/?{asked}")
        with django_assert_num_queries(5 if count == 1 else 4):
            client.get(f"/es/experiencias/comparar/?{asked}")


def test_the_feed_tells_the_newest_and_never_what_was_hidden(client, whole):
    feed = client.get("/es/experiencias/novedades.atom")
    assert whole.title_es in feed.content.decode()
    review.hide_experience(experience=whole, by=secretariat_member())
    assert (
        whole.title_es
        not in client.get("/es/experiencias/novedades.atom").content.decode()
    )


def test_its_films_are_links_that_say_what_they_cost(client):
    told, alone = published(), published()
    film = published_film(experience=told)
    page = read(client, told.get_absolute_url())
    link = page.xpath("//section[@id='films']//a")[0]
    assert link.text == film.title_es
    assert client.get(link.get("href")).status_code == 200
    assert "1 minuto" in words(page)
    assert not page.xpath("//main//video | //main//source | //main//img")
    assert page.xpath("//nav//a[@href='#films']")
    films.hide_film(film=film, by=editor_of_the_portal())
    for each in (told, alone):
        page = read(client, each.get_absolute_url())
        assert not page.xpath("//*[@id='films'] | //a[@href='#films']")
