"""How a timeline is drawn: a lane for each place or event, on one axis of time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sitegen.charts.axes import LINE, axis_texts
from sitegen.charts.fonts import Fonts
from sitegen.charts.pen import Frame, Layer, dots, in_pixels, lines, pixel, rules, stroke, text, texts
from sitegen.charts.plot import Plot, Row, Size, num
from sitegen.charts.tips import tip, tips
from sitegen.model.period import Cadence, Period

HEAD, PAD = 30.0, 12.0


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
    grid, under = _axis(marks, domain, frame, plot.locale)
    layers = [*rules(grid), *rules(strokes, strokeWidth=1.5, opacity=0.7), dots(points, 70, **in_pixels("x", "y"))]
    boxes = [tip(num(p, "x") - 9, num(p, "y") - 9, num(p, "x") + 9, num(p, "y") + 9, str(p["tip"])) for p in points]
    return frame.finish([*layers, *texts(tags), *texts(under), *tips(boxes)])


def _axis(marks: Sequence[Period], domain: Sequence[float], frame: Frame, locale: str) -> tuple[list[Row], list[Row]]:
    """Lines across at the first days of the periods, and their names below."""
    grid: list[Row] = []
    names: list[Row] = []
    for n, words in axis_texts(marks, locale, max(int(frame.width // 40), 1)).items():
        x = pixel(float(marks[n].first.toordinal()), domain, frame.width)
        grid.append(stroke((x, 0.0), (x, frame.height), "var(--grid)"))
        for k, word in enumerate(words):
            names.append(text(x, frame.height + 14 + 15 * k, word, color="var(--muted)", align="center"))
    return grid, names


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
        said = f"{row['label']}\n{row['stage']} {row['when']}".replace("\n ", "\n")
        look = _look(str(row["sign"]), str(row["color"]))
        points.append({**row, "x": at[-1], "y": middle, "tip": said, **look})
        if row["target"]:
            at.append(_x(str(row["target"]), domain, width))
            promised = {"shape": "diamond", "fill": "var(--paper)", "tip": f"{row['label']}\n{row['promised']}"}
            points.append({**row, "x": at[-1], "y": middle, **promised})
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
