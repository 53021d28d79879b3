"""Events: dated facts about entities."""

from __future__ import annotations

from dataclasses import dataclass, field

from sitegen.model.basics.here import HERE
from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Text
from sitegen.model.series import Use
from sitegen.problems import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated fact about entities. label: what stands at its mark in a chart, where its text would be too long."""

    id: str
    date: Period
    entities: tuple[str, ...]
    text: Text
    source: str
    use: Use
    reason: str | None
    label: Text | None = None
    place: Place = HERE
    dated: Place | None = field(default=None, compare=False, repr=False)
    """Where its date stands."""
