"""What the interface for programs answers when it cannot answer (RFC 9457)."""

from http import HTTPStatus
from typing import Any

from django.http import JsonResponse

KIND = "application/problem+json; charset=utf-8"


def problem(status: int, detail: str, **headers: str) -> JsonResponse:
    """The status, what it means, and what was wrong."""
    said: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    answer = JsonResponse(
        said,
        status=status,
        content_type=KIND,
        json_dumps_params={"ensure_ascii": False},
    )
    for name, value in headers.items():
        answer[name.replace("_", "-")] = value
    return answer
