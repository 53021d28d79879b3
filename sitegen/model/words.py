"""The tracker's words as frozen values: entity, metric, series, source, observation and the rest.

No file, clock or network here. `place` is where the thing stands in the input; it is never compared.
Dates that may be a day, a month or a year are `Period`s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from sitegen.model.address import Address, SeriesId
from sitegen.model.amount import Amount, Bound
from sitegen.model.body import Body
from sitegen.model.period import Cadence, Period
from sitegen.model.text import Expression, Text
from sitegen.model.worked import WorkedOut
from sitegen.problems import Place

EntityKind = Literal["company", "brand", "model", "alliance", "supplier", "market"]
SourceKind = Literal["filing", "company", "data-firm", "press", "aggregator"]
Reliability = Literal["ai", "copy", "user-post"]
Use = Literal["preferred", "normal", "deprecated"]
Status = Literal["reported", "provisional", "revised", "estimated", "target"]
ChangeKind = Literal["year", "previous"]
RankedBy = Literal["value", "change"]
Stage = Literal["rumoured", "announced", "planned", "entered", "on sale", "paused", "withdrawn", "denied"]
Answer = Literal["yes", "partly", "planned", "no", "unknown"]
DocumentKind = Literal["index", "page", "company", "ranking", "expansion", "brief"]

_place = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """The licence of the data: its name and its address."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """`data/site.yaml`. base_url ends in a slash; locale is a Babel locale such as `en` or `en_GB`.

    accent: the colour of links and of what is chosen, for light and for dark; None for the theme's own.
    terms: names with digits in them, "HarmonyOS 4", which are no numbers to bind.
    """

    name: str
    tagline: Text
    base_url: str
    language: str
    locale: str
    as_of: Period | None
    repository: str | None
    contact: str | None
    licence: Licence | None
    accent: tuple[str, str] | None
    terms: tuple[str, ...]
    lead_ranking: str | None
    lead_chart: str | None
    lead_claims: tuple[str, ...]
    place: Place = _place


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A company, brand, model, alliance, supplier or market.

    parent: the entity it belongs to. page: the id of the entity on whose page it stands (its own for
    a company, alliance or supplier), or None for a market. color: a light and a dark CSS colour.
    """

    id: str
    kind: EntityKind
    name: str
    native: str | None
    native_language: str
    aliases: tuple[str, ...]
    parent: str | None
    page: str | None
    country: str | None
    website: str | None
    color: tuple[str, str] | None
    about: Text | None
    place: Place = _place


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A kind of thing that is measured. unit: plural words ("vehicles", "million CNY") or "percent"."""

    id: str
    label: str
    unit: str
    decimals: int
    additive: bool
    negative: bool
    related: tuple[str, ...]
    place: Place = _place


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document. via: the id of the source that this one relays."""

    id: str
    publisher: str
    title: str | None
    url: str
    published: Period | None
    kind: SourceKind
    language: str | None
    via: str | None
    reliability: Reliability | None
    note: str | None
    accepted: Mapping[str, str]
    place: Place = _place


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One value, or one reported change, in a period from a source.

    change: percent (points where the metric is in percent) against the year before or the previous
    period. change_bound: what the source's words make of the change.
    """

    period: Period
    amount: Amount | None
    change: Mapping[ChangeKind, Decimal] = field(hash=False)
    change_bound: Bound
    source: str
    use: Use
    reason: str | None
    status: Status
    note: str | None
    accepted: Mapping[str, str] = field(hash=False)
    place: Place = _place


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """An entity and a metric with what is counted exactly. lag: days after a period's end when its value is due.

    observations: what sources say. worked_out: what follows from them, for at most one value in each period.
    """

    entity: str
    metric: str
    definition: str
    region: str
    scope: str
    basis: str
    cadence: Cadence
    lag: int
    note: str | None
    observations: tuple[Observation, ...]
    worked_out: tuple[WorkedOut, ...]
    accepted: Mapping[str, str]
    place: Place = _place

    @property
    def id(self) -> SeriesId:
        """The (entity, metric) pair that names it."""
        return (self.entity, self.metric)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeagueRow:
    """One line of a published league table: a place, who holds it, and the value if it was given."""

    rank: int
    entity: str | None
    name: str
    amount: Amount | None
    place: Place = _place


@dataclass(frozen=True, slots=True, kw_only=True)
class LeagueTable:
    """A table that a source published, with what it counts."""

    source: str
    definition: str
    unit: str
    rows: tuple[LeagueRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Named series ordered by value in a period; or a published league table. Exactly one of members, table.

    by: what orders the members, their value or its change on the year before. of: a series whose value in the
    period the shares are shares of. mixed: why regions or bases may differ.
    """

    id: str
    title: Text
    subtitle: Text | None
    period: Period
    members: tuple[SeriesId, ...]
    by: RankedBy
    table: LeagueTable | None
    of: SeriesId | None
    mixed: str | None
    note: Text | None
    accepted: Mapping[str, str]
    place: Place = _place


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketEntry:
    """One step into a market, as a source said it. where: an ISO 3166 code or the id of a named region."""

    entity: str
    company: str
    where: str
    stage: Stage
    said: Period
    target: Period | None
    text: Text | None
    source: str
    use: Use
    reason: str | None
    place: Place = _place


@dataclass(frozen=True, slots=True, kw_only=True)
class CapabilityAnswer:
    """What a source says an entity can do."""

    entity: str
    answer: Answer
    said: Period
    text: Text | None
    source: str
    use: Use
    reason: str | None
    place: Place = _place


@dataclass(frozen=True, slots=True, kw_only=True)
class Capability:
    """Something that a car, brand or company can do or not."""

    id: str
    label: str
    definition: str
    answers: tuple[CapabilityAnswer, ...]
    place: Place = _place


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated fact about entities."""

    id: str
    date: Period
    entities: tuple[str, ...]
    text: Text
    source: str
    use: Use
    reason: str | None
    place: Place = _place


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement and the comparisons that test it.

    by: the source that makes it; None for an editorial one, and then document is the path of the document
    whose front matter holds it. check: comparisons that must all hold; () if nothing can test the statement, and
    then because says why. alternatives: other ways to read it, each made like check.
    """

    id: str
    text: Text
    by: str | None
    document: str | None
    about: tuple[str, ...]
    check: tuple[Expression, ...]
    alternatives: tuple[tuple[Expression, ...], ...]
    because: Text | None
    note: Text | None
    place: Place = _place


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """`data/charts/<id>.yaml`. Which of series … events a kind needs and takes, the kind itself says.

    options: text values for kinds of the project's own.
    """

    id: str
    kind: str
    title: Text
    subtitle: Text | None
    caption: Text | None
    alt: Text | None
    note: Text | None
    series: tuple[SeriesId, ...]
    figures: tuple[Address, ...]
    companies: tuple[str, ...]
    rankings: tuple[str, ...]
    events: tuple[str, ...]
    first: Period | None
    last: Period | None
    by: Cadence | None
    mixed: str | None
    options: Mapping[str, str]
    accepted: Mapping[str, str]
    place: Place = _place


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A Markdown file: front matter and body. id: the file's stem; path: relative to the project."""

    id: str
    kind: DocumentKind
    path: str
    title: Text | None
    summary: Text | None
    date: Period | None
    updated: Period | None
    checked: Period | None
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    entities: tuple[str, ...]
    draft: bool
    image: str | None
    image_alt: Text | None
    body: Body
    place: Place = _place


@dataclass(frozen=True, slots=True)
class File:
    """A file copied as it is: where it came from and where it goes, relative to the output's root."""

    path: str
    url: str
    content: bytes = field(repr=False)
