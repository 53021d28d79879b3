"""Kind `bump`: places over time, from rankings of several periods. One line for each member, the first place on top.

A place that is open says all that it may be, and a line is whole only where the move is certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import structs

from sitegen.charts.kinds.bumps.places import Places, heights, moved, told
from sitegen.charts.look.colours import entity_colour
from sitegen.charts.look.symbols import less_key
from sitegen.charts.needs import empty
from sitegen.charts.plot import Cell, Key, Plot, Ref, Row, num
from sitegen.charts.rows import sources_of
from sitegen.figures import Figures, Standing, standings
from sitegen.figures.figure import Figure
from sitegen.figures.periods import say_period, short_period, with_article
from sitegen.figures.ranks import less_first
from sitegen.figures.words import say
from sitegen.grouped import grouped
from sitegen.model.chart import Chart
from sitegen.model.ranking import Ranking
from sitegen.problems import Problem
from sitegen.words import Locale

TO = "–"
"""Between the first and the last of several places; where columns are near each other, they stand in two lines."""


def plan(chart: Chart, figures: Figures) -> Plot | list[Problem]:
    """The places of every member in each ranking, in the order of their periods."""
    tracker = figures.tracker
    named = sorted((tracker.rankings[id] for id in chart.rankings), key=lambda r: (r.period.last, r.id))
    ordered = [(ranking, standings(figures, ranking)) for ranking in named]
    known = [(ranking, table) for ranking, table in ordered if any(s.rank is not None for s in table)]
    if len(known) < 2:
        return empty(chart, "name two rankings or more, which have places")
    rankings, every = zip(*known, strict=True)
    tables = [[*map(_among, table)] for table in every]
    placed = [{_key(s): s for s in table if s.rank is not None} for table in tables]
    members = list(dict.fromkeys(member for places in reversed(placed) for member in places))
    locale = tracker.site.locale
    drawn = [told(places, len(table)) for places, table in zip(placed, tables, strict=True)]
    rows = tuple(_rows(rankings, placed, drawn, members, locale))
    found = [s.figure for table in tables for s in table if s.rank is not None and isinstance(s.figure, Figure)]
    by_member = [{_key(s): s for s in table} for table in every]
    less = all(less_first(ranking, tracker.metrics) for ranking in rankings)
    return Plot(
        id=chart.id,
        kind=chart.kind,
        rows=rows,
        unit=None,
        locale=locale,
        columns=(locale.say("charts.head.name"), *(say_period(ranking.period, locale) for ranking in rankings)),
        table=tuple((_name(id, by_member), *(_place(table.get(id), locale) for table in by_member)) for id in members),
        summary=_summary(rows, rankings, locale),
        key=(
            *((less_key(locale),) if less else ()),
            *(Key(sign, "var(--ink)", locale.say(f"charts.sign.{sign}")) for sign in _signs(rows)),
            *_first(rankings[-1], placed[-1], locale),
            *_untold(rankings, placed, drawn, locale),
            *_absent(rankings, tables, locale),
        ),
        figures=tuple(found),
        sources=sources_of(found),
        mixed=next((r.mixed for r in rankings if r.mixed), None),
        place=chart.place,
    )


def _among(standing: Standing) -> Standing:
    """A line with its place among those that have a value."""
    return standing if standing.rank is None else structs.replace(standing, rank=standing.rank.among)


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


def _first(ranking: Ranking, places: Places, locale: Locale) -> Iterator[Key]:
    """Who is first in the last ranking, or may be, of those with a number."""
    names = [each.name for each in places.values() if each.rank is not None and each.rank.first == 1]
    if names:
        when = with_article(ranking.period, locale)
        yield Key("", "var(--muted)", locale.say("charts.place-first", names=locale.listed(names, "or"), period=when))


def _untold(
    rankings: Sequence[Ranking], placed: Sequence[Places], drawn: Sequence[Places], locale: Locale
) -> Iterator[Key]:
    """The members whose place in a ranking is not drawn, since it could be nearly any."""
    for ranking, every, some in zip(rankings, placed, drawn, strict=True):
        names = [standing.name for member, standing in every.items() if member not in some]
        if names:
            when = with_article(ranking.period, locale)
            yield Key("", "var(--muted)", locale.say("charts.place-unknown", names=locale.listed(names), period=when))


def _absent(rankings: Sequence[Ranking], tables: Sequence[Sequence[Standing]], locale: Locale) -> Iterator[Key]:
    """The members without a value in a ranking, which its places do not count."""
    for ranking, table in zip(rankings, tables, strict=True):
        names = [standing.name for standing in table if standing.rank is None and not standing.outside]
        if names:
            when = with_article(ranking.period, locale)
            yield Key("", "var(--muted)", locale.say("charts.place-absent", names=locale.listed(names), period=when))


def _signs(rows: Sequence[Row]) -> Iterator[str]:
    """The signs of a chart that the key explains."""
    if any(row["open"] for row in rows):
        yield "ring"
    if any(is_joined(before, row) and not row["moved"] for before, row in pairwise(rows)):
        yield "dotted"


def is_joined(before: Row, row: Row) -> bool:
    """Whether a line leads from one place to the other: those of a member in neighbouring rankings."""
    return before["label"] == row["label"] and num(row, "index") == num(before, "index") + 1


def _summary(rows: Sequence[Row], rankings: Sequence[Ranking], locale: Locale) -> str:
    """Every member with the places that it may hold, first and last."""
    said = []
    for label, some in grouped((str(row["label"]), row) for row in rows).items():
        one = {"name": label, "place": some[0]["span"], "period": when(some[0])}
        if len(some) == 1:
            said.append(locale.say("charts.said.place", **one))
        else:
            said.append(locale.say("charts.said.places", **one, last=some[-1]["span"], end=when(some[-1])))
    first, last = (with_article(rankings[n].period, locale) for n in (0, -1))
    return locale.say("charts.said-places", first=first, last=last, places="; ".join(said))


def when(row: Row) -> str:
    """The period of a place."""
    return str(row["when"])
