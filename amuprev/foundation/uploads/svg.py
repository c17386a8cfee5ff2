"""Drawings inside documents, reduced to their shapes."""

from amuprev.foundation.uploads.safe_xml import (
    local_name,
    parse_xml,
    remove_element,
    write_xml,
)

DROPPED = {"script", "metadata", "foreignObject", "image", "desc", "title", "style"}


def clean_svg(content: bytes) -> bytes:
    root = parse_xml(content)
    for element in list(root.iter()):
        if local_name(element.tag) in DROPPED:
            remove_element(element)
            continue
        for attribute in list(element.attrib):
            name, value = local_name(attribute).lower(), element.get(attribute, "")
            if name.startswith("on") or (name == "href" and not value.startswith("#")):
                del element.attrib[attribute]
    return write_xml(root)
