"""Kind `timeline`: steps into markets and events, one line each on an axis of time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sitegen.charts.axes import LINE, axis_texts
from sitegen.charts.colours import entity_colour
from sitegen.charts.entries import COLUMNS, DONE, OVER, by_stage, cells, steps_of
from sitegen.charts.fonts import Fonts
from sitegen.charts.needs import empty
from sitegen.charts.pen import Frame, Layer, dots, in_pixels, lines, pixel, rules, stroke, text, texts
from sitegen.charts.plot import Cell, Key, Plot, Ref, Row, Size
from sitegen.charts.texts import plain
from sitegen.figures import Figures
from sitegen.figures.words import say_period
from sitegen.model.period import Cadence, Period
from sitegen.model.regions import place_name
from sitegen.model.tracker import Tracker
from sitegen.model.words import Chart, Event, MarketEntry
from sitegen.problems import Problem

HEAD, PAD = 30.0, 12.0
SIGNS = (
    ("hollow", "said, planned or rumoured", "promise"),
    ("point", "entered, on sale, or happened", "done"),
    ("cross", "paused, withdrawn or denied", "over"),
    ("diamond", "the date promised", "target"),
)


def plan(chart: Chart, tracker: Tracker, figures: Figures) -> Plot | list[Problem]:
    """One lane for every place of a company and for every event, within from … to."""
    groups = steps_of(chart, tracker)
    events = [tracker.events[id] for id in chart.events if tracker.events[id].use != "deprecated"]
    rows: list[Row] = []
    table: list[tuple[Cell, ...]] = []
    for number, company in enumerate(chart.companies):
        for group in sorted((g for g in groups if g[0].company == company), key=lambda g: (g[0].said, g[0].where)):
            steps = [step for step in group if _within(chart, step.said)]
            rows += [_step(step, number, tracker) for step in steps]
            table += [cells(step, tracker) for step in steps]
    for event in sorted(events, key=lambda e: (e.date, e.id)):
        if _within(chart, event.date):
            words = plain(event.text, tracker, figures)
            rows.append(_event(event, words, len(chart.companies)))
            publisher = tracker.sources[event.source].publisher
            table.append(("", words, "", event.date, "", Ref("source", event.source, publisher)))
    if not rows:
        return empty(chart)
    return Plot(
        id=chart.id,
        kind=chart.kind,
        rows=tuple(rows),
        unit=None,
        locale=tracker.site.locale,
        columns=COLUMNS,
        table=tuple(table),
        summary=_summary(rows, groups, tracker),
        key=_key(rows),
        sources=tuple(dict.fromkeys(str(row["source"]) for row in rows)),
        place=chart.place,
    )


def _within(chart: Chart, period: Period) -> bool:
    after = chart.first is None or period.last >= chart.first.first
    return after and (chart.last is None or period.first <= chart.last.last)


def _step(entry: MarketEntry, number: int, tracker: Tracker) -> Row:
    sign = "done" if entry.stage in DONE else "over" if entry.stage in OVER else "promise"
    return {
        "what": "entry",
        "lane": f"{entry.company}/{entry.where}",
        "heading": tracker.entities[entry.company].name,
        "label": place_name(entry.where, tracker.site.locale),
        "place": entry.where,
        "stage": entry.stage,
        "sign": sign,
        "date": entry.said.first.isoformat(),
        "target": entry.target.last.isoformat() if entry.target else None,
        "color": entity_colour(entry.company, number),
        "entity": entry.company,
        "source": entry.source,
    }


def _event(event: Event, words: str, number: int) -> Row:
    return {
        "what": "event",
        "lane": f"event/{event.id}",
        "heading": "Events",
        "label": words,
        "place": None,
        "stage": "",
        "sign": "done",
        "date": event.date.first.isoformat(),
        "target": None,
        "color": entity_colour(event.entities[0], number) if event.entities else "var(--accent)",
        "entity": event.entities[0] if event.entities else None,
        "source": event.source,
    }


def _summary(rows: Sequence[Row], groups: Sequence[tuple[MarketEntry, ...]], tracker: Tracker) -> str:
    """The places at their last stage, and the events with their dates."""
    locale = tracker.site.locale
    happened = [row for row in rows if row["what"] == "event"]
    said = [f"{row['label']} ({say_period(Period.parse(str(row['date'])), locale)})" for row in happened]
    return " ".join(part for part in ("Timeline.", by_stage(groups, tracker), "; ".join(said)) if part)


def _key(rows: Sequence[Row]) -> tuple[Key, ...]:
    used = {row["sign"] for row in rows} | {"target" for row in rows if row["target"]}
    return tuple(Key(sign, "var(--ink)", words) for sign, words, name in SIGNS if name in used)


def draw(plot: Plot, size: Size, fonts: Fonts) -> Layer:
    """Lanes with their names at the left, points at their days, and lines of years across."""
    lanes: dict[str, list[Row]] = {}
    for row in plot.rows:
        lanes.setdefault(str(row["lane"]), []).append(row)
    named = {lane: fonts.wrap(str(some[0]["label"]), size.width * 0.38) for lane, some in lanes.items()}
    left = max(fonts.widest(words) for words in named.values()) + 16
    domain, marks = _time(plot)
    width = size.width - round(left) - 12
    headings = len({row["heading"] for row in plot.rows}) > 1
    tags: list[Row] = []
    points: list[Row] = []
    strokes: list[Row] = []
    y, heading = 0.0, None
    for lane, some in lanes.items():
        if headings and some[0]["heading"] != heading:
            heading = some[0]["heading"]
            tags += lines(-round(left), y + HEAD / 2, fonts.wrap(str(heading), size.width, bold=True), bold=True)
            y += HEAD
        step = LINE * len(named[lane]) + PAD
        middle = y + step / 2
        tags += lines(-round(left), middle, named[lane])
        _lane(some, middle, domain, width, (points, strokes, tags), fonts)
        y += step
    frame = Frame.within(size.width, y + 4, (4, 12, 40, left))
    grid: list[Row] = []
    room = max(int(width // 40), 1)
    for n, words in axis_texts(marks, plot.locale, room).items():
        x = pixel(float(marks[n].first.toordinal()), domain, width)
        grid.append(stroke((x, 0.0), (x, frame.height), "var(--grid)"))
        tags += [
            text(x, frame.height + 14 + 15 * k, w, color="var(--muted)", align="center") for k, w in enumerate(words)
        ]
    return frame.finish(
        [
            *rules(grid),
            *rules(strokes, strokeWidth=1.5, opacity=0.7),
            dots(points, 70, **in_pixels("x", "y")),
            *texts(tags),
        ]
    )


def _lane(
    some: Sequence[Row],
    middle: float,
    domain: Sequence[float],
    width: float,
    out: tuple[list[Row], list[Row], list[Row]],
    fonts: Fonts,
) -> None:
    """Adds the points, lines and last word of one lane."""
    points, strokes, tags = out
    at: list[float] = []
    for row in some:
        at.append(_x(str(row["date"]), domain, width))
        points.append({**row, "x": at[-1], "y": middle, **_look(str(row["sign"]), str(row["color"]))})
        if row["target"]:
            at.append(_x(str(row["target"]), domain, width))
            points.append({**row, "x": at[-1], "y": middle, "shape": "diamond", "fill": "var(--paper)"})
    if len(at) > 1:
        strokes.append(stroke((min(at), middle), (max(at), middle), str(some[-1]["color"])))
    stage = str(some[-1]["stage"])
    if stage:
        fits = max(at) + 10 + fonts.width(stage) <= width + 10
        x, align = (max(at) + 10, "left") if fits else (min(at) - 10, "right")
        tags.append(text(x, middle, stage, color="var(--muted)", align=align))


def _look(sign: str, color: str) -> dict[str, str]:
    shape = "M-0.8,-0.8L0.8,0.8M0.8,-0.8L-0.8,0.8" if sign == "over" else "circle"
    return {"shape": shape, "fill": color if sign == "done" else "var(--paper)"}


def _x(day: str, domain: Sequence[float], width: float) -> float:
    return pixel(float(date.fromisoformat(day).toordinal()), domain, width)


def _time(plot: Plot) -> tuple[tuple[float, float], tuple[Period, ...]]:
    """The days at both ends of the axis, and the periods whose first days are its ticks: years, or quarters."""
    days = [date.fromisoformat(str(row[k])) for row in plot.rows for k in ("date", "target") if row[k]]
    cadence: Cadence = "year" if (max(days) - min(days)).days > 600 else "quarter"
    marks = [Period.of(cadence, min(days))]
    while marks[-1].last < max(days):
        marks.append(Period.of(cadence, marks[-1].last + timedelta(days=1)))
    ends = (float(marks[0].first.toordinal()), float(marks[-1].last.toordinal()))
    return ends, tuple(marks)
