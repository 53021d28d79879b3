"""Shapes: what each data file may hold, key by key. `docs/data-reference.md` explains them.

Strict and closed: an unknown key is an error. The JSON Schemas for editors come from these classes.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel

from sitegen.load.shape import fields as f
from sitegen.load.shape import refs as ref
from sitegen.model.basics.amount import BOUNDS
from sitegen.model.basics.calendar import CADENCES
from sitegen.model.basics.metric_kind import METRIC_KINDS

Accepted = dict[ref.Code, f.Reason]
_USE = f.words("preferred", "normal", "deprecated")


class Shape(BaseModel):
    """The base of all shapes: closed, frozen, keys as the editor writes them."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False, arbitrary_types_allowed=True)


class Renamable(Shape):
    """What has an id, and had others before."""

    former_ids: list[f.Id] = []


class LicenceShape(Shape):
    """`licence` in `data/site.yaml`."""

    name: f.String
    url: f.Url


class ColorShape(Shape):
    """`color` of an entity, `accent` of the site."""

    light: f.Hex
    dark: f.Hex


class ChangesShape(Shape):
    """`changes` in `data/site.yaml`."""

    since: f.DayField | None = None
    hide: list[f.Hidden] = []


class SiteShape(Shape):
    """`data/site.yaml`."""

    name: f.String
    tagline: f.Text
    base_url: f.FolderUrl
    language: f.Language = "en"
    locale: f.String = "en"
    as_of: f.DateField | None = None
    repository: f.Url | None = None
    contact: f.Contact | None = None
    licence: LicenceShape | None = None
    accent: ColorShape | None = None
    terms: list[f.String] = []
    tags: dict[f.Id, f.String] = {}
    lead_ranking: ref.Ranking | None = None
    lead_chart: ref.Chart | None = None
    lead_claims: list[ref.Claim] = []
    compare: list[ref.Pair] = []
    changes: ChangesShape = ChangesShape()


class CalendarShape(Shape):
    """`calendar` of an entity or a series."""

    starts: f.Month
    named: Annotated[str, *f.words("end", "start")] = "end"


class TieShape(Shape):
    """One item of `parent` or `members`: an entity, and from when to when the two belong together."""

    entity: ref.Entity
    since: f.DateField | None = Field(None, alias="from")
    until: f.DateField | None = None


Ties = Annotated[list[Annotated[TieShape, f.IdOrKeys]], f.OneOrList]


class FormerNameShape(Shape):
    """One item of `former_names`."""

    name: f.String
    until: f.DateField


class EntityShape(Renamable):
    """A company file, or an entry under `brands` or `models`."""

    name: f.String
    kind: Annotated[str | None, *f.words("company", "alliance", "supplier", "market", "brand", "model")] = None
    native: f.String | None = None
    native_language: f.Language | None = None
    aliases: list[f.String] = []
    since: f.DateField | None = Field(None, alias="from")
    until: f.DateField | None = None
    ended: f.String | None = None
    successor: ref.Entity | None = None
    former_names: Annotated[list[FormerNameShape], f.OneOrMany] = []
    parent: Ties = []
    members: Ties = []
    country: f.Country | None = None
    website: f.Url | None = None
    calendar: CalendarShape | None = None
    color: ColorShape | None = None
    about: f.Text | None = None
    brands: dict[f.Id, EntityShape] = {}
    models: dict[f.Id, EntityShape] = {}


class FormsShape(Shape):
    """Words by plural form; of one entry of `data/words.yaml` these or one text alone."""

    other: f.String
    zero: f.String | None = None
    one: f.String | None = None
    two: f.String | None = None
    few: f.String | None = None
    many: f.String | None = None


class UnitShape(FormsShape):
    """One entry of `data/units.yaml`: the noun by plural form, and whether there are parts of one."""

    divides: f.YesNo | None = None


class MetricShape(Renamable):
    """One entry of `data/metrics.yaml`."""

    label: f.String
    in_text: f.String | None = None
    unit: ref.Unit | None = None
    decimals: f.Decimals | None = None
    kind: Annotated[str | None, *f.words(*METRIC_KINDS)] = None
    divisible: f.YesNo | None = None
    base: f.PeriodField | None = None
    negative: f.YesNo | None = None
    better: Annotated[str | None, *f.words("more", "less", "neither")] = None
    like: ref.Metric | None = None
    related: list[ref.Metric] = []


class PlaceShape(Shape):
    """One entry of `data/places.yaml`."""

    name: f.String
    members: list[ref.Place] = []


