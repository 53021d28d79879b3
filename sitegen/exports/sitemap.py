"""`sitemap.xml` and `robots.txt`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as xml

from sitegen.exports.trees import to_xml
from sitegen.output import Output
from sitegen.urls import SITEMAP
from sitegen.views.desk import Desk
from sitegen.views.sheet import Sheet

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(desk: Desk, sheets: Sequence[Sheet]) -> Iterator[Output]:
    """Every page that may be indexed, with the day its content or data last changed where that is known."""
    root = xml.Element("urlset", {"xmlns": NAMESPACE})
    for sheet in sheets:
        if sheet.layout.indexed:
            url = xml.SubElement(root, "url")
            xml.SubElement(url, "loc").text = sheet.layout.canonical
            if sheet.modified:
                xml.SubElement(url, "lastmod").text = sheet.modified
    yield Output("sitemap.xml", to_xml(root))
    address = desk.edition.base_url.rstrip("/") + SITEMAP
    yield Output("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {address}\n".encode())
