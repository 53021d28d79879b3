"""Units: a page, or files that are made together, remembered by what they read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Protocol

from msgspec import Struct

from sitegen.observer import Observer
from sitegen.pages.context import Context
from sitegen.pages.output import Kept, Output
from sitegen.pages.record.fingerprints import Fingerprints
from sitegen.pages.record.reasons import in_words
from sitegen.pages.record.record import PageRecord
from sitegen.problems import Problem, SitegenError
from sitegen.processes import Processes, tried
from sitegen.recall.reads import Reads

LEAST = 40
"""So many units make up for a copy of the process."""


class Made(Struct, frozen=True):
    """What a unit came to: its outputs, what its page recorded if it is one, and the problems of its drawings."""

    outputs: tuple[Output | Kept, ...]
    record: PageRecord | None = None
    problems: tuple[Problem, ...] = ()


class Unit(Struct, frozen=True):
    """A unit with the fingerprints of all that it read, by key."""

    made: Made
    reads: Mapping[str, str]


Make = Callable[[Context], Made]
Plan = Iterable[tuple[str, Make]]
"""The name of each unit, a page's URL or a file's path, and what makes it from a context of its own. Other processes
are sent it, so it is a function of a module with some of its arguments."""


Files = Iterator[tuple[str, Callable[[Context], Iterable[Output]]]]
"""The name of each group of files that are made together, and what makes them from a context of their own."""


class LostError(Exception):
    """The content of a remembered file is not there any more, or damaged."""


class Memory(Protocol):
    """Where units are kept between builds."""

    @property
    def empty(self) -> bool:
        """Whether nothing is remembered."""

    def recall(self, name: str) -> Unit | None:
        """The unit as it was made last, or None; to read its files may raise LostError."""

    def put(self, made: Made) -> Made:
        """What a unit came to, so that its contents need not stay in memory; a copy of the process may ask it."""

    def keep(self, name: str, unit: Unit) -> None:
        """Remembers a unit for the next build."""


class Workers(Struct, frozen=True):
    """How units are made: from what is remembered, else by these processes; and who looks on."""

    memory: Memory
    processes: Processes
    observer: Observer


def make_units(plan: Plan, context: Context, prints: Fingerprints, workers: Workers) -> list[Made]:
    """Every unit of a plan: as it was if all that it read is as it was, else made anew.

    Raises SitegenError with the problems of all that cannot be made.
    """
    planned, first = list(plan), workers.observer.first
    made: dict[int, Made] = {}
    problems: dict[object, Problem] = {}
    for numbers in _turns([name for name, _ in planned], first):
        units = _units([planned[number] for number in numbers], context, prints, workers)
        for number, unit in zip(numbers, units, strict=True):
            if isinstance(unit, SitegenError):
                for problem in unit.problems:  # a line of a template once, with the first page that shows it
                    once = problem.place if problem.code == "template-error" else problem
                    problems.setdefault(once, problem)
                continue
            name, make = planned[number]
            workers.memory.keep(name, unit)
            made[number] = _lasting(unit.made, make, context)
            if name in first:
                workers.observer.show(made[number].outputs)
    if problems:
        raise SitegenError(tuple(sorted(problems.values())))
    return [made[number] for number in range(len(planned))]


def stale(unit: Unit, prints: Fingerprints) -> str | None:
    """The first key that a unit read and that is not as it was; None if the unit still holds."""
    known = prints.known
    return next((key for key, print in unit.reads.items() if (known.get(key) or prints.of(key)) != print), None)


def _lasting(made: Made, make: Make, context: Context) -> Made:
    """What a unit came to; if the cache loses one of its files, the unit is made anew and the file is the same."""
    outputs = tuple(_sure(output, make, context) for output in made.outputs)
    return Made(outputs, made.record, made.problems)


def _sure(output: Output | Kept, make: Make, context: Context) -> Output | Kept:
    if isinstance(output, Output):
        return output
    return Kept(output.path, output.entry, output.place, partial(_read, output, make, context))


def _read(kept: Kept, make: Make, context: Context) -> bytes:
    try:
        return kept.content
    except LostError:
        made = _made(make, context).made.outputs
        return next(output.content for output in made if output.path == kept.path)


def _turns(names: Sequence[str], first: Sequence[str]) -> list[list[int]]:
    """The numbers of the units that are made together: each of the first ones by itself, then all others."""
    early = [number for name in first for number, other in enumerate(names) if other == name]
    return [*([number] for number in early), [number for number in range(len(names)) if number not in early]]


def _units(
    planned: Sequence[tuple[str, Make]], context: Context, prints: Fingerprints, workers: Workers
) -> Iterator[Unit | SitegenError]:
    """Each unit, or what is wrong with it."""
    known = [_known(name, prints, workers.memory) for name, _ in planned]
    new = [(name, why, make) for (name, make), why in zip(planned, known, strict=True) if isinstance(why, str)]
    fresh = partial(_part, context=context, workers=workers)
    parts = workers.processes.begin(fresh, new, LEAST).results()
    for _, results in parts:
        context.edition.recall.memory.given(results)
    made = chain.from_iterable(units for units, _ in parts)
    for unit in known:
        found = unit if isinstance(unit, Unit) else next(made)
        yield Unit(found.made, {key: prints.of(key) for key in found.keys}) if isinstance(found, _Fresh) else found


def _known(name: str, prints: Fingerprints, memory: Memory) -> Unit | str:
    """The unit as it was made last, or why it has to be made."""
    unit = memory.recall(name)
    if unit is None:
        return "no build with the same code, templates and options is remembered" if memory.empty else "it is new"
    key = stale(unit, prints)
    return unit if key is None else f"{in_words(key)} changed"


class _Fresh(Struct, frozen=True):
    """A unit that was made now, with the keys that it read."""

    made: Made
    keys: tuple[str, ...]


def _part(
    asked: Sequence[tuple[str, str, Make]], context: Context, workers: Workers
) -> tuple[list[_Fresh | SitegenError], Mapping[str, bytes]]:
    """Some units, and the results that were worked out for them, which a copy of the process hands over."""
    memory = context.edition.recall.memory
    memory.taken()
    made = tried(partial(_fresh, context=context, workers=workers), asked)
    return made, memory.taken()


def _fresh(asked: tuple[str, str, Make], context: Context, workers: Workers) -> _Fresh:
    """A unit. asked: its name, why it is made, and how."""
    name, why, make = asked
    with workers.observer.making("page" if name.startswith("/") else "file", name, why):
        fresh = _made(make, context)
    return _Fresh(workers.memory.put(fresh.made), fresh.keys)


def _made(make: Make, context: Context) -> _Fresh:
    reads = Reads()
    kinds = {"context.charts": context.charts, "context.automatic": context.automatic}
    made = make(context.noting(reads))
    named = [key.partition(":") for key in reads.keys]
    drawn = [charts[name] for kind, charts in kinds.items() for of, _, name in named if of == kind and name in charts]
    problems = tuple(problem for each in drawn for problem in each.drawing.problems)
    return _Fresh(Made(made.outputs, made.record, problems), reads.keys)
