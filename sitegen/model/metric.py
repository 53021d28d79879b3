"""Metrics: what is measured, and in which unit."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.model.here import HERE
from sitegen.model.metric_kind import RULES, MetricKind, Rules
from sitegen.problems import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A kind of thing that is measured. unit: plural words ("vehicles", "million CNY") or "percent".

    kind: what may be done with its numbers. divisible: whether its unit divides, as money does and cars do not.
    """

    id: str
    label: str
    unit: str
    decimals: int
    kind: MetricKind
    divisible: bool
    negative: bool
    related: tuple[str, ...]
    place: Place = HERE

    @property
    def rules(self) -> Rules:
        """What its numbers bear."""
        return RULES[self.kind]
