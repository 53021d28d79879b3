"""What the sides of a comparison come to, under one choice of values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from jinja2 import nodes

from sitegen.claims.choices import Changes
from sitegen.claims.grammar import Comparison
from sitegen.claims.ranks import ranked
from sitegen.claims.results import Answered, Side, Vague
from sitegen.expressions.interpret import Interpreter
from sitegen.expressions.operand import MissingFigure, Operand, decimal
from sitegen.expressions.words import Words
from sitegen.figures import Figure, Figures, Missing, Unknowable
from sitegen.figures.arithmetic.changes import change
from sitegen.figures.arithmetic.soundness import refuse_counted_twice
from sitegen.figures.plans import ARTICLES
from sitegen.model.basics.amount import Amount, Interval, make_amount
from sitegen.model.basics.period import Period
from sitegen.model.capability import latest, unordered
from sitegen.model.places import place_id
from sitegen.model.series import ChangeKind
from sitegen.model.stages import reached
from sitegen.model.tracker import Tracker


class Terms:
    """The functions and filters of checks, bound to the figures of one choice.

    figures: of the choice. everything: with all rivals in their own order, for ranks. changes: what a change of an
    address is in the choice; one that is not in it answers as in any expression. verdicts: on the claims that were
    tested before. mixed: why the claim compares what differs, which its shares and ratios need not say again.
    """

    def __init__(
        self,
        figures: Figures,
        everything: Figures,
        changes: Changes,
        verdicts: Mapping[str, Answered],
        mixed: str | None,
    ) -> None:
        words = Words(figures)
        tracker = figures.tracker
        self._figures = figures
        self._changes = changes
        functions: Mapping[str, Callable[..., object]] = {
            "fig": words.functions["fig"],
            "rank": lambda ranking, entity: ranked(everything, tracker.rankings[ranking], entity),
            "capability": lambda entity, capability: _capability(tracker, entity, capability),
            "entry": lambda entity, place: _entry(tracker, entity, place_id(place)),
            "event": lambda event: _event(tracker, event),
            "verdict": lambda claim: verdicts[claim],
            "about": lambda number: make_amount(decimal(number), bound="approximate", negative_allowed=True),
        }
        ratios = {name: _explained(words.filters[name], mixed) for name in ("share", "times")}
        self._interpreter = Interpreter(functions, {**words.filters, **ratios, "change": self._change})

    def sides(self, comparison: Comparison) -> tuple[Side, Side]:
        """Both sides of a comparison; raises FigureError for what its author must fix."""
        return self._side(comparison.left), self._side(comparison.right, constant=comparison.left)

    def _side(self, node: nodes.Expr, constant: nodes.Expr | None = None) -> Side:
        try:
            found = self._interpreter.value(node)
        except MissingFigure as error:
            return error.missing
        except Unknowable as error:
            return Vague(error.message, error.figures)
        match found:
            case Operand(answer=Figure(status="estimated" | "target") as figure):
                return Missing(
                    figure.addresses[0], f"only {ARTICLES[figure.status]} is known, which decides nothing", "target"
                )
            case Operand(answer=Figure(rests_on_restated=True) as figure):
                return Missing(figure.addresses[0], "the value was restated, and decides nothing", "unused")
            case Operand():
                if isinstance(found.answer, Figure):
                    refuse_counted_twice(self._figures, found.answer)
                return found.answer
            case Answered() | Amount() | tuple():
                return found
            case str() if isinstance(constant, nodes.Call) and constant.node == nodes.Name("event", "load"):
                return Period.parse(found)
            case str():
                return (found,)
            case int() | float() | Decimal():
                return decimal(found)
        raise TypeError(f"the grammar lets no {type(found).__name__} through")

    def _change(self, value: Operand, kind: ChangeKind) -> Operand:
        """The change that was chosen for the address."""
        answer = value.answer
        key = (answer.address, kind)
        if answer.address is None or key not in self._changes:
            return Operand(change(self._figures, answer, kind))
        return Operand(self._changes[(answer.address, kind)])


def _explained(ratio: Callable[..., object], reason: str | None) -> Callable[..., object]:
    """A filter that takes the reason of the claim where it is given none itself."""
    return lambda value, other, mixed=None: ratio(value, other, reason if mixed is None else mixed)


def is_missing(side: Side) -> bool:
    """True if the data have no answer for the side."""
    return isinstance(side, Missing) or (isinstance(side, Answered) and side.interval is None and not side.words)


def _capability(tracker: Tracker, entity: str, capability: str) -> Answered:
    """What the latest undeprecated sources say that an entity can do."""
    standing = latest((a for a in tracker.capabilities[capability].answers if a.answer != "unknown"), entity)
    return Answered(
        function="capability",
        args=(entity, capability),
        words=tuple(dict.fromkeys(answer.answer for answer in standing)),
        sources=tuple(answer.source for answer in standing),
        places=tuple(answer.place for answer in standing),
        unordered=unordered(standing),
        reason="" if standing else tracker.site.locale.say("claim.none.capability"),
    )


def _entry(tracker: Tracker, entity: str, place: str) -> Answered:
    """How far an entity, its brands and its models have come in a place, and which entries say so."""
    found, say = reached(tracker, entity, place), tracker.site.locale.say
    return Answered(
        function="entry",
        args=(entity, place),
        words=found.stages,
        sources=tuple(row.source for row in found.entries),
        places=tuple(row.place for row in found.entries),
        entries=found.entries,
        unordered=found.unordered,
        reason="" if found.stages else say("claim.none.near" if found.entries else "claim.none.step"),
    )


def _event(tracker: Tracker, id: str) -> Answered:
    """The day of an event; an event known to the month or year lies somewhere in it."""
    event = tracker.events[id]
    if event.use == "deprecated":
        return Answered(function="event", args=(id,), reason=tracker.site.locale.say("claim.none.day"))
    return Answered(
        function="event", args=(id,), interval=days(event.date), sources=(event.source,), places=(event.place,)
    )


def days(period: Period) -> Interval:
    """The days of a period as numbers."""
    return Interval(ordinal(period.first), ordinal(period.last))


def ordinal(day: date) -> Decimal:
    """A day as a number, counted from the beginning of the calendar."""
    return Decimal(day.toordinal())
