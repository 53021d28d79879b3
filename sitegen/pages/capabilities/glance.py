"""Capabilities at a glance: who is said to have which, and the same in short."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup, escape

from sitegen.model.capability import Answer, Capability
from sitegen.model.entity import Entity
from sitegen.pages.capabilities.answers import ORDER, answers_of, unanswered
from sitegen.pages.parts import Pointer
from sitegen.pages.pieces import Answers, AskedCapability, Glance, GlanceAnswer, GlanceRow
from sitegen.pages.words.writer import Writer
from sitegen.urls import company_url

HAVING = {"yes", "partly"}
"""The answers of those who have a capability."""
Said = Mapping[Entity, Mapping[Answer, Sequence[Entity]]]
"""Of each company of which something is known: the entities that an answer is of, itself or its brands and models."""


def said_of(writer: Writer, capability: Capability, companies: Sequence[Entity]) -> Said:
    """What is said of a capability of the companies."""
    found = {company: dict(_said(writer, capability, company)) for company in companies}
    return {company: answers for company, answers in found.items() if answers}


def most_first(every: Answers, said: Sequence[Said]) -> list[tuple[AskedCapability, Said]]:
    """Each capability with what is said of it, that of which something is known of most companies first."""
    return sorted(zip(every.rows, said, strict=True), key=lambda pair: -len(pair[1]))


def reaches(writer: Writer, found: Said) -> Markup:
    """How many have which answer, counted as they are named at a glance: "1 yes, 2 no"."""
    counts = ((answer, sum(len(answers.get(answer, ())) for answers in found.values())) for answer in ORDER)
    words = (
        writer.say("capabilities.reach", count=writer.number(count), answer=writer.say(f"capabilities.answer.{answer}"))
        for answer, count in counts
        if count
    )
    return Markup(", ").join(map(Markup, words))


def at_a_glance(writer: Writer, companies: Sequence[Entity], every: Answers, said: Sequence[Said]) -> Glance | None:
    """Each capability with who has it, and each company with what it has; None where nothing is known.

    every, said: of each capability what stands below, and what is said of it.
    """
    rows = tuple(
        GlanceRow(
            head=Pointer(label=row.label, href=f"#{row.id}"),
            answers=tuple(
                GlanceAnswer(answer=answer, names=writer.context.locale.listed(map(writer.named, ids)))
                for answer in ORDER
                if (ids := [each.id for answers in found.values() for each in answers.get(answer, ())])
            ),
        )
        for row, found in most_first(every, said)
        if found
    )
    if not rows:
        return None
    absent = writer.context.locale.listed(map(writer.named, unanswered(writer, companies)))
    return Glance(rows=rows, companies=tuple(_by_company(writer, companies, every, said)), absent=absent)


def _by_company(
    writer: Writer, companies: Sequence[Entity], every: Answers, said: Sequence[Said]
) -> Iterator[GlanceRow]:
    """Each company of which something is known, with the capabilities that it has, from yes to no."""
    for company in companies:
        told = [(row, found[company]) for row, found in zip(every.rows, said, strict=True) if company in found]
        yield GlanceRow(
            head=Pointer(label=company.name, href=writer.page.link(company_url(company.id))),
            answers=tuple(
                GlanceAnswer(answer=answer, names=writer.context.locale.listed(labels))
                for answer in ORDER
                if (labels := [_label(writer, row, company, ids[answer]) for row, ids in told if answer in ids])
            ),
        )


def _label(writer: Writer, row: AskedCapability, company: Entity, of: Sequence[Entity]) -> Markup:
    """A capability as a link; behind it those of the company that the answer is of, where it is not of itself."""
    label = writer.anchor(row.label, f"#{row.id}")
    if company in of:
        return label
    names = writer.context.locale.listed([escape(each.name) for each in of])
    return Markup(writer.say("capabilities.of", label=label, names=names))


def in_short(writer: Writer, companies: Sequence[Entity], every: Answers, said: Sequence[Said]) -> Markup:
    """Who has what the file names first, and of how many nothing is found."""
    first, found = every.rows[0], said[0]
    had = [company.id for company, answers in found.items() if HAVING & {*answers}]
    count = len(companies) + len(unanswered(writer, companies))
    label, names = writer.anchor(first.label, f"#{first.id}"), writer.context.locale.listed(map(writer.named, had))
    sentences = [
        writer.count("capabilities.sum.had", len(had), label=label, whole=writer.number(count), names=names)
        if had
        else writer.say("capabilities.sum.none", label=label)
    ]
    if silent := count - len(found):
        sentences.append(writer.count("capabilities.sum.silent", silent))
    return Markup(" ").join(map(Markup, sentences))


def _said(writer: Writer, capability: Capability, company: Entity) -> Iterator[tuple[Answer, list[Entity]]]:
    """The answers of a company; that of a brand or model where it is not also that of what it belongs to."""
    found = {(answer.entity, answer.answer) for answer in answers_of(writer, capability, company)}
    entities = writer.context.tracker.entities
    told = [(entities[id], answer) for id, answer in sorted(found) if (entities[id].above, answer) not in found]
    for answer in ORDER:
        if named := sorted((each for each, of in told if of == answer), key=lambda each: each.name):
            yield answer, named
