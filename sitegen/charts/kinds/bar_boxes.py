"""How `bar` is drawn: upright over time where the values fit above the bars, else one lying bar a line."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds.bars import boxes_of, farthest, parts_of, reach
from sitegen.charts.layers import Frame, Spec, haloed, lines, pixel, rules, stroke, text, texts, whisker, whiskers
from sitegen.charts.look.axes import LINE, axis_texts
from sitegen.charts.look.beside import Box
from sitegen.charts.marks.drawing import across, down, heads, held
from sitegen.charts.plans import plan_word
from sitegen.charts.plot import Plot, Row, Size, given, num, whole
from sitegen.words import Locale

ROUNDS, LEAST = 24, 40.0
"""How often the room beside lying bars is reckoned anew, and the least width of their axis."""
STEP, THICK, COLUMNS, SAID = 34.0, 22.0, 220.0, 0.42
"""From one lying bar to the next, how thick it is, the height of upright bars, and how much of the room beside a name
the words of a value may take in a line."""


def draw(plot: Plot, size: Size, fonts: Fonts) -> Spec:
    """Upright bars where the values fit above them, else lying bars, one a line."""
    over_time = len(plot.periods) > 1
    widest = fonts.widest(word for row in plot.rows for word in _said(row, plot.locale))
    if over_time and widest + 8 <= (size.width - 8) / len(plot.periods):
        return _upright(plot, size, fonts)
    return _lying(plot, size, fonts, over_time)


def _said(row: Row, locale: Locale) -> tuple[str, ...]:
    """What stands at a bar, line by line: its value, and before it whether that is a target or an estimate."""
    return tuple(filter(None, (plan_word(row, locale), str(row["text"]))))


def _upright(plot: Plot, size: Size, fonts: Fonts) -> Spec:
    """Bars over time, their values above them and their periods below; a target stands around what was reported."""
    slots: list[list[Row]] = [[] for _ in plot.periods]
    for row in plot.rows:
        slots[int(num(row, "column"))].append(row)
    ends = reach(plot.rows, held(plot.marks))
    under = 20 if ends[0] < 0 else 0
    named = axis_texts(plot.periods, plot.locale, len(slots))
    deep = LINE * max(map(len, named.values())) + 14
    over = 24 + LINE * (max(len(_said(row, plot.locale)) for row in plot.rows) - 1)
    frame = Frame.within(size.width, COLUMNS, (over, 4, deep + under, 4))
    step = frame.width / len(slots)
    zero = frame.height - pixel(0, ends, frame.height)
    boxes: list[Row] = []
    tags: list[Row] = []
    spreads: list[Row] = []
    for n, slot in enumerate(slots):
        middle = step * (n + 0.5)
        for k, word in enumerate(named.get(n, ())):
            tags.append(text(middle, frame.height + under + 16 + 15 * k, word, color="var(--muted)", align="center"))
        if not any(map(given, slot)):
            none = fonts.wrap(plot.locale.say("charts.no-number"), step - 4)
            tags += lines(middle, zero - 4 - LINE * len(none) / 2, none, color="var(--muted)", align="center")
        said: list[tuple[float, float]] = []
        for row in filter(given, slot):
            y = _column(row, middle, min(step * 0.7, 64), ends, frame, (boxes, spreads))
            half = LINE * len(_said(row, plot.locale)) / 2
            y += (half - LINE / 2) * (1 if farthest(row) < 0 else -1)
            if all(abs(y - other) >= half + tall for other, tall in said):
                said.append((y, half))
                tags += lines(middle, y, _said(row, plot.locale), align="center")
    base = stroke((0.0, zero), (frame.width, zero), "var(--axis)")
    wide = fonts.widest(str(row["text"]) for row in plot.rows) / 2
    words = [
        Box(num(tag, "x") - wide, num(tag, "y") - LINE / 2, num(tag, "x") + wide, num(tag, "y") + LINE / 2)
        for tag in tags
    ]
    bars = [Box(num(box, "x"), num(box, "y"), num(box, "x2"), num(box, "y2")) for box in boxes]
    marked = across(plot.marks, ends, frame, fonts, (*words, *bars))
    layers = [*marked.behind, *boxes_of(boxes), *rules([base]), *whiskers(spreads)]
    return frame.finish([*layers, *marked.over, *texts(tags)])


def _column(
    row: Row, middle: float, thick: float, ends: Sequence[float], frame: Frame, out: tuple[list[Row], list[Row]]
) -> float:
    """Adds one upright bar, and a whisker where sources differ; gives the height at which its value stands."""
    end = frame.height - pixel(farthest(row), ends, frame.height)

    def place(a: float, b: float) -> dict[str, float]:
        low, high = (frame.height - pixel(value, ends, frame.height) for value in (a, b))
        return {"x": middle - thick / 2, "x2": middle + thick / 2, "y": high, "y2": low}

    out[0].extend(parts_of(row, place))
    low, high = (frame.height - pixel(end, ends, frame.height) for end in whole(row) or (farthest(row),) * 2)
    if whole(row) is not None and row["value"] is not None:
        out[1].extend(whisker(middle, low, high))
    far = min(end, high)
    return end + 10 if farthest(row) < 0 else far - 10


def _lying(plot: Plot, size: Size, fonts: Fonts, over_time: bool) -> Spec:
    """Bars from left to right, their names before and their values behind them; if all values fell, names at zero."""
    planned = {row["column"] for row in plot.rows if row["estimate"]} if over_time else set()
    rows = [row for row in plot.rows if given(row) or row["column"] not in planned]
    rows = sorted(rows, key=lambda row: num(row, "column")) if over_time else rows
    room = 110 if size.narrow else 220
    names = [_names(row, plot.locale, over_time, fonts, room) for row in rows]
    named = max(fonts.widest(words) for words in names) + 12
    domain = reach(rows, held(plot.marks))
    most = [1.0 if domain[0] >= 0 and not given(row) else SAID for row in rows]  # a hole has the room of its bar
    said = [
        fonts.wrap(str(row["text"] or row["absent"]), (size.width - named) * share)
        for row, share in zip(rows, most, strict=True)
    ]
    fell = domain[1] == 0
    before, behind = _beside(rows, said, domain, size.width - named, fonts)
    left, right = (round(before), round(named)) if fell else (round(named + before), round(behind))
    steps = [max(STEP, LINE * max(len(name), len(words)) + 8) for name, words in zip(names, said, strict=True)]
    width = size.width - left - right
    above = heads(plot.marks, domain, width, (-left, width + right), fonts)
    frame = Frame.within(size.width, sum(steps), (4 + above.height, right, 4, left))
    zero = pixel(0, domain, frame.width)
    boxes: list[Row] = []
    tags: list[Row] = []
    spreads: list[Row] = []
    taken: list[Box] = []
    for n, (row, words) in enumerate(zip(rows, names, strict=True)):
        middle = sum(steps[:n]) + steps[n] / 2
        tags += lines(zero + 12 if fell else -left, middle, words)
        if not given(row):
            absent = {"color": "var(--muted)", "align": "right" if fell else "left"}
            tags += lines(zero + (-6 if fell else 6), middle, said[n], **absent)
            continue
        end = pixel(farthest(row), domain, frame.width)

        def place(a: float, b: float, middle: float = middle) -> dict[str, float]:
            low, high = sorted(pixel(value, domain, frame.width) for value in (a, b))
            return {"x": low, "x2": high, "y": middle - THICK / 2, "y2": middle + THICK / 2}

        boxes += parts_of(row, place)
        low = high = end
        if (reaches := whole(row)) is not None:
            low, high = (pixel(value, domain, frame.width) for value in reaches)
            spreads += whisker(middle, low, high, upright=False) if row["value"] is not None else []
        x, align = (min(low, end) - 6, "right") if farthest(row) < 0 else (max(high, end) + 6, "left")
        tags += lines(x, middle, said[n], align=align)
        start, tall = x - (fonts.widest(said[n]) if align == "right" else 0), LINE * len(said[n]) / 2
        taken.append(Box(start, middle - tall, start + fonts.widest(said[n]), middle + tall))
    marked = down(plot.marks, domain, frame, above, taken=taken)
    base = stroke((zero, 0.0), (zero, frame.height), "var(--axis)")
    layers = [*marked.behind, *boxes_of(boxes), *rules([base]), *whiskers(spreads)]
    return frame.finish([*layers, *marked.over, *(haloed(tags) if plot.marks else texts(tags))])


def _beside(
    rows: Sequence[Row], said: Sequence[Sequence[str]], domain: tuple[float, float], room: float, fonts: Fonts
) -> tuple[float, float]:
    """The room before and behind the bars that their values need, so that the bars are as long as they can be."""
    wide = [fonts.widest(words) + 10 for words in said]
    before = behind = 0.0
    for _ in range(ROUNDS):  # a shorter axis needs more room beside it, each time by less
        axis = max(room - before - behind, LEAST)
        before = behind = 0.0
        for row, words in zip(rows, wide, strict=True):
            ends = [pixel(end, domain, axis) for end in (farthest(row), *(whole(row) or ()))]
            if given(row) and farthest(row) < 0:
                before = max(before, words - min(ends))
            else:
                behind = max(behind, words - (axis - max(ends)))
    return before, behind


def _names(row: Row, locale: Locale, over_time: bool, fonts: Fonts, room: float) -> tuple[str, ...]:
    """What stands before a bar: the period, or the name in at most two lines or so."""
    if over_time:
        return fonts.wrap(", ".join(filter(None, (str(row["when"]), plan_word(row, locale)))), room)
    return fonts.wrap(str(row["label"]), room)
