"""A sheet: one page ready to be rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from sitegen.pages.context import Context
from sitegen.pages.layout import Head, Layout, layout
from sitegen.pages.output import Output
from sitegen.pages.record.card import Card, published
from sitegen.pages.record.page import Page
from sitegen.pages.record.record import PageRecord
from sitegen.pages.view import View
from sitegen.pages.words.writer import Writer

Maker = Callable[[Context], "Sheet"]
Pages = Iterator[tuple[str, Maker]]
"""The URL of each page of a kind, and what makes it from a context of its own."""


class Sheet(Struct, frozen=True):
    """The two values that a template sees (`view` and `layout`), and what was recorded for the audit.

    beside: files that are made with the page.
    """

    view: View
    layout: Layout
    page: Page
    modified: str | None
    beside: tuple[Output, ...] = ()
    card: Card | None = None

    @property
    def record(self) -> PageRecord:
        """What the finished page recorded."""
        return self.page.record(
            self.layout.heading, indexed=self.layout.indexed, modified=self.modified, card=self.card
        )


def sheet(context: Context, writer: Writer, view: View, head: Head) -> Sheet:
    """The finished page of a view. It changed last on the day of its text, or of its newest source if that is later."""
    dates = (context.tracker.sources[source].published for source in writer.page.sources)
    days = [str(period) for period in dates if period is not None and period.named == "day"]
    modified = max((*days, *([head.edited] if head.edited else [])), default=None)
    card = head.card if head.image is None and published(context.edition.base_url) else None
    return Sheet(view, layout(context, writer, head), writer.page, modified, card=card)
