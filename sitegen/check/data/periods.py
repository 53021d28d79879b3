"""The check of periods against the cadence that a series promises."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.check.data.finding import Finding
from sitegen.figures import Figures
from sitegen.model.basics.period import Period
from sitegen.model.series import Series
from sitegen.problems import Problem


def period_cadence(figures: Figures, series: Series) -> Iterator[Finding]:
    """A value for a month, quarter or half shorter than the cadence of its series.

    Other spans, such as the year to date in a series of years, break no promise.
    """
    starts = {period: found[0].place for period, found in figures.evidence.by_period(series.id).items()}
    starts |= {worked.period: worked.place for worked in series.worked_out if worked.period not in starts}
    for period, place in starts.items():
        whole = Period.of(series.cadence, period.first)
        if period.cadence is None or whole == period or not whole.contains(period):
            continue
        message = f"{period} is shorter than the {series.cadence} that the series promises"
        hint = f"write cadence: {period.cadence} at the series"
        yield Finding(Problem(place, "period-cadence", message, hint))
