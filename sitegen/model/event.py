"""Events: dated facts about entities."""

from __future__ import annotations

from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Text
from sitegen.model.series import Use
from sitegen.problems import Place
from sitegen.value import Value


class Event(Value, frozen=True, eq=False, kw_only=True):
    """A dated fact about entities. label: what stands at its mark in a chart, where its text would be too long."""

    ASIDE = ("place", "dated")
    id: str
    date: Period
    entities: tuple[str, ...]
    text: Text
    source: str
    use: Use
    reason: str | None
    label: Text | None = None
    place: Place
    dated: Place | None = None
    """Where its date stands."""
