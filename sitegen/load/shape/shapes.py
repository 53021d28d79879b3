"""Shapes: what each data file may hold, key by key. `docs/data-reference.md` explains them.

Strict and closed: an unknown key is an error. The JSON Schemas for editors come from these classes.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, RootModel

from sitegen.load.shape import fields as f
from sitegen.load.shape.keys.entities import EntityShape, PlaceShape
from sitegen.load.shape.keys.plans import CapabilityShape, EventShape, MarketEntryShape
from sitegen.load.shape.keys.series import ImportsShape, MetricShape, SeriesShape, SourceShape
from sitegen.load.shape.keys.shown import ChartShape, RankingShape
from sitegen.load.shape.keys.site import SiteShape
from sitegen.load.shape.keys.texts import ClaimShape, FrontMatterShape
from sitegen.load.shape.keys.words import FormsShape, UnitShape

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
