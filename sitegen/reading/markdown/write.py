"""Writes the tree of a body as HTML: for a page, for the feed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape

from markdown.extensions.toc import slugify_unicode, unique
from msgspec import Struct

from sitegen.model.basics.text import Expression
from sitegen.model.body import Body, Element, Label, Link, Node, Piece, Slot, walk
from sitegen.reading.markdown.build import HEADINGS, VOID
from sitegen.reading.schemes import is_safe

CLOSED = {*HEADINGS, "a", "blockquote", "code", "pre", "th"}
"""In these the runs of a text stay as they are."""


def as_html(words: str) -> str:
    """A run of text as HTML."""
    return escape(words, quote=False)


class Heading(Struct, frozen=True):
    """A heading of a body: its level on the page (2 to 6), its id there, and its words as plain text.

    asked: the id by which an author's link names it; the same, unless the page has that id for something else.
    """

    level: int
    id: str
    text: str
    asked: str


class Written(Struct, frozen=True):
    """A body as pieces of finished HTML, with slots between them.

    ids: those that the author gives, in order. opening: so many parts stand before the first heading; none where there
    is no heading.
    """

    parts: tuple[str | Slot, ...]
    headings: tuple[Heading, ...]
    ids: tuple[str, ...]
    opening: int = 0

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots, in order."""
        return tuple(part for part in self.parts if isinstance(part, Slot))

    def filled(self, pieces: Sequence[str]) -> str:
        """The finished HTML. pieces: for each slot, finished HTML; for one in `text`, escaped text."""
        waiting = iter(pieces)
        return "".join(part if isinstance(part, str) else next(waiting) for part in self.parts)


class Naming(Struct, frozen=True):
    """How a page shows what is not in the body itself.

    href: of a link or image. label: the name of what a `[[…]]` link leads to. value: an expression in plain words.
    taken: whether the page may have an id for something else; a heading of such words gets another one.
    run: a run of text as HTML, where it stands in no heading, link, quotation, head of a table or code.
    table: what screen readers call a table, by the heading above it, or "".
    """

    href: Callable[[Link], str]
    label: Callable[[Link], str]
    value: Callable[[Expression], str]
    taken: Callable[[str], bool] = lambda id: False
    run: Callable[[str], str] = as_html
    table: Callable[[str], str] = lambda heading: heading


def write(body: Body, naming: Naming) -> Written:
    """The body as HTML with slots for its expressions."""
    writer, tree = _Writer(body, naming), body.tree
    first = next((at for at, node in enumerate(tree) if isinstance(node, Element) and node.tag in HEADINGS), 0)
    writer.nodes(tree[:first])
    opening = len(writer.parts)
    writer.nodes(tree[first:])
    before, rest = tuple(_joined(writer.parts[:opening])), tuple(_joined(writer.parts[opening:]))
    return Written((*before, *rest), tuple(writer.headings), tuple(dict.fromkeys(writer.own)), len(before))


def instead(id: str) -> str:
    """The id of a heading whose own the page has for something else."""
    return f"text-{id}"


def words(nodes: Iterable[Node], body: Body, naming: Naming) -> str:
    """The words of nodes as plain text, as a reader reads them."""
    return "".join(_words(nodes, body, naming))


class _Writer:
    """Writes one body; headings are numbered and named as they come."""

    def __init__(self, body: Body, naming: Naming) -> None:
        elements = [node for node in walk(body.tree) if isinstance(node, Element)]
        self.own = [id for element in elements if (id := element.get("id")) is not None]
        self.headings: list[Heading] = []
        self.parts: list[str | Slot] = []
        self._body, self._naming = body, naming
        self._ids = set(self.own)
        self._closed = 0

    def nodes(self, nodes: Iterable[Node]) -> None:
        """Writes nodes as HTML, every text and every attribute escaped."""
        for node in nodes:
            match node:
                case str():
                    self.parts.append(as_html(node) if self._closed else self._naming.run(node))
                case Slot():
                    self.parts.append(node)
                case Label(link):
                    self.parts.append(escape(self._naming.label(self._body.links[link]), quote=False))
                case Element():
                    self._element(node)

    def _element(self, element: Element) -> None:
        attributes = dict(element.attributes)
        if element.tag in HEADINGS:
            attributes["id"] = (self._heading(element),)
        if element.tag == "table":
            self.parts.append(self._region())
        self.parts.append(f"<{element.tag}")
        if element.tag == "a" and element.link is not None:
            attributes.setdefault("href", ())
        for name, value in attributes.items():
            if name in ("href", "src") and element.link is not None:
                href = self._naming.href(self._body.links[element.link]).replace(" ", "%20")
                self.parts.append(f' {name}="{escape(href)}"' if is_safe(href) else "")
            else:
                self.parts += (f' {name}="', *map(self._told, value), '"')
        self.parts.append(">")
        if element.tag not in VOID:
            self._closed += element.tag in CLOSED
            self.nodes(element.children)
            self._closed -= element.tag in CLOSED
            self.parts.append(f"</{element.tag}></div>" if element.tag == "table" else f"</{element.tag}>")

    def _told(self, piece: Piece) -> str | Slot:
        if isinstance(piece, Slot):
            return piece
        return escape(piece if isinstance(piece, str) else self._naming.label(self._body.links[piece.link]))

    def _heading(self, element: Element) -> str:
        """The id of a heading, made from its words unless the author gave one."""
        text = " ".join(words(element.children, self._body, self._naming).split())
        own = element.get("id")
        asked = id = own or unique(slugify_unicode(text, "-") or "section", self._ids)
        while own is None and (id in self._ids - {asked} or self._naming.taken(id)):
            id = instead(id)
        self._ids.add(id)
        self.headings.append(Heading(int(element.tag[1]), id, text, asked))
        return id

    def _region(self) -> str:
        """The start of the region around a table: it can be scrolled with the keyboard, so it needs a name."""
        label = escape(self._naming.table(self.headings[-1].text if self.headings else ""))
        return f'<div class="table-scroll" role="region" tabindex="0" aria-label="{label}">'


def _words(nodes: Iterable[Node], body: Body, naming: Naming) -> Iterator[str]:
    for node in nodes:
        match node:
            case str():
                yield node
            case Slot(expression):
                yield naming.value(expression)
            case Label(link):
                yield naming.label(body.links[link])
            case Element():
                yield from _words(node.children, body, naming)


def _joined(parts: Iterable[str | Slot]) -> Iterator[str | Slot]:
    """The parts with neighbouring HTML as one."""
    html: list[str] = []
    for part in parts:
        if isinstance(part, str):
            html.append(part)
        else:
            yield "".join(html)
            yield part
            html = []
    yield "".join(html)
