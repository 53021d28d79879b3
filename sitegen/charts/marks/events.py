"""Events as marks on a time axis, with their words above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sitegen.charts.fonts import Fonts
from sitegen.charts.layers import Frame, Layer, data, in_pixels, lines, pixel, rules, stroke, texts
from sitegen.charts.look.axes import LINE, middle_day
from sitegen.charts.look.beside import Box
from sitegen.charts.plot import Row, num
from sitegen.charts.texts import plain
from sitegen.figures import Figures
from sitegen.figures.periods import say_period
from sitegen.model.basics.period import Period
from sitegen.model.chart import Chart
from sitegen.words import Locale

ABOVE = 22.0
"""The room above an axis for numbers, in pixels; above it stand the words of events."""


def event_rows(chart: Chart, figures: Figures, periods: Sequence[Period]) -> tuple[Row, ...]:
    """The chart's events that fall into its periods, by date. index: where on the axis of the periods."""
    tracker = figures.tracker
    events = sorted((tracker.events[id] for id in chart.events), key=lambda e: (e.date, e.id))
    rows: list[Row] = []
    for event in events:
        day = middle_day(event.date)
        at = next((i for i, p in enumerate(periods) if p.first <= day <= p.last), None)
        if at is None or event.use == "deprecated":
            continue
        share = (day - periods[at].first).days / ((periods[at].last - periods[at].first).days + 1)
        rows.append(
            {
                "what": "event",
                "event": event.id,
                "index": min(max(at - 0.5 + share, 0.0), float(len(periods) - 1)),
                "date": day.isoformat(),
                "label": plain(event.label or event.text, figures),
                "text": plain(event.text, figures),
                "when": say_period(event.date, tracker.site.locale),
            }
        )
    return tuple(rows)


def marked(rows: Sequence[Row], locale: Locale) -> tuple[str, ...]:
    """The events as a sentence of the text alternative; none for no events."""
    said = [locale.say("charts.event", event=row["text"], date=row["when"]) for row in rows]
    return (locale.say("charts.marked", events=locale.listed(said)),) if said else ()


class Flag(NamedTuple):
    """The words of an event above a chart: where its line stands, from where to where the words go, how high up."""

    at: float
    x: float
    x2: float
    y: float
    words: tuple[str, ...]


class Flags(NamedTuple):
    """The words of all events, none over another, and the height that they need."""

    flags: tuple[Flag, ...]
    height: float


def flags(
    rows: Sequence[Row], domain: Sequence[float], width: float, edges: tuple[float, float], fonts: Fonts, most: float
) -> Flags:
    """Where the words of each event stand: as low as they can without covering others, or a line to others.

    width: of the axis of time. edges: of the drawing, in pixels. most: how wide the words may be.
    """
    placed: list[Spot] = []
    said = [fonts.balanced(str(row["label"]), most) for row in rows]
    for row, words in zip(rows, said, strict=True):
        at, wide = pixel(num(row, "index"), domain, width), fonts.widest(words)
        starts = [min(max(x, edges[0]), edges[1] - wide) for x in (at - wide / 2, at - 3, at + 3 - wide)]
        tiers = range(len(placed) + 1)
        spots = (Spot(at, x, x + wide, tier) for tier in tiers for x in starts)
        alone = Spot(at, starts[0], starts[0] + wide, max((spot.tier for spot in placed), default=-1) + 1)
        placed.append(next((spot for spot in spots if all(map(spot.suits, placed))), alone))
    tiers = range(max((spot.tier for spot in placed), default=-1) + 1)
    heights = [max(len(said[n]) for n, spot in enumerate(placed) if spot.tier == tier) * LINE + 6 for tier in tiers]
    found = (
        Flag(spot.at, spot.x, spot.x2, -ABOVE - sum(heights[: spot.tier]) - LINE * len(words), words)
        for words, spot in zip(said, placed, strict=True)
    )
    return Flags(tuple(found), sum(heights))


class Spot(NamedTuple):
    """Where the words of an event may stand above its line, from x to x2, in a tier from the lowest up."""

    at: float
    x: float
    x2: float
    tier: int

    def suits(self, other: Spot) -> bool:
        """Whether the words of the two are apart, and no line of one runs through the words of the other."""
        if self.tier == other.tier:
            return self.x >= other.x2 + 8 or self.x2 <= other.x - 8
        low, high = (self, other) if self.tier < other.tier else (other, self)
        return not low.x - 2 < high.at < low.x2 + 2


def stems(above: Flags, frame: Frame) -> list[Box]:
    """Where the lines of the events stand in a frame."""
    return [Box(flag.at - 2, -ABOVE, flag.at + 2, frame.height) for flag in above.flags]


def event_layers(above: Flags, frame: Frame, clear: Sequence[Box] = ()) -> list[Layer]:
    """A thin line at the day of each event, from its words above the frame; it stops at words. clear: other words."""
    strokes: list[Row] = []
    words: list[Row] = []
    for flag in above.flags:
        tall = LINE * len(flag.words)
        strokes.append(stroke((flag.at, flag.y + tall + 1), (flag.at, frame.height), "var(--axis)"))
        words += lines(flag.x, flag.y + tall / 2, flag.words, color="var(--muted)")
    said = [Box(flag.x, flag.y, flag.x2, flag.y + LINE * len(flag.words)) for flag in above.flags]
    return [
        *rules(strokes, strokeWidth=1, strokeDash=[2, 3]),
        *_blank([*said, *clear] if strokes else ()),
        *texts(words),
    ]


def _blank(boxes: Sequence[Box]) -> list[Layer]:
    """Paper where words stand."""
    rows: list[Row] = [{"x": box.x - 2, "x2": box.x2 + 2, "y": box.y, "y2": box.y2} for box in boxes]
    mark = data(rows).mark_rect(fill="var(--paper)", stroke=None) if rows else None
    return [] if mark is None else [mark.encode(**in_pixels("x", "y", "x2", "y2"))]
