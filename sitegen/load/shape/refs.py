"""Fields that name something of the project. Their JSON Schemas are in `data/schemas/ids.json`, with the ids.

Whether there is such a thing is known when all files are read.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import WithJsonSchema

from sitegen.load.shape import fields as f

NAMES = "sitegen-names"
"""The key of a schema that names the definition which stands in its place."""


def named(kind: str) -> WithJsonSchema:
    """The JSON Schema of an id of that kind."""
    return WithJsonSchema({NAMES: kind})


Entity = Annotated[f.Id, named("entity")]
Company = Annotated[f.Id, named("company")]
Metric = Annotated[f.Id, named("metric")]
Source = Annotated[f.Id, named("source")]
Ranking = Annotated[f.Id, named("ranking")]
Event = Annotated[f.Id, named("event")]
Chart = Annotated[f.Id, named("chart")]
Claim = Annotated[f.Id, named("claim")]
ChartKind = Annotated[f.Id, named("chart-kind")]
Tag = Annotated[f.Id, named("tag")]
Code = Annotated[f.Id, named("code")]
Series = Annotated[f.SeriesField, named("series")]
Place = Annotated[f.PlaceField, named("place")]
Unit = Annotated[f.String, named("unit")]
Scope = Annotated[f.String, named("scope")]
Basis = Annotated[f.String, named("basis")]
Pair = Annotated[
    f.TwoIds,
    WithJsonSchema({"type": "array", "items": {NAMES: "entity"}, "minItems": 2, "maxItems": 2, "uniqueItems": True}),
]
