"""The entity that a chart is about: it in colour, the rest grey."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from msgspec import structs

from sitegen.charts.plot import Plot, Row

REST = "color-mix(in srgb,var(--muted) 75%,var(--paper))"
"""The colour of all that a chart, or a claim, is not about; in a chart it stands as that of an entity, which a page can
bring into colour."""
_GREY = re.compile(r"var\(--rest-([a-z0-9-]+)," + re.escape(REST) + r"\)")
_ENTITY = re.compile(r"var\(--e-([a-z0-9-]+),var\(--c-\d+\)\)")


def greyed(css: str, entities: AbstractSet[str]) -> str:
    """A colour, or a whole drawing, with the colours of all other entities grey."""
    return _ENTITY.sub(lambda found: found[0] if found[1] in entities else rest_of(found[1]), css)


def rest_of(entity: str) -> str:
    """The grey of an entity."""
    return f"var(--rest-{entity},{REST})"


def brought(css: str, entities: AbstractSet[str]) -> str:
    """A colour, or a whole drawing, in which these entities are not grey."""
    return _GREY.sub(lambda found: f"var(--e-{found[1]})" if found[1] in entities else found[0], css)


def focused(plot: Plot, entities: AbstractSet[str]) -> Plot:
    """The plot with only these entities in colour, and drawn over the others; of grey lines each has another dash."""
    grey = [*dict.fromkeys(row["line"] for row in plot.rows if "dash" in row and row["entity"] not in entities)]
    rows = tuple(_row(row, grey, entities) for row in plot.rows)
    key = tuple(structs.replace(line, color=greyed(line.color, entities)) for line in plot.key)
    return structs.replace(plot, rows=rows, key=key, focus=tuple(sorted(entities)))


def _row(row: Row, grey: Sequence[object], entities: AbstractSet[str]) -> Row:
    """A row in its colour or grey. grey: the lines that are."""
    if "color" not in row:
        return row
    dash = {"dash": float(grey.index(row["line"]))} if row.get("line") in grey else {}
    return {**row, "color": greyed(str(row["color"]), entities), **dash}
