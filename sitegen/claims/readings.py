"""Tests one way to understand a claim, over every choice of values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod

from sitegen.claims.choices import Choice, choices, points
from sitegen.claims.compare import compare
from sitegen.claims.grammar import Comparison
from sitegen.claims.outcomes import all_of, reading_outcome
from sitegen.claims.results import Answered, Compared, Outcome, Reading
from sitegen.claims.rivalries import rivalries
from sitegen.claims.terms import Terms, is_missing
from sitegen.figures import Figure, FigureError, Figures, Missing
from sitegen.figures.arithmetic.mixing import mixing
from sitegen.model.claim import Claim
from sitegen.problems import Problem
from sitegen.reading.syntax import Fault

MOST_CHOICES = 10_000
"""So many ways to choose are tried for one claim."""


class Unfit(Exception):
    """A claim that cannot be tested as it stands."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def tested(
    claim: Claim, lines: Sequence[Comparison], figures: Figures, verdicts: Mapping[str, Answered], *, most: int
) -> Reading:
    """A reading of a claim with its outcome; raises Unfit for what its author must fix.

    most: how many choices may be tried.
    """
    own = claim.by is None
    answering = [_compared(line, Terms(figures, figures, {}, verdicts, claim.mixed)) for line in lines]
    if claim.mixed is None:
        _refuse_mixed(answering, figures)
    beneath = [points((each.left, each.right), own=own) for each in answering]
    asked = [{(point.address, point.change) for point in found} for found in beneath]
    every = points((side for each in answering for side in (each.left, each.right)), own=own)
    _bounded(prod(len(point.options(figures)) for point in every if point.change is None), most, lines)
    kept: dict[object, Compared] = {}
    tried: list[tuple[Choice, Sequence[Compared], Outcome]] = []
    for choice, world, changes in choices(every, figures):
        terms = Terms(world, figures, changes, verdicts, claim.mixed)
        picked = [((point.address, point.change), option.named) for point, option in choice]
        compared = []
        for number, line in enumerate(lines):
            key = (number, *(named for point, named in picked if point in asked[number]))
            compared.append(kept[key] if key in kept else kept.setdefault(key, _compared(line, terms)))
        tried.append((choice, compared, all_of(compared)))
        _bounded(len(tried), most, lines)
    outcomes = [outcome for _, _, outcome in tried]
    _, shown, _ = tried[0]
    return Reading(
        comparisons=tuple(shown),
        rivalries=tuple(rivalries((choice, outcome) for choice, _, outcome in tried)),
        choices=len(tried),
        outcome=reading_outcome(outcomes, any(compared.outcome == "missing" for compared in shown)),
    )


def _refuse_mixed(compared: Sequence[Compared], figures: Figures) -> None:
    """Raises Unfit if two sides differ in what may not be compared without a reason."""
    for each in compared:
        left, right = each.left, each.right
        if not isinstance(left, Figure | Missing) or not isinstance(right, Figure | Missing):
            continue
        if differs := mixing(figures, left, right):
            message = f"the two sides of the check differ in {differs}"
            hint = "add mixed: to the claim and say why they may be compared"
            raise Unfit(Problem(each.expression.place, "mixed-bases", message, hint))


def _bounded(count: int, most: int, lines: Sequence[Comparison]) -> None:
    """Raises Unfit if there are more ways to choose than can be tried."""
    if count > most:
        message = f"there are more than {MOST_CHOICES:,} ways to choose among the rival values of a claim"
        hint = "deprecate what cannot be right, or test fewer figures at once"
        raise Unfit(Problem(lines[0].expression.place, "claim-choices", message, hint))


def _compared(line: Comparison, terms: Terms) -> Compared:
    try:
        left, right = terms.sides(line)
        absent = is_missing(left) or is_missing(right)
        outcome = "missing" if absent else compare(left, line.sign, right)
    except FigureError as error:
        code = error.code if error.code in ("metric-kind", "mixed-bases", "entry-order") else "claim-check"
        raise Unfit(Problem(line.expression.place, code, error.message, error.hint)) from error
    except Fault as fault:
        raise Unfit(Fault("claim-check", fault.message, fault.hint, fault.word).at(line.expression)) from fault
    return Compared(expression=line.expression, left=left, sign=line.sign, right=right, outcome=outcome)
