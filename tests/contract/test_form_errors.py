"""Every form of ours, sent empty and sent wrong (A7).

The sum of the errors stands on top, takes the focus and leads to each field; the field
says what is wrong with it to whoever hears the page; in the reader's language; and what
was typed is still there.
"""

from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.urls import translate_url
from lxml import html

from amuprev.contract.answers import declared
from tests.contract.form_rows import ELSEWHERE, PRESSES, ROWS, Row
from tests.page_forms import posting_forms

TEXT = ("hidden", "text", "email", "password", "textarea", "number", "url")
SECRET = ("password", "code")


def sent(row: Row, cast: Any, language: str, /, **values: str) -> HttpResponse:
    """The answer to the form with nothing in it but these values."""
    client, path = row.where(cast)
    path = translate_url(path, language)
    page = client.get(path, follow=True)
    assert page.status_code == 200, f"{path} {page.status_code}"
    forms = [
        form
        for form in posting_forms(page, path)
        if (not row.has or row.has in form.kinds) and "credential" not in form.kinds
    ]
    assert forms, f"no form at {path}"
    form = next((each for each in forms if {*row.sent} & {*each.kinds}), forms[0])
    hidden = {
        name: held if values or form.kinds.get(name, "hidden") == "hidden" else ""
        for name, held in form.values.items()
        if form.kinds.get(name, "hidden") in TEXT or values
    }
    pressed = {} if "action" in values else dict(form.buttons[:1])
    if row.has == "note":
        pressed = {"action": "return"}
    pressed.pop("", None)
    return client.post(form.action, {**hidden, **pressed, **values})


def told(answer: HttpResponse) -> dict[str, str]:
    """The links of the summary on top: which field, in which words; judged on the way."""
    root = html.fromstring(answer.content.decode())
    found = root.xpath("//main//*[@id='errors']")
    assert len(found) == 1, f"{len(found)} summaries, {answer.status_code}"
    summary = found[0]
    assert summary.get("autofocus") is not None
    assert summary.get("tabindex") == "-1"
    assert root.findtext(".//title").startswith(("Error: ", "Error: "))
    before = summary.xpath(
        "preceding::*[self::input[not(@type='hidden')]][ancestor::main]"
    )
    assert before == []
    links = {}
    for item in summary.iter("li"):
        link = item.find("a")
        if link is None:
            links.setdefault("", item.text_content().strip())
            continue
        target = root.get_element_by_id(link.get("href").removeprefix("#"))
        words = link.text_content().strip()
        _is_marked(root, target, words)
        links[target.get("name") or target.get("id")] = words
    return links


def _is_marked(root: Any, control: Any, words: str) -> None:
    """The field is invalid, and what describes it holds the same words."""
    name = control.get("name") or control.get("id")
    assert control.tag in ("input", "select", "textarea"), f"{name} takes no focus"
    assert control.get("type") != "hidden", name
    assert control.get("aria-invalid") == "true", f"{name} is not told as invalid"
    group = control.xpath("ancestor::fieldset[1]")
    ids = " ".join(
        each.get("aria-describedby") or "" for each in (control, *group)
    ).split()
    said = " ".join(root.get_element_by_id(one).text_content() for one in ids)
    # Both in one row: the space inside a figure is another than that between words.
    plain = " ".join(words.split())
    assert plain in " ".join(said.split()), f"{name} is not described by «{words}»"


def _chosen(box: Any) -> Any:
    """Of a list the entry that is chosen."""
    return box.xpath(".//option[@selected]")[0] if box.tag == "select" else box


def still_there(answer: HttpResponse, values: dict[str, str]) -> list[str]:
    """What was typed and is not in the answer any more."""
    root = html.fromstring(answer.content.decode())
    lost = []
    for name, value in values.items():
        if any(word in name for word in SECRET) or name == "action":
            continue
        boxes = root.xpath("//main//*[@name=$name]", name=name)
        held = [
            box.text if box.tag == "textarea" else box.get("value", "on")
            for box in (_chosen(box) for box in boxes)
            if box.tag == "textarea"
            or box.get("type") not in ("radio", "checkbox")
            or box.get("checked") is not None
        ]
        kept = [(each or "").removeprefix("\n").strip() for each in held]
        if value.strip() not in kept:
            lost.append(f"{name}: {kept}")
    return lost


def test_every_route_that_takes_a_post_has_its_row():
    taking = {entry.route for entry in declared() if "POST" in entry.tables}
    rows = {row.route for row in ROWS}
    assert rows & PRESSES == set()
    assert taking - rows - PRESSES - ELSEWHERE == set()
    assert (rows | PRESSES | ELSEWHERE) - taking == set()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.title)
def test_wrong_and_empty(cast, row, settings):
    settings.MEDIA_ROOT = cast.media
    words: dict[str, set[str]] = {}
    for code in ("es", "en"):
        for values in (row.sent, {}):
            if not values and row.may_be_empty:
                continue
            with transaction.atomic():
                answer = sent(row, cast, code, **values)
                transaction.set_rollback(True)
            links = told(answer)
            assert f'<html lang="{code}"' in answer.content.decode()
            if values:
                assert still_there(answer, values) == []
                assert [name for name in row.wrong if name not in links] == [], links
            words.setdefault(code, set()).update(links.values())
    assert words["es"] & words["en"] == set()
