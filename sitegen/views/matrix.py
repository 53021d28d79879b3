"""The matrix of capabilities as a piece of a page: who can do what, and who says so."""

from __future__ import annotations

from sitegen.model.words import Capability, CapabilityAnswer
from sitegen.urls import CAPABILITIES
from sitegen.views.desk import Writer
from sitegen.views.parts import Matrix, MatrixCell, MatrixRow

NOTHING = MatrixCell(answer="", said="", text="", source="")


def matrix(writer: Writer) -> Matrix:
    """Every capability by every entity with an undeprecated answer; the latest answer stands."""
    capabilities = writer.desk.tracker.capabilities.values()
    entities = sorted({answer.entity for c in capabilities for answer in c.answers if answer.use != "deprecated"})
    return Matrix(
        columns=tuple(writer.name(entity) for entity in entities),
        rows=tuple(_row(writer, capability, entities) for capability in capabilities),
    )


def latest_answer(capability: Capability, entity: str) -> CapabilityAnswer | None:
    """The answer that stands for an entity: the latest undeprecated one, or None."""
    answers = [a for a in capability.answers if a.entity == entity and a.use != "deprecated"]
    return max(answers, key=lambda a: (a.said.last, a.source), default=None)


def _row(writer: Writer, capability: Capability, entities: list[str]) -> MatrixRow:
    answers = [latest_answer(capability, entity) for entity in entities]
    return MatrixRow(
        id=writer.page.anchor(capability.id) if writer.page.url == CAPABILITIES else "",
        label=capability.label,
        definition=capability.definition,
        cells=tuple(NOTHING if answer is None else matrix_cell(writer, answer) for answer in answers),
    )


def matrix_cell(writer: Writer, answer: CapabilityAnswer) -> MatrixCell:
    """One answer with the day it was said and the number of its source."""
    return MatrixCell(
        answer=answer.answer,
        said=writer.period(answer.said),
        text=writer.text(answer.text, "inline"),
        source=writer.cite(answer.source),
    )
