"""What kind of thing a metric measures, and what may be done with numbers of that kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from msgspec import Struct

MetricKind = Literal["flow", "stock", "price", "measure", "rate"]
METRIC_KINDS: tuple[MetricKind, ...] = get_args(MetricKind)
"""The kind that bears the most first."""

ChangeUnit = Literal["percent", "points", "difference"]


class Rules(Struct, frozen=True):
    """What the numbers of a kind bear.

    over_time: shorter periods add up to longer ones. over_entities: parts add up to a whole. change: how a change is
    stated, `difference` in the unit of the metric. share, times: whether one may be a share, or a multiple, of another.
    """

    over_time: bool
    over_entities: bool
    change: ChangeUnit
    share: bool
    times: bool


RULES: Mapping[MetricKind, Rules] = {
    "flow": Rules(over_time=True, over_entities=True, change="percent", share=True, times=True),
    "stock": Rules(over_time=False, over_entities=True, change="percent", share=True, times=True),
    "price": Rules(over_time=False, over_entities=False, change="percent", share=False, times=True),
    "measure": Rules(over_time=False, over_entities=False, change="difference", share=False, times=False),
    "rate": Rules(over_time=False, over_entities=False, change="points", share=False, times=False),
}
