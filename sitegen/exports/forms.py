"""How values are written for machines: JSON, CSV, and the records of figures, observations and sources."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from sitegen.figures import Figure
from sitegen.figures.printing import printed, round_to
from sitegen.model.amount import Amount, digits_after
from sitegen.model.tracker import Tracker
from sitegen.model.words import Observation
from sitegen.urls import source_url

Record = Mapping[str, object]


def to_json(value: object) -> bytes:
    """JSON with two spaces, keys as given, numbers exactly as in the data, and a line's end."""
    return (_json(value, "\n") + "\n").encode()


def to_csv(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """CSV as RFC 4180 has it; None is empty."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([["" if cell is None else _cell(cell) for cell in row] for row in rows])
    return out.getvalue().encode()


def exported(figure: Figure) -> Amount:
    """The amount with the digits that a file gives: all that a source wrote, and of a quotient two more than the page.

    The ends of its interval round outwards, so that the true number still lies between them.
    """
    amount, interval = figure.amount, figure.amount.interval
    if figure.kind != "computed":
        return amount
    decimals = printed(figure)[1] + 2

    def cut(number: Decimal | None, rounding: str) -> Decimal | None:
        finer = number is not None and digits_after(number) > decimals
        return round_to(number, decimals, rounding) if number is not None and finer else number

    ends = replace(interval, low=cut(interval.low, ROUND_FLOOR), high=cut(interval.high, ROUND_CEILING))
    return replace(amount, value=cut(amount.value, ROUND_HALF_UP), interval=ends)


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
        **amount_record(exported(figure)),
        "unit": figure.unit,
        "kind": figure.kind,
        "status": figure.status,
        "sources": list(dict.fromkeys(observation.source for observation in figure.observations)),
    }


def rival_record(observation: Observation) -> Record:
    """A rival value with its source."""
    return {**amount_record(observation.amount), "source": observation.source}


def _json(value: object, margin: str) -> str:
    """A value as JSON; a Decimal is written digit for digit, which the json module cannot do. margin: of its lines."""
    inner = margin + "  "
    match value:
        case Mapping() if value:
            pairs = (f"{json.dumps(key, ensure_ascii=False)}: {_json(item, inner)}" for key, item in value.items())
            return f"{{{inner}{f',{inner}'.join(pairs)}{margin}}}"
        case list() | tuple() if value:
            return f"[{inner}{f',{inner}'.join(_json(item, inner) for item in value)}{margin}]"
        case Decimal():
            return str(int(value)) if value == value.to_integral_value() else format(value, "f")
        case _:
            return json.dumps(value, ensure_ascii=False)


def _cell(cell: object) -> str:
    """A cell; a text that a spreadsheet would take for a formula gets an apostrophe in front."""
    if isinstance(cell, Decimal):
        return format(cell, "f")
    text = str(cell)
    return f"'{text}" if text[:1] in "=+@\t\r" or (text[:1] == "-" and not isinstance(cell, int)) else text
