"""What a chart is before and after it is drawn. No Altair here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct, field

from sitegen.charts.files.letters import Letters
from sitegen.figures.figure import Figure, Missing
from sitegen.figures.rankings import Standing
from sitegen.model.basics.period import Period
from sitegen.model.basics.unit import Unit
from sitegen.model.entry import MarketEntry
from sitegen.model.event import Event
from sitegen.problems import Place, Problem
from sitegen.value import Value
from sitegen.words import Locale

Row = Mapping[str, str | float | bool | None]
"""One thing to draw, as plain values: texts, numbers, yes or no, None for a gap."""


def num(row: Row, key: str) -> float:
    """The number that a row has under a key, 0 for a gap."""
    value = row[key]
    return float(value) if isinstance(value, int | float) else 0.0


def given(row: Row) -> bool:
    """Whether a row has a value, or the two ends of a range, which has no value of its own."""
    return row["value"] is not None or row["low"] is not None


def whole(row: Row) -> tuple[float, float] | None:
    """From where to where a value may lie: between those that differ, from end to end of a range, or about it.

    None where it is exact, or so near that no whisker would be seen.
    """
    if row.get("speck"):
        return None
    keys = next((pair for pair in (("low", "high"), ("least", "most")) if row.get(pair[0]) is not None), None)
    return None if keys is None else (num(row, keys[0]), num(row, keys[1]))


def ends_of(rows: Sequence[Row]) -> list[float]:
    """All that the axis of some rows has to hold: their values, and how far whiskers reach."""
    values = [num(row, "value") for row in rows if row["value"] is not None]
    return [*values, *(end for row in rows for end in whole(row) or ())]


def follows(row: Row, before: Row) -> bool:
    """Whether a row is the next period of the same line."""
    return row["line"] == before["line"] and num(row, "column") == num(before, "column") + 1


def is_firm(row: Row) -> bool:
    """Whether a value is one that a full line leads to: neither worked out nor one end alone."""
    return not (row["worked"] or row["bound"])


def top(row: Row) -> float:
    """The value of a row, or the upper end of a range."""
    return num(row, "high" if row["value"] is None else "value")


class Ref(Struct, frozen=True):
    """A name in a chart's table that leads somewhere: an entity, a source or an event."""

    kind: Literal["entity", "source", "event"]
    id: str
    text: str


class Quoted(Struct, frozen=True):
    """A number of somebody else in words: what is claimed, or a value of a published table."""

    text: str


Cell = Figure | Missing | Standing | Period | Ref | Quoted | str
"""One cell of a chart's table; a Figure stays one, so that a page can show all that stands behind it.

A Standing is the place of a member in a ranking; it has one.
"""


PICTURE = "claim.picture"
"""The kind of the pictures of claims: no chart of a file can be called so."""
TEXT = "text-"
"""How the sign of a line of a key begins that is a text of the drawing."""


class Key(Struct, frozen=True):
    """One line of a chart's key, which stands in HTML below it.

    sign: "" for words alone; `fill`, `outline` or `hatch` of an area; a stage of a market entry;
    `sum`, `dashed`, `pale` or `open` bar or point; `point`, `ring` (dashed), `dotted` line, `hollow`, `diamond`,
    `cross`, `ahead`, `more` or `less` (pointing up or down); `spread` (a line between two ends); `text-~` … for what
    a text of the drawing begins or ends with. color: CSS.
    """

    sign: str
    color: str
    words: str


class Mark(Struct, frozen=True):
    """A line across a chart at a value, or a band between two, in the unit of the plot, with its words."""

    low: float
    high: float
    words: str


class Plot(Value, frozen=True, eq=False, kw_only=True):
    """A chart with its numbers, ready to be drawn, shown as a table and read aloud.

    rows: what is drawn. unit: of the values; None where there are none. locale: for numbers and dates.
    periods: those of an axis of time, in order. columns, table: the same as a table. summary: the text alternative.
    key: what the signs mean. marks: reference lines and bands. focus: the entities in colour; of none all are.
    figures: every figure drawn, in order. steps: those into markets and the events, one for each row of the table, in a
    chart of them. sources: ids of the sources of all that is drawn. left: warnings, each of something that the chart
    names and cannot show. place: of the chart's file.
    """

    ASIDE = ("left", "place")
    id: str
    kind: str
    rows: tuple[Row, ...]
    unit: Unit | None
    locale: Locale
    columns: tuple[str, ...]
    table: tuple[tuple[Cell, ...], ...]
    summary: str
    key: tuple[Key, ...] = ()
    marks: tuple[Mark, ...] = ()
    focus: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    periods: tuple[Period, ...] = ()
    steps: tuple[MarketEntry | Event, ...] = ()
    sources: tuple[str, ...] = ()
    mixed: str | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    left: tuple[Problem, ...] = ()
    place: Place


class Size(Struct, frozen=True):
    """The room for a drawing. width: in pixels. narrow: drawn for a phone. options: of the chart's file."""

    width: int
    narrow: bool
    options: Mapping[str, str] = {}


class Drawing(Value, frozen=True, eq=False):
    """A chart as SVG, wide and narrow. letters: of its fonts. problems: warnings only."""

    ASIDE = ("letters",)
    wide: str
    narrow: str
    letters: Letters | None = None
    problems: tuple[Problem, ...] = ()
