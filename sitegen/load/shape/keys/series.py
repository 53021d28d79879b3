"""Shapes of what values are made of: metrics, sources, series and their observations; and names in imported tables."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, model_validator

from sitegen.load.shape import fields as f
from sitegen.load.shape import refs as ref
from sitegen.load.shape.keys.base import Accepted, Bound, Renamable, Shape, Use
from sitegen.load.shape.keys.entities import CalendarShape
from sitegen.load.shape.refusal import wrong
from sitegen.model.basics.calendar import CADENCES
from sitegen.model.basics.metric_kind import METRIC_KINDS


class MetricShape(Renamable):
    """One entry of `data/metrics.yaml`."""

    label: f.String
    in_text: f.String | None = None
    aliases: list[f.String] = []
    unit: ref.Unit | None = None
    decimals: f.Decimals | None = None
    kind: Annotated[str | None, *f.words(*METRIC_KINDS)] = None
    divisible: f.YesNo | None = None
    base: f.PeriodField | None = None
    negative: f.YesNo | None = None
    better: Annotated[str | None, *f.words("more", "less", "neither")] = None
    like: ref.Metric | None = None
    related: list[ref.Metric] = []


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
    bound: Bound = "exact"
    within: f.Number | None = None
    at_most: dict[ref.Series, f.Reason] = {}
    change: ChangeShape | None = None
    use: Use = None
    reason: f.Reason | None = None
    status: Annotated[str, *f.words("reported", "provisional", "revised", "estimated", "target")] = "reported"
    replaces: ref.Source | None = None
    note: f.String | None = None
    accepted: Accepted = {}

    @model_validator(mode="after")
    def _says_something(self) -> ObservationShape:
        """Refuses what has neither a value nor a change."""
        if self.value is None and self.change is None and self.worked_out is None:
            hint = "add value: … or change: {year: …}; a hole in the data is a period that is not listed"
            raise wrong("neither a value nor a change stands here", hint, "no-value")
        return self


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


class ImportsShape(Shape):
    """`data/imports.yaml`: what names in imported tables mean."""

    entities: dict[str, ref.Entity] = {}
    metrics: dict[str, ref.Metric] = {}
    series: dict[str, ref.Series] = {}
    sources: dict[str, ref.Source] = {}
