"""XML trees as bytes."""

from __future__ import annotations

import re
from xml.etree import ElementTree as xml

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def to_xml(root: xml.Element) -> bytes:
    """The tree with a declaration and two spaces of indent; characters that XML cannot hold are left out."""
    for element in root.iter():
        if element.text:
            element.text = _NOT_XML.sub("", element.text)
    xml.indent(root)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + xml.tostring(root, encoding="unicode").encode() + b"\n"
