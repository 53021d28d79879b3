"""The matrix of capabilities as a piece of a page: who can do what, and who says so."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sitegen.model.basics.spelling import sort_key
from sitegen.model.capability import Answer, Capability, CapabilityAnswer, latest
from sitegen.model.entity import Entity
from sitegen.pages.pieces import Matrix, MatrixAnswer, MatrixRow
from sitegen.pages.words.writer import Writer, family
from sitegen.urls import CAPABILITIES


def matrix(writer: Writer) -> Matrix:
    """Every capability by every company of which something is known; the latest undeprecated answer stands."""
    tracker = writer.context.tracker
    capabilities = tracker.capabilities.values()
    known = {a.entity for capability in capabilities for a in capability.answers if a.use != "deprecated"}
    companies = tuple(e for e in writer.context.pages() if any(tracker.entities[id].page == e.id for id in known))
    return compared(writer, companies, tracker.capabilities)


def compared(writer: Writer, companies: tuple[Entity, ...], asked: Collection[str]) -> Matrix:
    """Some capabilities by some companies, side by side."""
    known = writer.context.tracker.capabilities
    rows = sorted((known[id] for id in asked), key=lambda capability: sort_key(capability.label))
    return Matrix(
        columns=tuple(writer.name(company.id) for company in companies),
        rows=tuple(_row(writer, capability, companies) for capability in rows),
    )


def latest_answers(capability: Capability, entity: str) -> tuple[CapabilityAnswer, ...]:
    """The answers that stand for an entity: the latest one; of several that may be it, one for each that differs."""
    different: dict[Answer, CapabilityAnswer] = {}
    for answer in latest(capability.answers, entity):
        different.setdefault(answer.answer, answer)
    return tuple(different.values())


def _row(writer: Writer, capability: Capability, companies: tuple[Entity, ...]) -> MatrixRow:
    return MatrixRow(
        id=writer.page.anchor(capability.id) if writer.page.url == CAPABILITIES else "",
        label=capability.label,
        definition=capability.definition,
        cells=tuple(tuple(_answers(writer, capability, company)) for company in companies),
    )


def _answers(writer: Writer, capability: Capability, company: Entity) -> Iterator[MatrixAnswer]:
    for member in (company, *family(writer.context, company)):
        for answer in latest_answers(capability, member.id):
            yield matrix_answer(writer, answer)


def matrix_answer(writer: Writer, answer: CapabilityAnswer) -> MatrixAnswer:
    """One answer with the day it was said and the number of its source."""
    return MatrixAnswer(
        name=writer.context.tracker.entities[answer.entity].name,
        answer=answer.answer,
        said=writer.period(answer.said),
        text=writer.text(answer.text, "inline"),
        source=writer.cite(answer.source),
    )
