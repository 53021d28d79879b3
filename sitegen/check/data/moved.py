"""The check for a row of a series whose period is not the one that is missing where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from sitegen.check.data.finding import Finding
from sitegen.figures import Figures
from sitegen.model.basics.period import Period
from sitegen.model.series import Observation, Series
from sitegen.model.worked import WorkedOut
from sitegen.problems import Place, Problem


def misplaced(series: Series) -> Iterator[tuple[Place, Period, Period]]:
    """The rows between two periods, in the place of the one that lies between these and has no value.

    Each with its period, and with the one that is missing.
    """
    every: list[Observation | WorkedOut] = [*series.observations, *series.worked_out]
    rows = sorted((row.place, row.period) for row in every)
    lines = [next(several) for _, several in groupby(rows, key=lambda row: row[1])]
    given = {period for _, period in rows}
    for (_, before), (place, period), (_, after) in zip(lines, lines[1:], lines[2:], strict=False):
        first, last = sorted((before, after))
        missing = first.following()
        between = first.cadence == last.cadence == missing.cadence and missing.following() == last
        elsewhere = not before.contains(period) and not after.contains(period)
        short = period.last - period.first <= missing.last - missing.first
        if between and short and elsewhere and missing not in given:
            yield place, period, missing


def period_order(figures: Figures, series: Series) -> Iterator[Finding]:
    """A period that stands between two others in the place of the one that is missing there."""
    rows: list[Observation | WorkedOut] = [*series.observations, *series.worked_out]
    on_line = Counter(row.place.line for row in rows)
    for place, period, missing in misplaced(series):
        message = f"{period} stands where {missing} is missing: between {missing.previous()} and {missing.following()}"
        hint = f"write {missing} if this is its value, else move the line to where its period belongs"
        alone = on_line[place.line] == 1  # else the value itself is shown, for several rows are on the line
        at = Place(place.path, place.line, series.column, len(str(period))) if alone else place
        yield Finding(Problem(at, "period-order", message, hint))
