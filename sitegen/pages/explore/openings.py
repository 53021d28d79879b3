"""What the page for exploring shows before a reader has chosen more than a metric, or not even that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from sitegen.figures.dense import FULL
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.period import Cadence, Period
from sitegen.model.series import Series
from sitegen.pages.companies.stretch import Stretch, stretch_in
from sitegen.pages.compare.common import common_of
from sitegen.pages.context import Context

SHOWN = 4
"""So many series are shown before the reader has chosen any."""


class Opening(NamedTuple):
    """Series of one metric, and how their values are added up; None for their own way.

    first: the period with which the chart begins, None for the first that there is.
    """

    series: tuple[SeriesId, ...]
    by: Cadence | None
    first: Period | None


class _Line(NamedTuple):
    """A series that makes a line."""

    series: Series
    stretch: Stretch

    @property
    def alike(self) -> tuple[object, ...]:
        """What lines have in common that stand together and reach to the same day."""
        return (*_alike(self.series), self.stretch.cadence, self.stretch.last)


def openings(context: Context) -> Mapping[str, Opening]:
    """What each metric with series opens with: single entities before whole markets, lines before single values.

    The metric of the site's own question opens with that.
    """
    every: dict[str, list[Series]] = defaultdict(list)
    for _, series in sorted(context.tracker.series.items()):
        every[series.metric].append(series)
    return {metric: _opening(context, series) for metric, series in every.items()} | {**_question(context)}


def first_metric(context: Context) -> str:
    """The metric that stands there before any is chosen: that of the site's own question, else that of the most lines,
    then of the most values."""
    if question := _question(context):
        return next(iter(question))
    found = {}
    for metric, opening in openings(context).items():
        lines = _lines(context, (context.tracker.series[id] for id in opening.series))
        single = [line for line in lines if not _is_market(context, line.series)]
        found[metric] = (len(single), sum(line.stretch.values for line in single))
    return max(sorted(found), key=lambda metric: found[metric], default="")


def _question(context: Context) -> Mapping[str, Opening]:
    """The question of the site: the first pair that it compares, by the longest series of both. With its metric."""
    for line in (common_of(context, pair).line for pair in context.pairs()):
        if line is not None:
            return {line.one[1]: Opening((line.one, line.other), line.periods[0].cadence, line.periods[0])}
    return {}


def _opening(context: Context, every: Sequence[Series]) -> Opening:
    single = [series for series in every if not _is_market(context, series)]
    groups: dict[tuple[object, ...], list[_Line]] = defaultdict(list)
    for line in _lines(context, single) or _lines(context, every):
        groups[line.alike].append(line)
    if groups:
        best = max(map(_together, groups.values()), key=lambda group: (len(group), _values(group)))
        stretches = [line.stretch for line in best]
        begins = None if all(each.whole for each in stretches) else min(each.first for each in stretches)
        return Opening(tuple(line.series.id for line in best), stretches[0].cadence, begins)
    loose: dict[tuple[object, ...], list[Series]] = defaultdict(list)
    for series in single or every:
        loose[(*_alike(series), series.cadence)].append(series)
    return Opening(tuple(series.id for series in max(loose.values(), key=len)[:SHOWN]), None, None)


def _alike(series: Series) -> tuple[object, ...]:
    return (series.region, series.basis, series.calendar)


def _is_market(context: Context, series: Series) -> bool:
    return context.tracker.entities[series.entity].kind == "market"


def _lines(context: Context, every: Iterable[Series]) -> list[_Line]:
    found = ((series, context.recalled(f"stretch of {series.id}", partial(stretch_in, series.id))) for series in every)
    return [_Line(series, stretch) for series, stretch in found if stretch is not None]


def _together(group: Sequence[_Line]) -> list[_Line]:
    """The longest of a group with those that have at least three fifths of its values, at most as many as are shown."""
    longest = sorted(group, key=lambda each: (-each.stretch.values, each.series.id))
    most = longest[0].stretch.values
    return [each for each in longest if each.stretch.values * FULL[0] >= most * FULL[1]][:SHOWN]


def _values(group: Sequence[_Line]) -> int:
    return sum(line.stretch.values for line in group)
