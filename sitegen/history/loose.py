"""Old data read loosely: the values of a file of series, whatever else the shapes of its time asked or allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from sitegen.history.parsed import UnreadableError, decoded, items, parsed
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.period import Period

_ID = re.compile(r"[a-z0-9-]+\.[a-z0-9-]+")
_BLOCK = re.compile(r"^(?=[a-z0-9-]+\.[a-z0-9-]+:)", re.MULTILINE)


class Row(Struct, frozen=True):
    """One value as it was written. value: a number, or `low/high`."""

    value: str
    source: str
    bound: str = "exact"
    use: str = "normal"
    status: str = "reported"
    replaces: str = ""


Values = Mapping[tuple[SeriesId, str], tuple[Row, ...]]
"""The rows by series and period, in the order of the file."""


Blocks = dict[str, Values]
"""The values of the parts of files that were read before, by their text: most of a file stays from commit to commit."""


def values(content: bytes, blocks: Blocks | None = None) -> Values:
    """The values of a file of `data/series/`. What has another form is passed over; no YAML is UnreadableError.

    blocks: of files that were read before; those of this one are added.
    """
    blocks = {} if blocks is None else blocks
    text = decoded(content)
    try:
        parts = [_known(part, blocks) for part in _BLOCK.split(text)]
    except UnreadableError:  # a part may need another: it is read whole
        parts = [_known(text, blocks)]
    return {key: rows for part in parts for key, rows in part.items()}


def _known(text: str, blocks: Blocks) -> Values:
    if text not in blocks:
        blocks[text] = _values(parsed(text))
    return blocks[text]


def _values(read: Any) -> Values:
    """The values of what a YAML text holds."""
    found: dict[tuple[SeriesId, str], tuple[Row, ...]] = {}
    for name, series in items(read):
        if not _ID.fullmatch(name) or not isinstance(series, dict):
            continue
        entity, metric = name.split(".")
        for period, given in items(series.get("values")):
            rows = tuple(row for each in (given if isinstance(given, list) else [given]) for row in _row(each))
            if rows:
                key = (entity, metric), _period(period)
                found[key] = (*found.get(key, ()), *rows)
    return found


def _row(given: Any) -> Iterator[Row]:
    """The row of one observation that has a value and a source."""
    if not isinstance(given, dict):
        return
    texts = {key: each for key, each in items(given) if isinstance(each, str)}
    number = given.get("value")
    if isinstance(number, dict):
        number = "/".join(str(number.get(end, "")) for end in ("low", "high"))
    if isinstance(number, str) and number and texts.get("source"):
        own = {name: texts[name] for name in ("bound", "use", "status", "replaces") if texts.get(name)}
        yield Row(number, texts["source"], **own)


def _period(written: str) -> str:
    """A period by its shortest name; one that no calendar of ours reads stays as it is written."""
    try:
        return str(Period.parse(written))
    except ValueError:
        return written
