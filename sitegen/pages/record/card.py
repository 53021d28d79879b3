"""A card: what the picture of a page shows where a link to it is shared, in plain words. It is drawn elsewhere."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from msgspec import Struct

from sitegen.claims import VerdictWord

WIDTH, HEIGHT = 1200, 630
"""The size of a card in pixels, as social networks show it."""
_NOBODYS = ("localhost", "example", "example.com", "example.net", "example.org", "invalid", "local", "test")
"""Names that no site is published at: the author's own machine, and those that are kept for examples."""


class Row(Struct, frozen=True, kw_only=True):
    """One line of a card: a place or "", the name with its own script or "", a value, the CSS colour of the name."""

    place: str
    name: str
    native: str
    value: str
    color: str


class Card(Struct, frozen=True, kw_only=True):
    """What a card shows besides the name of the site; every part but the title may be missing.

    kind: of the page, in words. native: the title in its own script. word: the verdict, of which `lead` has the words.
    lead: the one number or word that is set large. text: a sentence or two. rows: the first lines of a table.
    chart: the id of the chart whose drawing is shown. foot: period, kind of source, and the like.
    """

    kind: str
    title: str
    native: str = ""
    word: VerdictWord | None = None
    lead: str = ""
    text: str = ""
    rows: tuple[Row, ...] = ()
    chart: str = ""
    foot: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """The card in words, for those who do not see it."""
        rows = (" ".join(filter(None, self._said(row))) for row in self.rows)
        return " · ".join(filter(None, (self.kind, self.title, self.lead, self.text, *rows, *self.foot)))

    def _said(self, row: Row) -> tuple[str, ...]:
        """A line in words: a number before what it counts, else the place, the name and the value."""
        return (row.place, row.name, row.value) if row.place else (row.value, row.name)


def published(base_url: str) -> bool:
    """Whether others can open the address of the site: networks fetch a card from a whole URL, or not at all."""
    host = urlsplit(base_url).hostname or ""
    try:
        address = ip_address(host)
    except ValueError:
        return not any(host == name or host.endswith(f".{name}") for name in _NOBODYS)
    return not (address.is_loopback or address.is_unspecified)


def pending(base_url: str) -> str:
    """The address of the site where it stands for one that others can open, and a reader has to replace it; else ""."""
    return "" if published(base_url) else base_url
