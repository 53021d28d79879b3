"""Metrics: what is measured, and in which unit."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.model.here import HERE
from sitegen.problems import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A kind of thing that is measured. unit: plural words ("vehicles", "million CNY") or "percent"."""

    id: str
    label: str
    unit: str
    decimals: int
    additive: bool
    negative: bool
    related: tuple[str, ...]
    place: Place = HERE
