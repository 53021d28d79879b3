"""Kind `bump`: places over time, from rankings of several periods. One line for each member, the first place on top.

A place that is open says all that it may be, and a line is whole only where the move is certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sitegen.charts.fonts import Fonts
from sitegen.charts.kinds.places import Places, heights, moved, told
from sitegen.charts.layers import (
    Frame,
    Layer,
    Spec,
    as_is,
    data,
    in_pixels,
    lines,
    rules,
    stroke,
    text,
    texts,
)
from sitegen.charts.look.axes import LINE
from sitegen.charts.look.colours import entity_colour, words_colour
from sitegen.charts.look.symbols import less_key
from sitegen.charts.look.tips import tip, tips
from sitegen.charts.needs import empty
from sitegen.charts.plot import Cell, Key, Plot, Ref, Row, Size, num
from sitegen.charts.rows import sources_of
from sitegen.figures import Figures, Standing, has_places, standings
from sitegen.figures.figure import Figure
from sitegen.figures.periods import say_period, short_period, with_article
from sitegen.figures.ranks import less_first
from sitegen.figures.words import say
from sitegen.model.chart import Chart
from sitegen.model.ranking import Ranking
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.words import Locale

STEP, RING, ROOM = 30.0, 11.0, 7.0
"""Height of a place, half of that of its ring, and the room beside the words in it."""

TO = "–"
"""Between the first and the last of several places; where columns are near each other, they stand in two lines."""

DASH, DOTS = (4, 3.09), (1.5, 4)
"""The dashes of a ring whose place is open, and of a line whose move is."""


def plan(chart: Chart, tracker: Tracker, figures: Figures) -> Plot | list[Problem]:
    """The places of every member in each ranking, in the order of their periods."""
    named = sorted((tracker.rankings[id] for id in chart.rankings), key=lambda r: (r.period.last, r.id))
    rankings = [ranking for ranking in named if has_places(figures, ranking)]
    if len(rankings) < 2:
        return empty(chart, "name two rankings or more, which have places")
    tables = [standings(figures, ranking) for ranking in rankings]
    members = list(dict.fromkeys(_key(s) for table in reversed(tables) for s in table if s.rank is not None))
    placed = [{_key(s): s for s in table if s.rank is not None} for table in tables]
    locale = tracker.site.locale
    drawn = [told(places, len(table)) for places, table in zip(placed, tables, strict=True)]
    rows = tuple(_rows(rankings, placed, drawn, members, locale))
    found = [s.figure for table in tables for s in table if s.rank is not None and isinstance(s.figure, Figure)]
    by_member = [{_key(s): s for s in table} for table in tables]
    columns = (locale.say("charts.head.name"), *(say_period(ranking.period, locale) for ranking in rankings))
    less = all(less_first(ranking, tracker.metrics) for ranking in rankings)
    return Plot(
        id=chart.id,
        kind=chart.kind,
        rows=rows,
        unit=None,
        locale=locale,
        columns=columns,
        table=tuple(
            (_name(key, by_member), *(_place(table.get(key), locale) for table in by_member)) for key in members
        ),
        summary=_summary(rows, rankings, locale),
        key=(
            *((less_key(locale),) if less else ()),
            *(Key(sign, "var(--ink)", locale.say(f"charts.sign.{sign}")) for sign in _signs(rows)),
            *_untold(rankings, placed, drawn, locale),
        ),
        figures=tuple(found),
        sources=sources_of(found),
        mixed=next((r.mixed for r in rankings if r.mixed), None),
        place=chart.place,
    )


def _key(standing: Standing) -> str:
    return standing.entity or standing.name


def _name(key: str, tables: Sequence[dict[str, Standing]]) -> Cell:
    standing = next(table[key] for table in tables if key in table)
    return Ref("entity", key, standing.name) if standing.entity is not None else standing.name


def _place(standing: Standing | None, locale: Locale) -> Cell:
    if standing is None:
        return locale.say("charts.no-member")
    if standing.rank is not None:
        return standing
    return locale.say("missing.value") if standing.missing is None else standing.missing.short(locale)


def _rows(
    rankings: Sequence[Ranking],
    placed: Sequence[Places],
    drawn: Sequence[Places],
    members: Sequence[str],
    locale: Locale,
) -> Iterator[Row]:
    """One row for every member and ranking in which a place of it is drawn.

    span: the places that it may be; brief: in figures. open: whether there are several. height: where it stands, from
    the top. moved: whether it is certain how it came there from the ranking before.
    """
    tops = heights(drawn)
    for number, member in enumerate(members):
        for index, (ranking, table) in enumerate(zip(rankings, drawn, strict=True)):
            standing = table.get(member)
            if standing is not None and standing.rank is not None:
                rank = standing.rank
                yield {
                    "what": "place",
                    "entity": standing.entity,
                    "label": standing.name,
                    "ranking": ranking.id,
                    "period": str(ranking.period),
                    "when": short_period(ranking.period, locale),
                    "index": float(index),
                    "place": float(rank.position),
                    "height": float(tops[index][member]),
                    "span": rank.span,
                    "brief": str(rank.first) if rank.settled else f"{rank.first}{TO}{rank.last}",
                    "open": not rank.settled,
                    "moved": index > 0 and moved(member, placed[index - 1], placed[index]),
                    "text": say(standing.figure, locale) if isinstance(standing.figure, Figure) else "",
                    "color": entity_colour(member, number) if standing.entity else "var(--muted)",
                }


def _untold(
    rankings: Sequence[Ranking], placed: Sequence[Places], drawn: Sequence[Places], locale: Locale
) -> Iterator[Key]:
    """The members whose place in a ranking is not drawn, since it could be nearly any."""
    for ranking, every, some in zip(rankings, placed, drawn, strict=True):
        names = [standing.name for member, standing in every.items() if member not in some]
        if names:
            when = with_article(ranking.period, locale)
            yield Key("", "var(--muted)", locale.say("charts.place-unknown", names=locale.listed(names), period=when))


def _signs(rows: Sequence[Row]) -> Iterator[str]:
    """The signs of a chart that the key explains."""
    if any(row["open"] for row in rows):
        yield "ring"
    if any(_joined(before, row) and not row["moved"] for before, row in pairwise(rows)):
        yield "dotted"


def _joined(before: Row, row: Row) -> bool:
    """Whether a line leads from one place to the other: those of a member in neighbouring rankings."""
    return before["label"] == row["label"] and num(row, "index") == num(before, "index") + 1


def _summary(rows: Sequence[Row], rankings: Sequence[Ranking], locale: Locale) -> str:
    """Every member with the places that it may hold, first and last."""
    members: dict[str, list[Row]] = {}
    for row in rows:
        members.setdefault(str(row["label"]), []).append(row)
    said = []
    for label, some in members.items():
        one = {"name": label, "place": some[0]["span"], "period": _when(some[0])}
        if len(some) == 1:
            said.append(locale.say("charts.said.place", **one))
        else:
            said.append(locale.say("charts.said.places", **one, last=some[-1]["span"], end=_when(some[-1])))
    first, last = (with_article(rankings[n].period, locale) for n in (0, -1))
    return locale.say("charts.said-places", first=first, last=last, places="; ".join(said))


def _when(row: Row) -> str:
    return str(row["when"])


def draw(plot: Plot, size: Size, fonts: Fonts) -> Spec:
    """Lines from place to place with the place in a ring, dashed where it is open, and a name at each end."""
    members: dict[str, list[Row]] = {}
    for row in sorted(plot.rows, key=lambda row: row["entity"] in plot.focus):
        members.setdefault(str(row["label"]), []).append(row)
    count = max(num(row, "index") for row in plot.rows)
    room = 92.0 if size.narrow else 170.0
    names = {label: fonts.wrap(label, room, bold=True) for label in members}
    longest = max(fonts.widest(words, bold=True) for words in names.values())
    inside = {str(row["brief"]): [str(row["brief"])] for row in plot.rows}
    if fonts.widest(inside, bold=True) + 3 * ROOM > (size.width - longest) / (count + 1):
        inside = {brief: brief.split(TO) for brief in inside}
    reach = {brief: max(RING, fonts.widest(words, bold=True) / 2 + ROOM) for brief, words in inside.items()}
    widest = max(reach.values())
    right = longest + widest + 6
    left = max(widest + 2, max(fonts.width(_when(row)) for row in plot.rows) / 2 + 2)
    frame = Frame.within(size.width, STEP * max(num(row, "height") for row in plot.rows), (26, right, 6, left))
    points: list[Row] = []
    tags: list[Row] = []
    for label, some in members.items():
        for row in some:
            brief = str(row["brief"])
            up = RING + 3 * (len(inside[brief]) - 1)
            points.append({**row, **_at(row, count, frame), "reach": reach[brief], "up": up})
        own = points[-len(some) :]
        for end in (*(row for row, after in pairwise(own) if not _joined(row, after)), own[-1]):
            here = num(end, "index") == count
            x = num(end, "x") + (widest if here else num(end, "reach")) + 4
            color = words_colour(str(end["color"]))
            tags += lines(x, num(end, "y"), names[label] if here else (label,), color=color, bold=True)
    for row in points:
        tags += lines(num(row, "x"), num(row, "y") + 0.5, inside[str(row["brief"])], align="center", bold=True)
    heads = {num(row, "index"): (num(row, "x"), _when(row)) for row in points}
    tags += [text(x, -12, words, color="var(--muted)", align="center") for x, words in heads.values()]
    grid = [stroke((x, 2.0), (x, frame.height), "var(--grid)") for x, _ in heads.values()]
    boxes = [_box(row, plot.locale) for row in points]
    return frame.finish([*rules(grid), *_steps(points), *_rings(points), *texts(tags), *tips(boxes)])


def _rings(points: Sequence[Row]) -> list[Layer]:
    """Full rings, and dashed ones for places that are open, as wide as what is in them; inside, the paper's colour."""
    found = []
    for open, dash in ((False, (1, 0)), (True, DASH)):
        some = [{**row, **_ends(row, num(row, "reach"), num(row, "up"))} for row in points if row["open"] == open]
        if some:
            mark = data(some).mark_rect(
                cornerRadius=RING, fill="var(--paper)", strokeWidth=2, strokeDash=[*dash], opacity=1
            )
            found.append(mark.encode(stroke=as_is("Stroke", "color"), **in_pixels("x", "y", "x2", "y2")))
    return found


