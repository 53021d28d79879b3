"""Tests every claim: check → readings → verdict. Pure; what an author must fix comes out as problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import partial
from typing import cast

from sitegen.cache import Memory
from sitegen.claims.evidence import evidence, holders, own_sources, with_own_reason
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
from sitegen.packing import print_of
from sitegen.problems import Problem
from sitegen.reading.syntax import Fault
from sitegen.recall import Known, Recall, Recalled
from sitegen.words import Locale

Result = Verdict | Problem
Done = dict[Test, Recalled[Result] | None]
"""What tests came to; None for one that rests on a claim whose own problem is reported."""

MOST_IN_SITE = 100_000
"""So many ways to choose are tried for all claims of a site."""


def judge(
    tracker: Tracker, recall: Recall | None = None, *, most: int = MOST_IN_SITE
) -> tuple[Mapping[str, Verdict], list[Problem]]:
    """The verdict on every claim that can be tested, by its id, and what is wrong with the rest.

    recall: of tests of this tracker that were made before. most: how many choices may be tried for all of them; where
    there are more, none has a verdict.
    """
    recall = recall or Recall(Memory(), Figures(tracker))
    problems: list[Problem] = []
    held = holders(tracker.sources)
    read = (_parse(claim, tracker, held, problems) for claim in tracker.claims.values())
    parsed = {found.claim.id: found for found in read if found is not None}
    rank = {id: number for number, id in enumerate(in_order(parsed, problems))}
    done: Done = {}
    tried = 0
    for id in rank:
        todo = tests(parsed, rank, done, id)
        if len(todo) > MOST_TESTS:
            problems.append(_too_many(parsed[id].claim))
            continue
        for test in todo:
            if tried > most:
                return Known({}), [*problems, _too_many_in_site(parsed[id].claim, most)]
            done[test] = result = _recalled(parsed, test, done, recall)
            tried += _choices(None if result is None else result.value)
    tested = {id: done.get((id, parsed[id].own)) for id in tracker.claims if id in rank}
    results = {id: result for id, result in tested.items() if result is not None}
    problems += [result.value for result in results.values() if isinstance(result.value, Problem)]
    verdicts = {id: cast(Recalled[Verdict], result) for id, result in results.items() if result.kind is Verdict}
    return Known(verdicts), problems


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


def _recalled(parsed: Mapping[str, Parsed], test: Test, done: Done, recall: Recall) -> Recalled[Result] | None:
    """The verdict on a claim without what some sources say; what its author must fix; or None if it rests on that."""
    id, without = test
    others: dict[str, Answered] = {}
    for other, sources in needs(parsed, test):
        plain, found = _value(done, (other, parsed[other].own)), _value(done, (other, sources))
        if not isinstance(plain, Verdict):
            return None  # it rests on the verdict of a claim whose own problem is reported
        others[other] = _answer(plain, found, recall.locale)
    if set(parsed[id].asked) - others.keys():
        return None
    name = f"verdict {id} {sorted(without)} {recall.print_of(parsed[id].claim)} {print_of(others)}"
    return recall.of(name, partial(_tested, parsed[id], without, others))


def _tested(parsed: Parsed, without: Set[str], others: Mapping[str, Answered], whole: Figures) -> Result:
    try:
        return _verdict(parsed, Figures(evidence(whole.tracker, without)), whole, others)
    except Unfit as error:
        return error.problem


def _value(done: Done, test: Test) -> Result | None:
    found = done.get(test)
    return None if found is None else found.value


def _answer(plain: Verdict, without: Verdict | Problem | None, locale: Locale) -> Answered:
    """What `verdict()` answers: nothing, where the verdict is another one without the source of the claim that asks."""
    if isinstance(without, Verdict) and without.word == plain.word:
        return Answered(function="verdict", args=(plain.claim.id,), words=(plain.word,))
    return Answered(function="verdict", args=(plain.claim.id,), reason=locale.say("claim.none.verdict"))


def _parse(
    claim: Claim, tracker: Tracker, held: Mapping[str, frozenset[str]], problems: list[Problem]
) -> Parsed | None:
    """The claim's readings, or None after noting what is wrong with them."""
    before = len(problems)
    readings = []
    for lines in (claim.check, *claim.alternatives):
        readings.append(tuple(_comparisons(lines, tracker, problems)))
    if len(problems) > before:
        return None
    return Parsed(claim, tuple(filter(None, readings)), own_sources(claim, tracker.sources, held))


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
        readings = [
            with_own_reason(*pair, terms, whole.tracker.site.locale)
            for pair in zip(readings, parsed.readings, strict=True)
        ]
    check, alternatives = (readings[0], tuple(readings[1:])) if readings else (None, ())
    word = verdict_word(check.outcome if check else "missing", [reading.outcome for reading in alternatives])
    return Verdict(claim=parsed.claim, word=word, check=check, alternatives=alternatives)
