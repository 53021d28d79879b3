"""Kind `bar`: several series in one period, or one series over several; every bar starts at zero and says its value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.charts.calendars import check_calendars
from sitegen.charts.kinds.bars import reach
from sitegen.charts.look.specks import specked
from sitegen.charts.look.symbols import BARS, key_of, less_key
from sitegen.charts.needs import check_bases, empty
from sitegen.charts.plot import Cell, Plot, Ref
from sitegen.charts.points import Line, by_period, check_span, lines_at, lines_of
from sitegen.charts.rows import rows_of, sources_of
from sitegen.figures import Figures
from sitegen.figures.figure import Figure, Missing, is_gap
from sitegen.figures.nouns import noun
from sitegen.figures.periods import say_period, short_period
from sitegen.figures.words import say
from sitegen.model.basics.period import Period, When
from sitegen.model.chart import Chart
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.words import Locale


def plan(chart: Chart, figures: Figures) -> Plot | list[Problem]:
    """Bars by value where several series stand in one period, by time where one series stands in several."""
    tracker = figures.tracker
    if problems := [*check_bases(chart, chart.series, tracker), *check_span(chart, tracker)]:
        return problems
    locale = tracker.site.locale
    periods: Sequence[When]
    known, drawn = lines_of(chart, figures)
    periods = known
    several = len(chart.series) > 1
    if several and (periods or chart.first or chart.last):
        periods, drawn = _one_period(chart, figures, known)
    if not any(line.found for line in drawn):
        return empty(chart)
    if problems := check_calendars(chart, [line.series for line in drawn], by_period(drawn), tracker):
        return problems
    every = [{"what": "value", **row} for row in rows_of(drawn, periods, tracker)]
    rows = specked(every, reach(every))
    found = [figure for line in drawn for figure in line.found]
    table: list[tuple[Cell, ...]]
    columns: tuple[str, ...]
    if several:
        columns = (locale.say("charts.head.name"), _head(chart, say_period(periods[0], locale), locale))
        table = [(Ref("entity", line.series[0], line.label), line.answers[0]) for line in drawn]
    else:
        columns = (locale.say("charts.head.period"), *(_head(chart, line.label, locale) for line in drawn))
        table = [(period, *(line.cell(n) for line in drawn)) for n, period in enumerate(known)]
    return Plot(
        id=chart.id,
        kind=chart.kind,
        rows=rows,
        unit=drawn[0].column.unit,
        locale=tracker.site.locale,
        periods=() if several else known,
        columns=columns,
        table=tuple(table),
        summary=_summary(drawn, periods, tracker, several=several),
        key=(
            *((less_key(tracker.site.locale),) if _less(drawn, tracker) else ()),
            *key_of(rows, BARS, tracker.site.locale),
        ),
        figures=tuple(found),
        sources=sources_of(found),
        mixed=chart.mixed,
        place=chart.place,
    )


def _head(chart: Chart, said: str, locale: Locale) -> str:
    """What stands over a column: a period, or a series; and that its numbers are changes, where they are."""
    return said if chart.change is None else locale.say(f"charts.change.{chart.change}", of=said)


def _one_period(chart: Chart, figures: Figures, periods: Sequence[Period]) -> tuple[tuple[When, ...], tuple[Line, ...]]:
    """Several series in one period, the best value first: from … to as a whole, else the latest that all answer."""
    given = [period for period in (chart.first, chart.last) if period is not None]
    choice: Sequence[When] = [_whole(given)] if given else list(reversed(periods))
    answered = [(p, lines_at(chart, figures, (p,))) for p in choice]
    full = [(p, drawn) for p, drawn in answered if all(line.found for line in drawn if line.status is None)]
    period, drawn = (full or answered)[0]
    return (period,), _ordered(drawn, figures.tracker)


def _ordered(drawn: Sequence[Line], tracker: Tracker) -> tuple[Line, ...]:
    """The series by value, each with its targets and estimates behind it; one that has only those without its hole."""
    less = _less(drawn, tracker)
    plans = [line for line in drawn if line.status is not None and line.found]
    planned = {line.series for line in plans}
    firm = sorted((line for line in drawn if line.status is None), key=lambda line: _order(line, less=less))
    shown = [*(line for line in firm if line.found or line.series not in planned), *plans]
    order = [line.series for line in firm]
    return tuple(sorted(shown, key=lambda line: order.index(line.series)))


def _whole(given: Sequence[When]) -> When:
    """From the first of two periods to the last; a financial year by its name is one for each series."""
    first, last = given[0], given[-1]
    if first == last:
        return first
    return Period(first.first, last.last, first.calendar if isinstance(first, Period) else None)


def _less(drawn: Sequence[Line], tracker: Tracker) -> bool:
    """Whether less is better in what is compared."""
    return len({line.series for line in drawn}) > 1 and all(
        tracker.metrics[line.series[1]].better == "less" for line in drawn
    )


def _order(line: Line, *, less: bool) -> tuple[bool, float, str]:
    """The best value first, which is the largest or, where less is better, the smallest; series without one last."""
    if not line.found:
        return (True, 0.0, line.label)
    amount = line.found[0].amount
    value = amount.value if amount.value is not None else amount.interval.low
    number = float(value or 0)
    return (False, number if less else -number, line.label)


def _summary(drawn: Sequence[Line], periods: Sequence[When], tracker: Tracker, *, several: bool) -> str:
    """Every bar in words, or of each row of them over time the ends and the highest."""
    locale = tracker.site.locale
    unit = noun(drawn[0].column.unit, locale)
    if several:
        said = (locale.say("charts.said.bar", name=d.label, value=_answer(d.answers[0], locale)) for d in drawn)
        return locale.say("charts.said.bars", unit=unit, period=say_period(periods[0], locale), bars="; ".join(said))
    return " ".join(sentence for line in drawn if line.found for sentence in _row(line, periods, unit, locale))


def _answer(answer: Figure | Missing, locale: Locale) -> str:
    return answer.said(locale) if isinstance(answer, Missing) else say(answer, locale)


def _row(line: Line, periods: Sequence[When], unit: str, locale: Locale) -> Iterator[str]:
    """The bars of a series over time: all of a few, of many the first, the highest and the last; and the holes."""
    known = [(p, a) for p, a in zip(periods, line.answers, strict=True) if isinstance(a, Figure)]
    highest = max(known, key=lambda pair: pair[1].amount.value or pair[1].amount.interval.high or 0)
    picked = known if len(known) <= 6 else list(dict.fromkeys((known[0], highest, known[-1])))
    said = (locale.say("charts.said.value", value=say(a, locale), period=short_period(p, locale)) for p, a in picked)
    yield locale.say("charts.said.bars-over", label=line.label, unit=unit, bars="; ".join(said))
    if gaps := sum(map(is_gap, line.answers)) if line.status is None else 0:
        yield locale.say("chart.said.gaps", gaps=gaps, count=len(known) + gaps)
