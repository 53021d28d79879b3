"""Who uses what: the inverse of what the pages recorded while they were made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct, field, structs

from sitegen.model.basics.address import SeriesId, parse_series
from sitegen.pages.record.card import Card
from sitegen.pages.record.record import Noted, PageRecord
from sitegen.urls import NOT_FOUND


class Uses(Struct, frozen=True):
    """The URLs of the pages, in their order, that cite a source, by its id, and that show a figure.

    series: the addresses whose figures pages show, by their series. pages: of each of these, in the same order, the
    pages that show it, by the series. notes: what each file of notes holds, by its URL.
    cards: what the picture of a page shows, by the page's URL. ids: all that stand in the HTML of a page, by its URL.
    """

    series: Mapping[SeriesId, tuple[str, ...]] = field(default_factory=dict)
    pages: Mapping[SeriesId, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notes: Mapping[str, tuple[Noted, ...]] = field(default_factory=dict)
    cards: Mapping[str, Card] = field(default_factory=dict)
    ids: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many figures pages show."""
        return sum(map(len, self.series.values()))

    def showing(self, address: str) -> tuple[str, ...]:
        """The pages that show the figure of an address."""
        id = parse_series(address.partition("@")[0])
        found = self.series.get(id, ())
        return self.pages[id][found.index(address)] if address in found else ()

    @classmethod
    def of(cls, pages: Iterable[PageRecord]) -> Uses:
        """What these finished pages use; what they ask for is left out."""
        figures: dict[str, list[str]] = defaultdict(list)
        sources: dict[str, list[str]] = defaultdict(list)
        made = tuple(pages)
        for page in (page for page in made if page.url != NOT_FOUND):  # it stands at no address of its own
            url = page.url
            for address in page.shown:
                figures[address].append(url)
            for source in page.sources:
                sources[source].append(url)
        named: dict[str, list[str]] = defaultdict(list)
        for address in sorted(figures):
            named[address.partition("@")[0]].append(address)
        series = {parse_series(name): addresses for name, addresses in named.items()}
        return cls(
            {id: tuple(addresses) for id, addresses in series.items()},
            {id: tuple(tuple(figures[address]) for address in addresses) for id, addresses in series.items()},
            {source: tuple(urls) for source, urls in sources.items()},
            ids={page.url: page.ids or () for page in made},
        )

    def asking(self, pages: Iterable[PageRecord]) -> Uses:
        """This with the notes and the pictures that finished pages ask for."""
        notes: dict[str, dict[str, Noted]] = defaultdict(dict)
        made = tuple(pages)
        for noted in (noted for page in made for noted in page.noted):
            notes[noted.url][noted.id] = noted
        return structs.replace(
            self,
            notes={url: tuple(found[id] for id in sorted(found)) for url, found in sorted(notes.items())},
            cards={page.url: page.card for page in made if page.card is not None},
        )
