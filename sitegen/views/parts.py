"""Pieces that several templates show. Every `str` here is plain text or finished `Markup`; every href is relative."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.markdown import Converted


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A link in a list: its words, where it leads, and a few words beside it (or "")."""

    label: str
    href: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """The name of an entity: href of its place or None, and its name in its own script with the language of that.

    color: the CSS colour of the entity.
    """

    text: str
    href: str | None
    native: str | None
    language: str
    color: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table: its content, and whether it heads its row or holds a number."""

    content: str
    head: bool = False
    numeric: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table: its heading, and whether it holds numbers."""

    label: str
    numeric: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A plain table with its caption."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A source in one line: the link to its page here, its publisher, kind and date.

    language: of the title, None where the publisher stands for it. via: the publisher that it relays.
    """

    number: int | None
    title: str
    publisher: str
    published: str | None
    kind: str
    href: str
    outside: str
    language: str | None
    via: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """Another value for one address: the value, its source, and what is known of it."""

    value: str
    source: SourceLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One input of a computed or derived figure: what it is, its period and its value."""

    label: str
    period: str
    value: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What stands behind one number: shown when its button is pressed, and printed after the article.

    facts: label and words ("Basis", "deliveries") in reading order. spread: how far the rivals are apart, or None.
    made: in words, how the number was computed, or "". mixed: the reason given for mixing regions or bases, or None.
    """

    id: str
    heading: str
    value: str
    unit: str
    facts: tuple[tuple[str, str], ...]
    sources: tuple[SourceLine, ...]
    reason: str | None
    rivals: tuple[Rival, ...]
    disagree: bool
    spread: str | None
    made: str
    parts: tuple[Part, ...]
    mixed: str | None
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLine:
    """One line of a chart's key: the name of the sign, the number of an event or "", a CSS colour, and the meaning."""

    sign: str
    number: str
    color: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """A chart: two drawings of one plot, the words that say the same, and its table.

    id: the id of its section; heading: the level of its heading. narrow: None if one drawing serves both widths.
    page: the href of the chart's own page, None on that page.
    """

    id: str
    heading: int
    title: str
    subtitle: str
    summary: str
    wide: str
    narrow: str | None
    key: tuple[KeyLine, ...]
    caption: str
    note: str
    mixed: str | None
    sources: str
    table: Table
    page: str | None
    downloads: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingRow:
    """One place of a ranking. Markup: value, change, share, basis; trend: the `d` of a path, or ""."""

    rank: str
    moved: str
    name: Name
    value: str
    change: str
    share: str
    basis: str
    trend: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """A member of a ranking that has no value, and why."""

    name: Name
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingTable:
    """A ranking as a table; its columns that hold nothing at all are left out."""

    id: str
    heading: int
    title: str
    subtitle: str
    unit: str
    has_change: bool
    has_share: bool
    has_basis: bool
    has_trend: bool
    rows: tuple[RankingRow, ...]
    absent: tuple[Absent, ...]
    share_of: str
    source: str
    mixed: str | None
    note: str
    page: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixAnswer:
    """What is known of one capability of one entity, what was said, when, and by whom. name: of the entity."""

    name: str
    answer: str
    said: str
    text: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One capability; for each column of the matrix what is known of the company, its brands and models."""

    id: str
    label: str
    definition: str
    cells: tuple[tuple[MatrixAnswer, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Capabilities by company."""

    columns: tuple[Name, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A brief in a list."""

    title: str
    summary: str
    date: str
    href: str
    tags: tuple[Pointer, ...]
    draft: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """The body of a document: converted Markdown, and for every slot its finished words, chart, ranking or matrix.

    `render` fills the one with the other; templates write `{{ prose(view.body) }}`.
    """

    converted: Converted
    pieces: tuple[str | ChartView | RankingTable | Matrix, ...]
