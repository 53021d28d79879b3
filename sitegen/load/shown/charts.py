"""Charts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal, cast

from sitegen.load.gather import Gather, Parsed
from sitegen.load.shape.keys.shown import ChartShape, LineShape
from sitegen.load.units import conversion
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Cadence
from sitegen.model.basics.unit import Unit
from sitegen.model.chart import Chart, Plans, Reference
from sitegen.model.series import ChangeKind


def chart(parsed: Parsed[ChartShape], units: Mapping[str, Unit], gather: Gather) -> Chart:
    """A chart; what its kind needs and takes is checked where the kinds are known."""
    shape = parsed.shape
    _check_names(parsed, gather)
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
        focus=tuple(shape.focus),
        lines=tuple(_references(parsed, gather, "lines")),
        bands=tuple(_references(parsed, gather, "bands")),
        events=tuple(shape.events),
        first=shape.first,
        last=shape.last,
        by=cast(Cadence | None, shape.by),
        mixed=shape.mixed,
        change=cast(ChangeKind | None, shape.change),
        index=shape.index,
        convert=conversion(parsed, shape.convert, ("convert",), units, gather),
        options=shape.options,
        accepted=shape.accepted,
        place=parsed.at(),
        places=parsed.keys(parsed.shape),
    )


def _check_names(parsed: Parsed[ChartShape], gather: Gather) -> None:
    """Notes a problem for each thing that a chart names and nobody knows, and for what it names twice."""
    shape = parsed.shape
    for name in ("series", "figures", "companies", "entities", "rankings", "events", "focus", "show"):
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
    for index, entity in enumerate(shape.focus):
        gather.ref("entity", entity, parsed.at("focus", index))


def _references(parsed: Parsed[ChartShape], gather: Gather, key: Literal["lines", "bands"]) -> Iterator[Reference]:
    """The reference lines, or bands, of a chart: every number that is no address says where it comes from."""
    for index, shape in enumerate(getattr(parsed.shape, key)):
        names = ("at",) if isinstance(shape, LineShape) else ("low", "high")
        ends = tuple(getattr(shape, name) for name in names)
        for name, end in zip(names, ends, strict=True):
            if isinstance(end, Address):
                gather.series_ref(end.series, parsed.at(key, index, name))
        if shape.source is not None:
            gather.ref("source", shape.source, parsed.at(key, index, "source"))
        number = next((str(end) for end in ends if isinstance(end, Decimal)), None)
        if number is not None and shape.source is None and shape.because is None:
            hint = "name its source: source: <id>, or say what it is: because: <words>; or write an address"
            gather.add(parsed.at(key, index), "chart-option", f"nothing says where {number} comes from", hint)
        match ends:
            case (Decimal() as low, Decimal() as high) if low >= high:
                message = f"the band goes from {low} to {high}, which is not above it"
                hint = "write one line in lines: for one value" if low == high else "exchange the two"
                gather.add(parsed.at(key, index), "chart-option", message, hint)
        if number is None and (shape.source or shape.because):
            word = "source" if shape.source else "because"
            message = f'an address has its own source, and takes no "{word}"'
            gather.add(parsed.key(key, index, word), "chart-option", message, "take the line out")
        yield Reference(
            ends=ends,
            label=gather.required_text(parsed, shape.label, key, index, "label"),
            source=shape.source,
            because=shape.because,
            place=parsed.at(key, index),
        )
