"""A series in short, for tables of several."""

from __future__ import annotations

from msgspec import Struct

from sitegen.figures import Figure, Missing
from sitegen.figures.nouns import noun_of
from sitegen.model.series import Series
from sitegen.pages.parts import Pointer
from sitegen.pages.recalled import latest_of
from sitegen.pages.words.notes import counted
from sitegen.pages.words.spread import dispute
from sitegen.pages.words.writer import Writer
from sitegen.urls import series_url


class SeriesRow(Struct, frozen=True, kw_only=True):
    """A series in short: what it measures and counts, its latest value with unit and period.

    spread: how sources differ on the value, or "". absent: why it has none, or "".
    """

    label: str
    href: str
    counts: str
    value: str
    unit: str
    period: str
    spread: str
    absent: str


def metric_pointer(writer: Writer, series: Series) -> Pointer:
    """A series by what it measures."""
    label = writer.context.tracker.metrics[series.metric].label
    return Pointer(label=label, href=writer.page.link(series_url(series.id)))


def series_row(writer: Writer, series: Series) -> SeriesRow:
    """A series in short; without a value it says so."""
    context = writer.context
    figure = latest_of(context, series.id)
    address = figure.address if isinstance(figure, Figure) else None
    return SeriesRow(
        label=context.tracker.metrics[series.metric].label,
        href=writer.page.link(series_url(series.id)),
        counts=counted(writer, series),
        value=writer.linked(figure) if isinstance(figure, Figure) else "",
        unit=noun_of(figure, context.locale) if isinstance(figure, Figure) else "",
        period="" if address is None else writer.when(address),
        spread=dispute(writer, figure),
        absent=figure.short(context.locale) if isinstance(figure, Missing) else "",
    )
