"""Comparisons as pieces of a page: what two entities share, with the part of each."""

from __future__ import annotations

from msgspec import Struct

from sitegen.pages.claims.parts import ClaimLine
from sitegen.pages.companies.standings import PlaceRow
from sitegen.pages.compare.numbers import NumberRow
from sitegen.pages.expansion.markets import MarketRow
from sitegen.pages.parts import Name, Pointer
from sitegen.pages.pieces import Answers, ChartView
from sitegen.pages.view import View


class ComparisonsView(View, frozen=True, kw_only=True):
    """`/compare/`: the pairs that are compared."""

    template = "comparisons.html"
    title: str
    standfirst: str
    pairs: tuple[Pointer, ...]


class SharedRanking(Struct, frozen=True, kw_only=True):
    """A ranking that holds both, with the places of each."""

    title: str
    href: str
    period: str
    one: tuple[PlaceRow, ...]
    other: tuple[PlaceRow, ...]


class SharedPlace(Struct, frozen=True, kw_only=True):
    """A place in which both have market entries, with where each stands there."""

    where: str
    one: tuple[MarketRow, ...]
    other: tuple[MarketRow, ...]


class ComparisonView(View, frozen=True, kw_only=True):
    """`/compare/<a>/<b>/`: what two entities have in common, each with its brands and models.

    says: how they differ, in a few sentences. counts: what the number in it counts, of both or of each, where no chart
    says it.

    stand: which brands and models are shown for one of the two, and what they are. why: no number of both is there, in
    a sentence, or "". heads: whose numbers stand in each column. ratio: the head of the column of shares, or "".
    notes: what is noted of the series in the chart. charts: those that draw both.
    """

    template = "comparison.html"
    title: str
    pair: tuple[Name, Name]
    says: str
    counts: tuple[str, ...]
    stand: tuple[str, ...]
    chart: ChartView | None
    notes: tuple[str, ...]
    numbers: tuple[NumberRow, ...]
    heads: tuple[Name, Name]
    ratio: str
    why: str
    charts: tuple[Pointer, ...]
    rankings: tuple[SharedRanking, ...]
    places: tuple[SharedPlace, ...]
    capabilities: Answers | None
    claims: tuple[ClaimLine, ...]
    more_claims: Pointer | None
    briefs: tuple[Pointer, ...]