def _ends(row: Row, across: float, up: float) -> dict[str, float]:
    """The corners of a box around a place."""
    x, y = num(row, "x"), num(row, "y")
    return {"x": x - across, "y": y - up, "x2": x + across, "y2": y + up}


def _at(row: Row, count: float, frame: Frame) -> dict[str, float]:
    return {"x": num(row, "index") / count * frame.width, "y": STEP * (num(row, "height") - 0.5)}


def _box(row: Row, locale: Locale) -> Row:
    place = locale.say("charts.tip.place", name=row["label"], place=row["span"])
    words = f"{_when(row)}\n{place}"
    said = f"{words}\n{row['text']}" if row["text"] else words
    return tip(**_ends(row, num(row, "reach") + 3, LINE), words=said)


def _steps(points: Sequence[Row]) -> list[Layer]:
    """A line between two places of neighbouring rankings, dotted where it is open how the member moved."""
    found = []
    for sure, mark in ((False, {"strokeWidth": 2, "strokeDash": [*DOTS]}), (True, {"strokeWidth": 3})):
        joined = [
            {**stroke((num(a, "x"), num(a, "y")), (num(b, "x"), num(b, "y")), str(b["color"]))}
            for a, b in pairwise(points)
            if _joined(a, b) and b["moved"] == sure
        ]
        found += rules(joined, strokeCap="round", opacity=0.75, **mark)
    return found
