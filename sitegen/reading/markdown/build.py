"""Builds the tree of a body from sanitised HTML with marks."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape
from itertools import pairwise

from msgspec import Struct, field

from sitegen.model.body import Element, Node, Piece, Slot, Where, walk
from sitegen.reading.markdown.faults import Fault
from sitegen.reading.markdown.lift import Source
from sitegen.reading.markdown.meaning import Meaning
from sitegen.reading.markdown.preview.marks import marked, parted
from sitegen.reading.patterns import later

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
VOID = frozenset({"br", "col", "hr", "img", "wbr"})
CODE = frozenset({"code", "kbd", "pre", "samp"})
_INLINE = frozenset({"a", "th", "caption", "summary"})
_FLOW = frozenset({"aside", "blockquote", "dd", "details", "div", "dl", "figure", "li", "ol", "p", "section", "ul"})
_BLOCKS = frozenset({"dt", "figcaption", "hr", "pre", "summary", "table"})
_TAG = later(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>")
_ATTRIBUTE = later(r'([^\s="]+)="([^"]*)"')
_GIVEN = frozenset({"a", "img", "pre", "th"})  # of which something is said that no author wrote
_ALIGNMENTS = ("left", "center", "right")
_FOOTNOTE = ("footnote-ref", "footnote-backref")


class _Open(Struct):
    """An element whose end has not come yet."""

    tag: str
    attributes: dict[str, tuple[Piece, ...]]
    link: int | None
    children: list[Node] = field(default_factory=list)


class Builder:
    """Reads sanitised HTML. tree: as in a Body. meaning: what its marks stand for.

    What nh3 writes is so regular that a pattern finds its tags, in half the time of a parser of any HTML.
    """

    def __init__(self, source: Source, html: str) -> None:
        self.meaning = Meaning(source)
        self._shift = 1 if "<h1" in html else 0
        self._open = [_Open("", {}, None)]
        done = 0
        for tag in _TAG.finditer(html):
            self._text(html[done : tag.start()])
            done = tag.end()
            if tag[1]:
                self._end()
            else:
                self._start(tag[2], {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag[3])})
        self._text(html[done:])

    @property
    def tree(self) -> tuple[Node, ...]:
        """What was read."""
        return tuple(self._open[0].children)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        """Opens an element; one without content is finished at once."""
        if tag in HEADINGS:
            tag = f"h{min(6, int(tag[1]) + self._shift)}"
        link, written = self._attributes(tag, attributes)
        opened = _Open(tag, written, link)
        if tag in VOID:
            self._open[-1].children.append(Element(tag, tuple(written.items()), (), link))
        else:
            self._open.append(opened)

    def _end(self) -> None:
        """Closes an element; a paragraph of nothing but charts, rankings, tables or one claim gives way to them."""
        done = self._open.pop()
        parent = self._open[-1].children
        if done.tag == "a" and done.link is not None and not any(map(_is_seen, walk(done.children))):
            self.meaning.refuse(Fault.no_words, self.meaning.last_link())
        if done.tag == "p" and _is_room(done.children):
            if not done.attributes:
                parent += done.children
                return
            done.tag = "div"
        elif done.tag == "p" and (claim := _only_claim(done.children)) is not None:
            done.tag, done.children = "div", [Slot(claim.expression, "alone")]
        elif done.tag == "p":
            for child in done.children:
                self._refuse_block(child)
        else:
            self._refuse_beside_words(done.children)
        parent.append(Element(done.tag, tuple(done.attributes.items()), tuple(done.children), done.link))

    def _text(self, text: str) -> None:
        """Text, with slots and links for its marks; in code a mark becomes its source again."""
        if not text or text.isspace():
            self._open[-1].children += [text] if text else []
            return
        data = unescape(text)
        if not marked(data):
            self._open[-1].children.append(data)
            return
        tags = {opened.tag for opened in self._open[1:]}
        if CODE & tags:
            nodes: list[Node] = ["".join(self.meaning.written(data))]
        else:
            where: Where = "inline" if _INLINE & tags else "prose"
            nodes = [node for piece in parted(data) for node in self.meaning.nodes(piece, where, linked="a" in tags)]
        if not tags <= _FLOW:
            for node in nodes:
                self._refuse_block(node)
        self._open[-1].children += nodes

    def _refuse_beside_words(self, nodes: Sequence[Node]) -> None:
        """In what holds words without a paragraph around them, such as an item, a chart stands beside none."""
        there = [node for node in nodes if not isinstance(node, str) or node.strip()]
        for one, other in pairwise(there):
            for node, beside in ((one, other), (other, one)):
                if _is_inline(beside):
                    self._refuse_block(node)

    def _refuse_block(self, node: Node) -> None:
        if isinstance(node, Slot) and node.expression.is_block:
            self.meaning.refuse(Fault.block, node.expression.place)

    def _attributes(self, tag: str, given: dict[str, str]) -> tuple[int | None, dict[str, tuple[Piece, ...]]]:
        """The number of an element's link, and its attributes as they will be written, in order."""
        link: int | None = None
        found: dict[str, tuple[Piece, ...]] = {}
        if not given and tag not in _GIVEN:
            return link, found
        footnote = any(name in given.get("class", "").split() for name in _FOOTNOTE)
        for name, value in given.items():
            if name in ("href", "src") and not (footnote and value.startswith("#")):
                link = self.meaning.link(value, image=tag == "img")
                found |= {} if link is None else {name: ()}
            elif name in ("alt", "title"):
                found[name] = tuple(self.meaning.of_attribute(value))
            elif name != "align":
                bare = self.meaning.bare(value)
                found |= {} if bare is None else {name: (bare,)}
            elif value in _ALIGNMENTS:
                found["class"] = (" ".join([*map(str, found.get("class", ())), f"align-{value}"]),)
        if tag == "th" and any(opened.tag == "thead" for opened in self._open):
            found.setdefault("scope", ("col",))
        if tag == "pre":
            found["tabindex"] = ("0",)
        if (tag == "a" and not {"href", "id"} & given.keys()) or (tag == "img" and "src" not in given):
            self.meaning.refuse(Fault.nowhere, self.meaning.next_link())  # sanitising took an address that is none
        if tag == "img" and not given.get("alt", "").strip():
            self.meaning.refuse(Fault.image_alt, self.meaning.last_link())
        return link, found


def _is_inline(node: Node) -> bool:
    """Whether a node is a part of a line of text."""
    if isinstance(node, Slot):
        return not node.expression.is_block
    return not isinstance(node, Element) or node.tag not in _FLOW | HEADINGS | _BLOCKS


def _is_seen(node: Node) -> bool:
    """Whether readers see a node itself: words, an expression or a picture."""
    return node.tag == "img" if isinstance(node, Element) else not isinstance(node, str) or bool(node.strip())


def _is_room(children: list[Node]) -> bool:
    """Whether a paragraph holds charts, rankings and tables and nothing else."""
    blocks = [node for node in children if isinstance(node, Slot) and node.expression.is_block]
    if not blocks:
        return False
    rest = [node for node in children if node not in blocks]
    return all(isinstance(node, str) and not node.strip() for node in rest)


def _only_claim(children: list[Node]) -> Slot | None:
    """The claim that is all that a paragraph holds."""
    match [node for node in children if not isinstance(node, str) or node.strip()]:
        case [Slot(expression, "prose") as slot] if expression.is_claim:
            return slot
    return None
