"""Key figures: the few numbers of a company that come first on its page, large, with their change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from sitegen.figures import Figure, Figures, Missing, change
from sitegen.figures.nouns import noun_of
from sitegen.model.basics.address import Address
from sitegen.model.entity import Entity
from sitegen.model.series import Series
from sitegen.pages.charts.trend import trend
from sitegen.pages.companies.automatic import FEWEST, is_long
from sitegen.pages.recalled import latest_of, periods_of
from sitegen.pages.words.notes import counted
from sitegen.pages.words.writer import Writer, entity_color
from sitegen.urls import series_url

MOST = 6
LONG = 8
"""From so many periods on a series is long: the pace of a market, not a handful of values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """One large number: what it is and counts, its value and unit, its period, its change on the year, a trend."""

    label: str
    href: str
    counts: str
    value: str
    unit: str
    period: str
    change: str
    trend: str
    color: str


def key_figures(writer: Writer, company: Entity, members: Iterable[Entity]) -> tuple[KeyFigure, ...]:
    """The first of the long series of a company and its brands and models, as `weighed` has them."""
    found = weighed(writer, [member.id for member in members])
    chosen = [series for series in found if is_long(writer.context, series.id)][:MOST]
    figures = (_key(writer, company, series) for series in chosen)
    return tuple(figure for figure in figures if figure is not None)


def lead_figure(writer: Writer, company: Entity, members: Iterable[Entity]) -> KeyFigure | None:
    """The first of the key figures, for a list of companies: a link without a note; None if there is none."""
    found = weighed(writer, [member.id for member in members])
    chosen = (series for series in found if is_long(writer.context, series.id))
    figures = (_key(writer, company, series, noted=False) for series in chosen)
    return next((figure for figure in figures if figure is not None), None)


def weighed(writer: Writer, entities: Iterable[str]) -> list[Series]:
    """The series of some entities: long, short, single values, empty; each of these in the order of the metrics."""
    context = writer.context
    order = {id: number for number, id in enumerate(context.metrics())}
    found = [context.tracker.series[id] for entity in entities for id in context.series_of(entity)]

    def weight(series: Series) -> tuple[int, int, int]:
        count = periods_of(context, series.id)
        return (sum(count < least for least in (LONG, FEWEST, 1)), order[series.metric], -count)

    return sorted(found, key=weight)


def _key(writer: Writer, company: Entity, series: Series, *, noted: bool = True) -> KeyFigure | None:
    context = writer.context
    figure = latest_of(context, series.id)
    if not isinstance(figure, Figure) or figure.address is None:
        return None
    metric = context.tracker.metrics[series.metric]
    moved, line = context.recalled(f"change and trend of {figure.address}", partial(_moved, figure.address))
    owner = "" if series.entity == company.id else f"{context.tracker.entities[series.entity].name}: "
    label = f"{owner}{metric.label}"
    return KeyFigure(
        label=label,
        href=writer.page.link(series_url(series.id)),
        counts=counted(writer, series),
        value=writer.figure(figure) if noted else writer.linked(figure),
        unit=noun_of(figure, context.locale),
        period=writer.when(figure.address),
        change=writer.moved(moved),
        trend=line,
        color=entity_color(series.entity),
    )


def _moved(address: Address, figures: Figures) -> tuple[Figure | Missing, str]:
    """The change of a value on the year, and the trend up to it."""
    return change(figures, figures.answer(address), "year"), trend(figures, address.series, address)
