"""The last pass over sanitised HTML: links, slots, heading ids, table wrappers.

It reads what nh3 wrote, so it sees Markdown and raw HTML alike, and writes every piece of text and every
attribute escaped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

from markdown.extensions.toc import slugify_unicode, unique

from sitegen.markdown.converted import Heading, Where
from sitegen.markdown.tokens import Tokens

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ID = re.compile(r'\bid="([^"]*)"')
_VOID = frozenset({"br", "col", "hr", "img", "wbr"})
_CODE = frozenset({"code", "kbd", "pre", "samp"})
_INLINE = frozenset({*_HEADINGS, "a", "th", "caption", "summary"})
_FLOW = frozenset({"aside", "blockquote", "dd", "details", "div", "dl", "figure", "li", "ol", "p", "section", "ul"})
_ALIGNMENTS = ("left", "center", "right")


@dataclass(slots=True)
class _Block:
    """A heading or paragraph that is open: where its tag stands in the output, and what has come since."""

    tag: str
    start: int
    attributes: dict[str, str]
    text: list[str] = field(default_factory=list)
    tagged: bool = False


class Finish(HTMLParser):
    """Turns sanitised HTML with tokens into finished HTML with slots.

    headings: in order. If a body has headings of level 1, all its headings go one level down, for the
    page's title is the only one of that level.
    """

    def __init__(self, tokens: Tokens, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.headings: list[Heading] = []
        self._tokens = tokens
        self._shift = 1 if "<h1" in html else 0
        self._ids = set(_ID.findall(html))
        self._out: list[str] = []
        self._open: list[str] = []
        self._block: _Block | None = None
        self._tables = 0
        self.feed(html)
        self.close()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of everything but headings, in order."""
        headings = {heading.id for heading in self.headings}
        return tuple(id for id in dict.fromkeys(_ID.findall(self.html)) if id not in headings)

    @property
    def html(self) -> str:
        """The finished HTML."""
        return "".join(self._out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Writes the tag with its attributes checked; a table goes into a region that scrolls."""
        tag = self._lowered(tag)
        attributes = self._attributes(tag, attrs)
        if self._block is not None:
            self._block.tagged = True
        elif tag == "p" or tag in _HEADINGS:
            self._block = _Block(tag, len(self._out), attributes)
        if tag == "table":
            self._out.append(self._region())
        self._out.append(_tag(tag, attributes))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Closes the tag; a heading gets its id, and a paragraph gives way to the charts that fill it."""
        tag = self._lowered(tag)
        self._open.pop()
        closing = f"</{tag}>"
        if self._block is not None and self._block.tag == tag:
            closing = self._paragraph(self._block) if tag == "p" else self._titled(self._block)
            self._block = None
        self._out.append(f"{closing}</div>" if tag == "table" else closing)

    def handle_data(self, data: str) -> None:
        """Writes text escaped, with slots and links for its tokens."""
        if self._block is not None:
            self._block.text.append(data)
        if _CODE.intersection(self._open):
            self._out.append(self._tokens.code(data))
            return
        if not _FLOW.issuperset(self._open):
            for n in self._tokens.blocks(data)[0]:
                self._tokens.refuse(n, "block")
        where: Where = "inline" if _INLINE.intersection(self._open) else "prose"
        self._out.append(self._tokens.content(data, where, linked="a" in self._open))

    def _lowered(self, tag: str) -> str:
        return f"h{min(6, int(tag[1]) + self._shift)}" if tag in _HEADINGS else tag

    def _paragraph(self, block: _Block) -> str:
        """The end of a paragraph; one of nothing but charts, rankings and tables is none, for they are blocks."""
        blocks, alone = self._tokens.blocks("".join(block.text))
        if blocks and alone and not block.tagged:
            self._out[block.start] = _tag("div", block.attributes) if block.attributes else ""
            return "</div>" if block.attributes else ""
        for n in blocks:
            self._tokens.refuse(n, "block")
        return "</p>"

    def _titled(self, block: _Block) -> str:
        """The end of a heading, whose id is made from its words unless the author gave one."""
        words = " ".join(self._tokens.words("".join(block.text)).split())
        name = block.attributes.get("id") or unique(slugify_unicode(words, "-") or "section", self._ids)
        self._out[block.start] = _tag(block.tag, {**block.attributes, "id": name})
        self.headings.append(Heading(int(block.tag[1]), name, words))
        return f"</{block.tag}>"

    def _region(self) -> str:
        """The start of the region around a table: it can be scrolled with the keyboard, so it needs a name."""
        self._tables += 1
        below = f": {self.headings[-1].text}" if self.headings else ""
        label = f"Table {self._tables}{below}"
        return _tag("div", {"class": "table-scroll", "role": "region", "tabindex": "0", "aria-label": label})

    def _attributes(self, tag: str, attrs: list[tuple[str, str | None]]) -> dict[str, str]:
        """The attributes to write, in order; alignment becomes a class, and one with an expression is left out."""
        found: dict[str, str | None] = {}
        for name, value in ((name, value or "") for name, value in attrs):
            if name == "href":
                found[name] = self._tokens.href(value)
            elif name == "src":
                found[name] = self._tokens.image(value)
            elif name in ("alt", "title"):
                found[name] = self._tokens.told(value)
            elif name != "align":
                found[name] = self._tokens.bare(value)
            elif value in _ALIGNMENTS:
                found["class"] = f"{found.get('class') or ''} align-{value}".strip()
        if tag == "th" and "thead" in self._open:
            found.setdefault("scope", "col")
        if tag == "pre":
            found["tabindex"] = "0"
        return {name: value for name, value in found.items() if value is not None}


def _tag(name: str, attributes: Mapping[str, str]) -> str:
    written = (f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{''.join(written)}>"
