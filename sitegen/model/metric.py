"""Metrics: what is measured, and in which unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sitegen.model.basics.here import HERE
from sitegen.model.basics.metric_kind import RULES, MetricKind, Rules
from sitegen.problems import Place

_SCALES: Mapping[str, int] = {"thousand": 3, "million": 6, "billion": 9}


Better = Literal["more", "less", "neither"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A kind of thing that is measured. unit: plural words ("loaves", "million EUR") or "percent".

    kind: what may be done with its numbers. better: what comes first in a ranking; `neither` is listed as `more` is.
    divisible: whether its unit divides, as money does and loaves do not.
    """

    id: str
    label: str
    unit: str
    decimals: int
    kind: MetricKind
    divisible: bool
    negative: bool
    better: Better
    related: tuple[str, ...]
    place: Place = HERE

    @property
    def rules(self) -> Rules:
        """What its numbers bear."""
        return RULES[self.kind]


def zeros(unit: str) -> int:
    """How many zeros the first word of a unit stands for: 5 of "million EUR" are 5,000,000."""
    return _SCALES.get(unit.split(" ")[0], 0)
