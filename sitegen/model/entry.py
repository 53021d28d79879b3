"""Market entries: the steps into markets that sources report."""

from __future__ import annotations

from typing import Literal

from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Text
from sitegen.model.series import Use
from sitegen.problems import Place
from sitegen.value import Value

Stage = Literal["rumoured", "announced", "planned", "entered", "on sale", "paused", "withdrawn", "denied"]


class MarketEntry(Value, frozen=True, eq=False, kw_only=True):
    """One step into a market, as a source said it. where: an ISO 3166 code or the id of a named region."""

    ASIDE = ("place", "dated")
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
    place: Place
    dated: Place | None = None
    """Where its date stands."""
