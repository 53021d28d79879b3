"""The data: an index of every series by metric, and a page for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial

from msgspec import Struct

from sitegen import urls
from sitegen.figures import Figure, Missing
from sitegen.figures.nouns import noun, noun_of
from sitegen.model.basics.period import Period
from sitegen.model.basics.spelling import sort_key
from sitegen.model.metric import Metric
from sitegen.model.series import Series
from sitegen.pages.context import Context
from sitegen.pages.data.fresh import FreshRow, age, by_company
from sitegen.pages.data.series import series_page, stretch_page
from sitegen.pages.data.stretches import stretches
from sitegen.pages.layout import Head
from sitegen.pages.parts import Name, Pointer
from sitegen.pages.recalled import latest_of, periods_of
from sitegen.pages.record.page import Page
from sitegen.pages.sheet import Pages, Sheet, sheet
from sitegen.pages.view import View
from sitegen.pages.words.lives import ended
from sitegen.pages.words.notes import counted
from sitegen.pages.words.writer import Writer, series_on
from sitegen.urls import series_url

FIRST, MOST = 24, 3
"""How many series of the first metric, which is open, and of any other are listed with their latest values at most."""
FEW = 6
"""A metric of so many series or fewer, if it is not the first, has no table of its own."""


class DataRow(Struct, frozen=True, kw_only=True):
    """A series in the index: its latest value and the period of that.

    value: "" where there is none, and `absent` says why. unit: what stands beside the value, or "". end: when and why
    its entity ended, or "".
    """

    name: Name
    href: str
    counts: str
    end: str
    value: str
    unit: str
    period: str
    absent: str


class MetricGroup(Struct, frozen=True, kw_only=True):
    """A metric with its series by name: the longest with their latest values; others, as those without one, apart.

    detail: its unit, and how many series it has.
    """

    id: str
    label: str
    detail: str
    related: tuple[Pointer, ...]
    rows: tuple[DataRow, ...]
    others: tuple[Pointer, ...]


class DataView(View, frozen=True, kw_only=True):
    """`/data/`. standfirst: how much there is, and how far the data reach.

    groups: metrics of several series, the most first; few: metrics of few, few_count: how many series these have.
    age: of when the newest value and the newest document are, or "".
    overdue: how many were expected by the day of the site, or "". silent: of how many series no number has come
    for so long that none is waited for, or ""; lapsed: these.

    companies: how fresh the data of each are. downloads: the files with
    everything. spreadsheets: a file with all values for each company. explore: where a reader draws them.
    """

    template = "data.html"
    title: str
    standfirst: str
    groups: tuple[MetricGroup, ...]
    few: tuple[MetricGroup, ...]
    few_count: str
    age: str
    overdue: str
    silent: str
    lapsed: tuple[Pointer, ...]
    companies: tuple[FreshRow, ...]
    downloads: tuple[Pointer, ...]
    spreadsheets: tuple[Pointer, ...]
    explore: str


def data(context: Context) -> Pages:
    """The index, a page for each series, and pages for the values of a long one."""
    yield urls.DATA, _index
    for id in context.tracker.series:
        yield urls.series_url(id), partial(series_page, id=id)
        for stretch in stretches(context, id):
            yield urls.stretch_url(id, stretch), partial(stretch_page, id=id, stretch=stretch)


def _index(context: Context) -> Sheet:
    writer = Writer(context, Page(urls.DATA))
    tracker = context.tracker
    own: defaultdict[str, list[Series]] = defaultdict(list)
    for series in sorted(tracker.series.values(), key=lambda series: _name(writer, series)):
        own[series.metric].append(series)
    measured = sorted(own, key=lambda id: (-len(own[id]), sort_key(tracker.metrics[id].label)))
    fresh = by_company(writer)
    count = len(fresh.lapsed)
    large = [id for number, id in enumerate(measured) if len(own[id]) > (1 if number == 0 else FEW)]
    few = [id for id in measured if id not in large]
    view = DataView(
        title=writer.say("section.data"),
        standfirst=_standfirst(writer, context.reached()),
        groups=tuple(_group(writer, tracker.metrics[id], own, FIRST if id == measured[0] else MOST) for id in large),
        few=tuple(_group(writer, tracker.metrics[id], own, FEW) for id in few),
        few_count=writer.number(sum(len(own[id]) for id in few)),
        age=age(writer),
        overdue=_overdue(writer, fresh.overdue),
        silent=writer.count("fresh.lapsed-series", count, all=writer.number(fresh.series)) if count else "",
        lapsed=fresh.lapsed,
        companies=fresh.rows,
        downloads=(Pointer(label="JSON", href=writer.page.link(urls.FIGURES)),),
        spreadsheets=tuple(
            Pointer(label=entity.name, href=writer.page.link(urls.company_file(entity.id, "csv")))
            for entity in context.pages()
            if series_on(context, entity)
        ),
        explore=writer.page.link(urls.EXPLORE),
    )
    head = Head(title=view.title, description=writer.say("data.about"))
    return sheet(context, writer, view, head)


def _standfirst(writer: Writer, reached: Period | None) -> str:
    """How much there is, and how far it reaches."""
    tracker = writer.context.tracker
    values = sum(series.count for series in tracker.series.values())
    counts = writer.context.locale.listed(
        (
            writer.count("data.count.series", len(tracker.series)),
            writer.count("data.count.values", values),
            writer.count("data.count.sources", len(tracker.sources)),
        )
    )
    if reached is None:
        return counts
    return writer.say("data.standfirst.reach", counts=counts, period=writer.period(reached))


def _overdue(writer: Writer, count: int) -> str:
    """Of how many series a value was expected by the day of the site; "" where of none."""
    day = writer.context.edition.day
    return "" if day is None or not count else writer.count("fresh.overdue-series", count, day=writer.day(day))


def _group(writer: Writer, metric: Metric, series: Mapping[str, Sequence[Series]], most: int) -> MetricGroup:
    """series: all, by their metrics and names. most: so many of this metric have their latest values at most."""
    tracker, own = writer.context.tracker, series[metric.id]
    known = [each for each in own if isinstance(latest_of(writer.context, each.id), Figure)]
    longest = sorted(known or own, key=lambda each: -periods_of(writer.context, each.id))[:most]
    shown = {each.id for each in longest}
    unit, count = noun(metric.unit, writer.context.locale), writer.count("data.count.series", len(own))
    return MetricGroup(
        id=writer.page.anchor(metric.id, "metric"),
        label=metric.label,
        detail=writer.say("data.group", unit=unit, series=count) if unit else count,
        related=tuple(
            Pointer(label=tracker.metrics[id].label, href=writer.page.link(urls.metric_url(id)))
            for id in metric.related
            if id in series
        ),
        rows=tuple(_row(writer, each) for each in own if each.id in shown),
        others=tuple(series_pointer(writer, each) for each in own if each.id not in shown),
    )


def _name(writer: Writer, series: Series) -> tuple[tuple[str, str], str]:
    return (sort_key(writer.context.tracker.entities[series.entity].name), series.entity)


def _row(writer: Writer, series: Series) -> DataRow:
    figure = latest_of(writer.context, series.id)
    return DataRow(
        name=writer.name(series.entity),
        href=writer.page.link(series_url(series.id)),
        counts=counted(writer, series),
        end=ended(writer, series.entity),
        value=writer.linked(figure, answers=True) if isinstance(figure, Figure) else "",
        unit=noun_of(figure, writer.context.locale) if isinstance(figure, Figure) else "",
        period=writer.when(figure.address) if isinstance(figure, Figure) and figure.address else "",
        absent=figure.short(writer.context.locale) if isinstance(figure, Missing) else "",
    )


def series_pointer(writer: Writer, series: Series) -> Pointer:
    """A series by the name of its entity."""
    return Pointer(label=writer.name(series.entity).text, href=writer.page.link(series_url(series.id)))
