"""`sitemap.xml` and `robots.txt`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as xml

from sitegen.exports.trees import to_xml
from sitegen.pages.context import Context
from sitegen.pages.output import Output
from sitegen.pages.record.record import PageRecord
from sitegen.urls import SITEMAP, whole

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(context: Context, records: Sequence[PageRecord]) -> Iterator[Output]:
    """Every page that may be indexed, with the day its content or data last changed where that is known."""
    root = xml.Element("urlset", {"xmlns": NAMESPACE})
    base = context.edition.base_url
    for record in records:
        if record.indexed:
            url = xml.SubElement(root, "url")
            xml.SubElement(url, "loc").text = whole(base, record.url)
            if record.modified:
                xml.SubElement(url, "lastmod").text = record.modified
    yield Output("sitemap.xml", to_xml(root))
    address = whole(base, SITEMAP)
    yield Output("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {address}\n".encode())
