"""Answers on capabilities as a piece of a page: who can do what, who says so, and of whom nothing is found."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import get_args

from sitegen.model.capability import Answer, Capability, CapabilityAnswer, latest
from sitegen.model.entity import Entity
from sitegen.pages.pieces import Answers, AskedCapability, KnownAnswer
from sitegen.pages.words.writer import Writer, family
from sitegen.urls import CAPABILITIES

ORDER: tuple[Answer, ...] = get_args(Answer)
"""From yes to unknown: the order in which answers stand."""


def answers(writer: Writer) -> Answers:
    """Every capability, and every company of which some answer is known; the latest undeprecated answer stands."""
    return asked(writer, answered(writer), writer.context.tracker.capabilities)


def answered(writer: Writer) -> tuple[Entity, ...]:
    """Every company of which some answer is known, of itself, a brand or a model."""
    tracker = writer.context.tracker
    capabilities = tracker.capabilities.values()
    known = {a.entity for capability in capabilities for a in capability.answers if a.use != "deprecated"}
    return tuple(e for e in writer.context.pages() if any(tracker.entities[id].page == e.id for id in known))


def unanswered(writer: Writer, companies: Collection[Entity]) -> list[str]:
    """Those of which no answer is known, of the kinds of those of which one is."""
    kinds = {company.kind for company in companies}
    return [each.id for each in writer.context.pages() if each.kind in kinds and each not in companies]


def asked(writer: Writer, companies: tuple[Entity, ...], ids: Collection[str]) -> Answers:
    """What is known of some capabilities of some companies, in the order of their file, and of whom nothing is."""
    known = writer.context.tracker.capabilities
    return Answers(rows=tuple(_row(writer, known[id], companies) for id in known if id in ids))


def latest_answers(capability: Capability, entity: str) -> tuple[CapabilityAnswer, ...]:
    """The answers that stand for an entity: the latest one; of several that may be it, one for each that differs."""
    different: dict[Answer, CapabilityAnswer] = {}
    for answer in latest(capability.answers, entity):
        different.setdefault(answer.answer, answer)
    return tuple(different.values())


def _row(writer: Writer, capability: Capability, companies: tuple[Entity, ...]) -> AskedCapability:
    found = {company: tuple(answers_of(writer, capability, company)) for company in companies}
    others = [company.id for company, each in found.items() if not each]
    known = sorted((answer for each in found.values() for answer in each), key=lambda each: ORDER.index(each.answer))
    return AskedCapability(
        id=writer.page.anchor(capability.id) if writer.page.url == CAPABILITIES else "",
        label=capability.label,
        definition=capability.definition,
        known=tuple(known_answer(writer, answer) for answer in known),
        others=writer.context.locale.listed(map(writer.named, others)),
        reach="",
    )


def answers_of(writer: Writer, capability: Capability, company: Entity) -> Iterator[CapabilityAnswer]:
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
