"""What the world reads of Municipio Seguro: list, report, instrument, first look."""

import csv
import io
import itertools
import re

import pikepdf
import pytest
from django.core.cache import cache

from municipio_seguro import listed
from municipio_seguro.models import Answer, Assessment
from municipio_seguro.papers.report import paper_of
from municipio_seguro.reports import report_of
from municipio_seguro.services import errata, publishing
from municipio_seguro.services.snapshots import build_content
from tests.municipio_seguro import factories
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db
ES, EN = "/es/municipio-seguro/", "/en/municipio-seguro/"
HELD = ("CON-02", "CON-03", "CON-04", "CON-05")


@pytest.fixture
def town():
    plant_pages()
    cache.clear()
    return factories.a_town()


@pytest.fixture
def done(town):
    factories.public_risk(town)
    factories.a_measure(town, visibility="public")
    return publishing.publish(assessment=factories.validated(town), by=town.reviewer)


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", answer.content.decode())


def test_the_landing_lists_what_is_published_and_no_score(client, done):
    text = read(client, ES)
    assert done.municipality.name in text
    assert f"{ES}{done.slug}/" in text
    assert "34.2" not in text
    assert "fortalecer la capacidad institucional de respuesta" in text
    assert "strengthen the institutional capacity" in read(client, EN)


def test_an_empty_landing_says_so(client, town):
    assert "Todavía ninguna municipalidad ha publicado" in read(client, ES)


def test_filters_narrow_the_list(client, done):
    country = done.municipality.country
    other = "PA" if country != "PA" else "GT"
    assert f"{ES}{done.slug}/" in read(client, f"{ES}?country={country}&kind=full")
    assert f"{ES}{done.slug}/" not in read(client, f"{ES}?country={other}")
    assert f"{ES}{done.slug}/" not in read(client, f"{ES}?kind=first_look")
    assert f"{ES}{done.slug}/" in read(client, f"{ES}?kind=nada&after=x")


def test_the_list_goes_on_page_by_page(client, town):
    for _n in range(21):
        factories.as_if_published(factories.a_town())
    first = read(client, ES)
    first = first[first.index("<table") :]
    [older] = re.findall(r'href="(\?after=\d+)"', first)
    second = read(client, ES + older)
    slugs = [
        set(re.findall(r"evaluacion-[0-9a-f]{8}", page)) for page in (first, second)
    ]
    assert [len(each) for each in slugs] == [20, 1]
    assert not slugs[0] & slugs[1]


@pytest.mark.parametrize(("base", "band"), [(ES, "En desarrollo"), (EN, "Developing")])
def test_the_report_tells_the_snapshot(client, done, base, band):
    text = read(client, f"{base}{done.slug}/")
    for words in ("34.2", band, "53", "MS-1", "1.0.0", done.snapshots.get().sha256):
        assert words in text
    assert 'role="img"' in text
    assert f"of=assessment-{done.pk}" in text
    assert "csrfmiddlewaretoken" not in text


def test_reserved_levels_are_named_as_such_and_not_told(client, done):
    text = read(client, f"{ES}{done.slug}/")
    for code in HELD:
        [row] = re.findall(rf'<li id="{code}">(.*?)</li>', text)
        assert "Reservado: no se publica" in row
        assert "Nivel" not in row
        assert "Evidencia" not in row


def test_small_voices_are_not_shown(client, town):
    running = factories.consulting(town)
    for voice, many in (("women", 20), ("men", 20), ("business", 10)):
        factories.people(running, voice, many, 2)
    factories.days_later(running, 20)
    waiting = factories.consultations.close_consultation(
        assessment=running.assessment, by=town.lead
    )
    factories.as_if_validated(waiting, town.mayor)
    done = publishing.publish(assessment=waiting, by=town.reviewer)
    text = read(client, f"{ES}{done.slug}/")
    assert "Iniciativa privada: menos de 11 respuestas" in text
    assert "11 a 20" in text
    assert not re.search(r"Iniciativa privada: \d", text)


def test_what_was_not_answered_is_unknown_and_not_zero(client, town):
    levels = {c: v for c, v in factories.complete().items() if c != "PAR-02"}
    draft = factories.answer_all(factories.opened(town), town.clerk, levels)
    factories.as_if_validated(draft, town.mayor)
    done = publishing.publish(assessment=draft, by=town.reviewer)
    text = read(client, f"{ES}{done.slug}/")
    [row] = re.findall(r'<li id="PAR-02">(.*?)</li>', text)
    assert "Sin respuesta: no se sabe" in row
    assert "No hubo consulta" in text


