"""The Markdown that a body is written in: Python-Markdown with a fixed list of extensions, then sanitised by nh3.

Tables, fenced code, footnotes, abbreviations, and `{: #id }` behind a heading, link or block. Raw HTML
passes if its tags and attributes are in the lists below. The lists hold no style, script or event handler; no class
either, for those of the theme hide or mark a text, and nothing that turns a text around or hides it (bdo, dir, rp).
"""

from __future__ import annotations

import re
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
    a abbr aside b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption
    figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rt ruby s samp section small span strong sub
    summary sup table tbody td tfoot th thead time tr u ul var wbr
    """.split()  # noqa: SIM905 one tag a line would hide the list
)
"""The tags that pages take; all others are left out."""
_ATTRIBUTES = {
    "*": {"id", "class", "lang", "title"},
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

_OWN_CLASSES = re.compile(r"footnote(?:-ref|-backref)?|language-[\w-]+")
"""Those that Python-Markdown itself gives."""


def takes(tag: str, attribute: str) -> bool:
    """Whether an author may give a tag the attribute."""
    return attribute != "class" and (attribute in _ATTRIBUTES["*"] or attribute in _ATTRIBUTES.get(tag, ()))


def to_html(source: str) -> str:
    """Markdown as sanitised HTML; tokens of expressions and links pass through unchanged."""
    extensions: list[Extension | str] = [
        TableExtension(use_align_attribute=True),
        FencedCodeExtension(),
        FootnoteExtension(),
        AbbrExtension(),
        _Id(),
    ]
    html = markdown.Markdown(extensions=extensions, output_format="html").convert(source)
    return nh3.clean(
        neutral_references(html),
        tags=TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_own_classes,
        url_schemes=set(SCHEMES),
        link_rel=None,
    )


def _own_classes(tag: str, attribute: str, value: str) -> str | None:
    if attribute != "class":
        return value
    return " ".join(name for name in value.split() if _OWN_CLASSES.fullmatch(name)) or None


class _Id(Extension):
    """`{: #id }` without other attributes."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        """Registers the processor where attr_list has its own."""
        md.treeprocessors.register(_IdProcessor(md), "attr_list", 8)
        md.registerExtension(self)


class _IdProcessor(AttrListTreeprocessor):
    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        """Sets the id of an element; gives back what stood behind the closing brace."""
        attributes, rest = get_attrs_and_remainder(attrs_string)
        if strict and rest:
            return rest
        for name, value in attributes:
            if name == "id":
                elem.set("id", value or "")
        return rest
