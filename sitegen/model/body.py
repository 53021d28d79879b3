"""The body of a document as one tree: elements, visible text, slots for expressions, links."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Literal

from msgspec import Struct

from sitegen.model.basics.text import Expression
from sitegen.problems import Place, Problem
from sitegen.value import Value

Where = Literal["prose", "alone", "inline", "text"]


class Slot(Struct, frozen=True):
    """A place for the value of an expression.

    where: `prose` in running text and cells of tables (and for a chart, ranking or table, which stand by themselves),
    `alone` where a claim is all that a paragraph holds, `heading` in headings, `inline` in links and heads of tables,
    `text` in an attribute.
    """

    expression: Expression
    where: Where


class Label(Struct, frozen=True):
    """The name of what link number `link` of the body leads to: the words of a `[[…]]` link that has none."""

    link: int


class Element(Struct, frozen=True):
    """An HTML element.

    attributes: in order, with their values, which may hold slots only in alt and title.
    link: for `a` and `img`, which of the body's links gives its href or src, a heading's level is in its tag.
    """

    tag: str
    attributes: tuple[tuple[str, tuple[Piece, ...]], ...] = ()
    children: tuple[Node, ...] = ()
    link: int | None = None

    def get(self, name: str) -> str | None:
        """The value of an attribute without what stands in its slots; None if it is not there."""
        for own, value in self.attributes:
            if own == name:
                return "".join(piece for piece in value if isinstance(piece, str))
        return None


Piece = str | Slot | Label
Node = str | Slot | Label | Element


class Link(Struct, frozen=True):
    """A link or image of a Markdown document. target: as written, of `[[…]]` with its brackets."""

    target: str
    image: bool
    place: Place


class Body(Value, frozen=True, eq=False, kw_only=True, dict=True):
    """The Markdown of a document, read once.

    expressions: of the slots of the tree, in order. headings: the words of each, in order. source: as it was written,
    from `line` of its file on. problems: what is wrong in it. grow: gives the tree whenever somebody looks at it.
    """

    ASIDE = ("grow",)
    expressions: tuple[Expression, ...]
    links: tuple[Link, ...]
    headings: tuple[tuple[Piece, ...], ...]
    problems: tuple[Problem, ...]
    source: str
    line: int
    grow: Callable[[], tuple[Node, ...]]

    @property
    def tree(self) -> tuple[Node, ...]:
        """What readers see."""
        return self.grow()

    @cached_property
    def print(self) -> str:
        """A hash of its text and its line, of which all of it is made."""
        text = f"{self.line}\n{self.source}".encode(errors="surrogatepass")
        return hashlib.blake2b(text, digest_size=12).hexdigest()


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node of a tree, each before what is in it."""
    waiting = [*nodes][::-1]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Element):
            waiting += node.children[::-1]
