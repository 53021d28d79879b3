"""What is known of an entity or a series, as a record: its names and series, or its values with their sources."""

from __future__ import annotations

from sitegen.edition import Edition
from sitegen.exports.rows import Record, figure_record
from sitegen.figures.values.choice import volume
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Period


def entity_record(edition: Edition, id: str) -> Record:
    """Its names, what it belongs to, where it stands in the data, and its series with their latest values."""
    entity = edition.tracker.entities[id]
    place = entity.place
    return {
        "entity": id,
        "name": entity.name,
        "kind": entity.kind,
        "names": list(entity.names[1:]),
        "parent": entity.parent,
        "place": f"{place.path}:{place.line}",
        "parts": [other.id for other in edition.tracker.entities.values() if other.parent == id],
        "series": [_summary(edition, series) for series in edition.series_of.get(id, ())],
    }


def series_record(edition: Edition, id: SeriesId) -> Record:
    """What it counts, and every period with the value that answers and the sources that give one."""
    series = edition.tracker.series[id]
    found = edition.figures.evidence.by_period(id)
    worked = edition.figures.evidence.worked_out(id)
    there = {period for period, observations in found.items() if any(volume(o) is not None for o in observations)}
    return {
        "series": ".".join(id),
        "label": edition.figures.label(id),
        "definition": series.definition,
        "region": series.region,
        "scope": series.scope,
        "basis": series.basis,
        "cadence": series.cadence,
        "place": f"{series.place.path}:{series.place.line}",
        "values": [
            {
                "address": str(Address(*id, period)),
                "answer": _words(edition, id, period),
                "sources": [o.source for o in found.get(period, ())] or ["worked out"],
            }
            for period in sorted(there | set(worked), key=lambda p: (p.last, -p.first.toordinal()))
        ],
    }


def _summary(edition: Edition, id: SeriesId) -> Record:
    """A series in a line: how many periods have a value, and the latest one."""
    periods = sorted({*edition.figures.evidence.periods(id), *edition.figures.evidence.worked_out(id)})
    latest = max(periods, key=lambda period: (period.last, period.first), default=None)
    return {
        "series": ".".join(id),
        "label": edition.figures.label(id),
        "values": len(periods),
        "latest": None if latest is None else str(Address(*id, latest)),
        "answer": None if latest is None else _words(edition, id, latest),
    }


def _words(edition: Edition, id: SeriesId, period: Period) -> str:
    record = figure_record(edition.figures, edition.figures.answer(Address(*id, period)))
    return str(record.get("words") or f"no answer: {record.get('missing')}")
