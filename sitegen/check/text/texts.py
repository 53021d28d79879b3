"""Every text that readers read, with what it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from sitegen.check.data import Owner
from sitegen.check.text.numerals import numerals
from sitegen.model.address import SeriesId
from sitegen.model.chart import Chart
from sitegen.model.claim import Claim
from sitegen.model.document import Document
from sitegen.model.ranking import Ranking
from sitegen.model.text import STRING, Expression, Text, located
from sitegen.model.tracker import Tracker
from sitegen.problems import Place
from sitegen.reading.markdown import BLANK, HEADINGS, ORDINALS, Places, without
from sitegen.reading.markdown import Passage as Block
from sitegen.reading.markdown import passages as blocks

Kind = Literal["headline", "prose", "statement"]
"""A headline is a title, summary or heading; a statement is what a claim of our own says."""
_DIGITS_ALONE = re.compile(r"[\s.,'’%+–−-]*\d[\d\s.,'’%+–−-]*(?:(?<=\s)[^\W\d_]+)?")  # or a count with its noun
_PROGRAM = re.compile(r"[{}<>=;_\\|$@#]|^\s*\S+\s*$|\w\(", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a passage is about: entities, series, who may answer a warning about it; tested: numbers that it may say."""

    entities: tuple[str, ...] = ()
    series: tuple[SeriesId, ...] = ()
    owners: tuple[Owner, ...] = ()
    tested: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """One text. words: what readers read, `BLANK` for an expression and for code; expressions: by their offset.

    locate: the place of so many characters from an offset of the words. ordinal: whether it is the number of an item
    of a list that nobody counted up to. kind: what it is to its reader.
    """

    words: str
    expressions: Mapping[int, Expression]
    locate: Callable[[int, int], Place]
    subject: Subject
    ordinal: bool = False
    kind: Kind = "prose"


def passages(tracker: Tracker, documents: Iterable[Document]) -> Iterator[Passage]:
    """Every passage of the data of the tracker and of some of its documents. What a source claims is its own to say."""
    for text, subject, kind in _texts(tracker):
        if text is not None:
            yield _of_text(text, subject, kind)
    for document in documents:
        subject = _of_document(document, tracker)
        for text in (document.title, document.summary, document.image_alt):
            if text is not None:
                yield _of_text(text, subject, "prose" if text is document.image_alt else "headline")
        yield from _of_names(document, subject)
        yield from _of_body(document, subject)


def _texts(tracker: Tracker) -> Iterator[tuple[Text | None, Subject, Kind]]:
    """The texts of data files with what they are about."""
    yield tracker.site.tagline, Subject(), "headline"
    for entity in tracker.entities.values():
        yield entity.about, Subject((entity.id,)), "prose"
    for ranking in tracker.rankings.values():
        yield ranking.title, _of_ranking(ranking), "headline"
        for text in (ranking.subtitle, ranking.note):
            yield text, _of_ranking(ranking), "prose"
    for chart in tracker.charts.values():
        yield chart.title, _of_chart(chart), "headline"
        for text in (chart.subtitle, chart.caption, chart.alt, chart.note):
            yield text, _of_chart(chart), "prose"
    for entry in tracker.entries:
        yield entry.text, Subject((entry.entity, entry.company)), "prose"
    for capability in tracker.capabilities.values():
        for answer in capability.answers:
            yield answer.text, Subject((answer.entity,)), "prose"
    for event in tracker.events.values():
        yield event.text, Subject(event.entities), "prose"
    for claim in tracker.claims.values():
        for text in (claim.because, claim.note):
            yield text, Subject(claim.about), "prose"
        if claim.document is not None:
            yield claim.text, Subject(claim.about, tested=tuple(_tested(claim))), "statement"


def _tested(claim: Claim) -> Iterator[Decimal]:
    """The numbers that the checks of a claim hold: its statement may say them."""
    for line in (line for lines in (claim.check, *claim.alternatives) for line in lines):
        for numeral in numerals(STRING.sub("", line.source)):
            yield from numeral.readings


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


def _of_text(text: Text, subject: Subject, kind: Kind) -> Passage:
    """A text whose expressions are one character each."""
    words: list[str] = []
    expressions: dict[int, Expression] = {}
    offsets: list[int] = []  # of each character of the words in the raw text
    at = 0
    for part in text.parts:
        if isinstance(part, Expression):
            at = text.raw.index("{{", at)
            expressions[len(offsets)] = part
            words.append(BLANK)
            offsets.append(at)
            at = text.raw.index("}}", text.raw.index(part.source, at) + len(part.source)) + 2
        else:
            at = text.raw.index(part, at)
            words.append(part)
            offsets += range(at, at + len(part))
            at += len(part)

    def locate(offset: int, length: int) -> Place:
        return located(text.runs, offsets[offset], length)

    return Passage("".join(words), expressions, locate, subject, kind=kind)


def _of_names(document: Document, subject: Subject) -> Iterator[Passage]:
    """The names of a document's authors and its tags."""
    for name in (*document.authors, *document.tags):
        yield Passage(name, {}, lambda offset, length: document.place, subject)


def _of_body(document: Document, subject: Subject) -> Iterator[Passage]:
    """The passages of a body; places are looked for once something is found."""

    @cache
    def places() -> Places:
        return Places(document.path, document.body)

    for block in blocks(document.body):
        words = _prose(block)

        def locate(offset: int, length: int, block: Block = block) -> Place:
            return places().place(block, offset, length)

        kind: Kind = "headline" if not block.attribute and HEADINGS.intersection(block.tags) else "prose"
        yield Passage(words, block.expressions, locate, subject, block.attribute in ORDINALS, kind)


def _prose(block: Block) -> str:
    """The words of a passage with its code blank, but for code of digits alone, and a block of it that is prose."""
    prose = {span for span in block.plain if not _PROGRAM.search(block.shown[slice(*span)])}
    prose |= {span for span in block.code if _DIGITS_ALONE.fullmatch(block.shown[slice(*span)])}
    return without(block.shown, [span for span in block.code if span not in prose])
