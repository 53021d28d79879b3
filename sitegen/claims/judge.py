"""Tests every claim: check → readings → verdict. Pure; what an author must fix comes out as problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import prod

from sitegen.claims.choices import Point, choices, chosen, points
from sitegen.claims.compare import compare
from sitegen.claims.evidence import evidence, own_sources, with_own_reason
from sitegen.claims.grammar import Comparison, comparison
from sitegen.claims.order import MOST_TESTS, Parsed, Test, in_order, needs, tests
from sitegen.claims.outcomes import all_of, reading_outcome, verdict_word
from sitegen.claims.references import unknown
from sitegen.claims.results import (
    Answered,
    Candidate,
    Compared,
    Outcome,
    Reading,
    Rivalry,
    Verdict,
)
from sitegen.claims.terms import Terms, is_missing
from sitegen.figures import FigureError, Figures
from sitegen.model.claim import Claim
from sitegen.model.text import Expression
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.reading.syntax import Fault

MOST_CHOICES = 10_000


def judge(tracker: Tracker) -> tuple[dict[str, Verdict], list[Problem]]:
    """The verdict on every claim that can be tested, by its id, and what is wrong with the rest."""
    problems: list[Problem] = []
    parsed = {claim.id: found for claim in tracker.claims.values() if (found := _parse(claim, tracker, problems))}
    rank = {id: number for number, id in enumerate(in_order(parsed, problems))}
    whole = Figures(tracker)
    done: dict[Test, Verdict | Problem | None] = {}
    for id in rank:
        todo = tests(parsed, rank, done, id)
        if len(todo) > MOST_TESTS:
            problems.append(_too_many(parsed[id].claim))
            continue
        for test in todo:
            done[test] = _tested(parsed, test, done, whole)
    results = {id: done.get((id, parsed[id].own)) for id in tracker.claims if id in rank}
    problems += [result for result in results.values() if isinstance(result, Problem)]
    return {id: result for id, result in results.items() if isinstance(result, Verdict)}, problems


def _too_many(claim: Claim) -> Problem:
    message = f"the claim rests on the verdicts of others, and more than {MOST_TESTS} tests would decide it"
    return Problem(claim.place, "claim-choices", message, "let it ask for data, not for verdicts")


def _tested(
    parsed: Mapping[str, Parsed], test: Test, done: Mapping[Test, Verdict | Problem | None], whole: Figures
) -> Verdict | Problem | None:
    """The verdict on a claim without what some sources say; what its author must fix; or None if it rests on that."""
    id, without = test
    others: dict[str, Answered] = {}
    for other, sources in needs(parsed, test):
        plain, found = done.get((other, parsed[other].own)), done.get((other, sources))
        if not isinstance(plain, Verdict):
            return None  # it rests on the verdict of a claim whose own problem is reported
        others[other] = _answer(plain, found)
    if set(parsed[id].asked) - others.keys():
        return None
    try:
        return _verdict(parsed[id], Figures(evidence(whole.tracker, without)), whole, others)
    except _Unfit as error:
        return error.problem


def _answer(plain: Verdict, without: Verdict | Problem | None) -> Answered:
    """What `verdict()` answers: nothing, where the verdict is another one without the source of the claim that asks."""
    if isinstance(without, Verdict) and without.word == plain.word:
        return Answered(function="verdict", args=(plain.claim.id,), words=(plain.word,))
    return Answered(function="verdict", args=(plain.claim.id,), reason="it rests on the source of this claim")


class _Unfit(Exception):
    """A claim that cannot be tested as it stands."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def _parse(claim: Claim, tracker: Tracker, problems: list[Problem]) -> Parsed | None:
    """The claim's readings, or None after noting what is wrong with them."""
    before = len(problems)
    readings = []
    for lines in (claim.check, *claim.alternatives):
        readings.append(tuple(_comparisons(lines, tracker, problems)))
    if len(problems) > before:
        return None
    return Parsed(claim, tuple(filter(None, readings)), own_sources(claim, tracker))


def _comparisons(lines: Sequence[Expression], tracker: Tracker, problems: list[Problem]) -> Iterator[Comparison]:
    for line in lines:
        try:
            found = comparison(line)
        except Fault as fault:
            problems.append(fault.at(line))
            continue
        problems += [fault.at(line) for fault in unknown(found, tracker)]
        yield found


def _verdict(parsed: Parsed, figures: Figures, whole: Figures, verdicts: Mapping[str, Answered]) -> Verdict:
    readings = [_reading(lines, figures, verdicts) for lines in parsed.readings]
    if figures.tracker is not whole.tracker:
        terms = Terms(whole, whole, {}, verdicts)
        readings = [with_own_reason(*pair, terms) for pair in zip(readings, parsed.readings, strict=True)]
    check, alternatives = (readings[0], tuple(readings[1:])) if readings else (None, ())
    word = verdict_word(check.outcome if check else "missing", [reading.outcome for reading in alternatives])
    return Verdict(claim=parsed.claim, word=word, check=check, alternatives=alternatives)


def _reading(lines: Sequence[Comparison], figures: Figures, verdicts: Mapping[str, Answered]) -> Reading:
    answering = [_compared(line, Terms(figures, figures, {}, verdicts)) for line in lines]
    found = points((side for compared in answering for side in (compared.left, compared.right)), figures)
    count = prod(len(point.different) for point in found)
    if count > MOST_CHOICES:
        message = f"there are {count:,} ways to choose among the rival values of a reading, more than {MOST_CHOICES:,}"
        hint = "deprecate what cannot be right, or test fewer figures at once"
        raise _Unfit(Problem(lines[0].expression.place, "claim-choices", message, hint))
    steady = [None if points((each.left, each.right), figures) else each for each in answering]
    outcomes: list[Outcome] = []
    first: dict[str, Sequence[Compared]] = {all_of(answering): answering}
    held: dict[tuple[int, int], set[Outcome]] = {}
    for choice in choices(found):
        tracker, changes = chosen(figures.tracker, choice)
        terms = Terms(Figures(tracker), figures, changes, verdicts)
        compared = [same or _compared(line, terms) for line, same in zip(lines, steady, strict=True)]
        outcome = all_of(compared)
        outcomes.append(outcome)
        first.setdefault(outcome, compared)
        for index, (point, option) in enumerate(choice):
            held.setdefault((index, point.different.index(option)), set()).add(outcome)
    missing = any(compared.outcome == "missing" for compared in answering)
    result = reading_outcome(outcomes, missing)
    return Reading(
        comparisons=tuple(first.get(result, answering)),
        rivalries=tuple(_rivalry(point, index, held) for index, point in enumerate(found)),
        choices=count,
        outcome=result,
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
