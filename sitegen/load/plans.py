"""Market entries, capabilities, events and charts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from sitegen.load.gather import Gather, Parsed
from sitegen.load.shape import shapes
from sitegen.load.units import conversion
from sitegen.model.basics.calendar import Calendar
from sitegen.model.basics.period import Cadence, FinancialPeriod, Period, When
from sitegen.model.basics.unit import Unit
from sitegen.model.capability import Answer, Capability, CapabilityAnswer
from sitegen.model.chart import Chart, Plans
from sitegen.model.entry import MarketEntry, Stage
from sitegen.model.event import Event
from sitegen.model.series import Use
from sitegen.model.source import Source
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
        rows.append(
            MarketEntry(
                entity=shape.entity or company,
                company=company,
                where=shape.where,
                stage=cast(Stage, shape.stage),
                said=shape.said,
                target=_days(shape.target, calendars.get(shape.entity or company), parsed.at(index, "target"), gather),
                text=gather.text(parsed, shape.text, index, "text"),
                source=shape.source,
                use=use,
                reason=reason,
                place=parsed.at(index),
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
                )
            )
        answers.sort(key=lambda row: (row.entity, row.said, row.source))
        yield Capability(
            id=id, label=shape.label, definition=shape.definition, answers=tuple(answers), place=parsed.key(id)
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
            source=shape.source,
            use=use,
            reason=reason,
            place=parsed.key(id),
        )


def _use(
    parsed: Parsed[shapes.ExpansionFile] | Parsed[shapes.CapabilitiesFile] | Parsed[shapes.EventsFile],
    path: tuple[str | int, ...],
    shape: shapes.MarketEntryShape | shapes.CapabilityAnswerShape | shapes.EventShape,
    sources: Mapping[str, Source],
    gather: Gather,
) -> tuple[Use, str | None]:
    use, reason = gather.use(shape.use, shape.reason, sources.get(shape.source), parsed.at(*path))
    return cast(Use, use), reason


def chart(parsed: Parsed[shapes.ChartShape], units: Mapping[str, Unit], gather: Gather) -> Chart:
    """A chart; what its kind needs and takes is checked where the kinds are known."""
    shape = parsed.shape
    for name in ("series", "figures", "companies", "entities", "rankings", "events", "show"):
        gather.once(parsed, getattr(shape, name), name)
    for index, member in enumerate(shape.series):
        gather.series_ref(member, parsed.at("series", index))
    for index, address in enumerate(shape.figures):
        gather.series_ref(address.series, parsed.at("figures", index))
    for index, company in enumerate(shape.companies):
        gather.ref("company", company, parsed.at("companies", index))
    for index, entity in enumerate(shape.entities):
        for metric in (shape.x, shape.y):
            if metric is not None:
                gather.series_ref((entity, metric), parsed.at("entities", index))
    for index, ranking in enumerate(shape.rankings):
        gather.ref("ranking", ranking, parsed.at("rankings", index))
    for index, event in enumerate(shape.events):
        gather.ref("event", event, parsed.at("events", index))
    return Chart(
        id=parsed.file.stem,
        kind=shape.kind,
        title=gather.required_text(parsed, shape.title, "title"),
        subtitle=gather.text(parsed, shape.subtitle, "subtitle"),
        caption=gather.text(parsed, shape.caption, "caption"),
        alt=gather.text(parsed, shape.alt, "alt"),
        note=gather.text(parsed, shape.note, "note"),
        series=tuple(shape.series),
        figures=tuple(shape.figures),
        companies=tuple(shape.companies),
        entities=tuple(shape.entities),
        show=cast(tuple[Plans, ...], tuple(shape.show)),
        x=shape.x,
        y=shape.y,
        rankings=tuple(shape.rankings),
        events=tuple(shape.events),
        first=shape.first,
        last=shape.last,
        by=cast(Cadence | None, shape.by),
        mixed=shape.mixed,
        convert=conversion(parsed, shape.convert, ("convert",), units, gather),
        options=shape.options,
        accepted=shape.accepted,
        place=parsed.at(),
        places=dict(_places(parsed)),
    )


def _places(parsed: Parsed[shapes.ChartShape]) -> Iterator[tuple[str, Place]]:
    """Where each key that is given stands, and each item of a list."""
    for name in sorted(parsed.shape.model_fields_set):
        key = shapes.ChartShape.model_fields[name].alias or name
        yield key, parsed.key(key)
        if isinstance(items := getattr(parsed.shape, name), list):
            yield from ((f"{key}/{index}", parsed.at(key, index)) for index in range(len(items)))
