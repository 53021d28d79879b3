"""Capabilities at a glance: companies by what they are said to have, and the same in short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from sitegen.model.capability import Answer, Capability
from sitegen.model.entity import Entity
from sitegen.pages.capabilities.answers import ORDER, answers_of, unanswered
from sitegen.pages.parts import Pointer
from sitegen.pages.pieces import Across, AcrossAnswer, AcrossRow, Answers
from sitegen.pages.words.writer import Writer

Column = tuple[Pointer, list[tuple[AcrossAnswer, ...]]]
"""A capability, with the answers on it of each company."""
COMPARED = 5
"""One company in so many has to have an answer, that a capability is one by which companies are compared."""
HAVING = ("yes", "partly")
"""The answers of those who have a capability."""


def columns(writer: Writer, companies: Sequence[Entity], every: Answers) -> list[Column]:
    """Each capability with its answers for the companies."""
    capabilities = writer.context.tracker.capabilities.values()
    return [
        (Pointer(label=row.label, href=f"#{row.id}"), [_cell(writer, capability, each) for each in companies])
        for row, capability in zip(every.rows, capabilities, strict=True)
    ]


def across(writer: Writer, companies: Sequence[Entity], known: Iterable[Column]) -> Across | None:
    """Companies by the capabilities of which enough is known, both in the order of how much is; None without one."""
    told = [column for column in known if COMPARED * _filled(column[1]) >= len(companies) > 0]
    told.sort(key=lambda column: -_filled(column[1]))
    rows = [
        AcrossRow(name=writer.name(company.id), cells=cells)
        for company, cells in zip(companies, zip(*(cells for _, cells in told), strict=True), strict=False)
    ]
    if not rows:
        return None
    return Across(
        columns=tuple(capability for capability, _ in told),
        rows=tuple(sorted(rows, key=lambda row: -_filled(row.cells))),
        absent=writer.context.locale.listed(map(writer.named, unanswered(writer, companies))),
    )


def in_short(writer: Writer, companies: Sequence[Entity], known: Sequence[Column]) -> Markup:
    """Who has what the file names first, and of how many nothing is found."""
    first, cells = known[0]
    said = dict(zip(companies, cells, strict=True))
    had = [each.id for each, answers in said.items() if any(answer.answer in HAVING for answer in answers)]
    others = len(unanswered(writer, companies))
    label, whole = writer.anchor(first.label, first.href), writer.number(len(companies) + others)
    names = writer.context.locale.listed(map(writer.named, had))
    sentences = [
        writer.count("capabilities.sum.had", len(had), label=label, whole=whole, names=names)
        if had
        else writer.say("capabilities.sum.none", label=label)
    ]
    silent = len(companies) + others - _filled(cells)
    if silent:
        sentences.append(writer.count("capabilities.sum.silent", silent))
    return Markup(" ").join(map(Markup, sentences))


def _filled(cells: Iterable[tuple[AcrossAnswer, ...]]) -> int:
    return sum(map(bool, cells))


def _cell(writer: Writer, capability: Capability, company: Entity) -> tuple[AcrossAnswer, ...]:
    """The answers from yes to no: that of a brand or model where it is not also that of what it belongs to."""
    found = {(answer.entity, answer.answer) for answer in answers_of(writer, capability, company)}
    said: dict[Answer, list[Entity]] = {}
    for id, answer in found:
        entity = writer.context.tracker.entities[id]
        if (entity.above, answer) not in found:
            said.setdefault(answer, []).append(entity)
    return tuple(
        AcrossAnswer(
            answer=answer,
            names="" if company in said[answer] else writer.context.locale.listed(sorted(e.name for e in said[answer])),
        )
        for answer in sorted(said, key=ORDER.index)
    )
