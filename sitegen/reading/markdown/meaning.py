"""What the marks in one body stand for: slots, links, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.basics.text import Expression
from sitegen.model.body import Element, Label, Link, Node, Piece, Slot, Where
from sitegen.problems import Place, Problem
from sitegen.reading.braces import dialect
from sitegen.reading.markdown.faults import Fault
from sitegen.reading.markdown.finder import Finder
from sitegen.reading.markdown.lift import Lifted, Source
from sitegen.reading.markdown.preview.marks import parted
from sitegen.reading.schemes import is_elsewhere, is_safe, scheme_of
from sitegen.reading.texts import EXPRESSION, expression, stray_end, unclosed
from sitegen.reading.web import remote_image


class Meaning:
    """Reads the marks of one source. seen: the numbers of those that were met; the rest as in a Body."""

    def __init__(self, source: Source) -> None:
        self.links: list[Link] = []
        self.expressions: list[Expression] = []
        self.problems: list[Problem] = []
        self.seen: set[int] = set()
        self._source = source
        self._finder = Finder(source)
        self._place: Place | None = None

    def refuse(self, fault: Fault, place: Place) -> None:
        """Notes that something is wrong."""
        self.problems.append(fault.at(place))

    def next_link(self) -> Place:
        """The place of a link that sanitising took."""
        self._place = self._finder.next()
        return self._place

    def last_link(self) -> Place:
        """The place of the link that was read last, whatever became of it."""
        return self.next_link() if self._place is None else self._place

    def nodes(self, piece: str | int, where: Where, *, linked: bool) -> list[Node]:
        """What stands in the tree for a text or a mark. linked: whether it stands in a link already."""
        if isinstance(piece, str):
            return [piece]
        self.seen.add(piece)
        lifted = self._source.lifted[piece]
        if lifted.kind == "expression":
            return [self._slot(lifted.start, where)]
        if lifted.kind != "wiki":
            self.problems += [] if self._follows(piece) else [self._stray(lifted)]
            return [lifted.source]
        words = self._words(lifted, "inline")
        return [*words] if linked else [Element("a", (), tuple(words), len(self.links) - 1)]

    def of_attribute(self, value: str) -> Iterator[Piece]:
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

    def bare(self, value: str) -> str | None:
        """The value of any other attribute as it was written; None if an expression is in it."""
        refused = False
        for piece in parted(value):
            lifted = self._source.lifted[piece] if isinstance(piece, int) else None
            if lifted is not None and lifted.kind == "expression":
                self.problems.append(self._in_tag(lifted))
                refused = True
        written = "".join(self.written(value))
        return None if refused else written

    def _stands_bare(self, place: Place) -> bool:
        """Whether an address stands right behind its bracket, without < before it."""
        line = self._source.raw.split("\n")[place.line - self._source.line]
        return line[: place.column - 1].endswith("](")

    def link(self, value: str, *, image: bool) -> int | None:
        """The number of a new link, or None if no link comes of it."""
        target = self.bare(value)
        if target is None:
            self._place = None
            return None
        place = self._place = self._finder.target(target)
        if not target.strip():
            self.problems.append(Fault.no_target.at(place))
            return None
        if target.lstrip().startswith("{%"):
            self.problems.append(_foreign("a tag of Jekyll", place))
            return None
        if " " in target.strip() and self._stands_bare(place):
            self.problems.append(Fault.spaced.at(place))
        if image and is_elsewhere(target):
            self.problems.append(remote_image(place, target))
            return None
        if not is_safe(target):
            scheme = scheme_of(target)
            self.problems.append(Fault.unsafe.at(place, scheme or ""))
            return None
        self.links.append(Link(target=target, image=image, place=place))
        return len(self.links) - 1

    def written(self, text: str) -> Iterator[str]:
        """A text with every mark as it was written."""
        for piece in parted(text):
            if isinstance(piece, int):
                self.seen.add(piece)
                yield self._source.lifted[piece].source
            else:
                yield piece

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

    def _in_tag(self, lifted: Lifted) -> Problem:
        """The Problem of an expression in an address or a tag; of another program's, with what to write instead."""
        place = self._source.place(lifted.start, len(lifted.source))
        other = dialect(lifted.source[2:-2].strip())
        return Fault.in_tag.at(place) if other is None else _foreign(other.what, place)

    def _follows(self, piece: int) -> bool:
        """Whether a }} stands behind a {{ that did not find it, which is reported already."""
        before, lifted = self._source.lifted[piece - 1], self._source.lifted[piece]
        if piece == 0 or (before.kind, lifted.kind) != ("opening", "closing"):
            return False
        return "\n\n" not in self._source.raw[before.start : lifted.start]

    def _stray(self, lifted: Lifted) -> Problem:
        place = self._source.place(lifted.start, 2)
        rest = self._source.raw[lifted.start :].partition("\n\n")[0]
        return stray_end(place) if lifted.kind == "closing" else unclosed(rest, place)


def _foreign(what: str, place: Place) -> Problem:
    """The Problem of what another program makes an address of."""
    hint = "write the address itself: a path from this file, or https://…"
    return Problem(place, "expression-in-tag", f"this is {what}, and no address", hint)
