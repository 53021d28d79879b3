"""What a check finds, and who may answer it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sitegen.figures import Figures
from sitegen.model.chart import Chart
from sitegen.model.ranking import Ranking
from sitegen.model.series import Observation, Series
from sitegen.model.source import Source
from sitegen.model.worked import WorkedOut
from sitegen.problems import Problem

Owner = Series | Observation | WorkedOut | Source | Ranking | Chart


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem and the things whose `accepted` may answer it, if it is a warning."""

    problem: Problem
    owners: tuple[Owner, ...] = ()


Check = Callable[[Figures], Iterator[Finding]]
