"""Which part of a list a reader asked for, whatever stands in the address."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

PARAMETER = "p"


def part_of(request: HttpRequest, items: Any, most: int) -> Page:
    """The part asked for; the first one for nonsense, the last for what is beyond."""
    paginator = Paginator(items, most)
    try:
        number = int(request.GET.get(PARAMETER, "1"))
    except ValueError:
        number = 1
    return paginator.page(min(max(number, 1), paginator.num_pages))


def ways(part: Page) -> dict[str, Any]:
    """The addresses of the parts before and after, and where one is."""
    before, after = "", ""
    if part.has_previous():
        number = part.previous_page_number()
        before = "?" if number == 1 else f"?{PARAMETER}={number}"
    if part.has_next():
        after = f"?{PARAMETER}={part.next_page_number()}"
    many = part.paginator.num_pages
    return {
        "previous_url": before,
        "next_url": after,
        "position": f"{part.number} / {many}" if many > 1 else "",
    }
