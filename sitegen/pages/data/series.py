"""A series on its own page: its chart, every observation with its source, and what is not used and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import structs

from sitegen.figures.nouns import heading
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Period
from sitegen.model.basics.spelling import sort_key
from sitegen.model.series import Series
from sitegen.pages.changes.lines import ago
from sitegen.pages.companies.stretch import held_of
from sitegen.pages.context import Context
from sitegen.pages.data.facts import downloads, facts
from sitegen.pages.data.fresh import Fresh, fresh_series
from sitegen.pages.data.lengths import ChangeColumn, LengthRows, by_length, change_columns, jumps
from sitegen.pages.data.observations import PeriodRows, listed, newest_first, unused, unused_periods
from sitegen.pages.data.picture import series_chart
from sitegen.pages.data.stretches import NEWEST, Earlier, by_stretch, earlier, stretches, ways
from sitegen.pages.layout import Head, NavItem
from sitegen.pages.machines.graph import Thing
from sitegen.pages.machines.things import dataset
from sitegen.pages.parts import Name, Pointer
from sitegen.pages.pieces import ChartView
from sitegen.pages.recalled import freshness_of
from sitegen.pages.record.page import Page
from sitegen.pages.sharing.cite import Cited
from sitegen.pages.sheet import Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.notes import excuses, report
from sitegen.pages.words.writer import Writer
from sitegen.urls import metric_url, series_url, stretch_url

PAST = 20
"""So many earlier values are shown, the latest ones."""


class SeriesView(View, frozen=True, kw_only=True):
    """`/data/<entity>/<metric>/`, and the page of a stretch of a long series, which has its values alone.

    facts: label and words. accepted: warnings that stay, and why. fresh: or None. sparse: why there is no chart, or "".
    lengths: the values by the length of their periods. jumps: the ways to these.
    ways: from the page of a stretch to the others. earlier: the periods that stand on those alone.

    unused: deprecated observations by period. unused_changes: of `change_columns`. past: what values were
    before. used: the pages that use a value of this series. report: where a problem is reported, or None. address: of
    the latest value, or None.
    """

    template = "series.html"
    title: str
    name: Name
    metric: Pointer
    definition: str
    facts: tuple[tuple[str, str], ...]
    note: str | None
    fresh: Fresh | None
    chart: ChartView | None
    sparse: str
    unit: str
    lengths: tuple[LengthRows, ...]
    jumps: tuple[Pointer, ...]
    unused: tuple[PeriodRows, ...]
    unused_changes: tuple[ChangeColumn, ...]
    ways: tuple[NavItem, ...]
    earlier: tuple[Earlier, ...]
    accepted: tuple[str, ...]
    past: tuple[str, ...]
    related: tuple[Pointer, ...]
    used: tuple[Pointer, ...]
    downloads: tuple[Pointer, ...]
    report: str | None
    address: str | None


def series_page(context: Context, id: SeriesId) -> Sheet:
    """The page of one series: all its values, or the newest and the ways to the others."""
    series = context.tracker.series[id]
    writer = Writer(context, Page(series_url(series.id)))
    long, periods = stretches(context, id), listed(context, series)
    shown, aside = periods, unused_periods(series)
    if long:
        shown = periods[:NEWEST]
        aside = tuple(period for period in aside if not shown or period.last >= shown[-1].last)[:NEWEST]
    rest = newest_first({*periods, *unused_periods(series)} - {*shown, *aside})
    view = _view(writer, series, shown, aside)
    chart = series_chart(writer, series)
    view = structs.replace(
        view,
        chart=chart,
        sparse=_sparse(writer, series) if chart is None else "",
        earlier=tuple(earlier(writer, series, rest)),
        accepted=excuses(writer, series.accepted),
        past=tuple(ago(writer, change) for change in context.changes_of(id)[:PAST]),
        related=tuple(_related(writer, series)),
        used=used(writer, chain.from_iterable(context.uses.pages.get(series.id, ()))),
    )
    description = writer.say("series.description", series=view.title, definition=series.definition)
    things = (dataset(context, series, description, periods),)
    return sheet(context, writer, view, _head(view.title, description, things))


def stretch_page(context: Context, id: SeriesId, stretch: Period) -> Sheet:
    """The page of the values of a long series in one of its stretches."""
    series = context.tracker.series[id]
    writer = Writer(context, Page(stretch_url(id, stretch)))
    long, periods = stretches(context, id), listed(context, series)
    own, aside = (dict(by_stretch(long, some))[stretch] for some in (periods, unused_periods(series)))
    view = _view(writer, series, own, aside)
    when = writer.period(stretch).striptags()
    title = writer.say("series.stretch.title", series=view.title, period=when)
    view = structs.replace(view, title=title, ways=ways(writer, series, stretch))
    description = writer.say("series.stretch", series=context.figures.label(id), period=when)
    return sheet(context, writer, view, _head(title, description))


def _head(title: str, description: str, things: tuple[Thing, ...] = ()) -> Head:
    return Head(title=title, description=description, cited=Cited(title=title), things=things)


def _view(writer: Writer, series: Series, periods: Iterable[Period], aside: Iterable[Period]) -> SeriesView:
    """What both pages say of a series, with the values of some periods. aside: periods with values not used."""
    context = writer.context
    metric, entity = context.tracker.metrics[series.metric], context.tracker.entities[series.entity]
    title = f"{entity.name}: {metric.label}"
    lengths = tuple(by_length(writer, series, periods))
    idle = tuple(unused(writer, series, aside, listed(context, series)))
    return SeriesView(
        title=title,
        name=writer.name(series.entity),
        metric=Pointer(label=metric.label, href=writer.page.link(metric_url(series.metric))),
        definition=series.definition,
        facts=facts(writer, series),
        note=series.note,
        fresh=fresh_series(writer, series),
        chart=None,
        sparse="",
        unit=writer.say("series.head.value", unit=heading(metric.unit, context.locale)),
        lengths=lengths,
        jumps=jumps(writer, lengths),
        unused=idle,
        unused_changes=change_columns(writer, idle),
        ways=(),
        earlier=(),
        accepted=(),
        past=(),
        related=(),
        used=(),
        downloads=tuple(downloads(writer, series)),
        report=report(writer, ".".join(series.id), _reported(writer, series, title)),
        address=_address(writer, series),
    )


def _sparse(writer: Writer, series: Series) -> str:
    """Why there is no line, where values are too far apart for one; "" where they are merely few."""
    held = held_of(writer.context, series.id)
    if held.values == held.periods:
        return ""
    return writer.count(f"series.sparse.{series.cadence}", held.periods, values=writer.number(held.values))


def _address(writer: Writer, series: Series) -> str | None:
    """How the latest value is cited; None if there is none."""
    latest = freshness_of(writer.context, series.id).latest
    return None if latest is None else str(Address(*series.id, latest))


def used(writer: Writer, pages: Iterable[str]) -> tuple[Pointer, ...]:
    """The pages of these URLs, each once, by name."""
    names = writer.context.names
    pointers = (Pointer(label=names.get(url, url), href=writer.page.link(url)) for url in set(pages))
    return tuple(sorted(pointers, key=lambda pointer: (sort_key(pointer.label), pointer.href)))


def _reported(writer: Writer, series: Series, title: str) -> Iterator[str]:
    """What a report of a problem says of the series that it is about."""
    yield writer.say("series.report.series", title=title)
    yield writer.say("series.report.definition", definition=series.definition)


def _related(writer: Writer, series: Series) -> Iterator[Pointer]:
    """The entity's series of metrics that measure nearly the same."""
    context = writer.context
    for metric in context.tracker.metrics[series.metric].related:
        if (other := context.tracker.series.get((series.entity, metric))) is not None:
            yield Pointer(
                label=context.tracker.metrics[metric].label,
                href=writer.page.link(series_url(other.id)),
                detail=other.definition,
            )
