"""Series over periods: what `line` and `bar` draw, and what the project's own kinds get."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from msgspec import Struct, structs

from sitegen.charts.calendars import shared
from sitegen.charts.look.colours import entity_colour
from sitegen.charts.needs import unit_of
from sitegen.charts.plans import plan_label
from sitegen.figures import Figures
from sitegen.figures.arithmetic.changes import change
from sitegen.figures.arithmetic.converting import in_currency
from sitegen.figures.arithmetic.indexing import indexed
from sitegen.figures.columns import Column, column
from sitegen.figures.figure import Figure, Missing
from sitegen.figures.slots import answers_in
from sitegen.figures.values.choice import counts, stands
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.calendar import Calendar
from sitegen.model.basics.period import CADENCES, Cadence, Period, When
from sitegen.model.chart import Chart, Plans
from sitegen.model.series import Observation, Status
from sitegen.model.source import credited
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem

STATUSES: Mapping[Plans, Status] = {"targets": "target", "estimates": "estimated"}
"""What a chart's `show:` asks for."""
MOST = 2000
"""How many periods a chart has at most."""


class Line(Struct, frozen=True):
    """One series of a chart: its answers, one for each period of the chart.

    column: how all of the chart are said. status, source: of a line of targets or estimates, what they are, and who
    gives them.
    """

    series: SeriesId
    label: str
    color: str
    answers: tuple[Figure | Missing, ...]
    column: Column
    status: Status | None = None
    source: str = ""

    @property
    def id(self) -> str:
        """What no other line of the chart is called: the series, or one source's plans for it."""
        name = ".".join(self.series)
        return name if self.status is None else f"{name}~{self.source} {self.status}"

    def cell(self, number: int) -> Figure | Missing | str:
        """What stands in a table for a period: nothing where a source gives no target or estimate."""
        answer = self.answers[number]
        return "" if self.status is not None and isinstance(answer, Missing) else answer

    @property
    def found(self) -> tuple[Figure, ...]:
        """The answers that are there."""
        return tuple(answer for answer in self.answers if isinstance(answer, Figure))


def cadence_of(chart: Chart, tracker: Tracker) -> Cadence:
    """The cadence of the points: the one asked for, else the longest among the series, so that all can answer."""
    if chart.by is not None:
        return chart.by
    return max((tracker.series[s].cadence for s in chart.series), key=CADENCES.index)


def periods_of(chart: Chart, tracker: Tracker) -> tuple[Period, ...]:
    """The periods of the chart: from first to last as asked for, else as far as there are observations.

    At most one more than `MOST`.
    """
    cadence = cadence_of(chart, tracker)
    observations = (o for s in chart.series for o in tracker.series[s].observations)
    known = [o.period for o in observations if (counts(o) or is_asked(chart, o)) and o.amount is not None]
    first = chart.first.first if chart.first else min((p.first for p in known), default=None)
    last = chart.last.last if chart.last else max((p.last for p in known), default=None)
    if first is None or last is None:
        return ()
    periods = [Period.of(cadence, first, _calendar(chart, tracker))]
    while periods[-1].last < last and len(periods) <= MOST:
        periods.append(periods[-1].following())
    return tuple(periods)


def _calendar(chart: Chart, tracker: Tracker) -> Calendar | None:
    """The calendar that all series of the chart have; None where they have several."""
    found = {tracker.series[s].calendar for s in chart.series}
    return found.pop() if len(found) == 1 else None


def check_span(chart: Chart, tracker: Tracker) -> list[Problem]:
    """The problem of a chart over more periods than can be drawn or read."""
    periods = periods_of(chart, tracker)
    if len(periods) <= MOST:
        return []
    message = f"the chart has more than {MOST:,} periods: every {cadence_of(chart, tracker)} from {periods[0]} on"
    place = chart.at("by" if chart.by else "from")
    return [Problem(place, "chart-option", message, "set from: and to:, or by: a longer period")]


def lines_of(chart: Chart, figures: Figures) -> tuple[tuple[Period, ...], tuple[Line, ...]]:
    """The series of the chart over its periods; periods at either end that nobody answers are left out.

    Where all answers of each period are of the same days, these are the periods.
    """
    periods = periods_of(chart, figures.tracker)
    lines = lines_at(chart, figures, periods)
    full = [i for i in range(len(periods)) if any(isinstance(line.answers[i], Figure) for line in lines)]
    start, end = (full[0], full[-1] + 1) if full else (0, 0)
    lines = tuple(structs.replace(line, answers=line.answers[start:end]) for line in lines)
    return shared(periods[start:end], by_period(lines)), lines


