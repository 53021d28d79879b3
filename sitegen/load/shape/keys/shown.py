"""Shapes of what shows values: rankings and charts."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sitegen.load.shape import fields as f
from sitegen.load.shape import refs as ref
from sitegen.load.shape.keys.base import Accepted, Bound, Renamable, Shape
from sitegen.model.basics.calendar import CADENCES


class LeagueRowShape(Shape):
    """One row of a published league table."""

    rank: f.Rank
    entity: ref.Entity | None = None
    name: f.String | None = None
    value: f.NumberOrRange | None = None
    bound: Bound = "exact"


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
    options: dict[f.Id, f.String] = {}
    accepted: Accepted = {}
