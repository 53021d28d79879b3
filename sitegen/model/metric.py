"""Metrics: what is measured, and in which unit."""

from __future__ import annotations

from typing import Literal

from sitegen.model.basics.metric_kind import RULES, MetricKind, Rules
from sitegen.model.basics.period import Period
from sitegen.model.basics.unit import Unit
from sitegen.problems import Place
from sitegen.value import Value

Better = Literal["more", "less", "neither"]


class Metric(Value, frozen=True, eq=False, kw_only=True):
    """A kind of thing that is measured, in a unit.

    in_text: the label as it stands behind a name. aliases: other words by which readers look for it. kind: what may be
    done with its numbers. better: what comes first in a ranking; `neither` is listed as `more` is. decimals: how many
    digits it shows after the point; None: as written. divisible: whether its numbers may be rounded ones, as those of
    money are and a count of loaves is not.
    """

    ASIDE = ("place",)
    id: str
    label: str
    in_text: str
    aliases: tuple[str, ...] = ()
    unit: Unit
    decimals: int | None
    kind: MetricKind
    divisible: bool
    negative: bool
    better: Better
    related: tuple[str, ...]
    place: Place

    @property
    def rules(self) -> Rules:
        """What its numbers bear."""
        return RULES[self.kind]

    @property
    def base(self) -> Period | None:
        """The period in which an index is 100; None for what is no index."""
        return self.unit.base
