"""Market entries: the steps into markets that sources report."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sitegen.model.basics.here import HERE
from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Text
from sitegen.model.series import Use
from sitegen.problems import Place

Stage = Literal["rumoured", "announced", "planned", "entered", "on sale", "paused", "withdrawn", "denied"]


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
    place: Place = HERE
    dated: Place | None = field(default=None, compare=False, repr=False)
    """Where its date stands."""