def test_drafts_hidden_and_unknown_ones_have_no_page(client, done, town):
    publishing.hide(assessment=done, by=town.reviewer)
    assert client.get(f"{ES}{done.slug}/").status_code == 404
    assert done.slug not in read(client, ES)
    publishing.show(assessment=done, by=town.reviewer)
    for bad in (
        "nada",
        "a%00b",
        f"{done.slug}/?revision=9",
        f"{done.slug}/?revision=x",
    ):
        path, _q, query = bad.partition("?")
        answer = client.get(f"{ES}{path.strip('/')}/", {"revision": query[9:]})
        assert answer.status_code == 404, bad


def test_a_withdrawn_one_keeps_its_reason_and_no_figure(client, done, town):
    for by in (town.mayor, town.reviewer):
        publishing.withdraw(
            assessment=done, by=by, reason_es="Se publicó por error otro documento."
        )
    text = read(client, f"{ES}{done.slug}/")
    assert "Se publicó por error otro documento." in text
    assert "34.2" not in text


def test_an_erratum_is_told_and_the_first_revision_stays(client, done, town):
    told = errata.write_erratum(
        assessment=done,
        by=town.lead,
        text_es="El nivel de PAR-01 era otro, según el acta.",
        changes={"PAR-01": errata.Said(level=0)},
    )
    errata.approve_erratum(erratum=told, by=town.mayor)
    errata.publish_erratum(erratum=told, by=town.reviewer)
    text = read(client, f"{ES}{done.slug}/")
    assert "El nivel de PAR-01 era otro" in text
    old = read(client, f"{ES}{done.slug}/?revision=1")
    assert "Revisión anterior" in old
    assert "El nivel de PAR-01 era otro" not in old


def con_figures(town, four, rest):
    """What is published where the four that are kept have these levels."""
    draft = Assessment.objects.filter(municipality=town.organisation).first()
    levels = {**factories.complete(), **dict(zip(HELD, four, strict=True)), **rest}
    if draft is None:
        draft = factories.answer_all(factories.opened(town), town.clerk, levels)
    for code in (*HELD, *rest):
        Answer.objects.filter(assessment=draft, code=code).update(level=levels[code])
    told = build_content(draft)
    return told["figures"], told


