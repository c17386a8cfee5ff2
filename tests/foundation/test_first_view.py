import base64
import gzip
import hashlib

from django.conf import settings
from django.template import Context, Template

from amuprev.foundation.first_view import FIRST_VIEW_CSS, FIRST_VIEW_HASH, minify


def test_first_view_hash_admits_exactly_what_the_page_carries():
    page = Template("{% load foundation_tags %}<style>{% first_view_css %}</style>")
    inside = page.render(Context()).removeprefix("<style>").removesuffix("</style>")
    digest = hashlib.sha256(inside.encode()).digest()
    assert f"'sha256-{base64.b64encode(digest).decode()}'" == FIRST_VIEW_HASH
    policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["style-src"]
    assert FIRST_VIEW_HASH in policy


def test_first_view_is_small_and_asks_for_nothing():
    assert len(FIRST_VIEW_CSS) <= 11.5 * 1024
    assert len(gzip.compress(FIRST_VIEW_CSS.encode())) <= 3600
    assert "url(" not in FIRST_VIEW_CSS
    assert "@import" not in FIRST_VIEW_CSS
    assert "</" not in FIRST_VIEW_CSS


def test_minify_keeps_what_css_means():
    source = "/* a; b */ a , b > c { margin : 0 auto ; width: calc(1px + 2px); }\n@media (min-width: 2em) { a :hover { top: 0 } }"
    assert minify(source) == (
        "a,b>c{margin :0 auto;width:calc(1px + 2px)}"
        "@media (min-width: 2em){a :hover{top:0}}"
    )
