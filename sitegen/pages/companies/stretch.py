"""How much of a series can be drawn: nobody reads a line that is mostly holes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from sitegen.charts.points import MOST
from sitegen.figures import Figure, Figures
from sitegen.figures.dense import dense, reach_of
from sitegen.figures.slots import answers_in
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.calendar import DAY
from sitegen.model.basics.period import CADENCES, Cadence, Period
from sitegen.model.series import Series
from sitegen.pages.context import Context
from sitegen.recall import Recall


class Stretch(Struct, frozen=True):
    """The periods of a chart of one series. values: how many have one. whole: whether none lies before."""

    cadence: Cadence
    first: Period
    last: Period
    values: int
    whole: bool


class Held(Struct, frozen=True):
    """How many periods of its own cadence a series has a value for, from the first to the last, and of how many."""

    values: int
    periods: int


def stretch_of(recall: Recall, id: SeriesId) -> Stretch | None:
    """What a chart of a series shows, for whoever plans charts; None if its values are too few or too far apart."""
    return recall.of(f"stretch of {id}", partial(stretch_in, id)).value


def is_whole(context: Context, id: SeriesId) -> bool:
    """Whether the chart of a series begins with the series."""
    found = context.recalled(f"stretch of {id}", partial(stretch_in, id))
    return found is not None and found.whole


def drawn_to(context: Context, id: SeriesId) -> Period | None:
    """The last period of the chart of a series; None where it has none."""
    found = context.recalled(f"stretch of {id}", partial(stretch_in, id))
    return None if found is None else found.last


def drawn_by(context: Context, id: SeriesId) -> Cadence | None:
    """How long the periods of the chart of a series are; None where it has none."""
    found = context.recalled(f"stretch of {id}", partial(stretch_in, id))
    return None if found is None else found.cadence


def reach(context: Context, id: SeriesId) -> int:
    """How far the chart of a series reaches; 0 where it has none."""
    found = context.recalled(f"stretch of {id}", partial(stretch_in, id))
    return 0 if found is None else reach_of(found.values, found.first, found.last)


def held_of(context: Context, id: SeriesId) -> Held:
    """How full a series is at its own cadence."""
    return context.recalled(f"held of {id}", partial(_held, id))


def stretch_in(id: SeriesId, figures: Figures) -> Stretch | None:
    """Of all cadences the one whose chart is long and dense."""
    found = [stretch for cadence in _cadences(figures, id) if (stretch := _latest(id, cadence, figures))]
    return max(found, key=lambda each: reach_of(each.values, each.first, each.last), default=None)


def _cadences(figures: Figures, id: SeriesId) -> Sequence[Cadence]:
    """That of a series, and all longer ones."""
    return CADENCES[CADENCES.index(figures.tracker.series[id].cadence) :]


def _latest(id: SeriesId, cadence: Cadence, figures: Figures) -> Stretch | None:
    """The longest stretch up to the latest value of which enough periods have one."""
    every, known = _filled(figures.tracker.series[id], cadence, figures)
    if (start := dense(known)) is None:
        return None
    first, earliest = every[start], min(figures.evidence.periods(id), default=None)
    whole = earliest is None or earliest.last >= first.first
    return Stretch(cadence, first, every[-1], sum(known[start:]), whole)


def _held(id: SeriesId, figures: Figures) -> Held:
    series = figures.tracker.series[id]
    _, known = _filled(series, series.cadence, figures)
    return Held(sum(known), len(known))


def _filled(series: Series, cadence: Cadence, figures: Figures) -> tuple[Sequence[Period], Sequence[bool]]:
    """The periods from the first to the last that have a value, and which of them have one."""
    every = tuple(_periods(series, cadence, figures))[::-1]
    known = [isinstance(answer, Figure) for answer in answers_in(figures, series.id, every)]
    if True not in known:
        return (), ()
    first, end = known.index(True), len(known) - known[::-1].index(True)
    return every[first:end], known[first:end]


def _periods(series: Series, cadence: Cadence, figures: Figures) -> Iterator[Period]:
    """The periods from the first to the last observed, the latest first."""
    known = figures.evidence.periods(series.id)
    if not known:
        return
    first, period = min(p.first for p in known), Period.of(cadence, max(p.last for p in known), series.calendar)
    for _ in range(MOST):
        yield period
        if period.first <= first:
            return
        period = Period.of(cadence, period.first - DAY, series.calendar)
