"""Passages: every text that readers read, with what is not prose in it blanked, character for character."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.checks import Owner
from sitegen.model.address import SeriesId
from sitegen.model.text import Expression, Text, located
from sitegen.model.tracker import Tracker
from sitegen.model.words import Chart, Document, Ranking
from sitegen.problems import Place
from sitegen.reading.scanner import tokens
from sitegen.reading.texts import EXPRESSION

_SILENT = re.compile(r"<(/?)(?:script|style)\b", re.IGNORECASE)  # what stands between is no prose
BLANK = "\0"
"""Stands for a character that is no prose: of code, an expression, a link's target, a tag."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a passage is about: entities, series, and who may answer a warning about it."""

    entities: tuple[str, ...] = ()
    series: tuple[SeriesId, ...] = ()
    owners: tuple[Owner, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """One text. words: what readers read, all other characters `BLANK`; expressions: by the offset of their braces.

    locate: the place of so many characters from an offset of the words.
    """

    words: str
    expressions: Mapping[int, Expression]
    locate: Callable[[int, int], Place]
    subject: Subject


def blanked(text: str) -> str:
    """A text of as many characters, of which only the line breaks are left."""
    return re.sub(r"[^\n]", BLANK, text)


def passages(tracker: Tracker, drafts: bool) -> Iterator[Passage]:
    """Every passage of the tracker; of drafts only if they are shown. What a source claims is its own to say."""
    for text, subject in _texts(tracker):
        if text is not None:
            yield _of_text(text, subject)
    for document in tracker.documents.values():
        if drafts or not document.draft:
            subject = _of_document(document, tracker)
            for text in (document.title, document.summary, document.image_alt):
                if text is not None:
                    yield _of_text(text, subject)
            yield _of_body(document, subject)


def _texts(tracker: Tracker) -> Iterator[tuple[Text | None, Subject]]:
    """The texts of data files with what they are about."""
    yield tracker.site.tagline, Subject()
    for entity in tracker.entities.values():
        yield entity.about, Subject((entity.id,))
    for ranking in tracker.rankings.values():
        for text in (ranking.title, ranking.subtitle, ranking.note):
            yield text, _of_ranking(ranking)
    for chart in tracker.charts.values():
        for text in (chart.title, chart.subtitle, chart.caption, chart.alt, chart.note):
            yield text, _of_chart(chart)
    for entry in tracker.entries:
        yield entry.text, Subject((entry.entity, entry.company))
    for capability in tracker.capabilities.values():
        for answer in capability.answers:
            yield answer.text, Subject((answer.entity,))
    for event in tracker.events.values():
        yield event.text, Subject(event.entities)
    for claim in tracker.claims.values():
        for text in (claim.because, claim.note):
            yield text, Subject(claim.about)


def _of_ranking(ranking: Ranking) -> Subject:
    rows = () if ranking.table is None else ranking.table.rows
    entities = tuple(row.entity for row in rows if row.entity is not None)
    return Subject(entities, ranking.members + ((ranking.of,) if ranking.of else ()), (ranking,))


def _of_chart(chart: Chart) -> Subject:
    return Subject(chart.companies, (*chart.series, *(address.series for address in chart.figures)), (chart,))


def _of_document(document: Document, tracker: Tracker) -> Subject:
    if document.kind == "ranking":
        ranked = _of_ranking(tracker.rankings[document.id])
        return Subject((*document.entities, *ranked.entities), ranked.series)
    own = (document.id,) if document.kind in ("company", "expansion") else ()
    return Subject((*document.entities, *own))


def _of_text(text: Text, subject: Subject) -> Passage:
    found = zip(EXPRESSION.finditer(text.raw), text.expressions, strict=False)
    return Passage(
        words=EXPRESSION.sub(lambda match: blanked(match[0]), text.raw),
        expressions={match.start(): expression for match, expression in found},
        locate=lambda offset, length: located(text.runs, offset, length),
        subject=subject,
    )


def _of_body(document: Document, subject: Subject) -> Passage:
    body, path = document.body, document.path
    words: list[str] = []
    expressions: dict[int, Expression] = {}
    waiting = iter(body.expressions)
    at = 0
    silent = False
    for token in tokens(body.source):
        if token.kind == "expression":
            expressions[at] = next(waiting)
        if token.kind == "html" and (tag := _SILENT.match(token.text)):
            silent = not tag[1]
        words.append(token.text if token.kind == "text" and not silent else blanked(token.text))
        at += len(token.text)

    def locate(offset: int, length: int) -> Place:
        line = body.line + body.source.count("\n", 0, offset)
        return Place(path, line, offset - body.source.rfind("\n", 0, offset), length)

    return Passage("".join(words), expressions, locate, subject)
