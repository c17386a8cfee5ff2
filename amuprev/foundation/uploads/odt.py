"""OpenDocument texts without authors, hidden properties, macros and labels on their photos."""

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

MIMETYPE_PART = "mimetype"
MANIFEST_PART = "META-INF/manifest.xml"
OPENDOCUMENT = "application/vnd.oasis.opendocument."
META = b"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/></office:document-meta>"""
EMBEDDED_KINDS = ("chart", "formula")
DROPPED_PARTS = (
    *("Thumbnails/", "Versions/", "Configurations2/", "layout-cache", "manifest.rdf"),
    *("META-INF/documentsignatures.xml", "VersionList.xml"),
)
MACRO_PARTS = ("Basic/", "Scripts/", "Dialogs/", "META-INF/macrosignatures.xml")
PICTURE_FOLDERS = ("Pictures/", "media/", "ObjectReplacements/")
XML_PARTS = ("content.xml", "styles.xml", "settings.xml", "meta.xml")
NAMING_ELEMENTS = {"creator", "creator-initials", "initials", "sender-initials"}
NAMING_NAMESPACES = (
    *(
        "http://purl.org/dc/elements/1.1/",
        "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    ),
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
)
DROPPED_ELEMENTS = {"scripts", "event-listeners", "dde-source", "section-source"}
DROPPED_SETTINGS = (
    "printer",
    "databasedatasource",
    "currentdatabase",
    "embeddeddatabase",
    "rsid",
)
HREF = "{http://www.w3.org/1999/xlink}href"
KEPT_ADDRESSES = ("http://", "https://", "mailto:", "tel:", "#")


def clean_odt(parts: dict[str, bytes]) -> bytes:
    if has_too_many_redrawn(parts.values()):
        raise refusal("embedded")
    refuse_other_kinds(parts)
    manifest = parse_xml(parts[MANIFEST_PART])
    refuse_manifest(manifest)
    cleaned = {MIMETYPE_PART: parts[MIMETYPE_PART]}
    for name, content in parts.items():
        if name in (MIMETYPE_PART, MANIFEST_PART) or name.startswith(DROPPED_PARTS):
            continue
        cleaned[name] = clean_part(name, content)
    cleaned[MANIFEST_PART] = kept_manifest(manifest, cleaned)
    return write_archive(cleaned, stored=MIMETYPE_PART)


def refuse_other_kinds(parts: dict[str, bytes]) -> None:
    kind = parts[MIMETYPE_PART].decode("ascii", "replace").strip()
    if kind.startswith(OPENDOCUMENT + "spreadsheet"):
        raise refusal("spreadsheet")
    if kind != OPENDOCUMENT + "text":
        raise refusal("unknown")
    if any(name.startswith(MACRO_PARTS) for name in parts):
        raise refusal("macros")
    if MANIFEST_PART not in parts or "content.xml" not in parts:
        raise refusal("damaged_document")


def refuse_manifest(manifest: etree._Element) -> None:
    for element in manifest.iter():
        if local_name(element.tag) == "encryption-data":
            raise refusal("password")
        path, kind = entry_of(element)
        if (
            path.startswith("Object ")
            and path.endswith("/")
            and kind.startswith(OPENDOCUMENT)
        ) and kind.removeprefix(OPENDOCUMENT) not in EMBEDDED_KINDS:
            raise refusal("embedded")


def entry_of(element: etree._Element) -> tuple[str, str]:
    named = {local_name(key): str(value) for key, value in element.attrib.items()}
    return named.get("full-path", ""), named.get("media-type", "")


def clean_part(name: str, content: bytes) -> bytes:
    folder, _, last = name.rpartition("/")
    if name.startswith(PICTURE_FOLDERS):
        return clean_picture_part(content)
    if last not in XML_PARTS or (folder and not folder.startswith("Object ")):
        raise refusal("embedded")
    if last == "meta.xml":
        return META
    root = parse_xml(content)
    clean_tree(root)
    return write_xml(root)


def clean_picture_part(content: bytes) -> bytes:
    if not content:
        return content
    if content.lstrip()[:1] == b"<":
        return svg.clean_svg(content)
    try:
        return strip_metadata(content)
    except (ValueError, OSError, LookupError, SyntaxError) as damage:
        raise refusal("embedded") from damage


def clean_tree(root: etree._Element) -> None:
    for element in list(root.iter()):
        name = local_name(element.tag)
        if name in DROPPED_ELEMENTS or is_dropped_setting(element, name):
            remove_element(element)
        elif (
            name in NAMING_ELEMENTS
            and etree.QName(element).namespace in NAMING_NAMESPACES
        ):
            element.text = ""
        if is_unwanted_link(element, name):
            element.set(HREF, "")


def is_dropped_setting(element: etree._Element, name: str) -> bool:
    if name != "config-item":
        return False
    return any(
        str(value).lower().startswith(DROPPED_SETTINGS)
        for key, value in element.attrib.items()
        if local_name(key) == "name"
    )


def is_unwanted_link(element: etree._Element, name: str) -> bool:
    """Web links stay; links to files on someone's computer and pictures on servers do not."""
    target = element.get(HREF, "")
    if not target:
        return False
    if name == "a":
        return not target.lower().startswith(KEPT_ADDRESSES)
    return ":" in target or target.startswith(("/", "../", "\\"))


def kept_manifest(manifest: etree._Element, cleaned: dict[str, bytes]) -> bytes:
    for element in list(manifest):
        path, _ = entry_of(element)
        is_folder = path.endswith("/") and not path.startswith(DROPPED_PARTS)
        if path not in cleaned and not is_folder:
            manifest.remove(element)
    return write_xml(manifest)
