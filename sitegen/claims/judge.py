"""Tests every claim: check → readings → verdict. Pure; what an author must fix comes out as problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sitegen.claims.evidence import evidence, own_sources, with_own_reason
from sitegen.claims.grammar import Comparison, comparison
from sitegen.claims.idle import idle
from sitegen.claims.order import MOST_TESTS, Parsed, Test, in_order, needs, tests
from sitegen.claims.outcomes import verdict_word
from sitegen.claims.readings import MOST_CHOICES, Unfit, tested
from sitegen.claims.references import unknown
from sitegen.claims.results import Answered, Reading, Verdict
from sitegen.claims.terms import Terms
from sitegen.figures import Figures
from sitegen.model.basics.text import Expression
from sitegen.model.claim import Claim
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.reading.syntax import Fault

MOST_IN_SITE = 100_000
"""So many ways to choose are tried for all claims of a site."""


def judge(tracker: Tracker, *, most: int = MOST_IN_SITE) -> tuple[dict[str, Verdict], list[Problem]]:
    """The verdict on every claim that can be tested, by its id, and what is wrong with the rest.

    most: how many choices may be tried for all of them; where there are more, none has a verdict.
    """
    problems: list[Problem] = []
    parsed = {claim.id: found for claim in tracker.claims.values() if (found := _parse(claim, tracker, problems))}
    rank = {id: number for number, id in enumerate(in_order(parsed, problems))}
    whole = Figures(tracker)
    done: dict[Test, Verdict | Problem | None] = {}
    tried = 0
    for id in rank:
        todo = tests(parsed, rank, done, id)
        if len(todo) > MOST_TESTS:
            problems.append(_too_many(parsed[id].claim))
            continue
        for test in todo:
            if tried > most:
                return {}, [*problems, _too_many_in_site(parsed[id].claim, most)]
            done[test] = result = _tested(parsed, test, done, whole)
            tried += _choices(result)
    results = {id: done.get((id, parsed[id].own)) for id in tracker.claims if id in rank}
    problems += [result for result in results.values() if isinstance(result, Problem)]
    return {id: result for id, result in results.items() if isinstance(result, Verdict)}, problems


def _choices(result: Verdict | Problem | None) -> int:
    """How many ways to choose were tried in a test."""
    if isinstance(result, Problem):
        return MOST_CHOICES if result.code == "claim-choices" else 0
    return 0 if result is None else result.choices


def _too_many(claim: Claim) -> Problem:
    message = f"the claim rests on the verdicts of others, and more than {MOST_TESTS} tests would decide it"
    return Problem(claim.place, "claim-choices", message, "let it ask for data, not for verdicts")


def _too_many_in_site(claim: Claim, most: int) -> Problem:
    message = f"the claims of this site take more than {most:,} choices among rival values, and none is tested"
    hint = "deprecate what cannot be right, or test fewer figures at once: sitegen explain shows what a claim takes"
    return Problem(claim.place, "claim-choices", message, hint)


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
    except Unfit as error:
        return error.problem


def _answer(plain: Verdict, without: Verdict | Problem | None) -> Answered:
    """What `verdict()` answers: nothing, where the verdict is another one without the source of the claim that asks."""
    if isinstance(without, Verdict) and without.word == plain.word:
        return Answered(function="verdict", args=(plain.claim.id,), words=(plain.word,))
    return Answered(function="verdict", args=(plain.claim.id,), reason="it rests on the source of this claim")


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
        faults = [*unknown(found, tracker)] or [*idle(found, tracker)]
        problems += [fault.at(line) for fault in faults]
        yield found


def _verdict(parsed: Parsed, figures: Figures, whole: Figures, verdicts: Mapping[str, Answered]) -> Verdict:
    readings: list[Reading] = []
    for lines in parsed.readings:
        left = MOST_CHOICES - sum(reading.choices for reading in readings)
        readings.append(tested(parsed.claim, lines, figures, verdicts, most=left))
    if figures.tracker is not whole.tracker:
        terms = Terms(whole, whole, {}, verdicts, parsed.claim.mixed)
        readings = [with_own_reason(*pair, terms) for pair in zip(readings, parsed.readings, strict=True)]
    check, alternatives = (readings[0], tuple(readings[1:])) if readings else (None, ())
    word = verdict_word(check.outcome if check else "missing", [reading.outcome for reading in alternatives])
    return Verdict(claim=parsed.claim, word=word, check=check, alternatives=alternatives)
