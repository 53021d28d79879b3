"""Units: a page, or files that are made together, remembered by what they read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from sitegen.pages.context import Context
from sitegen.pages.fingerprints import Fingerprints
from sitegen.pages.output import Output
from sitegen.pages.page import PageRecord
from sitegen.pages.reads import Reads
from sitegen.problems import Problem, SitegenError


@dataclass(frozen=True, slots=True)
class Made:
    """What a unit came to: its outputs, what its page recorded if it is one, and the problems of its drawings."""

    outputs: tuple[Output, ...]
    record: PageRecord | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with the fingerprints of all that it read, by key."""

    made: Made = field(repr=False)
    reads: Mapping[str, str]


Make = Callable[[Context], Made]
Plan = Iterable[tuple[str, Make]]
"""The name of each unit, a page's URL or a file's path, and what makes it from a context of its own."""


Files = Iterator[tuple[str, Callable[[Context], Iterable[Output]]]]
"""The name of each group of files that are made together, and what makes them from a context of their own."""


class Memory(Protocol):
    """Where units are kept between builds."""

    @property
    def empty(self) -> bool:
        """Whether nothing is remembered."""

    def recall(self, name: str) -> Unit | None:
        """The unit as it was made last, or None."""

    def keep(self, name: str, unit: Unit) -> None:
        """Remembers a unit for the next build."""

    def save(self) -> None:
        """Ends the build: what was kept is there for the next one."""


def make_units(plan: Plan, context: Context, prints: Fingerprints, memory: Memory) -> list[Made]:
    """Every unit of a plan: as it was if all that it read is as it was, else made anew.

    Raises SitegenError with the problems of all that cannot be made.
    """
    units: list[Made] = []
    problems: set[Problem] = set()
    for name, make in plan:
        unit = memory.recall(name)
        if unit is None or stale(unit, prints) is not None:
            try:
                unit = _fresh(make, context, prints)
            except SitegenError as error:
                problems.update(error.problems)
                continue
        memory.keep(name, unit)
        units.append(unit.made)
    if problems:
        raise SitegenError(tuple(sorted(problems)))
    return units


class Forgetful:
    """A memory that keeps nothing."""

    @property
    def empty(self) -> bool:
        """It always is."""
        return True

    def recall(self, name: str) -> Unit | None:
        """Nothing."""
        return None

    def keep(self, name: str, unit: Unit) -> None:
        """Lets it go."""

    def save(self) -> None:
        """Does nothing."""


def stale(unit: Unit, prints: Fingerprints) -> str | None:
    """The first key that a unit read and that is not as it was; None if the unit still holds."""
    return next((key for key, print in unit.reads.items() if prints.of(key) != print), None)


def _fresh(make: Make, context: Context, prints: Fingerprints) -> Unit:
    reads = Reads()
    kinds = {"context.charts": context.charts, "context.automatic": context.automatic}
    made = make(context.noting(reads))
    named = [key.partition(":") for key in reads.keys]
    drawn = [charts[name] for kind, charts in kinds.items() for of, _, name in named if of == kind and name in charts]
    problems = tuple(problem for each in drawn for problem in each.drawing.problems)
    return Unit(Made(made.outputs, made.record, problems), {key: prints.of(key) for key in reads.keys})
