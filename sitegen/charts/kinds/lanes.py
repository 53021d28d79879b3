"""A timeline as lanes: one for each place or event, on one axis of time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct, field

from sitegen.charts.fonts import Fonts
from sitegen.charts.layers import Frame, Spec, dots, in_pixels, lines, pixel, rules, stroke, text, texts
from sitegen.charts.look.axes import LINE, axis_texts
from sitegen.charts.look.tips import tip, tips
from sitegen.charts.plot import Plot, Row, Size, num
from sitegen.grouped import grouped
from sitegen.model.basics.calendar import DAY
from sitegen.model.basics.period import Cadence, Period
from sitegen.words import Locale

HEAD, PAD, LANE = 30.0, 12.0, 20.0
"""Heights: of a heading, around the words of a lane, and of the points of an event below its words on a phone."""


def draw(plot: Plot, size: Size, fonts: Fonts) -> Spec:
    """Lanes with their names at the left, points at their days, and lines of years behind the points.

    On a phone the words of an event stand above its point, so that they have the whole width.
    """
    lanes = grouped((str(row["lane"]), row) for row in plot.rows)
    above = {lane for lane, some in lanes.items() if size.narrow and some[0]["what"] == "event"}
    named = {
        lane: fonts.wrap(str(some[0]["label"]), size.width - 4 if lane in above else size.width * 0.38)
        for lane, some in lanes.items()
    }
    left = round(max((fonts.widest(words) for lane, words in named.items() if lane not in above), default=4.0) + 16)
    domain, periods = _time(plot)
    width = _width(lanes.values(), domain, float(size.width - left - 12), fonts)
    years = axis_texts(periods, plot.locale, max(int(width // 40), 1))
    out = Marks(domain, width, [pixel(float(periods[n].first.toordinal()), domain, width) for n in years])
    headings = len({row["heading"] for row in plot.rows}) > 1
    y, heading = 0.0, None
    for lane, some in lanes.items():
        if headings and some[0]["heading"] != heading:
            heading = some[0]["heading"]
            out.tags.extend(lines(-left, y + HEAD / 2, fonts.wrap(str(heading), size.width, bold=True), bold=True))
            y += HEAD
        tall = LINE * len(named[lane])
        start, end = (y + tall + 2, y + tall + 2 + LANE) if lane in above else (y, y + tall + PAD)
        out.tags.extend(lines(-left, y + tall / 2 if lane in above else (start + end) / 2, named[lane]))
        _lane(some, (start, end), out, fonts, plot.locale)
        y = end + (PAD / 2 if lane in above else 0)
    deep = LINE * max(map(len, years.values())) + 12
    frame = Frame.within(size.width, y + 4, (4, size.width - left - width, deep, left))
    for x, words in zip(out.years, years.values(), strict=True):
        out.tags.extend(lines(x, y + 4 + deep / 2, words, color="var(--muted)", align="center"))
    layers = [*rules(out.grid), *rules(out.strokes, strokeWidth=1.5, opacity=0.7)]
    boxes = [tip(num(p, "x") - 9, num(p, "y") - 9, num(p, "x") + 9, num(p, "y") + 9, str(p["tip"])) for p in out.points]
    return frame.finish([*layers, dots(out.points, 70, **in_pixels("x", "y")), *texts(out.tags), *tips(boxes)])


class Marks(Struct, frozen=True):
    """What the lanes are made of, gathered over all of them.

    domain: the days at both ends of the axis. width: of the axis in pixels. years: where on it the named periods begin.
    """

    domain: tuple[float, float]
    width: float
    years: list[float]
    tags: list[Row] = field(default_factory=list)
    grid: list[Row] = field(default_factory=list)
    strokes: list[Row] = field(default_factory=list)
    points: list[Row] = field(default_factory=list)


def _width(lanes: Iterable[Sequence[Row]], domain: tuple[float, float], room: float, fonts: Fonts) -> float:
    """How long the axis can be, so that the last stage of every lane fits behind its last point."""
    widths = [room]
    for some in lanes:
        share = max(_x(str(row[key]), domain, 1.0) for row in some for key in ("date", "target") if row[key])
        stage = str(some[-1]["said"])
        if stage and share > 0:
            widths.append((room - fonts.width(stage)) / share)
    return min(widths)


def _lane(some: Sequence[Row], between: tuple[float, float], out: Marks, fonts: Fonts, locale: Locale) -> None:
    """Adds the points, lines and last word of one lane, and the lines of the years, which leave out that word."""
    middle = sum(between) / 2
    at: list[float] = []
    for row in some:
        at.append(_x(str(row["date"]), out.domain, out.width))
        said = f"{lane_of(row, locale)}\n{row['said']} {row['when']}".replace("\n ", "\n")
        look = look_of(str(row["sign"]), str(row["color"]))
        out.points.append({**row, "x": at[-1], "y": middle, "tip": said, **look})
        if row["target"]:
            at.append(_x(str(row["target"]), out.domain, out.width))
            promised = {"shape": "diamond", "fill": "var(--paper)", "tip": f"{lane_of(row, locale)}\n{row['promised']}"}
            out.points.append({**row, "x": at[-1], "y": middle, **promised})
    if len(at) > 1:
        out.strokes.append(stroke((min(at), middle), (max(at), middle), str(some[-1]["color"])))
    stage = str(some[-1]["said"])
    out.tags.extend([text(max(at) + 10, middle, stage, color="var(--muted)")] if stage else [])
    word = (max(at) + 8, max(at) + 12 + fonts.width(stage)) if stage else (0.0, 0.0)
    years = [x for x in out.years if not word[0] < x < word[1]]
    out.grid.extend(stroke((x, between[0]), (x, between[1]), "var(--grid)") for x in years)
    out.grid.append(stroke((0.0, middle), (min(at) if stage else out.width, middle), "var(--grid)"))


def lane_of(row: Row, locale: Locale) -> str:
    """The place of a step, after the brand or model that it is about: "Firefly, Norway"; an event in its words."""
    return locale.say("charts.step.of", company=row["name"], step=row["label"]) if row["name"] else str(row["label"])


def look_of(sign: str, color: str) -> dict[str, str]:
    """The shape and the fill of a point: solid what happened, hollow what was said, crossed what is over."""
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
        marks.append(Period.of(cadence, marks[-1].last + DAY))
    ends = (float(marks[0].first.toordinal()), float(marks[-1].last.toordinal()))
    return ends, tuple(marks)
