"""Key figures: the few numbers that stand below the one that a company's page leads with, with their change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from msgspec import Struct

from sitegen.figures import Figure, Figures, Missing, clear_change
from sitegen.figures.dense import FEWEST
from sitegen.figures.nouns import noun_of
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Period
from sitegen.model.entity import Entity
from sitegen.model.series import Series
from sitegen.pages.charts.trend import Trend, trend
from sitegen.pages.companies.lead import later, lead_series
from sitegen.pages.recalled import latest_of, periods_of, regular_of
from sitegen.pages.words.notes import counted
from sitegen.pages.words.where import somewhere
from sitegen.pages.words.writer import Writer, entity_color
from sitegen.urls import series_url

MOST = 6
LONG = 8
"""From so many periods on a series is long: the pace of a market, not a handful of values."""


class KeyFigure(Struct, frozen=True, kw_only=True):
    """One number: what it is and counts, its value and unit, its period, its change on the year, a trend.

    later: the latest value where the period is a year that is over, or "".
    whole: that nothing is known of the last whole year, where its period is a part of that, and the longest part of the
    year that is known; or "". unit: in a list of companies with the place. since: with which period the trend begins,
    in words, or "".
    """

    label: str
    href: str
    counts: str
    value: str
    unit: str
    period: str
    change: str
    whole: str
    later: str
    trend: str
    since: str
    color: str


def key_figures(
    writer: Writer, company: Entity, members: Iterable[Entity], leading: Series | None
) -> tuple[KeyFigure, ...]:
    """The long series of a company and its brands and models, as `weighed` has them, but for the leading one: the first
    of each metric before a second one."""
    found = weighed(writer, [member.id for member in members])
    long = [series for series in found if regular_of(writer.context, series.id) >= FEWEST and series != leading]
    met: Counter[str] = Counter()
    turns: list[tuple[int, Series]] = []
    for series in long:
        turns.append((met[series.metric], series))
        met[series.metric] += 1
    chosen = [series for _, series in sorted(turns, key=lambda each: each[0])[:MOST]]
    answers = ((series, _last_year(writer, series) or latest_of(writer.context, series.id)) for series in chosen)
    figures = (_key(writer, company, series, f) for series, f in answers if isinstance(f, Figure))
    return tuple(figure for figure in figures if figure is not None)


def lead_figure(writer: Writer, company: Entity, members: Sequence[Entity]) -> KeyFigure | None:
    """The newest number of the series that a company's page leads with, for a list of companies: a link without a
    note."""
    series = lead_series(writer, members)
    figure = None if series is None else latest_of(writer.context, series.id)
    if series is None or not isinstance(figure, Figure):
        return None
    return _key(writer, company, series, figure, noted=False)


def weighed(writer: Writer, entities: Iterable[str]) -> list[Series]:
    """The series of some entities: long, short, single values, empty; each of these in the order of the metrics."""
    context = writer.context
    order = {id: number for number, id in enumerate(context.metrics())}
    found = [context.tracker.series[id] for entity in entities for id in context.series_of(entity)]

    def weight(series: Series) -> tuple[int, int, int]:
        count = periods_of(context, series.id)
        return (sum(count < least for least in (LONG, FEWEST, 1)), order[series.metric], -count)

    return sorted(found, key=weight)


def _key(writer: Writer, company: Entity, series: Series, figure: Figure, *, noted: bool = True) -> KeyFigure | None:
    context, unit = writer.context, noun_of(figure, writer.context.locale)
    if figure.address is None:
        return None
    moved, line = context.recalled(f"change and trend of {figure.address}", partial(_moved, figure.address))
    return KeyFigure(
        label=key_label(writer, company, series),
        href=writer.page.link(series_url(series.id)),
        counts=counted(writer, series),
        value=writer.figure(figure) if noted else writer.linked(figure, answers=True),
        unit=unit if noted else somewhere(writer, series, unit).strip(),
        period=writer.when(figure.address),
        change=writer.moved(moved),
        whole=_whole(writer, series, figure.address) if noted else "",
        later=later(writer, series, figure) if noted else "",
        trend=line.path,
        since=""
        if line.first is None
        else writer.say("company.key.since", period=writer.period(line.first, short=True)),
        color=entity_color(series.entity),
    )


def key_label(writer: Writer, company: Entity, series: Series) -> str:
    """What a number of a company is, with the name of the brand or model that it is of."""
    tracker = writer.context.tracker
    metric, owner = tracker.metrics[series.metric].label, tracker.entities[series.entity].name
    return metric if series.entity == company.id else writer.say("company.key", name=owner, metric=metric)


def _year_over(writer: Writer, series: Series) -> Period | None:
    """The last year that is over, in which the counts of a company can be compared; None of what adds up to no year."""
    context, day = writer.context, writer.context.edition.day
    if day is None or not context.tracker.metrics[series.metric].rules.over_time:
        return None
    return Period.of("year", day, series.calendar).previous()


def _last_year(writer: Writer, series: Series) -> Figure | None:
    """The value of the last year that is over; None where nobody knows it."""
    year = _year_over(writer, series)
    answer = None if year is None else writer.context.figures.answer(Address(*series.id, year))
    return answer if isinstance(answer, Figure) else None


def _whole(writer: Writer, series: Series, latest: Address) -> str:
    """That no value is known of the last year that is over, where the latest one is of a part of it, with a longer part
    if one is known; else ""."""
    context = writer.context
    if (year := _year_over(writer, series)) is None:
        return ""
    answer = context.figures.answer(Address(*series.id, year))
    within = isinstance(latest.period, Period) and year.contains(latest.period)
    if not within or isinstance(answer, Figure):
        return ""
    said, why = writer.period(year), answer.short(context.locale)
    part = context.recalled(f"longest part of {series.id} in {year}", partial(_longest, series.id, year))
    if part is None or part.address in (None, latest):
        return writer.say("company.key.whole", year=said, why=why)
    value, period = writer.figure(part), writer.when(part.address)
    return writer.say("company.key.part", year=said, why=why, value=value, period=period)


def _longest(id: SeriesId, year: Period, figures: Figures) -> Figure | None:
    """The value of a series for the longest part of a year: of several as long the last."""
    parts = [period for period in figures.evidence.periods(id) if year.contains(period)]
    parts.sort(key=lambda part: (part.length, part), reverse=True)
    answers = (figures.answer(Address(*id, part)) for part in parts)
    return next((answer for answer in answers if isinstance(answer, Figure)), None)


def _moved(address: Address, figures: Figures) -> tuple[Figure | Missing, Trend]:
    """The change of a value on the year, and the trend up to it."""
    return clear_change(figures, figures.answer(address), "year"), trend(figures, address.series, address)
