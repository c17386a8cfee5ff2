"""XML from strangers: no document types, no entities, nothing fetched, namespace prefixes kept."""

from xml.sax import SAXException
from xml.sax.handler import ContentHandler

import defusedxml.sax
from defusedxml.common import DefusedXmlException
from lxml import etree

from amuprev.foundation.uploads.limits import XML_BYTES
from amuprev.foundation.uploads.refusals import refusal


def parse_xml(content: bytes) -> etree._Element:
    if len(content) > XML_BYTES:
        raise refusal("unfolds_too_much")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        defusedxml.sax.parseString(content, ContentHandler(), forbid_dtd=True)
        return etree.fromstring(content, parser)
    except (
        DefusedXmlException,
        SAXException,
        etree.XMLSyntaxError,
        ValueError,
    ) as damage:
        raise refusal("damaged_document") from damage


def write_xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def local_name(name: object) -> str:
    """The name without its namespace; empty for comments and processing instructions."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def remove_element(element: etree._Element) -> None:
    """Take an element out and leave the text that follows it where it stood."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
