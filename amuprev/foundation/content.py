"""Reads initial content from YAML strictly: what is doubtful is refused, never guessed."""

import datetime
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("es", "en")
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+|_[a-z0-9]+)*")
CODE = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"|]+")
SIMPLE_TAGS = {
    "tag:yaml.org,2002:null": re.compile(r"null|~"),
    "tag:yaml.org,2002:bool": re.compile(r"true|false"),
    "tag:yaml.org,2002:int": re.compile(r"-?(?:0|[1-9][0-9]*)"),
    "tag:yaml.org,2002:float": re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+"),
    "tag:yaml.org,2002:timestamp": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}


class ContentError(Exception):
    """A content file that cannot be trusted: says the file, the entry and what to do."""

    def __init__(self, path: Path, entry: str, message: str) -> None:
        where = f"{path.name}, {entry}" if entry else path.name
        super().__init__(f"{where}: {message}")


@dataclass(frozen=True)
class Shape:
    """What an entry of a file may say."""

    texts: tuple[str, ...] = ()
    optional_texts: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    sourced: bool = False

    @property
    def known(self) -> frozenset[str]:
        """Every field name an entry may use."""
        sources = ("sources",) if self.sourced else ()
        return frozenset(
            self.texts + self.optional_texts + self.required + self.optional + sources
        )


@dataclass(frozen=True)
class Entry:
    """One checked entry: its key and its values, each text in one column per language."""

    key: str
    path: Path
    values: dict[str, Any] = field(default_factory=dict)

    def refuse(self, message: str) -> ContentError:
        """The error to raise when what it says cannot be used."""
        return ContentError(self.path, self.key, message)

    def only(self, *names: str) -> dict[str, Any]:
        """The named values that it gives."""
        return {name: self.values[name] for name in names if name in self.values}


class StrictLoader(yaml.SafeLoader):
    """YAML without surprises: quoted texts, plain codes, no repeated key, no alias."""

    # No letter of YAML 1.1 decides a type: «no» is a code here, never False.
    yaml_implicit_resolvers: dict[str, list] = {}

    def compose_node(self, parent: Any, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("write it again: references to other entries")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        seen: set[str] = set()
        for key_node, _value in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise _at(key_node, "a key must be a word")
            if key_node.value in seen:
                raise _at(key_node, f"«{key_node.value}» is repeated")
            seen.add(key_node.value)
        return {
            key_node.value: self.construct_object(value_node, deep=True)
            for key_node, value_node in node.value
        }


def _at(node: yaml.Node, message: str) -> yaml.YAMLError:
    return yaml.YAMLError(f"line {node.start_mark.line + 1}: {message}")


def _scalar(loader: StrictLoader, node: yaml.ScalarNode) -> Any:
    text = node.value
    if node.style is not None:
        return text
    for tag, pattern in SIMPLE_TAGS.items():
        if pattern.fullmatch(text):
            return _typed(tag.rpartition(":")[2], text, node)
    if CODE.fullmatch(text):
        return text
    raise _at(node, f"put quotes around «{text}»")


def _typed(kind: str, text: str, node: yaml.ScalarNode) -> Any:
    if kind == "timestamp":
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            raise _at(node, f"«{text}» is not a date") from None
    makers: dict[str, Callable[[str], Any]] = {
        "null": lambda _text: None,
        "bool": lambda text: text == "true",
        "int": int,
        "float": Decimal,
    }
    return makers[kind](text)


def _mapping(loader: StrictLoader, node: yaml.MappingNode) -> dict:
    return loader.construct_mapping(node, deep=True)


def _sequence(loader: StrictLoader, node: yaml.SequenceNode) -> list:
    return [loader.construct_object(child, deep=True) for child in node.value]


def _unknown(loader: StrictLoader, node: yaml.Node) -> None:
    raise _at(node, f"the tag {node.tag} is not used here")


StrictLoader.yaml_constructors = {
    "tag:yaml.org,2002:str": _scalar,
    "tag:yaml.org,2002:map": _mapping,
    "tag:yaml.org,2002:seq": _sequence,
    None: _unknown,
}


def read_yaml(path: Path) -> dict[str, Any]:
    """The file as a mapping; raises ContentError for anything doubtful."""
    try:
        # A loader of our own, narrower than the safe one.
        content = yaml.load(path.read_text(encoding="utf-8"), StrictLoader)  # noqa: S506
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ContentError(path, "", " ".join(str(error).split())) from error
    if not isinstance(content, dict):
        raise ContentError(path, "", "write entries as «key:» lines")
    return content


def read_entries(
    path: Path, shape: Shape, sources: dict[str, str] | None = None
) -> Iterator[Entry]:
    """The file's entries one by one, each checked against its shape."""
    for key, said in read_yaml(path).items():
        if not KEY.fullmatch(key):
            raise ContentError(path, key, "a key has lower-case letters and hyphens")
        if not isinstance(said, dict):
            raise ContentError(path, key, "write its fields below the key")
        yield Entry(key, path, _checked(path, key, said, shape, sources or {}))


def _checked(
    path: Path, key: str, said: dict, shape: Shape, sources: dict[str, str]
) -> dict[str, Any]:
    unknown = sorted(set(said) - shape.known)
    if unknown:
        raise ContentError(path, key, f"unknown field «{unknown[0]}»")
    for name in shape.texts + shape.required:
        if said.get(name) in (None, "", []):
            raise ContentError(path, key, f"«{name}» is missing")
    values: dict[str, Any] = {}
    for name, value in said.items():
        if name in shape.texts + shape.optional_texts:
            values.update(_both_languages(path, key, name, value))
        elif name != "sources":
            values[name] = value
    if shape.sourced:
        values["sources"] = _sources(path, key, said.get("sources"), sources)
    return values


def _both_languages(path: Path, key: str, name: str, value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ContentError(path, key, f"give «{name}» in es and en")
    extra = sorted(set(value) - set(LANGUAGES))
    if extra:
        raise ContentError(path, key, f"unknown language «{extra[0]}» in «{name}»")
    texts = {}
    for language in LANGUAGES:
        text = value.get(language)
        if not isinstance(text, str) or not text.strip():
            raise ContentError(path, key, f"«{name}» lacks its text in {language}")
        texts[f"{name}_{language}"] = text.strip()
    return texts


def _sources(path: Path, key: str, named: Any, known: dict[str, str]) -> str:
    if not isinstance(named, list) or not named:
        raise ContentError(path, key, "say at least one source")
    lines = []
    for name in named:
        if name not in known:
            raise ContentError(path, key, f"unknown source «{name}»")
        lines.append(known[name])
    return "\n".join(lines)


def read_sources(path: Path) -> dict[str, str]:
    """The register of sources by key: «title | address | title in English»."""
    lines = {}
    shape = Shape(required=("title", "title_en"), optional=("url",))
    for entry in read_entries(path, shape):
        title, url = entry.values["title"], entry.values.get("url", "")
        english = entry.values["title_en"]
        if not all(
            isinstance(each, str) and "|" not in each for each in (title, english)
        ):
            raise entry.refuse("the titles are quoted texts without «|»")
        if url and not (isinstance(url, str) and WEB_ADDRESS.fullmatch(url)):
            raise entry.refuse("the address begins with http:// or https://")
        lines[entry.key] = " | ".join((title, url, english))
    return lines


def digest_of(paths: Iterable[Path]) -> str:
    """One fingerprint of the files' names and contents."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.name.encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
