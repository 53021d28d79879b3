"""Events: dated facts about entities."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.model.basics.here import HERE
from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Text
from sitegen.model.series import Use
from sitegen.problems import Place


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
    place: Place = HERE
