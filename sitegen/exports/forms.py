"""How values are written for machines: JSON, CSV, and the records of figures, observations and sources."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal

from sitegen.figures import Figure
from sitegen.model.amount import Amount
from sitegen.model.tracker import Tracker
from sitegen.model.words import Observation
from sitegen.urls import source_url

Record = Mapping[str, object]


def to_json(value: object) -> bytes:
    """JSON with two spaces, keys as given, numbers exactly as in the data, and a line's end."""
    return (json.dumps(value, ensure_ascii=False, indent=2, default=_plain) + "\n").encode()


def to_csv(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """CSV as RFC 4180 has it; None is empty."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([["" if cell is None else _cell(cell) for cell in row] for row in rows])
    return out.getvalue().encode()


def amount_record(amount: Amount | None) -> Record:
    """A number with its bound and, if it is not exact, the ends between which it lies."""
    if amount is None:
        return {"value": None}
    record: dict[str, object] = {"value": amount.value, "bound": amount.bound}
    if amount.bound != "exact":
        record |= {"low": amount.interval.low, "high": amount.interval.high}
    return record


def source_record(tracker: Tracker, base_url: str, id: str) -> Record:
    """A source: what it is and where it stands."""
    source = tracker.sources[id]
    return {
        "id": id,
        "publisher": source.publisher,
        "title": source.title,
        "url": source.url,
        "published": None if source.published is None else str(source.published),
        "kind": source.kind,
        "via": source.via,
        "page": base_url.rstrip("/") + source_url(id),
    }


def figure_record(figure: Figure) -> Record:
    """A figure: its number, unit, kind and status, and the ids of its sources."""
    return {
        **amount_record(figure.amount),
        "unit": figure.unit,
        "kind": figure.kind,
        "status": figure.status,
        "sources": list(dict.fromkeys(observation.source for observation in figure.observations)),
    }


def rival_record(observation: Observation) -> Record:
    """A rival value with its source."""
    return {**amount_record(observation.amount), "source": observation.source}


def _plain(value: object) -> object:
    """Decimals as JSON numbers: whole ones as integers, others as the nearest float, whose text has the same digits."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"not for JSON: {type(value).__name__}")


def _cell(cell: object) -> str:
    """A cell; a text that a spreadsheet would take for a formula gets an apostrophe in front."""
    if isinstance(cell, Decimal):
        return format(cell, "f")
    text = str(cell)
    return f"'{text}" if text[:1] in "=+@\t\r" or (text[:1] == "-" and not isinstance(cell, int)) else text
