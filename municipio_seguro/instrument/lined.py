"""YAML read as strictly as the initial content, remembering the line of everything."""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.content import StrictLoader
from municipio_seguro.instrument.faults import Fault, InstrumentRefused

LINE = re.compile(r"line (\d+)")


class Mapped(dict):
    """A mapping that knows its line and those of its keys."""

    line = 1
    lines: dict[str, int]


class Listed(list):
    """A list that knows its line."""

    line = 1


class _LinedLoader(StrictLoader):
    """The strict loader, with lines."""


def _mapping(loader: _LinedLoader, node: yaml.MappingNode) -> Mapped:
    found = Mapped(loader.construct_mapping(node, deep=True))
    found.line = node.start_mark.line + 1
    found.lines = {key.value: key.start_mark.line + 1 for key, _value in node.value}
    return found


def _sequence(loader: _LinedLoader, node: yaml.SequenceNode) -> Listed:
    found = Listed(loader.construct_object(child, deep=True) for child in node.value)
    found.line = node.start_mark.line + 1
    return found


_LinedLoader.yaml_constructors = {
    **StrictLoader.yaml_constructors,
    "tag:yaml.org,2002:map": _mapping,
    "tag:yaml.org,2002:seq": _sequence,
}


def read_lined(text: str) -> Mapped:
    """The text as a mapping. Raises InstrumentRefused with the line of what is wrong."""
    try:
        found = _LinedLoader(text).get_single_data()
    except yaml.YAMLError as error:
        raise InstrumentRefused(
            [Fault(_line_of(error), "YAML", _words(error))]
        ) from error
    if not isinstance(found, Mapped):
        raise InstrumentRefused([Fault(1, "YAML", _("write entries as «key:» lines"))])
    return found


def _line_of(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        return mark.line + 1
    found = LINE.search(str(error))
    return int(found[1]) if found else 1


def _words(error: yaml.YAMLError) -> str:
    problem = getattr(error, "problem", None)
    return str(problem or str(error).partition(": ")[2] or error)


def plain(value: Any) -> Any:
    """The same without lines, in types that a database keeps."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    if value is None or isinstance(value, str | int):
        return value
    return str(value)


def walk(value: Any) -> Iterator[Mapped]:
    """Every mapping inside."""
    if isinstance(value, Mapped):
        yield value
    children = value.values() if isinstance(value, dict) else value
    if isinstance(value, dict | list):
        for each in children:
            yield from walk(each)
