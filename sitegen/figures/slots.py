"""Series of several calendars beside each other: the period of each that ends within a period of them all."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from sitegen.figures.answers import Figures
from sitegen.figures.figure import Figure, Missing
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.calendar import WEEK
from sitegen.model.basics.period import Period, When

Answers = tuple[Figure | Missing, ...]


def answers_in(figures: Figures, series: SeriesId, periods: Sequence[When]) -> Answers:
    """What a series answers for some periods: for their own days, or for those of its calendar that end in them.

    It is asked for the one or the other throughout, whichever it has more answers for. Where it has none it may have
    observed a period of the same length that ends there, such as a year of 52 weeks.
    """
    exact = _answers(figures, series, periods)
    lying = [_on_its_calendar(figures, series, period) for period in periods]
    own = exact if lying == [*periods] else _answers(figures, series, lying)
    found = own if _known(own) > _known(exact) else exact
    return tuple(
        _observed(figures, series, period, answer) if isinstance(answer, Missing) else answer
        for period, answer in zip(periods, found, strict=True)
    )


def _answers(figures: Figures, series: SeriesId, periods: Sequence[When]) -> Answers:
    return tuple(figures.answer(Address(*series, period)) for period in periods)


def _known(answers: Answers) -> int:
    return sum(isinstance(answer, Figure) for answer in answers)


def _on_its_calendar(figures: Figures, series: SeriesId, period: When) -> When:
    """The period of the calendar of a series that ends within a named one."""
    calendar = figures.tracker.series[series].calendar
    if calendar is None or not isinstance(period, Period) or period.named is None or period.cadence is None:
        return period
    return Period.of(period.cadence, period.first, calendar)


def _observed(figures: Figures, series: SeriesId, period: When, missing: Missing) -> Figure | Missing:
    """The answer for an observed span as long as the period that ends within it; one that is missing if there is none.

    A year of weeks that ends in the first days of a month ends with the month before. A span that overlaps a period of
    the calendar, as the last twelve months do, stands beside it and does not answer for another.
    """
    if not isinstance(period, Period) or period.named is None:
        return missing
    alike = [other for other in figures.evidence.periods(series) if other.cadence == period.cadence]
    regular = [other for other in alike if other.named is not None]
    for other in (other for other in alike if other.named is None):
        end = other.last - WEEK if other.weekly else other.last
        apart = not any(one.first <= other.last and other.first <= one.last for one in regular)
        if apart and period.first <= end <= period.last:
            return figures.answer(structs.replace(missing.address, period=other))
    return missing
