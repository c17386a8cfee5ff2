"""The pages that say no, as a portal that runs answers them; each in both languages."""

import json
import subprocess
import sys

from django.conf import settings

from tests.portal import Portal, surroundings
from tests.security.test_error_pages import WAYS, provoke

# What needs a broken database or a full disk is drawn by the portal's own code, beside it.
BROKEN = """
import django; django.setup()
import json
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override
from amuprev import no_room
told = {}
for language in ("es", "en"):
    request = RequestFactory().post("/", {"what_happened": "Se habló de la plaza."})
    request.user = AnonymousUser()
    with override(language):
        told[f"503-{language}"] = no_room.not_saved(request).content.decode()
print(json.dumps(told | {"500-es": render_to_string("500.html")}))
"""


def error_pages(portal: Portal) -> dict[str, str]:
    """The HTML of each, by its status and language."""
    folder = portal.log.parent
    drawn = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", BROKEN],
        cwd=settings.BASE_DIR,
        env=surroundings(folder, DB_PATH=str(folder / "portal.sqlite3")),
        capture_output=True,
        text=True,
        check=True,
    )
    provoked = {
        f"{status}-{language}": provoke(portal, status, language).text
        for status in WAYS
        for language in ("es", "en")
    }
    return provoked | json.loads(drawn.stdout.splitlines()[-1])
