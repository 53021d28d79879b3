"""Series of several calendars in one chart: of which days each answer is, and whether they may stand together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from sitegen.figures import differences
from sitegen.figures.arithmetic.calendars import said_calendar
from sitegen.figures.figure import Figure, Missing
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.calendar import Calendar
from sitegen.model.basics.period import FinancialPeriod, Period, When
from sitegen.model.chart import Chart
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.words import Locale

Answers = Sequence[Figure | Missing]
"""What the series of a chart answer for one period of it, or one series for all."""


class Named(Protocol):
    """A series with its name and its answers."""

    @property
    def label(self) -> str:
        """What it is called."""

    @property
    def answers(self) -> Answers:
        """What it answers for each period of the chart."""


def own_of(answer: Figure | Missing, period: When) -> When:
    """The period that an answer is of, which on another calendar is not that of the chart."""
    address = answer.addresses[0] if isinstance(answer, Figure) else answer.address
    own = address.period
    return own if isinstance(own, Period) else period


def shared(periods: tuple[Period, ...], answers: Sequence[Answers]) -> tuple[Period, ...]:
    """The days that the answers for each period are of, if they are the same days; else the periods as they are.

    They have the names that the calendar of the chart gives them.
    """
    own = [_days(some) for some in answers]
    if any(len(days) > 1 for days in own):
        return periods
    return tuple(next(iter(days), period).on(period.calendar) for days, period in zip(own, periods, strict=True))


def heads(lines: Sequence[Named], locale: Locale) -> tuple[str, ...]:
    """The names of series over their columns; with the calendar of each, where a row holds answers of other days."""
    labels = tuple(line.label for line in lines)
    if all(len(_days(some)) < 2 for some in zip(*(line.answers for line in lines), strict=True)):
        return labels
    own = (next((words for p in _days(line.answers) if (words := said_calendar(p, locale))), "") for line in lines)
    return tuple(f"{label} ({words})" if words else label for label, words in zip(labels, own, strict=True))


def check_calendars(
    chart: Chart, series: Sequence[SeriesId], answers: Iterable[Answers], tracker: Tracker
) -> list[Problem]:
    """The problem of series whose answers for one period of the chart are of other days, without a reason."""
    spans = next((days for some in answers if len(days := _days(some)) > 1), None)
    if spans is None or chart.mixed is not None:
        return []
    differs = differences([tracker.series[each] for each in series], tracker.places, spans)
    message = f"the series of this chart differ in {differs}"
    hint = "say why they may stand together: mixed: <reason>"
    return [Problem(chart.names(series[-1]), "mixed-bases", message, hint)]


def _days(answers: Answers) -> dict[Period, None]:
    """The periods that answers are of, each once, in their order."""
    addresses = (answer.addresses[0] for answer in answers if isinstance(answer, Figure))
    found = (address.period for address in addresses)
    return dict.fromkeys(period for period in found if isinstance(period, Period))


def named_within(chart: Chart, calendar: Calendar | None, periods: Iterable[Period]) -> list[Period]:
    """The periods within a chart's range of financial years, as a calendar has these years."""
    if calendar is None or not isinstance(chart.last, FinancialPeriod):
        return []
    last = chart.last.on(calendar).last
    first = chart.first.on(calendar).first if chart.first is not None else date.min
    return [period for period in periods if first <= period.first and period.last <= last]
