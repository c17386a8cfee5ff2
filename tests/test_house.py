"""The house: what points where, how long things are, what README must name."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import get_commands
from django.db import models
from django.template import engines
from django.template.backends.django import get_installed_libraries
from django.template.loader import get_template

ROOT = Path(settings.BASE_DIR)
INCLUDED = re.compile(r'{% include "([^"]+)"([^%]*)%}')
# From the ground up; a floor may know itself and those before it.
FLOORS = (
    "amuprev.foundation",
    "network",
    "toolkit",
    "twinnings",
    "experiences",
    "municipio_seguro",
    "amuprev.site",
    "amuprev",
)
PACKAGES = (
    "amuprev",
    "network",
    "toolkit",
    "twinnings",
    "experiences",
    "municipio_seguro",
)
# Folders of templates that are not called like their app.
TEMPLATE_FLOORS = {
    "components": "amuprev.foundation",
    "account": "network",
    "admin": "network",
    "site": "amuprev.site",
}
FILE_LINES = 300
TEST_FILE_LINES = 400
FUNCTION_LINES = 40
TEMPLATE_LINES = 120
# Settings are one module by decision, however long.
LONG_BY_DECISION = {"amuprev/settings.py"}
# Text written by us or cleaned by nh3, and nothing else.
TRUSTED_MARKUP = {
    "amuprev/foundation/templatetags/foundation_tags.py",
    "amuprev/foundation/templatetags/plain_filters.py",
    "amuprev/foundation/templatetags/sharing_tags.py",
}
FIRST_VIEW_STYLE = "<style>{% first_view_css %}</style>"
# A mail has no files beside it; its style is static/css/mail.css.
MAIL_STYLE = "<style>{{ style }}</style>"
INLINE_CODE = re.compile(
    r"""<style|\sstyle\s*=|<script(?![^>]*\ssrc=)|\son[a-z]+\s*=|javascript:""", re.I
)
LOAD = re.compile(r"{%\s*load\s+([^%]+?)\s*%}")


def python_files(*folders: str) -> list[Path]:
    return [
        path
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "migrations" not in path.parts
    ]


SOURCES = python_files(*PACKAGES)
TEMPLATES = sorted(
    path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".txt"}
)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def floor_of(module: str) -> int | None:
    """The floor a dotted name stands on; None for a package that is not ours."""
    matching = [
        floor for floor in FLOORS if module == floor or module.startswith(f"{floor}.")
    ]
    return FLOORS.index(max(matching, key=len)) if matching else None


def relations() -> Iterator[tuple[type[models.Model], models.Field]]:
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            if field.is_relation and field.concrete and field.related_model:
                yield model, field


def test_relations_point_down():
    user = apps.get_model(settings.AUTH_USER_MODEL)
    upwards = []
    for model, field in relations():
        own = floor_of(model.__module__)
        other = floor_of(field.related_model.__module__)
        if own is None or other is None or field.related_model is user:
            continue
        if other > own:
            upwards.append(f"{model._meta.label}.{field.name}")
    assert upwards == []


def test_templates_load_tags_from_their_floor_or_below():
    libraries = get_installed_libraries()
    upwards = []
    for path in TEMPLATES:
        folder = path.relative_to(ROOT / "templates").parts[0]
        own = floor_of(TEMPLATE_FLOORS.get(folder, folder))
        own = len(FLOORS) if own is None else own
        for line in LOAD.findall(path.read_text(encoding="utf-8")):
            for name in line.split(" from ")[-1].split():
                other = floor_of(libraries.get(name, ""))
                if other is not None and other > own:
                    upwards.append(f"{named(path)} loads {name}")
    assert upwards == []


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_template_parses_and_is_short(path: Path):
    if path.suffix == ".html":
        get_template(path.relative_to(ROOT / "templates").as_posix())
    else:
        engines["django"].from_string(path.read_text(encoding="utf-8"))
    assert len(path.read_text(encoding="utf-8").splitlines()) <= TEMPLATE_LINES


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_template_holds_no_code_of_its_own(path: Path):
    text = path.read_text(encoding="utf-8").replace(FIRST_VIEW_STYLE, "")
    if path.parent.name == "mail":
        text = text.replace(MAIL_STYLE, "")
    assert INLINE_CODE.findall(text) == []


def test_a_part_that_holds_a_form_is_given_its_token():
    """What is included «only» with some words would send a form without its token."""
    folder = ROOT / "templates"
    lost = [
        f"{path.relative_to(folder)} gives {name} no token"
        for path in folder.glob("**/*.html")
        for name, given in INCLUDED.findall(path.read_text(encoding="utf-8"))
        if given.split()[-1:] == ["only"]
        and "csrf_token=csrf_token" not in given
        and (folder / name).exists()
        and "{% csrf_token %}" in (folder / name).read_text(encoding="utf-8")
    ]
    assert lost == []


def test_files_are_short():
    long = [
        f"{named(path)}: {lines}"
        for paths, limit in (
            (SOURCES, FILE_LINES),
            (python_files("tests"), TEST_FILE_LINES),
        )
        for path in paths
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > limit
        and named(path) not in LONG_BY_DECISION
    ]
    assert long == []


def test_functions_are_short():
    long = [
        f"{named(path)} {node.name}: {length}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and (length := node.end_lineno - node.lineno + 1) > FUNCTION_LINES
    ]
    assert long == []


def test_each_task_says_that_it_may_run_twice():
    """A worker that was killed leaves its task to another."""
    silent = [
        f"{named(path)} {node.name}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and any(
            "task" in ast.unparse(each).split("(")[0] for each in node.decorator_list
        )
        and "Idempotent" not in (ast.get_docstring(node) or "")
    ]
    assert silent == []


def test_markup_is_trusted_only_where_it_is_made():
    trusting = {
        named(path)
        for path in [*SOURCES, *TEMPLATES]
        # Plain text mail has nothing to escape.
        if path.suffix != ".txt"
        and re.search(
            r"mark_safe\(|SafeString\(f|\|\s*safe\b|autoescape off",
            path.read_text(encoding="utf-8"),
        )
    }
    assert trusting - TRUSTED_MARKUP == set()


def test_environment_is_read_in_one_module():
    elsewhere = [
        named(path)
        for path in SOURCES
        if named(path) != "amuprev/environment.py"
        and re.search(
            r"os\.environ(\.get|\[)|os\.getenv", path.read_text(encoding="utf-8")
        )
    ]
    assert elsewhere == []


def environment_variables() -> set[str]:
    """Every first text given to a reader of amuprev.environment, and the profile."""
    names = {"AMUPREV_PROFILE"}
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "environment"
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                names.add(node.args[0].value)
    return names


def make_targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    lines = re.findall(r"^\.PHONY:(.+)$", makefile, re.M)
    return {f"make {name}" for line in lines for name in line.split()}


def own_commands() -> set[str]:
    return {name for name, app in get_commands().items() if floor_of(app) is not None}


def test_readme_names_every_variable_target_and_command():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    names = environment_variables() | make_targets() | own_commands()
    unnamed = {
        name for name in names if not re.search(rf"\b{re.escape(name)}\b", readme)
    }
    assert unnamed == set()


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("requirements*")), ids=lambda path: path.name
)
def test_requirements_carry_no_index_address(path: Path):
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"://|--(?:extra-)?index-url|--find-links|--trusted", text) == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_locked_requirements_carry_a_hash_each(name: str):
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"^\s*#.*\n", "", text, flags=re.M).strip())
    assert [
        entry.split()[0]
        for entry in entries
        if not re.match(r"^[\w.\[\],-]+==\S+[\s\\]", entry) or "--hash=" not in entry
    ] == []
