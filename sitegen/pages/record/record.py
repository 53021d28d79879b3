"""What a finished page recorded: its links and ids, the sources and notes that it shows."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct, field

from sitegen.figures.figure import Figure
from sitegen.packing import Packed, Pressed
from sitegen.pages.record.card import Card
from sitegen.problems import Place
from sitegen.value import Value


class Reference(NamedTuple):
    """A link that a page makes: the page or file it leads to, the id on it or "", and where an author wrote it."""

    url: str
    fragment: str
    place: Place | None

    @property
    def target(self) -> str:
        """Where it leads."""
        return f"{self.url}#{self.fragment}"


class Details(NamedTuple):
    """What the audit asks for where something is wrong: the links of a page, the ids that its view gave, and those of
    them that come from an author's text, with its place."""

    references: tuple[Reference, ...] = ()
    anchors: tuple[str, ...] = ()
    written: tuple[tuple[str, Place], ...] = ()


class Excuse(Struct, frozen=True):
    """Words that `lit` excuses on a page: the id of their note, the letter that marks them, and the author's reason."""

    id: str
    letter: str
    words: str
    reason: str


class Noted(NamedTuple):
    """A note that a page asks for. url: of the file that holds it. id: its own there. address: of the figure.

    figure: packed, where it is not the answer to an address, and then its id is a print of all that it says.
    """

    url: str
    id: str
    address: str
    figure: Packed[Figure] | None

    def __eq__(self, other: object) -> bool:
        """Whether it is the same note; the id of a figure says all of it."""
        return isinstance(other, Noted) and self[:3] == other[:3]

    def __hash__(self) -> int:
        return hash(self[:3])

    def __repr__(self) -> str:
        return f"Noted{self[:3]!r}"


class PageRecord(Value, frozen=True, eq=False):
    """What a finished page recorded.

    heading: what it is called. indexed: whether search engines may list it. modified: the day on which its text or its
    newest source changed, or None. targets: where its links lead, each once: `/data/#x`. shown: the addresses whose
    figures it shows. sources: the ids of the sources that it cites. noted: the notes that its numbers open.
    details: more of its links and ids. card: what its picture for shared links shows. ids: all that stand in its
    HTML, in order; None if nobody looked.
    """

    ASIDE = ("details",)
    url: str
    heading: str = ""
    indexed: bool = True
    modified: str | None = None
    targets: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    noted: tuple[Noted, ...] = ()
    details: Pressed[Details] = field(default_factory=lambda: Pressed.of(Details()))
    card: Card | None = None
    ids: tuple[str, ...] | None = None
