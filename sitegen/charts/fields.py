"""A check that Vega-Lite does not make: that every field which a chart names is in its rows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from sitegen.charts.svg import Undrawable
from sitegen.problems import did_you_mean


def check_fields(spec: Mapping[str, object]) -> None:
    """Raises Undrawable for a field that no row and no transform gives: the chart would be blank without a word."""
    known = set(_given(spec))
    for name in _named(spec):
        plain = name.replace("\\", "").split(".")[0].split("[")[0]
        if name not in known and plain not in known:
            hint = did_you_mean(name, known)
            raise Undrawable(f'no row has "{name}"' + (f" ({hint})" if hint else ""))


def _given(node: object) -> Iterator[str]:
    """Names that the rows have, or that transforms make (`as`)."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key == "datasets" and isinstance(value, Mapping):
                for rows in value.values():
                    yield from _keys(rows)
            elif key == "values":
                yield from _keys(value)
            elif key == "as":
                yield from [value] if isinstance(value, str) else value
            else:
                yield from _given(value)
    elif isinstance(node, list | tuple):
        for item in node:
            yield from _given(item)


def _keys(rows: object) -> Iterator[str]:
    if isinstance(rows, str):  # our own kinds give their rows as JSON
        rows = json.loads(rows)
    if isinstance(rows, Mapping):
        yield "properties"  # the outlines of a map
    elif isinstance(rows, list | tuple):
        yield from (str(key) for row in rows if isinstance(row, Mapping) for key in row)


def _named(node: object) -> Iterator[str]:
    """Fields that encodings and transforms name, outside the rows themselves."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key == "field" and isinstance(value, str):
                yield value
            elif key in ("groupby", "fold") and isinstance(value, list):
                yield from (item for item in value if isinstance(item, str))
            elif key not in ("datasets", "data"):
                yield from _named(value)
    elif isinstance(node, list | tuple):
        for item in node:
            yield from _named(item)
