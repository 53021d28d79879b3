"""The checks of periods against the cadence and the calendar of their series."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from babel.dates import format_date

from sitegen.check.data.finding import Finding
from sitegen.check.data.moved import misplaced
from sitegen.figures import Figures
from sitegen.model.basics.calendar import MONTHS
from sitegen.model.basics.period import Period
from sitegen.model.series import Series
from sitegen.problems import Place, Problem


def period_cadence(figures: Figures, series: Series) -> Iterator[Finding]:
    """Values for months, quarters or halves shorter than the cadence of their series, told once.

    Other spans, such as the year to date in a series of years, break no promise.
    """
    starts = {period: found[0].place for period, found in figures.evidence.by_period(series.id).items()}
    starts |= {worked.period: worked.place for worked in series.worked_out if worked.period not in starts}
    moved = {place for place, _, _ in misplaced(series)}  # told by period_order
    short: list[tuple[Period, Period, Place]] = []
    for period, place in starts.items():
        whole = Period.of(series.cadence, period.first, series.calendar)
        if place not in moved and period.cadence not in (None, series.cadence) and whole.contains(period):
            short.append((period, whole, place))
    if not short:
        return
    (first, whole, place), *others = sorted(short, key=lambda each: each[2])
    hint = f"write cadence: {first.cadence} at the series"
    if others:
        message = f"{first} and {len(others)} more are shorter than the {series.cadence} that the series promises"
        hint += f"; else write {whole} for what is the value of all of it, and the like"
    else:
        message = f"{first} is shorter than the {series.cadence} that the series promises"
        hint = hint if whole in starts else f"write {whole} if it is the value of all of it; else {hint}"
    yield Finding(Problem(place, "period-cadence", message, hint))


def series_calendar(figures: Figures, series: Series) -> Iterator[Finding]:
    """A series whose years, halves or quarters all begin with another month than those of its calendar."""
    own = [period for period in figures.evidence.periods(series.id) if period.cadence == series.cadence]
    begins, months = series.calendar.starts if series.calendar is not None else 1, MONTHS.get(series.cadence, 1)
    off = [period for period in own if (period.first.month - begins) % months and not period.weekly]
    starts = {period.first.month for period in off}
    if not off or len(off) < len(own) or (series.cadence == "year" and len(starts) > 1):
        return
    place = figures.evidence.by_period(series.id)[off[0]][0].place
    locale = figures.tracker.site.locale.babel
    own_month, month = (format_date(date(2000, n, 1), "LLLL", locale=locale) for n in (off[0].first.month, begins))
    message = f"{off[0]} is a {series.cadence} from {own_month} on, and the years of the series begin in {month}"
    some = " or ".join(f"{{starts: {month}}}" for month in sorted(starts))
    hint = f"write calendar: {some}, with the month in which its year begins, at the company or the series"
    yield Finding(Problem(place, "series-calendar", message, hint), (series,))
