from collections.abc import Callable

from playwright.sync_api import Page


def test_home_draws_without_a_console_error_or_a_foreign_request(
    open_page: Callable[..., Page],
):
    page = open_page(width=360)
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    for path in ("/es/", "/en/"):
        page.goto(path, wait_until="networkidle")
        assert page.locator("h1").count() == 1
    assert said == []
    host = page.url.split("/en/")[0]
    assert [url for url in asked if not url.startswith((host, "data:"))] == []
    assert page.context.cookies() == []
