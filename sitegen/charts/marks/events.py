"""Events as marks with a letter on a time axis; what each letter means stands in the key."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase

from sitegen.charts.layers import Frame, Layer, pixel, rules, stroke, text, texts
from sitegen.charts.look.axes import middle_day
from sitegen.charts.plot import Key, Row, num
from sitegen.charts.texts import plain
from sitegen.figures import Figures
from sitegen.figures.periods import say_period
from sitegen.model.basics.period import Period
from sitegen.model.chart import Chart
from sitegen.model.tracker import Tracker


def letter(number: int) -> str:
    """A, B … Z, A2, B2 … for 0, 1 …: no number, which would be taken for that of a source."""
    turn, place = divmod(number, len(ascii_uppercase))
    return ascii_uppercase[place] + (str(turn + 1) if turn else "")


def event_rows(chart: Chart, tracker: Tracker, figures: Figures, periods: Sequence[Period]) -> tuple[Row, ...]:
    """The chart's events that fall into its periods, by date. index: where on the axis of the periods."""
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
                "letter": letter(len(rows)),
                "index": min(max(at - 0.5 + share, 0.0), float(len(periods) - 1)),
                "date": day.isoformat(),
                "text": f"{plain(event.text, tracker, figures)} ({say_period(event.date, tracker.site.locale)})",
            }
        )
    return tuple(rows)


def marks_key(rows: Sequence[Row]) -> tuple[Key, ...]:
    """The letters of the events with their words."""
    return tuple(Key(f"event-{row['letter']}", "var(--muted)", str(row["text"])) for row in rows)


def event_layers(rows: Sequence[Row], domain: Sequence[float], frame: Frame) -> list[Layer]:
    """A thin line at the day of each event, with its letter above the frame."""
    at = [pixel(num(row, "index"), domain, frame.width) for row in rows]
    strokes = [stroke((x, -4.0), (x, frame.height), "var(--axis)") for x in at]
    letters = [
        text(x, -14, str(row["letter"]), color="var(--muted)", align="center", bold=True)
        for row, x in zip(rows, at, strict=True)
    ]
    return [*rules(strokes, strokeWidth=1, strokeDash=[2, 3]), *texts(letters)]
