"""Charts, rankings and answers as pieces of a page, and the text that may hold them."""

from __future__ import annotations

from msgspec import Struct

from sitegen.pages.parts import Name, Pointer, Table
from sitegen.reading.markdown import Written


class KeyLine(Struct, frozen=True, kw_only=True):
    """One line of a chart's key: the name of the sign, the letter of an event or "", the sign as SVG, the meaning."""

    sign: str
    number: str
    glyph: str
    words: str


class GridCell(Struct, frozen=True, kw_only=True):
    """How far one company has come in a market: the sign of the stage as SVG, and the row of it on another page."""

    name: str
    stage: str
    glyph: str
    href: str


class GridRow(Struct, frozen=True, kw_only=True):
    """One market; for each company of the grid how far it has come, or None."""

    where: str
    cells: tuple[GridCell | None, ...]


class Grid(Struct, frozen=True, kw_only=True):
    """Markets by companies: what a map shows, as a table.

    alone: Markup, the companies of a single market that stand below it, or "". narrow: whether it fits on wide screens.
    """

    columns: tuple[Name, ...]
    rows: tuple[GridRow, ...]
    alone: str
    narrow: bool


class ChartView(Struct, frozen=True, kw_only=True):
    """A chart: two drawings of one plot, the words that say the same, and its table.

    id: the id of its section; heading: the level of its heading. narrow: None if one drawing serves both widths.
    page: the href of the chart's own page, None on that page. table: None where that page alone has it, or
    where a grid says the same. grid: of a map of several companies, but on its own page. explore: the href that opens
    it where a reader can change it, None where that cannot show it. high: whether it is higher than other charts,
    as a map is, and has its key beside it wherever there is room.
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
    converted: str
    sources: str
    table: Table | None
    grid: Grid | None
    page: str | None
    downloads: tuple[Pointer, ...]
    explore: str | None = None
    high: bool = False


class RankingRow(Struct, frozen=True, kw_only=True):
    """One place of a ranking. Markup: rank, value, change, share, basis; trend: the `d` of a path, or "".

    spread: how sources differ on the value, and `change_spread` on the change, or "". length: of the bar below the
    value, from 0 to 100, or "". given: whether there is a value, else `value` says that there is none.
    """

    rank: str
    moved: str
    name: Name
    value: str
    given: bool
    length: str
    spread: str
    change: str
    change_spread: str
    share: str
    basis: str
    trend: str


class Absent(Struct, frozen=True, kw_only=True):
    """Members of a ranking that have no value for one reason."""

    names: tuple[Name, ...]
    reason: str


class RankingTable(Struct, frozen=True, kw_only=True):
    """A ranking as a table or a list; its columns that hold nothing at all are left out.

    label: its title in plain words. by: what it is ordered by, value or change. unsettled: whether a place is open.
    open: whose values leave it so and why, in sentences; closed: what bounds from above the values that do not say it;
    absent: who has no value. gone: who was not there all the time. basis: the one of all rows, or "". trend: the span
    of the trends, or "". short: whether it is a list.
    """

    id: str
    heading: int
    short: bool
    title: str
    label: str
    subtitle: str
    unit: str
    by: str
    has_change: bool
    has_share: bool
    has_basis: bool
    basis: str
    trend: str
    rows: tuple[RankingRow, ...]
    open: tuple[str, ...]
    closed: tuple[str, ...]
    unsettled: bool
    absent: tuple[Absent, ...]
    gone: tuple[str, ...]
    share_of: str
    source: str
    mixed: str | None
    converted: str
    note: str
    page: str | None


class KnownAnswer(Struct, frozen=True, kw_only=True):
    """What is known of one capability of one entity, what was said, when, and by whom. name: of the entity."""

    name: str
    answer: str
    said: str
    text: str
    source: str


class AskedCapability(Struct, frozen=True, kw_only=True):
    """One capability: the answers that are known, and the companies of which nothing is found, or "".

    reach: of how many companies the best answer is which, in words, or "".
    """

    id: str
    label: str
    definition: str
    known: tuple[KnownAnswer, ...]
    others: str
    reach: str


class Answers(Struct, frozen=True, kw_only=True):
    """What is known of capabilities."""

    rows: tuple[AskedCapability, ...]


class GlanceAnswer(Struct, frozen=True, kw_only=True):
    """An answer, and in words who gives it, or what it is given on."""

    answer: str
    names: str


class GlanceRow(Struct, frozen=True, kw_only=True):
    """One capability, or one company, with its answers, from yes to no."""

    head: Pointer
    answers: tuple[GlanceAnswer, ...]


class Glance(Struct, frozen=True, kw_only=True):
    """Who has which capability at a glance, and the same by company.

    absent: of which companies no answer at all is known, in words, or "".
    """

    rows: tuple[GlanceRow, ...]
    companies: tuple[GlanceRow, ...]
    absent: str


class EvidenceLine(Struct, frozen=True, kw_only=True):
    """A market entry, an answer, an event or a verdict that decides a claim, with its day, or ""."""

    date: str
    text: str


class ClaimPiece(Struct, frozen=True, kw_only=True):
    """A claim in a text, where it stands alone: its words and its verdict, its pictures, and what else decides it."""

    text: str
    href: str
    word: str
    pictures: tuple[ChartView, ...]
    evidence: tuple[EvidenceLine, ...]


Piece = str | ChartView | RankingTable | Answers | ClaimPiece
"""What stands in a slot of a body."""


class Prose(Struct, frozen=True, kw_only=True):
    """The body of a document: HTML with slots, and for every slot its words, chart, ranking, answers or claim.

    `render` fills the one with the other; templates write `{{ prose(view.body) }}`.
    """

    written: Written
    pieces: tuple[Piece, ...]
