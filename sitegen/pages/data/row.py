"""A series in short, for tables of several."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.figures import Figure, change
from sitegen.figures.nouns import noun_of
from sitegen.model.basics.address import Address
from sitegen.model.series import Series
from sitegen.pages.charts.trend import trend
from sitegen.pages.words.notes import counted, dispute, reach
from sitegen.pages.words.writer import Writer, entity_color
from sitegen.urls import series_url


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRow:
    """A series in short: what it measures, its latest value and period, the change on the year, a trend in a colour.

    spread: how sources differ on the value, and `change_spread` on the change, or "".
    """

    label: str
    href: str
    counts: str
    value: str
    spread: str
    unit: str
    period: str
    change: str
    change_spread: str
    trend: str
    color: str


def series_row(writer: Writer, series: Series) -> SeriesRow:
    """A series in short; without a value it says so."""
    context = writer.context
    metric = context.tracker.metrics[series.metric]
    figure = context.figures.answer(Address(*series.id, "latest"))
    moved = change(context.figures, figure, "year") if isinstance(figure, Figure) else None
    address = figure.address if isinstance(figure, Figure) else None
    return SeriesRow(
        label=metric.label,
        href=writer.page.link(series_url(series.id)),
        counts=counted(writer, series),
        value=writer.linked(figure) if isinstance(figure, Figure) else "",
        spread=dispute(writer, figure),
        unit=noun_of(figure, context.locale) if isinstance(figure, Figure) else "",
        period="" if address is None else writer.when(address),
        change=writer.moved(moved),
        change_spread=reach(writer, moved),
        trend=trend(context.figures, series.id, address),
        color=entity_color(series.entity),
    )
