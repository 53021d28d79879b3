"""Every text that readers read, with what it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import NamedTuple

from msgspec import Struct

from sitegen.expressions import Fragment, Value
from sitegen.figures import Figure
from sitegen.model.basics.text import Expression, located
from sitegen.model.claim import Claim
from sitegen.model.document import Document
from sitegen.model.site import Site
from sitegen.model.tracker import Tracker
from sitegen.problems import Place
from sitegen.reading.markdown import BLANK, HEADINGS, ORDINALS, Places, countless, without
from sitegen.reading.markdown import Passage as Block
from sitegen.reading.markdown import passages as blocks
from sitegen.reading.syntax import part_of
from sitegen.register.register import Register
from sitegen.register.said import Said, SaidAs, Subject, of_chart, of_ranking

_DIGITS_ALONE = re.compile(r"[\s.,'’%+–−-]*\d[\d\s.,'’%+–−-]*(?:(?<=\s)[^\W\d_]+)?")  # or a count with its noun
_WRAPPED = re.compile(r"(?<!\n)\n(?!\s*\n)")
"""The end of a line within a paragraph, which a page shows as a space."""
_PROGRAM = re.compile(r"[{}<>=;_\\|$@#]|^\s*\S+\s*$|\w\(", re.MULTILINE)


class Passage(Struct, frozen=True):
    """One text. words: what readers read, `BLANK` for an expression and for code; expressions: by their offset.

    locate: the place of so many characters from an offset of the words. ordinal: whether it is the number of an item
    of a list to which no list counts up. kind: what it is to its reader. claim: the claim whose statement it is.
    names: the ids between `[[` and `]]`, by their offset. plain: whether no expression may stand in it.
    heads: of a cell that has expressions the first cells of its row and of its column.
    """

    words: str
    expressions: Mapping[int, Expression]
    locate: Callable[[int, int], Place]
    subject: Subject
    ordinal: bool = False
    kind: SaidAs = "prose"
    claim: Claim | None = None
    names: Mapping[int, str] = {}
    plain: bool = False
    heads: tuple[Passage, ...] = ()


class Remark(NamedTuple):
    """Something to say of a passage: the offset and the text that it is about, the message, and how to fix it."""

    offset: int
    word: str
    message: str
    hint: str


def data_passages(register: Register) -> Iterator[Passage]:
    """Every passage of the data, except for what a source claims and nothing tests."""
    yield from _without_place(register.tracker)
    for texts in register.data_texts():
        yield from (_of_text(said) for said in texts if said.own)


def passages(register: Register, documents: Iterable[Document]) -> Iterator[Passage]:
    """Every passage of some documents."""
    for document in documents:
        yield from (_of_text(said) for said in register.front(document) if said.own)
        subject = register.subject(document)
        yield from _of_names(document, register.tracker.site, subject)
        yield from _of_body(document, subject)


def reasons(passage: Passage, values: Mapping[Expression, Value]) -> Iterator[Passage]:
    """The reasons that the expressions of a passage give, which readers see: of `lit`, and for what is mixed."""
    for expression in passage.expressions.values():
        value = values.get(expression)
        reason = value.reason if isinstance(value, Fragment) else value.mixed if isinstance(value, Figure) else None
        if reason:
            yield Passage(reason, {}, partial(part_of, expression, reason), passage.subject, plain=True)


def _without_place(tracker: Tracker) -> Iterator[Passage]:
    """Texts of which only a place is known: why things that differ are compared, why entities and series ended, notes.

    Definitions are left out, as their numbers belong to what is counted, and so are the notes and reasons of single
    values, which say what the source beside them prints and why another was preferred to it.
    """
    things = (
        *((chart.mixed, chart.at("mixed"), of_chart(chart)) for chart in tracker.charts.values()),
        *(
            (reference.because, reference.place, of_chart(chart))
            for chart in tracker.charts.values()
            for reference in chart.references
        ),
        *((ranking.mixed, ranking.at("mixed"), of_ranking(ranking)) for ranking in tracker.rankings.values()),
        *((claim.mixed, claim.mixed_at or claim.place, Subject(claim.about)) for claim in tracker.claims.values()),
        *(
            (each.ended, each.places.get("ended", each.place), Subject((each.id,)))
            for each in tracker.entities.values()
        ),
        *(
            (words, each.places.get(key, each.place), Subject((each.entity,), (each.id,), (each,)))
            for each in tracker.series.values()
            for key, words in (("note", each.note), ("finished", each.finished))
        ),
        *((each.note, each.places["note"], Subject((), (), (each,))) for each in tracker.sources.values()),
    )
    for words, place, subject in things:
        if words:
            yield Passage(words, {}, partial(_whole, place), subject, plain=True)


def _whole(place: Place, offset: int, length: int) -> Place:
    return place


def _of_text(said: Said) -> Passage:
    """A text whose expressions are one character each."""
    text = said.text
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
            words.append(_WRAPPED.sub(" ", part))
            offsets += range(at, at + len(part))
            at += len(part)

    def locate(offset: int, length: int) -> Place:
        return located(text.runs, offsets[offset], length)

    return Passage("".join(words), expressions, locate, said.subject, kind=said.kind, claim=said.claim)


def _of_names(document: Document, site: Site, subject: Subject) -> Iterator[Passage]:
    """The names of a document's authors, and its tags: a label stands in the file of the site."""
    labels = {f"tags/{n}": f"tags/{id}" for n, id in enumerate(document.tags) if id in site.tags}
    authors = ((f"authors/{n}", name) for n, name in enumerate(document.authors))
    tags = ((f"tags/{n}", site.tag(id)) for n, id in enumerate(document.tags))
    for key, name in (*authors, *tags):
        there = site.places.get(labels[key], site.place) if key in labels else None
        place = there or document.places.get(key, document.place)
        yield Passage(name, {}, partial(_whole, place), subject, plain=True)


def _of_body(document: Document, subject: Subject) -> Iterator[Passage]:
    """The passages of a body; places are looked for once something is found."""

    @cache
    def places() -> Places:
        return Places(document.path, document.body)

    def passage(block: Block) -> Passage:
        return Passage(
            _prose(block),
            block.expressions,
            lambda offset, length: places().place(block, offset, length),
            subject,
            ordinal=block.attribute in ORDINALS,
            kind="headline" if not block.attribute and HEADINGS.intersection(block.tags) else "prose",
            names=block.names,
            heads=tuple(map(passage, block.heads)),
        )

    yield from map(passage, blocks(document.body))


def _prose(block: Block) -> str:
    """The words of a passage with its code blank, except for code of digits alone, and a block of it that is prose.

    Marks of other programs are blank too where their numbers count nothing.
    """
    prose = {span for span in block.plain if not _PROGRAM.search(block.shown[slice(*span)])}
    shown = block.shown if block.plain else _WRAPPED.sub(" ", block.shown)
    prose |= {span for span in block.code if _DIGITS_ALONE.fullmatch(block.shown[slice(*span)])}
    return without(shown, [*(span for span in block.code if span not in prose), *countless(block.words)])
