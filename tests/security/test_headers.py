"""The policy and the other headers that every answer carries (S3, S4)."""

import json
import os
import re
import subprocess
import sys

import pytest
from django.conf import settings as configured

from amuprev.contract.answers import known_faults
from amuprev.contract.routes import every_route
from amuprev.management.commands.urls import sample
from tests.contract.cast import asked
from tests.test_settings import COMPLETE

NOWHERE = "default-src 'none'; sandbox"
# Wagtail's editor: https://github.com/wagtail/wagtail/issues/1288
EDITOR = "/cms/"
MUST_SAY = {
    "default-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
    "object-src": "'none'",
}
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
# What everybody may take away, pages of others may read too.
INTERFACE = "/api/"
FOR_ALL = {
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
}
PRINTED = """import json
from amuprev import settings
print(json.dumps({name: getattr(settings, name) for name in dir(settings)
                  if name.startswith("SECURE_") and "HSTS" in name}))"""


def directives(policy: str) -> dict[str, str]:
    parts = [part.strip().partition(" ") for part in policy.split(";")]
    return {name: sources for name, _space, sources in parts}


def faults_of(path: str, answer) -> list[str]:
    """What the answer's headers lack."""
    policy = answer.get("Content-Security-Policy", "")
    said = directives(policy)
    found = [
        f"{path}: {name} is {said.get(name)}"
        for name, wanted in MUST_SAY.items()
        if said.get(name) != wanted and not policy.startswith(NOWHERE)
    ]
    allowed = {"'unsafe-inline'"} if path.startswith(EDITOR) else set()
    unsafe = set(re.findall(r"'unsafe-[a-z-]+'", policy)) - allowed
    found += [f"{path}: {word}" for word in unsafe]
    fixed = FIXED | (FOR_ALL if path.startswith(INTERFACE) else {})
    found += [f"{path}: no {name}" for name in fixed if answer.get(name) != fixed[name]]
    permissions = answer.get("Permissions-Policy", "")
    given = [each for each in permissions.split(", ") if not each.endswith("=()")]
    if given or len(permissions.split(", ")) < 20:
        found.append(f"{path}: permissions {given}")
    return found


def every_address() -> list[str]:
    return [sample(route.patterns["es"]) for route in every_route()]


@pytest.mark.parametrize("role", ["anonymous", "superuser"])
def test_every_address_answers_with_the_whole_policy(stage, role):
    client, wrong, looked = stage.cast.clients[role], [], 0
    public = stage.starts(role) if role == "anonymous" else []
    for path in dict.fromkeys([*every_address(), *public]):
        if f"GET {path}" not in known_faults():
            wrong += faults_of(path, asked(client, "GET", path))
            looked += 1
    assert wrong == []
    assert looked >= 450


def test_production_asks_for_https_for_a_year_on_every_subdomain():
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PRINTED],
        cwd=configured.BASE_DIR,
        env={"PATH": os.environ["PATH"], **COMPLETE},
        capture_output=True,
        text=True,
        check=True,
    )
    said = json.loads(run.stdout)
    assert said["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert said["SECURE_HSTS_INCLUDE_SUBDOMAINS"] is True
