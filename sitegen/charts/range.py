"""Kind `range`: every published value of some addresses, side by side, with its source."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sitegen.charts.axes import LINE, tick_texts, ticks
from sitegen.charts.colours import entity_colour
from sitegen.charts.fonts import Fonts
from sitegen.charts.needs import check_bases, empty
from sitegen.charts.pen import (
    Frame,
    Layer,
    as_is,
    axis,
    channel,
    data,
    dots,
    in_pixels,
    lines,
    pixel,
    rules,
    stroke,
    text,
    texts,
)
from sitegen.charts.plot import Cell, Plot, Ref, Row, Size, num
from sitegen.charts.points import CEILINGS, ESTIMATES, FLOORS, middle_of, sources_of
from sitegen.charts.signs import POINTS, fill, key_of, shape
from sitegen.figures import Figures
from sitegen.figures.figure import Figure, Missing
from sitegen.figures.words import say, say_period, short_period
from sitegen.model.address import Address
from sitegen.model.period import Period
from sitegen.model.tracker import Tracker
from sitegen.model.words import Chart
from sitegen.problems import Problem

HEAD, STEP = 30.0, 24.0


def plan(chart: Chart, tracker: Tracker, figures: Figures) -> Plot | list[Problem]:
    """The values of every address: the answer, its rivals, and estimates and targets for the same period."""
    if problems := check_bases(chart, [address.series for address in chart.figures], tracker):
        return problems
    rows: list[Row] = []
    table: list[tuple[Cell, ...]] = []
    found: list[Figure] = []
    for number, address in enumerate(chart.figures):
        for figure in values_of(address, tracker, figures):
            found.append(figure)
            rows.append({"what": "observation", **_row(figure, number, tracker)})
            source = _source(figure)
            name = Ref("source", source, tracker.sources[source].publisher) if source else "added up"
            period = figure.address.period if figure.address and isinstance(figure.address.period, Period) else ""
            table.append((Ref("entity", address.entity, figure.label), period, name, figure, _status(figure)))
    if not found:
        return empty(chart)
    return Plot(
        id=chart.id,
        kind=chart.kind,
        rows=tuple(rows),
        unit=found[0].unit,
        locale=tracker.site.locale,
        columns=("What", "Period", "Source", "Value", "Status"),
        table=tuple(table),
        summary=_summary(rows, found[0].unit),
        key=tuple(sign for sign in key_of(rows, POINTS) if sign.sign != "spread"),
        figures=tuple(found),
        sources=sources_of(found),
        mixed=chart.mixed,
        place=chart.place,
    )


def values_of(address: Address, tracker: Tracker, figures: Figures) -> tuple[Figure, ...]:
    """What every source says at the address, the answer first; a derived answer stands alone."""
    answer = figures.answer(address)
    if isinstance(answer, Missing) or answer.observation is None or address.source is not None:
        return () if isinstance(answer, Missing) else (answer,)
    period = answer.observation.period
    same = [o for o in tracker.series[address.series].observations if o.period == period and o.use != "deprecated"]
    others = [*answer.rivals, *(o for o in same if o.status in ESTIMATES)]
    asked = [figures.answer(Address(*address.series, period, o.source)) for o in others]
    unique = dict.fromkeys(f.observation for f in (answer, *asked) if isinstance(f, Figure))
    by = {f.observation: f for f in (answer, *asked) if isinstance(f, Figure)}
    return tuple(by[observation] for observation in unique)


def _row(figure: Figure, number: int, tracker: Tracker) -> Row:
    """One value. low, high: where the true number lies, if that is wider than the number itself."""
    amount, address, locale = figure.amount, figure.address, tracker.site.locale
    assert address is not None  # an answer knows its address
    assert isinstance(address.period, Period)
    ends = (amount.interval.low, amount.interval.high)
    wide = amount.bound in ("range", "approximate")
    source = _source(figure)
    return {
        "group": float(number),
        "label": f"{figure.label}, {short_period(address.period, locale)}",
        "said": f"{figure.label}, {say_period(address.period, locale)}",
        "entity": address.entity,
        "period": str(address.period),
        "date": address.period.first.isoformat(),
        "source": source,
        "publisher": tracker.sources[source].publisher if source else "added up from shorter periods",
        "color": entity_colour(address.entity, number),
        "value": middle_of(amount),
        "low": float(ends[0]) if wide and ends[0] is not None else None,
        "high": float(ends[1]) if wide and ends[1] is not None else None,
        "bound": "at-least" if amount.bound in FLOORS else "at-most" if amount.bound in CEILINGS else None,
        "text": say(figure, locale),
        "approximate": wide,
        "derived": figure.kind in ("derived", "computed"),
        "estimate": figure.status in ESTIMATES,
        "first": figure.observation is None or figure.observation.use == "preferred",
    }


def _source(figure: Figure) -> str | None:
    return figure.observation.source if figure.observation is not None else None


def _status(figure: Figure) -> str:
    if figure.observation is None:
        return "derived"
    return f"{figure.status}, preferred" if figure.observation.use == "preferred" else figure.status


def _summary(rows: Sequence[Row], unit: str) -> str:
    """Every address with its values and who gives them."""
    parts: dict[str, list[str]] = {}
    for row in rows:
        parts.setdefault(str(row["said"]), []).append(f"{row['text']} ({row['publisher']})")
    return f"Published values in {unit}. " + " ".join(f"{label}: {', '.join(said)}." for label, said in parts.items())


def draw(plot: Plot, size: Size, fonts: Fonts) -> Layer:
    """A heading for every address, and below it one line for every value: publisher, point, number."""
    ends = [num(row, k) for row in plot.rows for k in ("value", "low", "high") if row[k] is not None]
    publishers = [fonts.wrap(str(row["publisher"]), 120 if size.narrow else 240) for row in plot.rows]
    left = max(fonts.widest(words) for words in publishers) + 16
    right = fonts.widest(str(row["text"]) for row in plot.rows) + 16
    room = (size.width - left - right) / (fonts.width(tick_texts(ends[-1:], plot.unit, plot.locale)[0]) + 24)
    marks = ticks(min(ends), max(ends), max(2, min(6, int(room) - 1)))
    names = tick_texts(marks, plot.unit, plot.locale)
    tags: list[Row] = []
    points: list[Row] = []
    bands: list[Row] = []
    y = 0.0
    for _, some in groupby(zip(plot.rows, publishers, strict=True), key=lambda pair: pair[0]["group"]):
        group = list(some)
        heading = fonts.wrap(str(group[0][0]["label"]), size.width - 8, bold=True)
        tags += lines(-round(left), y + (HEAD + LINE * (len(heading) - 1)) / 2, heading, bold=True)
        y += HEAD + LINE * (len(heading) - 1)
        start = y
        for row, words in group:
            step = max(STEP, LINE * len(words) + 6)
            middle = y + step / 2
            tags += lines(-round(left), middle, words, color="var(--muted)")
            tags.append(text(size.width - round(left) - 4, middle, str(row["text"]), align="right"))
            points.append({**row, "y": middle, "shape": _pointing(row), "fill": fill(row)})
            y += step
        values = [num(row, "value") for row, _ in group if row["value"] is not None]
        if len(values) > 1:
            bands.append({"low": min(values), "high": max(values), "y": start, "y2": y})
    frame = Frame.within(size.width, y + 6, (4, right, 26, left))
    return frame.finish([*_dots(points, bands, marks, names, frame), *texts(tags)])


def _pointing(row: Row) -> str:
    """Bounds point along the axis, which lies here."""
    return {"triangle-up": "triangle-right", "triangle-down": "triangle-left"}.get(shape(row), shape(row))


def _dots(
    rows: Sequence[Row], bands: Sequence[Row], marks: Sequence[float], names: Sequence[str], frame: Frame
) -> list[Layer]:
    """Bands from the lowest to the highest value, the room for doubt of each value, and its point."""
    import altair as alt

    under = {tick: (name,) for tick, name in zip(marks, names, strict=True)}
    scale = alt.Scale(domain=[marks[0], marks[-1]], nice=False)
    at = [pixel(mark, marks, frame.width) for mark in marks]
    layers = rules([stroke((x, 0.0), (x, frame.height), "var(--grid)") for x in at])
    low, value = (alt.X(f"{k}:Q", scale=scale, axis=axis(under, grid=False, orient="bottom")) for k in ("low", "value"))
    if bands:
        band = data(bands).mark_rect(fill="var(--accent)", fillOpacity=0.1, stroke=None)
        layers.append(band.encode(x=low, x2=channel("X2", "high:Q"), **in_pixels("y", "y2")))
    if wide := [row for row in rows if row["low"] is not None and row["high"] is not None]:
        rule = data(wide).mark_rule(strokeWidth=2, opacity=0.5)
        layers.append(rule.encode(x=low, x2=channel("X2", "high:Q"), color=as_is("Color", "color"), **in_pixels("y")))
    return [*layers, dots(rows, 80, x=value, **in_pixels("y"))]
