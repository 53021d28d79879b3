"""The check for a running total in the place of a month, quarter or half: nine months entered as a third quarter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from sitegen.check.data.finding import Finding
from sitegen.check.data.jumps import closed, given, period_of, rows, size, times
from sitegen.check.data.values import written
from sitegen.figures import Figures
from sitegen.model.basics.period import Period
from sitegen.model.series import Observation, Series
from sitegen.problems import Problem

BEYOND = Decimal("1.5")
"""How many times all values before it a running total is at least; one without those of a year before, the next too."""
MOST = 3
"""Of how many other periods at most an expression is proposed."""
AS_EXPECTED, AS_USUAL = Decimal("1.25"), Decimal("1.4")
"""How many times more or less than expected its own period may come to: the second one of a year, and a later one."""


def running_total(figures: Figures, series: Series) -> Iterator[Finding]:
    """A value as large as those before it in its year and a usual one together, and larger than all before it."""
    metric = figures.tracker.metrics[series.metric]
    if metric.negative or not metric.rules.over_time:
        return
    for row in rows(figures, series):
        values = {period_of(figure): size(figure.amount) for figure in row if closed(figure.amount)}
        for period in [each for each in values if each.cadence in ("month", "quarter", "half")]:
            year = Period.of("year", period.first, series.calendar)
            before = [each for each in year.split(period.cadence or "month") if each < period]
            for observation, amount in given(figures, series, period):
                own = _own(values, period, size(amount), before) if closed(amount) else None
                if own is not None:
                    yield _told(series, observation, before)
                    values[period] = min(own, values[period])  # what a later one is added up from


def _own(values: Mapping[Period, Decimal], period: Period, value: Decimal, before: Sequence[Period]) -> Decimal | None:
    """What a running total leaves for its own period; None if the value is none."""
    if not before or not all(values.get(each) for each in before):
        return None
    so_far = [values[each] for each in before]
    own = value - sum(so_far)
    past = [size for each, size in sorted(values.items()) if each < period]
    if own <= 0 or min(past) <= 0 or value < BEYOND * max(past):
        return None
    near = AS_EXPECTED if len(before) == 1 else AS_USUAL
    earlier = [values.get(ago) if (ago := each.year_before()) else None for each in (*before, period)]
    known = [each for each in earlier if each]
    if len(known) == len(earlier):
        expected = known[-1] * sum(so_far) / sum(known[:-1])
        if expected / near <= own <= expected * near:
            return own
    behind = values.get(period.following(), Decimal(0))
    steps = [times(*two) for two in pairwise(past)]
    usual = len(before) > 1 and min(so_far) / near <= own <= max(so_far) * near
    return own if usual and value >= BEYOND * behind and value / past[-1] >= BEYOND * max(steps) else None


def _told(series: Series, observation: Observation, before: Sequence[Period]) -> Finding:
    """A running total at its place, with where it belongs and how its period follows from it."""
    period, said = observation.period, " to ".join(map(str, written(observation)))
    whole = Period(before[0].first, period.last, period.calendar)
    shown = f"{before[0]}{', ' if len(before) == 2 else ' to '}{before[-1]}" if len(before) > 1 else str(before[0])
    rest = " - ".join(f'fig("{".".join(series.id)}@{each}")' for each in (whole, *before))
    alone = f" and add {period}: {{worked_out: '{rest}'}}" if len(before) <= MOST else ""
    message = f"{said} is about what {shown} and a usual {period} make together: does it count all of {whole}?"
    hint = f"if so, write it under {whole}{alone}\nif it is true: accepted: {{running-total: why}}"
    return Finding(Problem(observation.place, "running-total", message, hint), (observation, series))
