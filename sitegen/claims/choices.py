"""The values that a reading rests on, and every way to choose among those that do not agree.

Values of one address that agree are one choice for each largest set of them, worth what its values have in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from msgspec import Struct, structs

from sitegen.claims.results import Side, Vague
from sitegen.figures import CHANGES, Figure, Figures, Missing
from sitegen.figures.arithmetic.changes import computed_change
from sitegen.figures.values.agreement import agreeing, common
from sitegen.figures.values.choice import change_of, counts
from sitegen.figures.values.spread import Value, values
from sitegen.model.basics.address import Address
from sitegen.model.basics.period import Period
from sitegen.model.series import ChangeKind

Changes = Mapping[tuple[Address, ChangeKind], Figure | Missing]
"""What a change of an address is in one choice."""


class Option(Struct, frozen=True):
    """What may be chosen for a point: values that agree, and a figure of what they have in common.

    figure: Missing for a change that has no value where its ends are chosen so.
    """

    values: tuple[Value, ...]
    figure: Figure | Missing

    @property
    def named(self) -> tuple[str, ...]:
        """The values by who reports them, or what they are computed from."""
        return tuple(value.name for value in self.values)


class Point(Struct, frozen=True):
    """An address, or a change of it, for which something may be chosen.

    names: the addresses that it answers, its own first; others name one of its sources.
    """

    address: Address
    change: ChangeKind | None
    names: tuple[Address, ...]

    def options(self, figures: Figures) -> tuple[Option, ...]:
        """One option for each largest set of values that agree; the first holds the value that answers."""
        found = self._values(figures)
        if not found:
            return (Option((), Missing(self.address, "no change can be computed")),)
        sets = agreeing([value.figure.amount.interval for value in found])
        members = (tuple(found[index] for index in each) for each in sets)
        return tuple(Option(each, common(each)) for each in members)

    def _values(self, figures: Figures) -> tuple[Value, ...]:
        address, kind = self.address, self.change
        if kind is None:
            return values(figures, address)
        assert isinstance(address.period, Period)  # an answer has resolved its period
        now = figures.answer(address)
        computed = computed_change(figures, now, kind) if isinstance(now, Figure) else now
        own = [Value(None, computed)] if isinstance(computed, Figure) else []
        reported = figures.evidence.at(address.series, address.period, change_of(kind), address.source)
        return (*own, *(Value(o, figures.change_figure(o, address, kind)) for o in reported if counts(o)))


Choice = tuple[tuple[Point, Option], ...]


def points(sides: Iterable[Side], *, own: bool) -> tuple[Point, ...]:
    """Every address beneath the sides whose value is reported, and every change: parts and both ends too, each once.

    Nothing is chosen for a rank, which takes the values of every member together. own: whether the claim is one of
    ours, where naming a source hides no other.
    """
    found: dict[tuple[Address, ChangeKind | None], Point] = {}
    for side in sides:
        for point in (point for figure in _figures(side) for point in _beneath(figure, own)):
            key = (point.address, point.change)
            before = found.get(key, point)
            found[key] = structs.replace(before, names=tuple(dict.fromkeys((*before.names, *point.names))))
    return tuple(found.values())


def _figures(side: Side) -> tuple[Figure, ...]:
    """What something may be chosen for; of a side of which nothing is known more may be known in a choice."""
    return (side,) if isinstance(side, Figure) else side.figures if isinstance(side, Vague) else ()


def choices(points: Sequence[Point], figures: Figures) -> Iterator[tuple[Choice, Figures, Changes]]:
    """Every way to choose an option for each point, with the figures and the changes that hold in it.

    The options of a change depend on what is chosen for its ends. The answering values come first.
    """
    valued = [point for point in points if point.change is None]
    changed = [point for point in points if point.change is not None]
    for options in product(*(point.options(figures) for point in valued)):
        chosen = tuple(zip(valued, options, strict=True))
        answers = {name: o.figure for point, o in chosen for name in point.names if isinstance(o.figure, Figure)}
        world = figures.choosing(answers)
        for moved in product(*(point.options(world) for point in changed)):
            pairs = tuple(zip(changed, moved, strict=True))
            changes = {(name, p.change): o.figure for p, o in pairs for name in p.names if p.change is not None}
            yield (*chosen, *pairs), world, changes


def _beneath(figure: Figure, own: bool) -> Iterator[Point]:
    """The points of a figure and of all that it was made of."""
    kind = next((kind for kind, words in CHANGES.items() if words == figure.operation), None)
    if kind is not None:
        address = figure.address or figure.inputs[0].address
        assert address is not None  # a change is taken of an address
        yield _point(address, kind, own)
    elif (
        (address := figure.address) is not None
        and (observation := figure.observation) is not None
        and (own or address.source is None)
        and counts(observation)
    ):
        yield _point(address, None, own)
    for part in figure.inputs:
        yield from _beneath(part, own)


def _point(address: Address, kind: ChangeKind | None, own: bool) -> Point:
    bare = structs.replace(address, source=None) if own else address
    return Point(bare, kind, tuple(dict.fromkeys((bare, address))))