@pytest.mark.parametrize("end", [0, 3])
def test_a_score_at_its_end_gives_no_reserved_level_away(town, end):
    """Whatever is published alike could come of at least two levels of each."""
    rest = {"CON-01": end, "CON-06": end}
    mine, content = con_figures(town, (end,) * 4, rest)
    assert mine["dimensions"]["CON"]["score"] is None
    assert mine["index"] is None
    assert mine["dimensions"]["CON"]["between"] is not None
    seen = [set() for _code in HELD]
    near = [abs(end - 1) if at == turn else end for turn in range(4) for at in range(4)]
    for start in range(0, 16, 4):
        four = (
            near[start : start + 4]
            if end == 0
            else [2 if at == start // 4 else 3 for at in range(4)]
        )
        other, _content = con_figures(town, four, rest)
        assert other == mine, four
        for at, level in enumerate(four):
            seen[at].add(level)
    assert all(len(levels) == 2 for levels in seen)
    published = {each["code"]: each for each in content["answers"]}
    assert all(set(published[c]) == {"code", "revision", "state"} for c in HELD)


def test_what_is_exact_leaves_every_level_a_choice():
    from municipio_seguro.withheld import ends_of  # noqa: PLC0415

    for many in range(1, 5):
        told = {}
        for levels in itertools.product(range(4), repeat=many):
            ends = ends_of(levels)
            told.setdefault(ends or sum(levels), []).append(levels)
        for published, could in told.items():
            for at in range(many):
                choices = {levels[at] for levels in could}
                assert len(choices) >= 2, (many, published)


def test_the_instrument_is_read_whole_in_both_languages(client, town):
    text = read(client, f"{ES}instrumento/")
    for code in ("par", "ins", "eva", "pre", "esp", "grd", "con", "fin"):
        assert f"{ES}instrumento/{code}/" in text
    page = read(client, f"{EN}instrument/esp/")
    assert "Street lighting that works" in page
    assert "Menos del 70" in read(client, f"{ES}instrumento/esp/")
    assert client.get(f"{ES}instrumento/nada/").status_code == 404
    assert client.get(f"{ES}instrumento/ESP/").status_code == 301


@pytest.mark.parametrize(
    "path", [f"{ES}instrumento/par.pdf", f"{EN}instrument/first-look.pdf"]
)
def test_paper_forms_are_tagged_pdf(client, town, path):
    answer = client.get(path + "/", follow=True) if False else client.get(path)
    assert answer.status_code in (200, 301)
    if answer.status_code == 301:
        answer = client.get(answer["Location"])
    assert answer["Content-Type"] == "application/pdf"
    assert b"/StructTreeRoot" in answer.content


def test_the_first_look_keeps_nothing_and_scores_nothing(client, town):
    form = read(client, f"{ES}primera-mirada/")
    assert form.count("<fieldset") == 16
    answer = client.get(
        f"{ES}primera-mirada/",
        {"PAR-01": "1", "CON-04": "0", "INS-01": "9", "show": "1"},
    )
    text = re.sub(r"\s+", " ", answer.content.decode())
    assert "2 de 16 respondidas" in text
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies
    assert 'id="CON-04-0" checked' in text
    assert not Assessment.objects.exists()
    assert "Aún no ha respondido" in read(client, f"{ES}primera-mirada/?show=1")


def test_pages_ask_few_questions(client, done, django_assert_max_num_queries):
    for path in (
        "",
        f"{done.slug}/",
        "instrumento/",
        "instrumento/par/",
        "primera-mirada/",
    ):
        client.get(ES + path)
        with django_assert_max_num_queries(8):
            client.get(ES + path)


@pytest.mark.parametrize("base", [ES, EN])
def test_the_report_is_a_tagged_pdf_with_the_same_figures(client, done, base):
    answer = client.get(f"{base}{done.slug}.pdf")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert b"/StructTreeRoot" in answer.content
    assert "max-age=60" in answer["Cache-Control"]
    with pikepdf.open(io.BytesIO(answer.content)) as document:
        assert str(document.Root.Lang) == base[1:3]
        assert document.Root.MarkInfo.Marked
        assert done.municipality.name in str(document.docinfo["/Title"])


def test_the_paper_of_the_report_has_the_figures_of_the_page(client, done):
    snapshot = done.snapshots.get()
    told = report_of(snapshot, done.instrument.instrument, {})
    paper = paper_of(told, done.slug)
    words = " ".join(
        " ".join([block.words, *(cell for row in block.rows for cell in row)])
        for block in paper.blocks
    )
    assert "34.2" in words
    assert snapshot.sha256[:16] in paper.foot
    for code in HELD:
        [row] = [
            row
            for block in paper.blocks
            for row in block.rows
            if row[0].startswith(code)
        ]
        assert row[2].startswith("Reserv")
        assert row[3] == "—"


def test_files_tell_no_reserved_level(client, done):
    rows = list(
        csv.DictReader(
            client.get(f"{ES}{done.slug}.csv").content.decode("utf-8-sig").splitlines()
        )
    )
    assert len(rows) == 53
    for row in rows:
        if row["code"] in HELD:
            assert (row["answer_state"], row["level"]) == ("reserved", "")
            assert row["evidence_strength"] == ""
    told = client.get(f"{ES}{done.slug}.json").json()
    assert told["content"]["figures"]["index"] == "34.2"
    kept = {each["code"]: each for each in told["content"]["answers"]}
    assert all("level" not in kept[code] for code in HELD)


def test_hidden_ones_have_no_file_feed_or_line(client, done, town):
    assert done.slug in client.get(f"{ES}novedades.atom").content.decode()
    place = done.municipality.place.slug
    cache.clear()
    listed.forget_where()
    assert listed.latest_of(place)["lines"][0]["url"].endswith(f"{done.slug}/")
    assert listed.latest_in(done.municipality.country) is not None
    publishing.hide(assessment=done, by=town.reviewer)
    listed.forget_where()
    for form in ("pdf", "csv", "json"):
        assert client.get(f"{ES}{done.slug}.{form}").status_code == 404
    assert done.slug not in client.get(f"{EN}feed.atom").content.decode()
    assert listed.latest_of(place) is None
    assert client.get(f"{ES}nada.pdf").status_code == 404
