"""A recorder for one page: what it links to, which ids stand on it, which sources and notes it shows.

Views are built with one of these in hand; what it recorded is audited when all pages are there,
so that no page is ever parsed back.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, get_args

from sitegen.figures.figure import Figure
from sitegen.model.basics.address import Address
from sitegen.model.source import Source
from sitegen.packing import Packed, Pressed
from sitegen.pages.record.card import Card
from sitegen.pages.record.record import Details, Excuse, Noted, PageRecord, Reference
from sitegen.pages.record.version import Fact, key_of, said, sources_of, version_of
from sitegen.problems import Place
from sitegen.urls import notes_url

Family = Literal["chart", "charts", "kind", "lit", "market", "metric", "ranking", "series", "source"]
"""What the ids begin with that pages make of ids and numbers: `chart-deliveries`, `lit-1`. No heading gets one."""


def in_family(id: str) -> bool:
    """Whether an id looks like one that pages make themselves."""
    family, dash, _ = id.partition("-")
    return bool(dash) and family in get_args(Family)


class Page:
    """Records one page while its view is built.

    url: the page's own address from the root of the site, `/companies/acme/`. base: the path under which
    the site is served, for the one page (404) whose links cannot be relative; else None.
    """

    def __init__(self, url: str, base: str | None = None) -> None:
        self.url = url
        self._base = base
        self._references: list[Reference] = []
        self._anchors: list[str] = []
        self._written: dict[str, Place] = {}
        self._sources: dict[str, int] = {}
        self._notes: dict[Noted, Figure] = {}
        self._excuses: dict[tuple[str, str], Excuse] = {}
        self._shown: dict[str, None] = {}
        self._figures: dict[str, Figure] = {}
        self._facts: dict[str, None] = {}
        self._modules: dict[str, None] = {}

    def link(self, target: str, place: Place | None = None) -> str:
        """The href that leads from this page to a site-absolute URL, `/data/#x`; the link is recorded for the audit."""
        url, _, fragment = target.partition("#")
        url = url or self.url
        self._references.append(Reference(url, fragment, place))
        tail = f"#{fragment}" if fragment else ""
        if self._base is not None:
            return self._base.rstrip("/") + url + tail
        if url == self.url:
            return tail or "./"
        return relative(self.url, url) + tail

    def anchor(self, name: str, family: Family | None = None, place: Place | None = None) -> str:
        """Records an id that stands on this page, and gives it back. place: of the text that it comes from."""
        id = name if family is None else f"{family}-{name}"
        self._anchors.append(id)
        if place is not None:
            self._written[id] = place
        return id

    def cite(self, source: str) -> int:
        """The number of a source on this page, counted from 1 in the order of first use."""
        return self._sources.setdefault(source, len(self._sources) + 1)

    def note(self, figure: Figure, *, answers: bool) -> str:
        """The href of the note that explains a figure. answers: whether the figure is the answer to its address."""
        address = figure.addresses[0]
        packed = None if answers else Packed.of(figure)
        id = _place_of(address) if answers else _print_of(figure)
        noted = Noted(notes_url(address), id, str(address), packed)
        self._notes.setdefault(noted, figure)
        return self.link(f"{noted.url}#{id}")

    def excuse(self, words: str, reason: str) -> Excuse:
        """The note that says why words are no figure; one note for the same words and reason."""
        if (words, reason) not in self._excuses:
            number = len(self._excuses) + 1
            self._excuses[words, reason] = Excuse(self.anchor(str(number), "lit"), _letter(number), words, reason)
        return self._excuses[words, reason]

    def shows(self, figure: Figure) -> None:
        """Records that the page shows a figure."""
        self._shown.update((str(address), None) for address in figure.addresses)
        self._figures[key_of(figure)] = figure

    def states(self, fact: Fact) -> None:
        """Records that the page says a fact that is no number."""
        self._facts[said(fact)] = None

    @property
    def shown(self) -> tuple[str, ...]:
        """The addresses whose figures the page shows, each once, in the order of recording."""
        return tuple(self._shown)

    @property
    def numbers(self) -> tuple[tuple[str, ...], ...]:
        """For each different figure that the page shows, the sources that it rests on."""
        return tuple(map(sources_of, self._figures.values()))

    def version(self, sources: Mapping[str, Source]) -> str:
        """A short name for what the page says, the same until any of it changes; "" without any. sources: all."""
        return version_of(self._figures.values(), sources, self._sources, self._facts)

    def record(
        self, heading: str = "", *, indexed: bool = True, modified: str | None = None, card: Card | None = None
    ) -> PageRecord:
        """All that was recorded; the page is finished."""
        targets = self.targets
        details = Pressed.of(Details(tuple(self._references), self.anchors, tuple(self._written.items())))
        noted = tuple(self._notes)
        return PageRecord(self.url, heading, indexed, modified, targets, self.shown, self.sources, noted, details, card)

    @property
    def targets(self) -> tuple[str, ...]:
        """Where the links of the page lead, each once."""
        return tuple(dict.fromkeys(reference.target for reference in self._references))

    @property
    def anchors(self) -> tuple[str, ...]:
        """Every id in the order of recording; an id that stands twice is in it twice."""
        return tuple(self._anchors)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the cited sources, in the order of their numbers."""
        return tuple(self._sources)

    @property
    def noted(self) -> tuple[Figure, ...]:
        """The figures whose notes the page's numbers open, each once."""
        return tuple(self._notes.values())

    def load(self, module: str) -> None:
        """Makes the page load a module that something on it needs: its path below the assets."""
        self._modules[module] = None

    @property
    def modules(self) -> tuple[str, ...]:
        """The modules that the page loads, each once."""
        return tuple(self._modules)

    @property
    def excuses(self) -> tuple[Excuse, ...]:
        """The notes on words that `lit` excuses, in the order of their letters."""
        return tuple(self._excuses.values())


@lru_cache(maxsize=65536)  # every page links to the same few hundred places
def relative(start: str, target: str) -> str:
    """The relative href from one site-absolute URL to another: `/a/b/` to `/a/c/` is `../c/`."""
    here, there = start.split("/")[:-1], target.split("/")
    shared = len(posixpath.commonprefix([here, there[:-1]]))
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"


def _letter(number: int) -> str:
    """The letter of a note: a to z, then aa, ab."""
    before, last = divmod(number - 1, 26)
    return (_letter(before) if before else "") + chr(ord("a") + last)


def _place_of(address: Address) -> str:
    """What an address is called in the file of its notes: its period, with the source if it names one."""
    return str(address).partition("@")[2]


def _print_of(figure: Figure) -> str:
    """What a figure that answers no address is called there: a print of all that it says."""
    return "n" + hashlib.blake2b(repr(figure).encode(), digest_size=6).hexdigest()
