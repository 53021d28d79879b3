"""Series over periods: what `line` and `bar` draw, and what the project's own kinds get."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from sitegen.charts.calendars import own_of, shared
from sitegen.charts.look.colours import entity_colour
from sitegen.charts.plot import Row
from sitegen.figures import Figures
from sitegen.figures.arithmetic.converting import in_currency, unit_in
from sitegen.figures.columns import Column, column
from sitegen.figures.figure import Figure, Missing
from sitegen.figures.periods import period_label, short_period
from sitegen.figures.slots import answers_in
from sitegen.figures.values.choice import ON_REQUEST, counts
from sitegen.figures.words import brief, say
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.calendar import Calendar
from sitegen.model.basics.period import CADENCES, Cadence, Period, When
from sitegen.model.chart import Chart
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem

FLOORS = ("at-least", "more-than")
CEILINGS = ("at-most", "less-than")
MOST = 2000
"""How many periods a chart has at most."""


@dataclass(frozen=True, slots=True)
class Line:
    """One series of a chart: its answers, one for each period of the chart. column: how all of the chart are said."""

    series: SeriesId
    label: str
    color: str
    answers: tuple[Figure | Missing, ...]
    column: Column

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
    known = [o.period for o in observations if counts(o) and o.amount is not None]
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
    return [Problem(chart.place, "chart-option", message, "set from: and to:, or by: a longer period")]


def lines_of(chart: Chart, tracker: Tracker, figures: Figures) -> tuple[tuple[Period, ...], tuple[Line, ...]]:
    """The series of the chart over its periods; periods at either end that nobody answers are left out.

    Where all answers of each period are of the same days, these are the periods.
    """
    periods = periods_of(chart, tracker)
    lines = lines_at(chart, tracker, figures, periods)
    full = [i for i in range(len(periods)) if any(isinstance(line.answers[i], Figure) for line in lines)]
    start, end = (full[0], full[-1] + 1) if full else (0, 0)
    lines = tuple(replace(line, answers=line.answers[start:end]) for line in lines)
    return shared(periods[start:end], by_period(lines)), lines


def by_period(lines: Sequence[Line]) -> list[tuple[Figure | Missing, ...]]:
    """What all lines answer for each period."""
    return list(zip(*(line.answers for line in lines), strict=True))


def lines_at(chart: Chart, tracker: Tracker, figures: Figures, periods: Sequence[When]) -> tuple[Line, ...]:
    """The series of the chart with their answers in these periods."""
    colours = {e: entity_colour(e, n) for n, e in enumerate(dict.fromkeys(e for e, _ in chart.series))}
    every = {
        s: tuple(in_currency(figures, answer, chart.convert) for answer in answers_in(figures, s, periods))
        for s in chart.series
    }
    unit = unit_in(tracker.metrics[chart.series[0][1]].unit, chart.convert, tracker.metrics)
    found = (answer for answers in every.values() for answer in answers if isinstance(answer, Figure))
    said = column(unit, found, tracker.site.locale)
    return tuple(
        Line(s, name, colours[s[0]], every[s], said)
        for s, name in zip(chart.series, labels(chart.series, tracker), strict=True)
    )


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


def rows_of(lines: Sequence[Line], periods: Sequence[When], tracker: Tracker) -> Iterator[Row]:
    """One row for every series and period; a period without an answer has the value None."""
    for number, line in enumerate(lines):
        entity, metric = line.series
        again = sum(1 for other in lines[:number] if other.series[0] == entity)
        for index, (period, answer) in enumerate(zip(periods, line.answers, strict=True)):
            own, locale = own_of(answer, period), tracker.site.locale
            yield {
                "series": f"{entity}.{metric}",
                "entity": entity,
                "label": line.label,
                "metric": tracker.metrics[metric].label,
                "period": str(own),
                "when": short_period(own, locale),
                "tick": next(filter(None, period_label(own, locale))) if isinstance(own, Period) else str(own),
                "date": own.first.isoformat(),
                "index": index + (own.last - period.last).days / ((period.last - period.first).days + 1),
                "column": float(index),
                "color": line.color,
                "dash": float(again),
                **values(answer, locale, line.column),
            }


def values(answer: Figure | Missing, locale: str, column: Column) -> Row:
    """The numbers, in the unit of the column, and flags of one answer, as every row of a chart has them.

    low, high: the hull of rival values, or of a range; None where there is one value and no doubt.
    bound: `at-least`, `at-most` or None. text: the value in words; brief: with signs, "~45,300"; absent: why there is
    none, or "".
    """
    if isinstance(answer, Missing):
        flags = dict.fromkeys(("approximate", "derived", "worked", "estimate"), False)
        return {
            "value": None,
            "low": None,
            "high": None,
            "bound": None,
            "text": "",
            "brief": "",
            "absent": answer.short,
            **flags,
        }
    amount = answer.amount
    low, high = hull(answer)
    bound = "at-least" if amount.bound in FLOORS else "at-most" if amount.bound in CEILINGS else None
    return {
        "value": column.number(None if amount.value is None else float(amount.value), answer),
        "low": column.number(low, answer),
        "high": column.number(high, answer),
        "bound": bound,
        "text": say(answer, locale),
        "brief": brief(answer, locale, column.unit.scale),
        "absent": "",
        "approximate": amount.bound in ("approximate", "range"),
        "derived": answer.kind in ("derived", "computed"),
        "worked": answer.worked is not None,
        "estimate": answer.status in ON_REQUEST,
    }


def hull(figure: Figure) -> tuple[float | None, float | None]:
    """From the lowest to the highest value that is given, if the values disagree or one is a range."""
    amounts = [figure.amount]
    if figure.disagree:
        amounts += [o.amount for o in figure.rivals if o.amount is not None]
    if len(amounts) == 1 and figure.amount.bound != "range":
        return (None, None)
    ends = [end for a in amounts for end in ((a.interval.low, a.interval.high) if a.value is None else (a.value,))]
    numbers = [float(end) for end in ends if end is not None]
    return (min(numbers), max(numbers)) if len(set(numbers)) > 1 else (None, None)


def sources_of(figures: Iterable[Figure]) -> tuple[str, ...]:
    """The sources of the figures, and of rivals that do not agree since those are drawn too, in order, each once."""
    found: dict[str, None] = {}
    for figure in figures:
        rivals = figure.rivals if figure.disagree else ()
        found |= dict.fromkeys(o.source for o in (*figure.observations, *rivals))
    return tuple(found)
