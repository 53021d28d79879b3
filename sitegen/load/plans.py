"""Market entries, capabilities and events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from sitegen.load.gather import Gather, Parsed
from sitegen.load.shape import shapes
from sitegen.load.shape.keys.plans import CapabilityAnswerShape, EventShape, MarketEntryShape
from sitegen.model.basics.calendar import Calendar
from sitegen.model.basics.period import FinancialPeriod, Period, When
from sitegen.model.capability import Answer, Capability, CapabilityAnswer
from sitegen.model.entry import MarketEntry, Stage
from sitegen.model.event import Event
from sitegen.model.series import Use
from sitegen.model.source import Source
from sitegen.model.stages import STEPS
from sitegen.problems import Place


def entries(
    parsed: Parsed[shapes.ExpansionFile],
    sources: Mapping[str, Source],
    calendars: Mapping[str, Calendar],
    gather: Gather,
) -> Iterator[MarketEntry]:
    """The market entries of one company's file, in the order they were said.

    calendars: of the entities that have one, by which a promised financial year is read.
    """
    company = parsed.file.stem
    gather.ref("company", company, parsed.at())
    rows = []
    for index, shape in enumerate(parsed.shape.root):
        gather.ref("source", shape.source, parsed.at(index, "source"))
        gather.ref("place", shape.where, parsed.at(index, "where"))
        if shape.entity is not None:
            gather.ref("entity", shape.entity, parsed.at(index, "entity"))
        use, reason = _use(parsed, (index,), shape, sources, gather)
        target = _days(shape.target, calendars.get(shape.entity or company), parsed.at(index, "target"), gather)
        if target is not None and target.last < shape.said.first and shape.stage in STEPS[:-2]:
            message = f"target: {shape.target} is before {shape.said}, when it was said"
            gather.add(parsed.at(index, "target"), "date-order", message, "look at the year, the month and the day")
        rows.append(
            MarketEntry(
                entity=shape.entity or company,
                company=company,
                where=shape.where,
                stage=cast(Stage, shape.stage),
                said=shape.said,
                target=target,
                text=gather.text(parsed, shape.text, index, "text"),
                source=shape.source,
                use=use,
                reason=reason,
                place=parsed.at(index),
                dated=parsed.at(index, "said"),
            )
        )
    yield from sorted(rows, key=lambda row: (row.said, row.where, row.entity, row.source))


def _days(when: When | None, calendar: Calendar | None, place: Place, gather: Gather) -> Period | None:
    """A promised period as days; a financial year needs a calendar."""
    if not isinstance(when, FinancialPeriod):
        return when
    if calendar is not None:
        return when.on(calendar)
    hint = "write calendar: {starts: 10} with the month, at the company; or name the months"
    gather.add(place, "no-calendar", f"no calendar says when {when} begins", hint)
    return None


def capabilities(
    parsed: Parsed[shapes.CapabilitiesFile], sources: Mapping[str, Source], gather: Gather
) -> Iterator[Capability]:
    """The capabilities with what sources say of each entity."""
    for id, shape in parsed.shape.root.items():
        answers = []
        for index, row in enumerate(shape.answers):
            path = (id, "answers", index)
            gather.ref("entity", row.entity, parsed.at(*path, "entity"))
            gather.ref("source", row.source, parsed.at(*path, "source"))
            use, reason = _use(parsed, path, row, sources, gather)
            answers.append(
                CapabilityAnswer(
                    entity=row.entity,
                    answer=cast(Answer, row.answer),
                    said=row.said,
                    text=gather.text(parsed, row.text, *path, "text"),
                    source=row.source,
                    use=use,
                    reason=reason,
                    place=parsed.at(*path),
                    dated=parsed.at(*path, "said"),
                )
            )
        answers.sort(key=lambda row: (row.entity, row.said, row.source))
        gather.once(parsed, shape.aliases, id, "aliases")
        yield Capability(
            id=id,
            label=shape.label,
            definition=shape.definition,
            aliases=tuple(shape.aliases),
            answers=tuple(answers),
            place=parsed.key(id),
        )


def events(parsed: Parsed[shapes.EventsFile], sources: Mapping[str, Source], gather: Gather) -> Iterator[Event]:
    """The events."""
    for id, shape in parsed.shape.root.items():
        gather.ref("source", shape.source, parsed.at(id, "source"))
        gather.once(parsed, shape.entities, id, "entities")
        for index, entity in enumerate(shape.entities):
            gather.ref("entity", entity, parsed.at(id, "entities", index))
        use, reason = _use(parsed, (id,), shape, sources, gather)
        yield Event(
            id=id,
            date=shape.date,
            entities=tuple(shape.entities),
            text=gather.required_text(parsed, shape.text, id, "text"),
            label=gather.text(parsed, shape.label, id, "label"),
            source=shape.source,
            use=use,
            reason=reason,
            place=parsed.key(id),
            dated=parsed.at(id, "date"),
        )


def _use(
    parsed: Parsed[shapes.ExpansionFile] | Parsed[shapes.CapabilitiesFile] | Parsed[shapes.EventsFile],
    path: tuple[str | int, ...],
    shape: MarketEntryShape | CapabilityAnswerShape | EventShape,
    sources: Mapping[str, Source],
    gather: Gather,
) -> tuple[Use, str | None]:
    use, reason = gather.use(shape.use, shape.reason, sources.get(shape.source), parsed.at(*path))
    return cast(Use, use), reason
