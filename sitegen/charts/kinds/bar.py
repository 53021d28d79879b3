"""Kind `bar`: several series in one period, or one series over several; every bar starts at zero and says its value."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.charts.calendars import check_calendars
from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds.bars import boxes_of, farthest, parts_of, reach
from sitegen.charts.layers import Frame, Layer, lines, pixel, rules, stroke, text, texts, whisker, whiskers
from sitegen.charts.look.axes import LINE, axis_texts
from sitegen.charts.look.symbols import BARS, LESS, key_of
from sitegen.charts.needs import check_bases, empty
from sitegen.charts.plot import Cell, Plot, Ref, Row, Size, given, num
from sitegen.charts.points import Line, by_period, check_span, lines_at, lines_of, rows_of, sources_of
from sitegen.figures import Figures
from sitegen.figures.figure import Figure, is_gap
from sitegen.figures.nouns import noun
from sitegen.figures.periods import say_period, short_period
from sitegen.figures.words import say
from sitegen.model.basics.period import Period, When
from sitegen.model.chart import Chart
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem

STEP, THICK, COLUMNS = 34.0, 22.0, 220.0


def plan(chart: Chart, tracker: Tracker, figures: Figures) -> Plot | list[Problem]:
    """Bars by value where several series stand in one period, by time where one series stands in several."""
    if problems := [*check_bases(chart, chart.series, tracker), *check_span(chart, tracker)]:
        return problems
    periods: Sequence[When]
    known, drawn = lines_of(chart, tracker, figures)
    periods = known
    if len(chart.series) > 1 and (periods or chart.first or chart.last):
        periods, drawn = _one_period(chart, tracker, figures, known)
    if not any(line.found for line in drawn):
        return empty(chart)
    if problems := check_calendars(chart, [line.series for line in drawn], by_period(drawn), tracker):
        return problems
    rows = tuple({"what": "value", **row} for row in rows_of(drawn, periods, tracker))
    found = [figure for line in drawn for figure in line.found]
    table: list[tuple[Cell, ...]]
    if len(drawn) > 1:
        columns = ("Name", say_period(periods[0], tracker.site.locale))
        table = [(Ref("entity", line.series[0], line.label), line.answers[0]) for line in drawn]
    else:
        columns = ("Period", drawn[0].label)
        table = list(zip(known, drawn[0].answers, strict=True))
    return Plot(
        id=chart.id,
        kind=chart.kind,
        rows=rows,
        unit=drawn[0].column.unit,
        locale=tracker.site.locale,
        periods=() if len(drawn) > 1 else known,
        columns=columns,
        table=tuple(table),
        summary=_summary(drawn, periods, tracker),
        key=(*((LESS,) if _less(drawn, tracker) else ()), *key_of(rows, BARS)),
        figures=tuple(found),
        sources=sources_of(found),
        mixed=chart.mixed,
        place=chart.place,
    )


def _one_period(
    chart: Chart, tracker: Tracker, figures: Figures, periods: Sequence[Period]
) -> tuple[tuple[When, ...], tuple[Line, ...]]:
    """Several series in one period, the best value first: from … to as a whole, else the latest that all answer."""
    given = [period for period in (chart.first, chart.last) if period is not None]
    choice: Sequence[When] = [_whole(given)] if given else list(reversed(periods))
    answered = [(p, lines_at(chart, tracker, figures, (p,))) for p in choice]
    full = [(p, drawn) for p, drawn in answered if all(line.found for line in drawn)]
    period, drawn = (full or answered)[0]
    less = _less(drawn, tracker)
    return (period,), tuple(sorted(drawn, key=lambda line: _order(line, less=less)))


def _whole(given: Sequence[When]) -> When:
    """From the first of two periods to the last; a financial year by its name is one for each series."""
    first, last = given[0], given[-1]
    if first == last:
        return first
    return Period(first.first, last.last, first.calendar if isinstance(first, Period) else None)


def _less(drawn: Sequence[Line], tracker: Tracker) -> bool:
    """Whether less is better in what is compared."""
    return len(drawn) > 1 and all(tracker.metrics[line.series[1]].better == "less" for line in drawn)


def _order(line: Line, *, less: bool) -> tuple[bool, float, str]:
    """The best value first, which is the largest or, where less is better, the smallest; series without one last."""
    if not line.found:
        return (True, 0.0, line.label)
    amount = line.found[0].amount
    value = amount.value if amount.value is not None else amount.interval.low
    number = float(value or 0)
    return (False, number if less else -number, line.label)


def _summary(drawn: Sequence[Line], periods: Sequence[When], tracker: Tracker) -> str:
    """Every bar in words, or the ends and the highest of a long row of them."""
    locale = tracker.site.locale
    unit = noun(drawn[0].column.unit, locale)
    if len(drawn) > 1:
        said = [f"{d.label} {say(d.found[0], locale) if d.found else 'no value found'}" for d in drawn]
        return f"Bar chart in {unit}, {say_period(periods[0], locale)}: {'; '.join(said)}."
    known = [(p, a) for p, a in zip(periods, drawn[0].answers, strict=True) if isinstance(a, Figure)]
    highest = max(known, key=lambda pair: pair[1].amount.value or pair[1].amount.interval.high or 0)
    picked = known if len(known) <= 6 else list(dict.fromkeys((known[0], highest, known[-1])))
    said = [f"{say(a, locale)} in {short_period(p, locale)}" for p, a in picked]
    gaps = sum(map(is_gap, drawn[0].answers))
    missing = f" No value found for {gaps} of {len(known) + gaps} periods." if gaps else ""
    return f"Bar chart of {drawn[0].label} in {unit}: {'; '.join(said)}.{missing}"


def draw(plot: Plot, size: Size, fonts: Fonts) -> Layer:
    """Upright bars where the values fit above them, else lying bars, one a line."""
    over_time = len({row["series"] for row in plot.rows}) == 1 and len(plot.rows) > 1
    widest = fonts.widest(str(row["text"]) for row in plot.rows)
    if over_time and widest + 8 <= (size.width - 8) / len(plot.rows):
        return _upright(plot, size, fonts)
    return _lying(plot, size, fonts, over_time)


def _upright(plot: Plot, size: Size, fonts: Fonts) -> Layer:
    """Bars over time, their values above them and their periods below."""
    rows = plot.rows
    ticks = reach(rows)
    under = 20 if ticks[0] < 0 else 0
    named = axis_texts(plot.periods, plot.locale, len(rows))
    deep = LINE * max(map(len, named.values())) + 14
    frame = Frame.within(size.width, COLUMNS, (24, 4, deep + under, 4))
    step = frame.width / len(rows)
    thick = min(step * 0.7, 64)
    zero = frame.height - pixel(0, ticks, frame.height)
    boxes: list[Row] = []
    tags: list[Row] = []
    spreads: list[Row] = []
    for n, row in enumerate(rows):
        middle = step * (n + 0.5)
        for k, word in enumerate(named.get(n, ())):
            tags.append(text(middle, frame.height + under + 16 + 15 * k, word, color="var(--muted)", align="center"))
        if not given(row):
            tags.append(text(middle, zero - 10, "–", color="var(--muted)", align="center"))
            continue
        end = frame.height - pixel(farthest(row), ticks, frame.height)

        def place(a: float, b: float, middle: float = middle) -> dict[str, float]:
            low, high = (frame.height - pixel(value, ticks, frame.height) for value in (a, b))
            return {"x": middle - thick / 2, "x2": middle + thick / 2, "y": high, "y2": low}

        boxes += parts_of(row, place)
        low, high = (frame.height - pixel(num(row, k), ticks, frame.height) for k in ("low", "high"))
        far = min(end, high) if row["low"] is not None else end
        if row["low"] is not None and row["value"] is not None:
            spreads += whisker(middle, low, high)
        tags.append(text(middle, end + 10 if farthest(row) < 0 else far - 10, str(row["text"]), align="center"))
    base = stroke((0.0, zero), (frame.width, zero), "var(--axis)")
    return frame.finish([*boxes_of(boxes), *rules([base]), *whiskers(spreads), *texts(tags)])


def _lying(plot: Plot, size: Size, fonts: Fonts, over_time: bool) -> Layer:
    """Bars from left to right, their names before and their values behind them."""
    rows = plot.rows
    room = 110 if size.narrow else 220
    names = [_names(row, plot.locale, over_time, fonts, room) for row in rows]
    left = max(fonts.widest(words) for words in names) + 12
    domain = reach(rows)
    before, behind = _beside(rows, domain, size.width - left, fonts)
    steps = [max(STEP, LINE * len(words) + 8) for words in names]
    frame = Frame.within(size.width, sum(steps), (4, behind, 4, left + before))
    zero = pixel(0, domain, frame.width)
    boxes: list[Row] = []
    tags: list[Row] = []
    spreads: list[Row] = []
    for n, (row, words) in enumerate(zip(rows, names, strict=True)):
        middle = sum(steps[:n]) + steps[n] / 2
        tags += lines(-frame.left, middle, words)
        if not given(row):
            tags.append(text(zero + 6, middle, str(row["absent"]), color="var(--muted)"))
            continue
        end = pixel(farthest(row), domain, frame.width)

        def place(a: float, b: float, middle: float = middle) -> dict[str, float]:
            low, high = sorted(pixel(value, domain, frame.width) for value in (a, b))
            return {"x": low, "x2": high, "y": middle - THICK / 2, "y2": middle + THICK / 2}

        boxes += parts_of(row, place)
        low = high = end
        if row["low"] is not None:
            low, high = (pixel(num(row, k), domain, frame.width) for k in ("low", "high"))
            spreads += whisker(middle, low, high, upright=False) if row["value"] is not None else []
        x, align = (min(low, end) - 6, "right") if farthest(row) < 0 else (max(high, end) + 6, "left")
        tags.append(text(x, middle, str(row["text"]), align=align))
    base = stroke((zero, 0.0), (zero, frame.height), "var(--axis)")
    return frame.finish([*boxes_of(boxes), *rules([base]), *whiskers(spreads), *texts(tags)])


def _beside(rows: Sequence[Row], domain: tuple[float, float], room: float, fonts: Fonts) -> tuple[float, float]:
    """The room before and behind the bars that their values need, so that the bars are as long as they can be."""
    if domain[0] < 0:
        widest = fonts.widest(str(row["text"] or row["absent"]) for row in rows) + 10
        return (widest, widest)
    ends = [(max(num(row, "value"), num(row, "high")) / domain[1], fonts.width(str(row["text"])) + 10) for row in rows]
    widths = ((room - said) / share for share, said in ends if share > 0)
    return (0.0, room - min(widths, default=room - ends[0][1]))


def _names(row: Row, locale: str, over_time: bool, fonts: Fonts, room: float) -> tuple[str, ...]:
    """What stands before a bar: the period, or the name in at most two lines or so."""
    if over_time:
        return (str(row["when"]),)
    return fonts.wrap(str(row["label"]), room)
