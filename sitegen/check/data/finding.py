"""What a check finds, and who may answer it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from sitegen.figures import Figures
from sitegen.model.series import Series
from sitegen.problems import Problem
from sitegen.register.said import Owner


class Finding(Struct, frozen=True):
    """A problem and the things whose `accepted` may answer it, if it is a warning."""

    problem: Problem
    owners: tuple[Owner, ...] = ()


Check = Callable[[Figures], Iterator[Finding]]
SeriesCheck = Callable[[Figures, Series], Iterator[Finding]]
