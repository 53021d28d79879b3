"""A series of many values: the newest on its own page, all of them on a page for each year, or month if it is daily."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from msgspec import Struct

from sitegen.figures import Figure, Figures
from sitegen.figures.periods import short_period
from sitegen.figures.words import in_own_unit
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Cadence, Period
from sitegen.model.series import Series
from sitegen.pages.context import Context
from sitegen.pages.layout import NavItem
from sitegen.pages.words.writer import Writer
from sitegen.urls import series_url, stretch_url

LONG, NEWEST = 72, 12
"""With how many observations a page is still short, and how many periods stand on the page of a longer series."""


class EarlierPeriod(Struct, frozen=True, kw_only=True):
    """A period whose values stand on another page: what leads there has the id that the period's row would have.

    value: what answers, or "".
    """

    id: str
    href: str
    period: str
    value: str


class Earlier(Struct, frozen=True, kw_only=True):
    """The periods of one page of values, the way to it, and its name."""

    label: str
    href: str
    periods: tuple[EarlierPeriod, ...]


def stretches(context: Context, id: SeriesId) -> tuple[Period, ...]:
    """What a long series has a page of values for, the newest first; nothing for a short one."""
    return context.recalled(f"stretches of {id}", partial(_stretches, id))


def _stretches(id: SeriesId, figures: Figures) -> tuple[Period, ...]:
    series = figures.tracker.series[id]
    if len(series.observations) + len(series.worked_out) <= LONG:
        return ()
    cadence: Cadence = "month" if series.cadence == "day" else "year"
    found = {Period.of(cadence, observation.period.last) for observation in series.observations}
    return tuple(sorted(found, key=lambda period: period.first, reverse=True))


def by_stretch(found: Sequence[Period], periods: Sequence[Period]) -> Iterator[tuple[Period, Sequence[Period]]]:
    """Periods, the newest first, by the stretch on whose page each stands: the newest that begins before it ends."""
    begin = 0
    for stretch in found:
        end = len(periods) if stretch == found[-1] else _until(periods, stretch.first)
        yield stretch, periods[begin:end]
        begin = end


def _until(periods: Sequence[Period], day: date) -> int:
    """How many of the periods, the newest first, end on a day or behind it."""
    return bisect_right(periods, -day.toordinal(), key=lambda period: -period.last.toordinal())


def ways(writer: Writer, series: Series, here: Period) -> tuple[NavItem, ...]:
    """The ways from the page of a stretch: to the series, and to every stretch."""
    newest = NavItem(label=writer.say("series.newest"), href=writer.page.link(series_url(series.id)), current="")
    stretched = (
        NavItem(
            label=short_period(stretch, writer.context.locale),
            href=writer.page.link(stretch_url(series.id, stretch)),
            current="page" if stretch == here else "",
        )
        for stretch in stretches(writer.context, series.id)
    )
    return (newest, *stretched)


def earlier(writer: Writer, series: Series, periods: Sequence[Period]) -> Iterator[Earlier]:
    """Periods that stand on other pages, by page, each as a way to its row there."""
    for stretch, own in by_stretch(stretches(writer.context, series.id), periods):
        url = stretch_url(series.id, stretch)
        if own:
            yield Earlier(
                label=short_period(stretch, writer.context.locale),
                href=writer.page.link(url),
                periods=tuple(_period(writer, series, period, url) for period in own),
            )


def _period(writer: Writer, series: Series, period: Period, url: str) -> EarlierPeriod:
    answer = writer.context.figures.answer(Address(*series.id, period))
    return EarlierPeriod(
        id=writer.page.anchor(str(period)),
        href=writer.page.link(f"{url}#{period}"),
        period=short_period(period, writer.context.locale),
        value=in_own_unit(answer, writer.context.locale) if isinstance(answer, Figure) else "",
    )
