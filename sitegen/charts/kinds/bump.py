"""Kind `bump`: places over time, from rankings of several periods. One line for each member, the first place on top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.charts.fonts import Fonts
from sitegen.charts.layers import (
    Frame,
    Layer,
    Spec,
    as_is,
    channel,
    data,
    dots,
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
from sitegen.figures import Figures, Standing, standings
from sitegen.figures.figure import Figure
from sitegen.figures.periods import say_period, short_period, with_article
from sitegen.figures.ranks import less_first
from sitegen.figures.words import say
from sitegen.model.chart import Chart
from sitegen.model.ranking import Ranking
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.words import Locale

STEP, RING = 30.0, 400.0
"""Height of a place, and the size of its ring in square pixels."""

DASH = (4, 3.09)
"""Ten dashes and gaps go round a ring."""


def plan(chart: Chart, tracker: Tracker, figures: Figures) -> Plot | list[Problem]:
    """The places of every member in each ranking, in the order of their periods."""
    rankings = sorted((tracker.rankings[id] for id in chart.rankings), key=lambda r: (r.period.last, r.id))
    tables = [standings(figures, ranking) for ranking in rankings]
    members = list(dict.fromkeys(_key(s) for table in reversed(tables) for s in table if s.rank is not None))
    if len(rankings) < 2 or not members:
        return empty(chart, "name two rankings or more, which have places" if len(rankings) < 2 else "")
    rows = tuple(_rows(rankings, tables, members, tracker.site.locale))
    found = [s.figure for table in tables for s in table if s.rank is not None and isinstance(s.figure, Figure)]
    by_member = [{_key(s): s for s in table} for table in tables]
    locale = tracker.site.locale
    columns = (locale.say("charts.head.name"), *(say_period(ranking.period, locale) for ranking in rankings))
    less = all(less_first(ranking, tracker.metrics) for ranking in rankings)
    ring = any(row["open"] for row in rows)
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
            *((Key("ring", "var(--ink)", locale.say("charts.sign.ring")),) if ring else ()),
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
    rankings: Sequence[Ranking], tables: Sequence[Sequence[Standing]], members: Sequence[str], locale: Locale
) -> Iterator[Row]:
    """One row for every member and ranking in which it has a place. span: the places that it may be.

    open: whether there are several.
    """
    for number, member in enumerate(members):
        for index, (ranking, table) in enumerate(zip(rankings, tables, strict=True)):
            for standing in table:
                if _key(standing) == member and standing.rank is not None:
                    yield {
                        "what": "place",
                        "entity": standing.entity,
                        "label": standing.name,
                        "ranking": ranking.id,
                        "period": str(ranking.period),
                        "when": short_period(ranking.period, locale),
                        "index": float(index),
                        "place": float(standing.rank.position),
                        "span": standing.rank.span,
                        "open": not standing.rank.settled,
                        "text": say(standing.figure, locale) if isinstance(standing.figure, Figure) else "",
                        "color": entity_colour(member, number) if standing.entity else "var(--muted)",
                    }


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
    right = max(fonts.widest(words, bold=True) for words in names.values()) + 22
    first = next(iter(sorted(plot.rows, key=lambda row: num(row, "index"))))
    left = max(16.0, fonts.width(_when(first)) / 2 + 2)
    frame = Frame.within(size.width, STEP * max(num(row, "place") for row in plot.rows), (26, right, 6, left))
    points: list[Row] = []
    tags: list[Row] = []
    for label, some in members.items():
        for row in some:
            points.append({**row, **_at(row, count, frame), "shape": "circle"})
        end = points[-1]
        here = num(end, "index") == count
        x = num(end, "x") + (16 if here else 14)
        color = words_colour(str(end["color"]))
        tags += lines(x, num(end, "y"), names[label] if here else (label,), color=color, bold=True)
    for row in points:
        tags.append(text(num(row, "x"), num(row, "y") + 0.5, f"{num(row, 'place'):.0f}", align="center", bold=True))
    heads = {num(row, "index"): (num(row, "x"), _when(row)) for row in points}
    tags += [text(x, -12, words, color="var(--muted)", align="center") for x, words in heads.values()]
    grid = [stroke((x, 2.0), (x, frame.height), "var(--grid)") for x, _ in heads.values()]
    boxes = [_box(row, plot.locale) for row in points]
    return frame.finish([*rules(grid), *_steps(points), *_rings(points), *texts(tags), *tips(boxes)])


def _rings(points: Sequence[Row]) -> list[Layer]:
    """Full rings, and dashed ones for places that are open; the paper's colour inside."""
    looks = [{**row, "fill": "var(--paper)"} for row in points]
    kinds = [
        (some, dash)
        for open, dash in ((False, (1, 0)), (True, DASH))
        if (some := [r for r in looks if r["open"] == open])
    ]
    return [dots(some, RING, dash, **in_pixels("x", "y")) for some, dash in kinds]


def _at(row: Row, count: float, frame: Frame) -> dict[str, float]:
    return {"x": num(row, "index") / count * frame.width, "y": STEP * (num(row, "place") - 0.5)}


def _box(row: Row, locale: Locale) -> Row:
    place = locale.say("charts.tip.place", name=row["label"], place=row["span"])
    words = f"{_when(row)}\n{place}"
    said = f"{words}\n{row['text']}" if row["text"] else words
    x, y = num(row, "x"), num(row, "y")
    return tip(x - LINE, y - LINE, x + LINE, y + LINE, said)


def _steps(points: Sequence[Row]) -> list[Layer]:
    """A line between two places of neighbouring rankings; where a member has none, there is no line."""
    runs: list[Row] = []
    number = 0
    for before, row in zip([None, *points], points, strict=False):
        if before is None or before["label"] != row["label"] or num(row, "index") != num(before, "index") + 1:
            number += 1
        runs.append({**row, "run": f"r{number}"})
    mark = data(runs).mark_line(strokeWidth=3, strokeJoin="round", opacity=0.75)
    return [mark.encode(color=as_is("Color", "color"), detail=channel("Detail", "run:N"), **in_pixels("x", "y"))]
