"""Shapes of what companies do and can do: expansion, capabilities and events."""

from __future__ import annotations

from typing import Annotated

from sitegen.load.shape import fields as f
from sitegen.load.shape import refs as ref
from sitegen.load.shape.keys.base import Shape, Use


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
    use: Use = None
    reason: f.Reason | None = None


class CapabilityAnswerShape(Shape):
    """One item of `answers` of a capability."""

    entity: ref.Entity
    answer: Annotated[str, *f.words("yes", "partly", "planned", "no", "unknown")]
    said: f.DateField
    source: ref.Source
    text: f.Text | None = None
    use: Use = None
    reason: f.Reason | None = None


class CapabilityShape(Shape):
    """One entry of `data/capabilities.yaml`."""

    label: f.String
    definition: f.String
    aliases: list[f.String] = []
    answers: list[CapabilityAnswerShape] = []


class EventShape(Shape):
    """One entry of `data/events.yaml`."""

    date: f.DateField
    entities: list[ref.Entity]
    text: f.Text
    label: f.Text | None = None
    source: ref.Source
    use: Use = None
    reason: f.Reason | None = None
