"""Answers on capabilities as a piece of a page: who can do what, who says so, and of whom nothing is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from operator import itemgetter
from typing import get_args

from sitegen.model.basics.spelling import sort_key
from sitegen.model.capability import Answer, Capability, CapabilityAnswer, latest
from sitegen.model.entity import Entity
from sitegen.pages.pieces import Across, AcrossCell, AcrossRow, Answers, AskedCapability, KnownAnswer
from sitegen.pages.words.writer import Writer, family
from sitegen.urls import CAPABILITIES

ORDER: tuple[Answer, ...] = get_args(Answer)
"""From yes to unknown: the order in which answers stand."""
WIDE = 14
"""So many companies beside each other fit on a wide screen."""


def answers(writer: Writer) -> Answers:
    """Every capability, and every company of which some answer is known; the latest undeprecated answer stands."""
    return asked(writer, answered(writer), writer.context.tracker.capabilities)


def answered(writer: Writer) -> tuple[Entity, ...]:
    """Every company of which some answer is known, of itself, a brand or a model."""
    tracker = writer.context.tracker
    capabilities = tracker.capabilities.values()
    known = {a.entity for capability in capabilities for a in capability.answers if a.use != "deprecated"}
    return tuple(e for e in writer.context.pages() if any(tracker.entities[id].page == e.id for id in known))


def across(writer: Writer, companies: tuple[Entity, ...], rows: Answers) -> Across:
    """Every capability by company: each cell the answers that stand for it, its brands and models, from yes to no.

    Companies and capabilities of which most is known come first.
    """
    capabilities = _sorted(writer, writer.context.tracker.capabilities)
    cells = {(c.id, e.id): _cell(writer, c, e) for c in capabilities for e in companies}
    known = Counter(id for pair, cell in cells.items() if cell is not None for id in pair)
    ordered = sorted(companies, key=lambda company: -known[company.id])
    lines = [
        (
            -known[capability.id],
            AcrossRow(
                label=capability.label,
                href=f"#{row.id}",
                cells=tuple(cells[capability.id, company.id] for company in ordered),
            ),
        )
        for capability, row in zip(capabilities, rows.rows, strict=True)
    ]
    return Across(
        columns=tuple(writer.name(company.id) for company in ordered),
        rows=tuple(line for _, line in sorted(lines, key=itemgetter(0))),
        narrow=len(companies) <= WIDE,
        absent=writer.context.locale.listed(map(writer.named, unanswered(writer, companies))),
    )


def unanswered(writer: Writer, companies: Collection[Entity]) -> list[str]:
    """Those of which no answer is known, of the kinds of those of which one is."""
    kinds = {company.kind for company in companies}
    return [each.id for each in writer.context.pages() if each.kind in kinds and each not in companies]


def _cell(writer: Writer, capability: Capability, company: Entity) -> AcrossCell | None:
    found = {answer.answer for answer in _answers(writer, capability, company)}
    return AcrossCell(name=company.name, answers=tuple(sorted(found, key=ORDER.index))) if found else None


def _sorted(writer: Writer, ids: Collection[str]) -> list[Capability]:
    known = writer.context.tracker.capabilities
    return sorted((known[id] for id in ids), key=lambda capability: sort_key(capability.label))


def asked(writer: Writer, companies: tuple[Entity, ...], ids: Collection[str]) -> Answers:
    """What is known of some capabilities of some companies, their brands and models, and of whom nothing is."""
    return Answers(rows=tuple(_row(writer, capability, companies) for capability in _sorted(writer, ids)))


def latest_answers(capability: Capability, entity: str) -> tuple[CapabilityAnswer, ...]:
    """The answers that stand for an entity: the latest one; of several that may be it, one for each that differs."""
    different: dict[Answer, CapabilityAnswer] = {}
    for answer in latest(capability.answers, entity):
        different.setdefault(answer.answer, answer)
    return tuple(different.values())


def _row(writer: Writer, capability: Capability, companies: tuple[Entity, ...]) -> AskedCapability:
    found = {company: tuple(_answers(writer, capability, company)) for company in companies}
    others = [company.id for company, each in found.items() if not each]
    known = sorted((answer for each in found.values() for answer in each), key=lambda each: ORDER.index(each.answer))
    return AskedCapability(
        id=writer.page.anchor(capability.id) if writer.page.url == CAPABILITIES else "",
        label=capability.label,
        definition=capability.definition,
        known=tuple(known_answer(writer, answer) for answer in known),
        others=writer.context.locale.listed(map(writer.named, others)),
    )


def _answers(writer: Writer, capability: Capability, company: Entity) -> Iterator[CapabilityAnswer]:
    """The answers of a company, its brands and models."""
    for member in (company, *family(writer.context, company)):
        yield from latest_answers(capability, member.id)


def known_answer(writer: Writer, answer: CapabilityAnswer) -> KnownAnswer:
    """One answer with the day it was said and the number of its source."""
    writer.page.states(answer)
    return KnownAnswer(
        name=writer.context.tracker.entities[answer.entity].name,
        answer=answer.answer,
        said=writer.period(answer.said),
        text=writer.text(answer.text),
        source=writer.cite(answer.source),
    )
