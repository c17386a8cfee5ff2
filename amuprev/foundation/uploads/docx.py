"""Word documents without authors, hidden properties, macros and labels on their photos."""

import posixpath
import re

from lxml import etree

from amuprev.foundation.uploads import svg
from amuprev.foundation.uploads.archives import write_archive
from amuprev.foundation.uploads.embedded_pictures import (
    has_too_many_redrawn,
    strip_metadata,
)
from amuprev.foundation.uploads.refusals import refusal
from amuprev.foundation.uploads.safe_xml import (
    local_name,
    parse_xml,
    remove_element,
    write_xml,
)

CONTENT_TYPES_PART = "[Content_Types].xml"
ROOT_RELATIONS = "_rels/.rels"
WORD = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
)
CORE = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>"""
APP = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>"""
BLANK = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<blank/>'
PICTURES = {
    "jpeg",
    "jpg",
    "jpe",
    "png",
    "gif",
    "bmp",
    "tif",
    "tiff",
    "emf",
    "wmf",
    "webp",
}
KEPT_FOLDERS = ("word/", "customXml/")
KEPT_ROOT_RELATIONS = ("/officeDocument", "/core-properties", "/extended-properties")
KEPT_ADDRESSES = ("http://", "https://", "mailto:", "tel:")
NAMING_ATTRIBUTES = {"author", "initials", "userId", "providerId"}
DROPPED_SETTINGS = {
    "docVars",
    "mailMerge",
    "attachedTemplate",
    "docId",
    "writeProtection",
}
COMMANDS = re.compile(r"\bDDE(AUTO)?\b", re.IGNORECASE)
LINKS_TO_FILES = re.compile(
    r"^\s*(INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|FILENAME|DATABASE|MACROBUTTON)\b",
    re.IGNORECASE,
)


def clean_docx(parts: dict[str, bytes]) -> bytes:
    types = parse_xml(parts[CONTENT_TYPES_PART])
    if has_too_many_redrawn(parts.values()):
        raise refusal("embedded")
    refuse_other_kinds(parts, types)
    cleaned = {CONTENT_TYPES_PART: b""}
    for name, content in parts.items():
        if name == CONTENT_TYPES_PART or name.startswith(
            ("docProps/", "_xmlsignatures/")
        ):
            continue
        if name.startswith("docMetadata/"):
            continue
        cleaned[name] = clean_part(name, content)
    cleaned[ROOT_RELATIONS] = clean_root_relations(
        parts.get(ROOT_RELATIONS, b""), cleaned
    )
    cleaned[CONTENT_TYPES_PART] = kept_types(types, cleaned)
    return write_archive(cleaned)


def refuse_other_kinds(parts: dict[str, bytes], types: etree._Element) -> None:
    declared = [str(entry.get("ContentType", "")) for entry in types]
    everything = " ".join([*declared, *parts]).lower()
    if "macroenabled" in everything or "vba" in everything or "activex" in everything:
        raise refusal("macros")
    if any("spreadsheetml" in kind and kind.endswith("main+xml") for kind in declared):
        raise refusal("spreadsheet")
    main = [
        str(e.get("PartName", "")).lstrip("/")
        for e in types
        if e.get("ContentType") == WORD
    ]
    if len(main) != 1 or main[0] not in parts:
        raise refusal("unknown")
    if local_name(parse_xml(parts[main[0]]).tag) != "document":
        raise refusal("unknown")


def clean_part(name: str, content: bytes) -> bytes:
    """Clean one part by the kind its place announces; refuse what has no such kind."""
    extension = posixpath.splitext(name)[1][1:].lower()
    if extension == "rels" or name == ROOT_RELATIONS:
        return clean_relations(content)
    if not name.startswith(KEPT_FOLDERS):
        raise refusal("embedded")
    if extension == "xml":
        is_foreign = name.startswith("customXml/item") and "Props" not in name
        return BLANK if is_foreign else clean_word_xml(content)
    return clean_other_part(name, content, extension)


def clean_other_part(name: str, content: bytes, extension: str) -> bytes:
    if extension in PICTURES:
        return clean_picture_part(content)
    if extension == "svg":
        return svg.clean_svg(content)
    if extension == "odttf":
        return content
    if extension == "bin" and "printersettings" in name.lower():
        return b""
    raise refusal("embedded")


def clean_picture_part(content: bytes) -> bytes:
    try:
        return strip_metadata(content)
    except (ValueError, OSError, LookupError, SyntaxError) as damage:
        raise refusal("embedded") from damage


def clean_word_xml(content: bytes) -> bytes:
    root = parse_xml(content)
    if local_name(root.tag) == "people":
        for person in list(root):
            root.remove(person)
    clean_fields(root)
    for element in list(root.iter()):
        if local_name(element.tag) in DROPPED_SETTINGS:
            remove_element(element)
            continue
        for attribute in element.attrib:
            if local_name(attribute) in NAMING_ATTRIBUTES:
                element.set(attribute, "")
    return write_xml(root)


def clean_fields(root: etree._Element) -> None:
    """Refuse fields that start programs; blank those that name files on someone's computer."""
    instructions = [
        e for e in root.iter() if local_name(e.tag) in ("instrText", "delInstrText")
    ]
    simple = [e for e in root.iter() if local_name(e.tag) == "fldSimple"]
    # A command may be cut into several runs to hide it.
    written = "".join(element.text or "" for element in instructions)
    for element in simple:
        for attribute in element.attrib:
            written += f" {element.get(attribute)}"
            if LINKS_TO_FILES.match(element.get(attribute, "")):
                element.set(attribute, "")
    if COMMANDS.search(written):
        raise refusal("macros")
    for element in instructions:
        if LINKS_TO_FILES.match(element.text or ""):
            element.text = ""


def clean_relations(content: bytes) -> bytes:
    """Web links stay; links to files, servers' pictures and templates lead nowhere."""
    root = parse_xml(content)
    for relation in list(root):
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        if kind.endswith(("/attachedTemplate", "/mailMergeSource", "/recipientData")):
            root.remove(relation)
        elif relation.get("TargetMode", "").lower() == "external":
            is_link = kind.endswith("/hyperlink")
            if not (is_link and target.lower().startswith(KEPT_ADDRESSES)):
                relation.set("Target", "about:blank")
    return write_xml(root)


def clean_root_relations(content: bytes, cleaned: dict[str, bytes]) -> bytes:
    """Keep the document and its properties, and put blank properties where they stood."""
    root = parse_xml(content)
    for relation in list(root):
        kind, target = relation.get("Type", ""), relation.get("Target", "").lstrip("/")
        is_properties = target.startswith("docProps/")
        if not kind.endswith(KEPT_ROOT_RELATIONS):
            root.remove(relation)
        elif kind.endswith("/officeDocument"):
            continue
        elif not is_properties or ".." in target:
            root.remove(relation)
        else:
            cleaned[target] = CORE if kind.endswith("/core-properties") else APP
    return write_xml(root)


def kept_types(types: etree._Element, cleaned: dict[str, bytes]) -> bytes:
    for entry in list(types):
        part = entry.get("PartName")
        if part is not None and part.lstrip("/") not in cleaned:
            types.remove(entry)
    return write_xml(types)
