"""Builds the tree of a body from sanitised HTML with marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from sitegen.markdown.dialect import is_safe, scheme_of
from sitegen.markdown.faults import Fault
from sitegen.markdown.finder import Finder
from sitegen.markdown.lift import Lifted, Source
from sitegen.markdown.marks import parted
from sitegen.model.body import Element, Label, Link, Node, Piece, Slot, Where
from sitegen.model.text import Expression
from sitegen.problems import Problem
from sitegen.reading.texts import EXPRESSION, expression, stray_end, unclosed
from sitegen.reading.web import is_elsewhere, remote_image

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
VOID = frozenset({"br", "col", "hr", "img", "wbr"})
CODE = frozenset({"code", "kbd", "pre", "samp"})
_INLINE = frozenset({*HEADINGS, "a", "th", "caption", "summary"})
_FLOW = frozenset({"aside", "blockquote", "dd", "details", "div", "dl", "figure", "li", "ol", "p", "section", "ul"})
_ALIGNMENTS = ("left", "center", "right")
_FOOTNOTE = ("footnote-ref", "footnote-backref")


@dataclass(slots=True)
class _Open:
    """An element whose end has not come yet."""

    tag: str
    attributes: dict[str, tuple[Piece, ...]]
    link: int | None
    children: list[Node] = field(default_factory=list)


class Builder(HTMLParser):
    """Reads sanitised HTML. tree, expressions, links: as in a Body. seen: the numbers of the marks that were met."""

    def __init__(self, source: Source, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[Link] = []
        self.expressions: list[Expression] = []
        self.problems: list[Problem] = []
        self.seen: set[int] = set()
        self._source = source
        self._finder = Finder(source)
        self._shift = 1 if "<h1" in html else 0
        self._open = [_Open("", {}, None)]
        self.feed(html)
        self.close()

    @property
    def tree(self) -> tuple[Node, ...]:
        """What was read."""
        return tuple(self._open[0].children)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element; one without content is finished at once."""
        if tag in HEADINGS:
            tag = f"h{min(6, int(tag[1]) + self._shift)}"
        link, attributes = self._attributes(tag, {name: value or "" for name, value in attrs})
        opened = _Open(tag, attributes, link)
        if tag in VOID:
            self._open[-1].children.append(Element(tag, tuple(attributes.items()), (), link))
        else:
            self._open.append(opened)

    def handle_endtag(self, tag: str) -> None:
        """Closes an element; a paragraph of nothing but charts, rankings and tables gives way to them."""
        done = self._open.pop()
        parent = self._open[-1].children
        if done.tag == "p" and _is_room(done.children):
            if not done.attributes:
                parent += done.children
                return
            done.tag = "div"
        elif done.tag == "p":
            for child in done.children:
                self._refuse_block(child)
        parent.append(Element(done.tag, tuple(done.attributes.items()), tuple(done.children), done.link))

    def handle_data(self, data: str) -> None:
        """Text, with slots and links for its marks; in code a mark becomes its source again."""
        tags = {opened.tag for opened in self._open[1:]}
        if CODE & tags:
            nodes: list[Node] = ["".join(self._written(data))]
        else:
            where: Where = "inline" if _INLINE & tags else "prose"
            pieces = ([p] if isinstance(p, str) else self._nodes(p, where, linked="a" in tags) for p in parted(data))
            nodes = [node for piece in pieces for node in piece]
        if not tags <= _FLOW:
            for node in nodes:
                self._refuse_block(node)
        self._open[-1].children += nodes

    def _nodes(self, n: int, where: Where, *, linked: bool) -> list[Node]:
        """What stands in the tree for a mark."""
        self.seen.add(n)
        lifted = self._source.lifted[n]
        if lifted.kind == "expression":
            return [self._slot(lifted.start, where)]
        if lifted.kind != "wiki":
            self.problems.append(self._stray(lifted))
            return [lifted.source]
        words = self._words(lifted, "inline")
        return [*words] if linked else [Element("a", (), tuple(words), len(self.links) - 1)]

    def _words(self, lifted: Lifted, where: Where) -> list[Piece]:
        """The words of a `[[…]]` link, which becomes the last of the links."""
        place = self._source.place(lifted.start, len(lifted.source))
        self.links.append(Link(target=lifted.target, image=False, place=place))
        if not lifted.words or not lifted.words.strip():
            return [Label(len(self.links) - 1)]
        found: list[Piece] = []
        done = 0
        for match in EXPRESSION.finditer(lifted.words):
            found += [lifted.words[done : match.start()], self._slot(lifted.words_start + match.start(), where)]
            done = match.end()
        found.append(lifted.words[done:])
        if isinstance(found[0], str):
            found[0] = found[0].lstrip()
        if isinstance(found[-1], str):
            found[-1] = found[-1].rstrip()
        return [piece for piece in found if piece != ""]

    def _slot(self, start: int, where: Where) -> Slot:
        """The slot of the expression that begins at an offset of the source."""
        match = EXPRESSION.match(self._source.raw, start)
        assert match is not None  # it was lifted there
        self.expressions.append(expression(match, self._source.place))
        return Slot(self.expressions[-1], where)

    def _stray(self, lifted: Lifted) -> Problem:
        place = self._source.place(lifted.start, 2)
        rest = self._source.raw[lifted.start :].partition("\n\n")[0]
        return stray_end(place) if lifted.kind == "closing" else unclosed(rest, place)

    def _written(self, text: str) -> Iterator[str]:
        """A text with every mark as it was written."""
        for piece in parted(text):
            if isinstance(piece, int):
                self.seen.add(piece)
                yield self._source.lifted[piece].source
            else:
                yield piece

    def _refuse_block(self, node: Node) -> None:
        if isinstance(node, Slot) and node.expression.is_block:
            self.problems.append(Fault.block.at(node.expression.place))

    def _attributes(self, tag: str, given: dict[str, str]) -> tuple[int | None, dict[str, tuple[Piece, ...]]]:
        """The number of an element's link, and its attributes as they will be written, in order."""
        link: int | None = None
        found: dict[str, tuple[Piece, ...]] = {}
        footnote = any(name in given.get("class", "").split() for name in _FOOTNOTE)
        for name, value in given.items():
            if name in ("href", "src") and not (footnote and value.startswith("#")):
                link = self._link(value, image=tag == "img")
                found |= {} if link is None else {name: ()}
            elif name in ("alt", "title"):
                found[name] = tuple(self._told(value))
            elif name != "align":
                bare = self._bare(value)
                found |= {} if bare is None else {name: (bare,)}
            elif value in _ALIGNMENTS:
                found["class"] = (" ".join([*map(str, found.get("class", ())), f"align-{value}"]),)
        if tag == "th" and any(opened.tag == "thead" for opened in self._open):
            found.setdefault("scope", ("col",))
        if tag == "pre":
            found["tabindex"] = ("0",)
        if (tag == "a" and not {"href", "id"} & given.keys()) or (tag == "img" and "src" not in given):
            self.problems.append(Fault.nowhere.at(self._finder.next()))  # sanitising took an address that is none
        if tag == "img" and not given.get("alt", "").strip():
            place = self._source.place(0) if link is None else self.links[link].place
            self.problems.append(Fault.image_alt.at(place))
        return link, found

    def _told(self, value: str) -> Iterator[Piece]:
        """The pieces of an alt or title attribute."""
        for piece in parted(value):
            if isinstance(piece, str):
                yield piece
                continue
            self.seen.add(piece)
            lifted = self._source.lifted[piece]
            if lifted.kind == "expression":
                yield self._slot(lifted.start, "text")
            elif lifted.kind == "wiki":
                yield from self._words(lifted, "text")
            else:
                self.problems.append(self._stray(lifted))
                yield lifted.source

    def _bare(self, value: str) -> str | None:
        """The value of any other attribute as it was written; None if an expression is in it."""
        refused = False
        for piece in parted(value):
            lifted = self._source.lifted[piece] if isinstance(piece, int) else None
            if lifted is not None and lifted.kind == "expression":
                self.problems.append(Fault.in_tag.at(self._source.place(lifted.start, len(lifted.source))))
                refused = True
        written = "".join(self._written(value))
        return None if refused else written

    def _link(self, value: str, *, image: bool) -> int | None:
        """The number of a new link, or None if no link comes of it."""
        target = self._bare(value)
        if target is None:
            return None
        place = self._finder.target(target)
        if not target.strip():
            self.problems.append(Fault.no_target.at(place))
            return None
        if image and is_elsewhere(target):
            self.problems.append(remote_image(place))
            return None
        if not is_safe(target):
            scheme = scheme_of(target)
            self.problems.append(Fault.unsafe.at(place, scheme or ""))
            return None
        self.links.append(Link(target=target, image=image, place=place))
        return len(self.links) - 1


def _is_room(children: list[Node]) -> bool:
    """Whether a paragraph holds charts, rankings and tables and nothing else."""
    blocks = [node for node in children if isinstance(node, Slot) and node.expression.is_block]
    rest = [node for node in children if node not in blocks]
    return bool(blocks) and all(isinstance(node, str) and not node.strip() for node in rest)
