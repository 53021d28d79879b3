"""Tests every claim: check → readings → verdict. Pure; what an author must mend comes out as problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from math import prod

from jinja2 import nodes

from sitegen.claims.choices import Point, choices, chosen, points
from sitegen.claims.compare import compare
from sitegen.claims.evidence import evidence, told_alone
from sitegen.claims.grammar import Comparison, comparison
from sitegen.claims.outcomes import all_of, reading_outcome, verdict_word
from sitegen.claims.references import unknown
from sitegen.claims.results import (
    Candidate,
    Compared,
    Outcome,
    Reading,
    Rivalry,
    Verdict,
    VerdictWord,
)
from sitegen.claims.terms import Terms, is_missing
from sitegen.figures import FigureError, Figures
from sitegen.model.text import Expression
from sitegen.model.tracker import Tracker
from sitegen.model.words import Claim
from sitegen.problems import Problem
from sitegen.reading.syntax import Fault

MOST_CHOICES = 10_000


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A claim with its readings as syntax, the check first; none if nothing can test it."""

    claim: Claim
    readings: tuple[tuple[Comparison, ...], ...]


def judge(tracker: Tracker) -> tuple[dict[str, Verdict], list[Problem]]:
    """The verdict on every claim that can be tested, by its id, and what is wrong with the rest."""
    problems: list[Problem] = []
    parsed = {claim.id: found for claim in tracker.claims.values() if (found := _parse(claim, tracker, problems))}
    verdicts: dict[str, Verdict] = {}
    whole = Figures(tracker)
    for id in _in_order(parsed, problems):
        if not verdicts.keys() >= set(_asked(parsed[id])):
            continue  # it rests on the verdict of a claim whose own problem is told
        try:
            verdicts[id] = _verdict(parsed[id], whole, {id: verdict.word for id, verdict in verdicts.items()})
        except _Unfit as error:
            problems.append(error.problem)
    return {id: verdicts[id] for id in tracker.claims if id in verdicts}, problems


class _Unfit(Exception):
    """A claim that cannot be tested as it stands."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def _parse(claim: Claim, tracker: Tracker, problems: list[Problem]) -> _Parsed | None:
    """The claim's readings, or None after noting what is wrong with them."""
    before = len(problems)
    readings = []
    for lines in (claim.check, *claim.alternatives):
        readings.append(tuple(_comparisons(lines, tracker, problems)))
    return None if len(problems) > before else _Parsed(claim, tuple(filter(None, readings)))


def _comparisons(lines: Sequence[Expression], tracker: Tracker, problems: list[Problem]) -> Iterator[Comparison]:
    for line in lines:
        try:
            found = comparison(line)
        except Fault as fault:
            problems.append(fault.at(line))
            continue
        problems += [fault.at(line) for fault in unknown(found, tracker)]
        yield found


def _in_order(parsed: Mapping[str, _Parsed], problems: list[Problem]) -> list[str]:
    """The claims, each after those whose verdicts it asks for; those in a circle are left out and told."""
    asks = {id: {other for other in _asked(found) if other in parsed} for id, found in parsed.items()}
    while True:
        try:
            return list(TopologicalSorter(asks).static_order())
        except CycleError as error:
            circle = error.args[1][::-1]
            first = min(circle)
            turn = circle.index(first)
            named = [*circle[turn:-1], *circle[:turn], first] if turn else circle
            message = f"{' rests on '.join(named)}: none of them can be tested first"
            place = parsed[first].claim.place
            problems.append(Problem(place, "claim-circle", message, "let one of them ask for data, not for a verdict"))
            asks = {id: others - set(circle) for id, others in asks.items() if id not in circle}


def _asked(parsed: _Parsed) -> Iterator[str]:
    """The claims whose verdicts a claim asks for."""
    for found in (found for reading in parsed.readings for found in reading):
        for call in (found.left, *found.left.find_all(nodes.Call)):
            match call:
                case nodes.Call(node=nodes.Name(name="verdict"), args=[nodes.Const(value=str(id))]):
                    yield id


def _verdict(parsed: _Parsed, whole: Figures, verdicts: Mapping[str, VerdictWord]) -> Verdict:
    figures = Figures(evidence(whole.tracker, parsed.claim))
    readings = [told_alone(_reading(lines, figures, verdicts), whole) for lines in parsed.readings]
    check, alternatives = (readings[0], tuple(readings[1:])) if readings else (None, ())
    word = verdict_word(check.outcome if check else "missing", [reading.outcome for reading in alternatives])
    return Verdict(claim=parsed.claim, word=word, check=check, alternatives=alternatives)


def _reading(lines: Sequence[Comparison], figures: Figures, verdicts: Mapping[str, VerdictWord]) -> Reading:
    answering = [_compared(line, Terms(figures, figures, {}, verdicts)) for line in lines]
    found = points((side for compared in answering for side in (compared.left, compared.right)), figures)
    count = prod(len(point.different) for point in found)
    if count > MOST_CHOICES:
        message = f"there are {count:,} ways to choose among the rival values of a reading, more than {MOST_CHOICES:,}"
        hint = "deprecate what cannot be right, or test fewer figures at once"
        raise _Unfit(Problem(lines[0].expression.place, "claim-choices", message, hint))
    outcomes: list[Outcome] = []
    held: dict[tuple[int, int], set[Outcome]] = {}
    for choice in choices(found):
        tracker, changes = chosen(figures.tracker, choice)
        terms = Terms(Figures(tracker), figures, changes, verdicts)
        outcome = all_of([_compared(line, terms) for line in lines])
        outcomes.append(outcome)
        for index, (point, option) in enumerate(choice):
            held.setdefault((index, point.different.index(option)), set()).add(outcome)
    missing = any(compared.outcome == "missing" for compared in answering)
    return Reading(
        comparisons=tuple(answering),
        rivalries=tuple(_rivalry(point, index, held) for index, point in enumerate(found)),
        choices=count,
        outcome=reading_outcome(outcomes, missing),
    )


def _compared(line: Comparison, terms: Terms) -> Compared:
    try:
        left, right = terms.sides(line)
        absent = is_missing(left) or is_missing(right)
        outcome = "missing" if absent else compare(left, line.sign, right)
    except FigureError as error:
        code = error.code if error.code in ("mixed-bases", "entry-order") else "claim-check"
        raise _Unfit(Problem(line.expression.place, code, error.message, error.hint)) from error
    except Fault as fault:
        raise _Unfit(Fault("claim-check", fault.message, fault.hint, fault.word).at(line.expression)) from fault
    return Compared(expression=line.expression, left=left, sign=line.sign, right=right, outcome=outcome)


def _rivalry(point: Point, index: int, held: Mapping[tuple[int, int], set[Outcome]]) -> Rivalry:
    amounts = [option.figure.amount for option in point.different]
    return Rivalry(
        address=point.address,
        change=point.change,
        candidates=tuple(
            Candidate(
                observation=option.observation,
                figure=option.figure,
                outcomes=frozenset(held[(index, amounts.index(option.figure.amount))]),
            )
            for option in point.options
        ),
    )