def by_period(lines: Sequence[Line]) -> list[tuple[Figure | Missing, ...]]:
    """What all lines answer for each period."""
    return list(zip(*(line.answers for line in lines), strict=True))


def lines_at(chart: Chart, figures: Figures, periods: Sequence[When]) -> tuple[Line, ...]:
    """The series of the chart with their answers in these periods."""
    tracker = figures.tracker
    colours = {e: entity_colour(e, n) for n, e in enumerate(dict.fromkeys(e for e, _ in chart.series))}
    units = {metric: unit_of(chart, metric, tracker) for _, metric in chart.series}
    firm = [
        Line(s, label, colours[s[0]], answers_in(figures, s, periods), Column(units[s[1]]))
        for s, label in zip(chart.series, labels(chart.series, tracker), strict=True)
    ]
    lines = [
        structs.replace(line, answers=tuple(_asked_for(chart, answer, figures) for answer in line.answers))
        for line in (*firm, *(plan for line in firm for plan in plans_of(chart, line, figures, periods)))
    ]
    columns = {
        unit: column(unit, (f for line in lines if line.column.unit == unit for f in line.found), tracker.site.locale)
        for unit in dict.fromkeys(units.values())
    }
    return tuple(structs.replace(line, column=columns[line.column.unit]) for line in lines)


def _asked_for(chart: Chart, answer: Figure | Missing, figures: Figures) -> Figure | Missing:
    """A value in the currency of the chart, or what the chart draws of it: its change, or its index."""
    if chart.change is not None:
        return change(figures, answer, chart.change)
    if chart.index is not None:
        return indexed(figures, answer, chart.index)
    return in_currency(figures, answer, chart.convert)


def is_asked(chart: Chart, observation: Observation) -> bool:
    """Whether the chart asks for a target or an estimate that stands."""
    return any(observation.status == STATUSES[word] for word in chart.show) and stands(observation)


def plans_of(chart: Chart, line: Line, figures: Figures, periods: Sequence[When]) -> Iterator[Line]:
    """A line for the targets, and one for the estimates, that each source gives for a series."""
    asked = [o for o in figures.tracker.series[line.series].observations if is_asked(chart, o) and o.amount is not None]
    found, locale = list(dict.fromkeys((o.status, o.source) for o in asked)), figures.tracker.site.locale
    for status, source in found:
        own = [o for o in asked if (o.status, o.source) == (status, source)]
        answers = tuple(_planned(line.series, own, period, figures) for period in periods)
        several = sum(other == status for other, _ in found) > 1
        by = credited(figures.tracker.sources[source]) if several else ""
        label = plan_label(line.label, status, by, locale)
        yield structs.replace(line, label=label, answers=answers, status=status, source=source)


def _planned(series: SeriesId, own: Sequence[Observation], period: When, figures: Figures) -> Figure | Missing:
    """What a source plans for a period of the chart, on whatever calendar."""
    cadence = period.cadence if isinstance(period, Period) else None
    same = (o for o in own if o.period == period)
    ending = (o for o in own if o.period.cadence == cadence and period.first <= o.period.last <= period.last)
    found = next(same, None) or next(ending, None)
    if found is None:
        return Missing(Address(*series, period), "")
    return figures.observed_figure(found, Address(*series, found.period, found.source))


def labels(series: Sequence[SeriesId], tracker: Tracker) -> tuple[str, ...]:
    """What each series is called in a chart: by what sets it apart from the others, the entity or the metric."""
    names = [tracker.entities[entity].name for entity, _ in series]
    metrics = [tracker.metrics[metric] for _, metric in series]
    if len({entity for entity, _ in series}) == len(series):
        return tuple(names)
    if len(set(names)) == 1:
        return tuple(metric.label for metric in metrics)
    return tuple(f"{name}: {metric.in_text}" for name, metric in zip(names, metrics, strict=True))


def short_labels(names: Sequence[str]) -> tuple[str, ...]:
    """The names without the words with which all of them begin: "Acme Mini" and "Acme Maxi" are Mini and Maxi."""
    words = [name.split() for name in names]
    alike = len(list(takewhile(lambda some: len(set(some)) == 1, zip(*words, strict=False))))
    shared = min(alike, *(len(some) - 1 for some in words)) if len(words) > 1 else 0
    return tuple(" ".join(some[shared:]) for some in words)
