"""The one stylesheet that stands inside every page, and the hash that admits it."""

import base64
import hashlib
import re
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "static" / "css" / "first-view.css"


def minify(css: str) -> str:
    """Drop comments and the spaces a browser does not need, always the same way."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,>]) ?", r"\1", css)
    css = re.sub(r": (?=[^{}]*[;}])", ":", css)
    return css.replace(";}", "}").strip()


def policy_hash(css: str) -> str:
    """The source expression that admits exactly this text in a policy."""
    digest = hashlib.sha256(css.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


FIRST_VIEW_CSS = minify(SOURCE.read_text(encoding="utf-8"))
FIRST_VIEW_HASH = policy_hash(FIRST_VIEW_CSS)
