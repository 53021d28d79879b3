"""The Markdown that a body is written in: Python-Markdown with a fixed list of extensions, then sanitised by nh3.

Tables, fenced code, footnotes, abbreviations, and `{: #id .class }` behind a heading, link or block. Raw HTML
passes if its tags and attributes are in the lists below. The lists hold no style, script or event handler.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.attr_list import AttrListTreeprocessor, get_attrs_and_remainder
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension

from sitegen.reading.markers import neutral_references
from sitegen.reading.scanner import SCHEMES

TAGS = set(
    """
    a abbr aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption
    figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub
    summary sup table tbody td tfoot th thead time tr u ul var wbr
    """.split()  # noqa: SIM905 one tag a line would hide the list
)
"""The tags that pages take; all others are left out."""
_ATTRIBUTES = {
    "*": {"id", "class", "lang", "dir", "title"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope", "abbr"},
    "col": {"span"},
    "colgroup": {"span"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
    "details": {"open"},
    "time": {"datetime"},
}


def to_html(source: str) -> str:
    """Markdown as sanitised HTML; tokens of expressions and links pass through unchanged."""
    extensions: list[Extension | str] = [
        TableExtension(use_align_attribute=True),
        FencedCodeExtension(),
        FootnoteExtension(),
        AbbrExtension(),
        _IdAndClass(),
    ]
    html = markdown.Markdown(extensions=extensions, output_format="html").convert(source)
    return nh3.clean(
        neutral_references(html), tags=TAGS, attributes=_ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=None
    )


class _IdAndClass(Extension):
    """`{: #id .class }` without other attributes."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        """Registers the processor where attr_list has its own."""
        md.treeprocessors.register(_IdAndClassProcessor(md), "attr_list", 8)
        md.registerExtension(self)


class _IdAndClassProcessor(AttrListTreeprocessor):
    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        """Sets id and class of an element; gives back what stood behind the closing brace."""
        attributes, rest = get_attrs_and_remainder(attrs_string)
        if strict and rest:
            return rest
        for name, value in attributes:
            if name == "id":
                elem.set("id", value or "")
            elif name in (".", "class"):
                elem.set("class", f"{elem.get('class', '')} {value or ''}".strip())
        return rest
