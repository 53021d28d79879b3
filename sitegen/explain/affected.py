"""What the figures that changed change: the sentences that print them, the charts that draw them, the rankings.

The state after is worked out a second time with the series as they were before, and whatever comes out otherwise is
named: it follows from the figures alone, not from a new text or a new chart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from msgspec import structs

from sitegen.charts.planning import plan
from sitegen.check.text import Passage, data_passages, passages
from sitegen.edition import Edition
from sitegen.expressions import outcome
from sitegen.figures import Figure, Figures, Standing, say_in_text, standings
from sitegen.model.basics.text import Expression, Text
from sitegen.model.tracker import Tracker
from sitegen.reading.markdown import BLANK
from sitegen.recall import Recalled
from sitegen.register.kind import is_shown
from sitegen.urls import chart_url, document_url, ranking_url, whole

_END = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")


class Sentence(NamedTuple):
    """A sentence with a number that is printed otherwise. text: as it is read now, that number as `[old → new]`.

    url: of the page of its document, or "".
    """

    path: str
    line: int
    text: str
    changed: tuple[tuple[str, str], ...]
    url: str


class Redrawn(NamedTuple):
    """A chart that is drawn otherwise."""

    id: str
    title: str
    url: str


class Reordered(NamedTuple):
    """A ranking with other values. places: who stands elsewhere, with the place before and after; "" for none."""

    id: str
    title: str
    places: tuple[tuple[str, str, str], ...]
    url: str


class Affected(NamedTuple):
    """All that the figures change."""

    sentences: tuple[Sentence, ...] = ()
    charts: tuple[Redrawn, ...] = ()
    rankings: tuple[Reordered, ...] = ()


def affected(before: Tracker, after: Edition) -> Affected:
    """What the figures that differ between two states change in the later one."""
    now = after.figures.tracker
    new = {
        id: structs.replace(each.saying(), worked_out=()) for id, each in now.series.items() if id not in before.series
    }
    then = Figures(
        structs.replace(
            now,
            series={**before.series, **new},
            entities={**before.entities, **now.entities},
            metrics={**before.metrics, **now.metrics},
            sources={**before.sources, **now.sources},
        )
    )
    sentences = sorted({*_sentences(then, after)})
    return Affected(tuple(sentences), tuple(_charts(then, after)), tuple(_rankings(then, after)))


def _sentences(then: Figures, after: Edition) -> Iterator[Sentence]:
    locale = after.tracker.site.locale

    @cache
    def old(source: str) -> str:
        value = outcome(source, then)
        return say_in_text(value, locale) if isinstance(value, Figure) else ""

    documents = [document for document in after.tracker.documents.values() if is_shown(document, after.drafts)]
    for passage in (*data_passages(after.register), *passages(after.register, documents)):
        new: dict[int, str] = {}
        changed: dict[int, tuple[str, str]] = {}
        for offset, expression in passage.expressions.items():
            value, new[offset] = after.values.get(expression), _said(expression, after)
            if isinstance(value, Figure) and (was := old(expression.source)) and was != new[offset]:
                changed[offset] = (was, new[offset])
        if changed:
            yield from _named(passage, new, changed, after)


def _named(
    passage: Passage, new: Mapping[int, str], changed: Mapping[int, tuple[str, str]], after: Edition
) -> Iterator[Sentence]:
    """The sentences of a passage in which a number is another one."""
    start = 0
    for end in (*(match.start() for match in _END.finditer(passage.words)), len(passage.words)):
        inside = {offset: pair for offset, pair in changed.items() if start <= offset < end}
        if inside:
            words = (
                f"[{' → '.join(inside[at])}]" if at in inside else new.get(at, "…") if char == BLANK else char
                for at, char in enumerate(passage.words[start:end], start=start)
            )
            place = passage.expressions[min(inside)].place
            document = after.tracker.documents.get(place.path)
            url = "" if document is None else whole(after.base_url, document_url(document))
            yield Sentence(place.path, place.line, " ".join("".join(words).split()), tuple(inside.values()), url)
        start = end


def _charts(then: Figures, after: Edition) -> Iterator[Redrawn]:
    for id, plot in after.plots.items():
        chart = after.tracker.charts[id]
        if Recalled.made(plan(chart, then)).print != Recalled.made(plot).print:
            yield Redrawn(id, _words(chart.title, after), whole(after.base_url, chart_url(id)))


def _rankings(then: Figures, after: Edition) -> Iterator[Reordered]:
    for id, ranking in after.tracker.rankings.items():
        old, new = ({line.name: line for line in standings(each, ranking)} for each in (then, after.figures))
        if Recalled.made(tuple(old.values())).print != Recalled.made(tuple(new.values())).print:
            places = ((name, _place(old.get(name)), _place(line)) for name, line in new.items())
            moved = tuple(each for each in places if each[1] != each[2])
            yield Reordered(id, _words(ranking.title, after), moved, whole(after.base_url, ranking_url(ranking)))


def _said(expression: Expression, after: Edition) -> str:
    """What an expression says now; of one that has no value, as it is wrong, that something is left out."""
    value = after.values.get(expression)
    if isinstance(value, Figure):
        return say_in_text(value, after.tracker.site.locale)
    return "…" if value is None else value.text


def _words(text: Text, after: Edition) -> str:
    return "".join(part if isinstance(part, str) else _said(part, after) for part in text.parts)


def _place(line: Standing | None) -> str:
    return "" if line is None or line.rank is None else str(line.rank.position)