class SourceShape(Renamable):
    """One entry of a file in `data/sources/`."""

    publisher: f.String
    url: f.Url
    kind: Annotated[str, *f.words("filing", "company", "data-firm", "press", "aggregator")]
    title: f.String | None = None
    published: f.DateField | None = None
    seen: f.DayField | None = None
    archived: f.Url | None = None
    language: f.Language | None = None
    via: ref.Source | None = None
    reliability: Annotated[str | None, *f.words("ai", "copy", "user-post")] = None
    note: f.String | None = None
    accepted: Accepted = {}


class ChangeShape(Shape):
    """`change` of an observation: in percent, or as the kind of the metric states it."""

    year: f.NumberOrRange | None = None
    previous: f.NumberOrRange | None = None


class ObservationShape(Shape):
    """One value, or one reported change, in a period from a source; or a value that follows from such ones."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["source"]}, {"required": ["worked_out"]}]},
    )

    source: ref.Source | None = None
    at: f.String | None = None
    worked_out: f.Text | None = None
    value: f.NumberOrRange | None = None
    bound: Annotated[str, *f.words(*(b for b in BOUNDS if b != "range"))] = "exact"
    within: f.Number | None = None
    change: ChangeShape | None = None
    use: Annotated[str | None, *_USE] = None
    reason: f.Reason | None = None
    status: Annotated[str, *f.words("reported", "provisional", "revised", "estimated", "target")] = "reported"
    replaces: ref.Source | None = None
    note: f.String | None = None
    accepted: Accepted = {}


class SeriesShape(Shape):
    """One entry of a file in `data/series/`."""

    definition: f.String
    region: ref.Place
    cadence: Annotated[str, *f.words(*CADENCES)]
    scope: ref.Scope = "all"
    basis: ref.Basis = "reported"
    lag: f.Integer = 45
    finished: f.Reason | None = None
    calendar: CalendarShape | None = None
    note: f.String | None = None
    former_ids: list[f.SeriesField] = []
    values: dict[f.PeriodKey, Annotated[list[ObservationShape], f.OneOrMany]] = {}
    accepted: Accepted = {}


class LeagueRowShape(Shape):
    """One row of a published league table."""

    rank: f.Rank
    entity: ref.Entity | None = None
    name: f.String | None = None
    value: f.NumberOrRange | None = None
    bound: Annotated[str, *f.words(*(b for b in BOUNDS if b != "range"))] = "exact"


class LeagueTableShape(Shape):
    """`table` of a ranking."""

    source: ref.Source
    definition: f.String
    unit: ref.Unit
    rows: list[LeagueRowShape]


class ConvertShape(Shape):
    """`convert` of a ranking or chart."""

    to: f.String
    rates: list[ref.Series] = Field(alias="with")


class RankingShape(Renamable):
    """One entry of `data/rankings.yaml`."""

    title: f.Text
    period: f.WhenField
    members: list[ref.Series] = []
    by: Annotated[str, *f.words("value", "change")] = "value"
    table: LeagueTableShape | None = None
    subtitle: f.Text | None = None
    family: f.Text | None = None
    of: ref.Series | None = None
    convert: ConvertShape | None = None
    mixed: f.Reason | None = None
    note: f.Text | None = None
    accepted: Accepted = {}


class ImportsShape(Shape):
    """`data/imports.yaml`: what names in imported tables mean."""

    entities: dict[str, ref.Entity] = {}
    metrics: dict[str, ref.Metric] = {}
    series: dict[str, ref.Series] = {}
    sources: dict[str, ref.Source] = {}


class MarketEntryShape(Shape):
    """One item of a file in `data/expansion/`."""

    where: ref.Place
    stage: Annotated[
        str, *f.words("rumoured", "announced", "planned", "entered", "on sale", "paused", "withdrawn", "denied")
    ]
    said: f.DateField
    source: ref.Source
    target: f.WhenField | None = None
    entity: ref.Entity | None = None
    text: f.Text | None = None
    use: Annotated[str | None, *_USE] = None
    reason: f.Reason | None = None


class CapabilityAnswerShape(Shape):
    """One item of `answers` of a capability."""

    entity: ref.Entity
    answer: Annotated[str, *f.words("yes", "partly", "planned", "no", "unknown")]
    said: f.DateField
    source: ref.Source
    text: f.Text | None = None
    use: Annotated[str | None, *_USE] = None
    reason: f.Reason | None = None


class CapabilityShape(Shape):
    """One entry of `data/capabilities.yaml`."""

    label: f.String
    definition: f.String
    answers: list[CapabilityAnswerShape] = []


class EventShape(Shape):
    """One entry of `data/events.yaml`."""

    date: f.DateField
    entities: list[ref.Entity]
    text: f.Text
    label: f.Text | None = None
    source: ref.Source
    use: Annotated[str | None, *_USE] = None
    reason: f.Reason | None = None


class EditorialClaimShape(Renamable):
    """One entry of `claims` in front matter: a statement of our own."""

    text: f.Text
    check: f.Lines
    about: list[ref.Entity] = []
    alternatives: list[f.Lines] = []
    mixed: f.Reason | None = None
    note: f.Text | None = None


class ClaimShape(Renamable):
    """One entry of `data/claims.yaml`: a statement that a source makes."""

    text: f.Text
    by: ref.Source
    about: list[ref.Entity] = []
    check: f.Lines = []
    alternatives: list[f.Lines] = []
    because: f.Text | None = None
    mixed: f.Reason | None = None
    note: f.Text | None = None


class LineShape(Shape):
    """One entry of `lines` of a chart."""

    at: f.AddressOrNumber
    label: f.Text
    source: ref.Source | None = None
    because: f.Reason | None = None


class BandShape(Shape):
    """One entry of `bands` of a chart."""

    low: f.AddressOrNumber = Field(alias="from")
    high: f.AddressOrNumber = Field(alias="to")
    label: f.Text
    source: ref.Source | None = None
    because: f.Reason | None = None


class ChartShape(Renamable):
    """A file in `data/charts/`."""

    kind: ref.ChartKind
    title: f.Text
    subtitle: f.Text | None = None
    caption: f.Text | None = None
    alt: f.Text | None = None
    note: f.Text | None = None
    series: list[ref.Series] = []
    figures: list[f.AddressField] = []
    companies: list[ref.Company] = []
    entities: list[ref.Entity] = []
    x: ref.Metric | None = None
    y: ref.Metric | None = None
    show: list[Annotated[str, *f.words("targets", "estimates")]] = []
    rankings: list[ref.Ranking] = []
    events: list[ref.Event] = []
    focus: Annotated[list[ref.Entity], f.OneOrList] = []
    lines: list[LineShape] = []
    bands: list[BandShape] = []
    first: f.WhenField | None = Field(None, alias="from")
    last: f.WhenField | None = Field(None, alias="to")
    by: Annotated[str | None, *f.words(*CADENCES[1:])] = None
    change: Annotated[str | None, *f.words("year", "previous")] = None
    index: f.PeriodField | None = None
    convert: ConvertShape | None = None
    mixed: f.Reason | None = None
    options: dict[f.Id, f.Reason] = {}
    accepted: Accepted = {}


class FrontMatterShape(Shape):
    """The front matter of a Markdown file."""

    title: f.Text | None = None
    summary: f.Text | None = None
    date: f.DayField | None = None
    updated: f.DayField | None = None
    checked: f.DayField | None = None
    authors: list[f.String] = []
    tags: list[ref.Tag] = []
    entities: list[ref.Entity] = []
    image: f.String | None = None
    image_alt: f.Text | None = None
    draft: f.YesNo = False
    aliases: list[f.OldAddress] = []
    claims: dict[f.Id, EditorialClaimShape] = {}


PlacesFile = RootModel[dict[f.Id, PlaceShape]]
UnitsFile = RootModel[dict[f.UnitId, UnitShape]]
MetricsFile = RootModel[dict[f.Id, MetricShape]]
SourcesFile = RootModel[dict[f.Id, SourceShape]]
SeriesFile = RootModel[dict[f.SeriesKey, SeriesShape]]
RankingsFile = RootModel[dict[f.Id, RankingShape]]
ExpansionFile = RootModel[list[MarketEntryShape]]
CapabilitiesFile = RootModel[dict[f.Id, CapabilityShape]]
EventsFile = RootModel[dict[f.Id, EventShape]]
ClaimsFile = RootModel[dict[f.Id, ClaimShape]]


class WordsFile(RootModel[dict[f.String, Annotated[FormsShape, *f.TextOrForms]]]):
    """`data/words.yaml`."""


FILES: dict[str, type[BaseModel]] = {
    "site": SiteShape,
    "company": EntityShape,
    "words": WordsFile,
    "units": UnitsFile,
    "metrics": MetricsFile,
    "places": PlacesFile,
    "sources": SourcesFile,
    "series": SeriesFile,
    "rankings": RankingsFile,
    "expansion": ExpansionFile,
    "capabilities": CapabilitiesFile,
    "events": EventsFile,
    "chart": ChartShape,
    "claims": ClaimsFile,
    "imports": ImportsShape,
    "front-matter": FrontMatterShape,
}
"""Every shape that a file can have, by the name of its JSON Schema."""
