"""The passages of a body: what a reader reads in one go, as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field, structs

from sitegen.model.basics.text import Expression
from sitegen.model.body import Body, Element, Node, Piece, Slot, walk
from sitegen.reading.markdown.build import CODE
from sitegen.reading.markdown.counting import uncounted
from sitegen.reading.markdown.preview.outline import BLOCKS

BLANK = "\0"
"""Stands for a character that is no prose: of code, of an expression, of a name that the site gives."""
_FOOTNOTES = frozenset({"footnote-ref", "footnote-backref"})
_CELLS = frozenset({"td", "th"})
_TOLD = frozenset({"alt", "title", "abbr"})
ORDINALS = frozenset({"start", "value"})
"""The attributes that give an item of a list its number: passages where no list counts up to it."""
Span = tuple[int, int]
"""Where characters begin and end (excluded)."""


class Passage(Struct, frozen=True):
    """The text of one block, or of an attribute in it.

    shown: what stands on the page, with one `BLANK` for an expression or a name that the site gives. index: of the
    block among those of the page. tags: of the elements around it, the outermost first.
    expressions: by offset. code, linked, lifted: the characters that stand in code, in a link, in `[[…]]`. plain: those
    in a block of code that names no language. runs: where the pieces of text begin that tags part. attribute: the name
    of the attribute, or "". names: what stands between the brackets of each `[[…]]`, by offset. heads: of a cell that
    has expressions the first cells of its row and of its column.
    """

    shown: str
    index: int
    tags: tuple[str, ...]
    expressions: Mapping[int, Expression]
    code: tuple[Span, ...] = ()
    linked: tuple[Span, ...] = ()
    lifted: tuple[Span, ...] = ()
    plain: tuple[Span, ...] = ()
    runs: tuple[int, ...] = ()
    attribute: str = ""
    names: Mapping[int, str] = {}
    heads: tuple[Passage, ...] = ()

    @property
    def words(self) -> str:
        """What stands on the page, with every character of code blank."""
        return without(self.shown, self.code)


def without(text: str, spans: Iterable[Span]) -> str:
    """A text with the characters of some spans blank, none added or removed."""
    for start, end in spans:
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text


def passages(body: Body) -> tuple[Passage, ...]:
    """The passages of a body in the order of the page; the texts of attributes stand behind their block's."""
    reader = _Reader(body)
    reader.read(body.tree, ())
    reader.end(())
    return tuple(reader.found)


class _Writing(Struct):
    """A passage that is being read."""

    shown: list[str] = field(default_factory=list)
    length: int = 0
    expressions: dict[int, Expression] = field(default_factory=dict)
    code: list[Span] = field(default_factory=list)
    linked: list[Span] = field(default_factory=list)
    lifted: list[Span] = field(default_factory=list)
    plain: list[Span] = field(default_factory=list)
    runs: list[int] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)

    def add(self, piece: Piece) -> None:
        """Adds a text, a slot or a name."""
        if isinstance(piece, Slot):
            self.expressions[self.length] = piece.expression
        self.runs.append(self.length)
        self.shown.append(piece if isinstance(piece, str) else BLANK)
        self.length += len(self.shown[-1])

    def done(self, index: int, tags: tuple[str, ...], attribute: str = "") -> Passage:
        """The passage."""
        parts = (tuple(self.code), tuple(self.linked), tuple(self.lifted), tuple(self.plain), tuple(self.runs))
        return Passage("".join(self.shown), index, tags, self.expressions, *parts, attribute, self.names)


class _Reader:
    """Reads the tree of one body."""

    def __init__(self, body: Body) -> None:
        self.found: list[Passage] = []
        self._body = body
        self._uncounted = uncounted(body.tree)
        self._index = 0
        self._now = _Writing()
        self._told: list[tuple[_Writing, tuple[str, ...], str]] = []
        self._ordinals: list[tuple[_Writing, tuple[str, ...], str]] = []
        self._row: list[Passage | None] = []
        self._columns: list[Passage | None] = []

    def read(self, nodes: Iterable[Node], tags: tuple[str, ...]) -> None:
        """Reads nodes that stand within elements of these tags."""
        for node in nodes:
            if not isinstance(node, Element):
                self._now.add(node)
            elif not _FOOTNOTES.intersection((node.get("class") or "").split()):
                self._element(node, (*tags, node.tag))

    def end(self, tags: tuple[str, ...]) -> None:
        """Ends the passage that is being read."""
        if not self._now.shown and not self._told:
            return
        told = "".join(self._now.shown).strip()
        if told:
            self.found.append(self._now.done(self._index, tags))
            self._told += self._ordinals
            self._ordinals = []
        self.found += [writing.done(self._index, within, name) for writing, within, name in self._told]
        self._index += bool(told or self._told)
        self._now, self._told = _Writing(), []

    def _element(self, element: Element, tags: tuple[str, ...]) -> None:
        if element.tag in BLOCKS:
            self.end(tags[:-1])
        for name, value in element.attributes:
            if name in _TOLD or (name in ORDINALS and id(element) in self._uncounted):
                writing = _Writing()
                for piece in value:
                    writing.add(piece)
                (self._ordinals if name in ORDINALS else self._told).append((writing, tags, name))
        start = self._now.length
        if element.tag == "br":
            self._now.add("\n\n")  # as between paragraphs: a line that ends in the source is no end to a reader
        self.read(element.children, tags)
        span = (start, self._now.length)
        if element.tag in CODE:
            self._now.code.append(span)
            if "pre" in tags and not any(isinstance(e, Element) and e.get("class") for e in walk([element])):
                self._now.plain.append(span)
        if element.tag == "a" and element.link is not None:
            self._now.linked.append(span)
            target = self._body.links[element.link].target
            if target.startswith("[["):
                self._now.lifted.append(span)
                self._now.names[start] = target.strip("[]")
        if element.tag in BLOCKS:
            before = len(self.found)
            self.end(tags)
            if element.tag in _CELLS:
                self._cell("thead" in tags, before)
            elif element.tag == "tr":
                self._row = []
            elif element.tag == "table":
                self._columns = []

    def _cell(self, head: bool, before: int) -> None:
        """Keeps what a cell has, as the head of what stands beside and below it. before: so many passages preceded."""
        own = self.found[before] if len(self.found) > before else None
        at = len(self._row)
        if head:
            self._columns.append(own)
        elif own is not None and at and (own.expressions or own.words.strip().isdecimal()):
            heads = self._row[0], self._columns[at] if at < len(self._columns) else None
            self.found[before] = structs.replace(own, heads=tuple(head for head in heads if head is not None))
        self._row.append(own)
