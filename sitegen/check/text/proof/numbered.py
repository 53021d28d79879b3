"""Numbers of claims for which no check asks, or which count something else than the check: members, and not loaves."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal

from sitegen.check.text.excused import each_time, foreign, foreign_sign
from sitegen.check.text.lists.vocabulary import SCALES
from sitegen.check.text.numerals import Numeral
from sitegen.check.text.texts import Passage, Remark
from sitegen.check.text.wording import Wording
from sitegen.claims import Verdict
from sitegen.claims.numbers import Size, sizes
from sitegen.figures.nouns import heading
from sitegen.model.basics.unit import PERCENT, POINTS, RATIOS, TIMES
from sitegen.model.claim import Claim
from sitegen.model.tracker import Tracker

_POINTS = re.compile(r"[\s-](?:percentage\s)?points?\b")
_COUNT = re.compile(rf"\b(?:dozen|{SCALES})s?\Z")


def unasked(
    passage: Passage,
    digits: Iterable[Numeral],
    wording: Wording,
    verdicts: Mapping[str, Verdict],
    tracker: Tracker,
) -> Iterator[Remark]:
    """The numbers in the statement of a claim that its checks do not ask for, or not of what they count there."""
    asked = None if passage.claim is None else _sizes(passage.claim, verdicts, tracker)
    if asked is None:
        return
    for each in digits:
        right = [size for size in asked if size.number in each.readings]
        if not right:
            yield _missing(each.start, each.text, next(iter(each.readings), each.text))
        yield from _other(passage.words, each.start, each.text, right, tracker, percent=each.percent)
    for word in wording.numbers(passage.words):
        right = [size for size in asked if size.number in word.values]
        text = passage.words[word.start : word.start + len(word.text)]
        if not right:
            yield _missing(word.start, text, *word.values)
        elif _COUNT.search(text):
            yield from _other(passage.words, word.start, text, right, tracker, percent=False)


def _sizes(claim: Claim, verdicts: Mapping[str, Verdict], tracker: Tracker) -> tuple[Size, ...] | None:
    """The numbers that a claim is tested by; None if its checks cannot be read. An open alternative tests nothing."""
    verdict = verdicts.get(claim.id)
    undecided = (
        () if verdict is None else (each for each in verdict.alternatives if each.outcome in ("open", "missing"))
    )
    idle = {compared.expression for reading in undecided for compared in reading.comparisons} - {*claim.check}
    return sizes((line for line in claim.tests if line not in idle), tracker)


def _missing(start: int, text: str, *numbers: Decimal | str) -> Remark:
    """What to say of a number that no check asks for; numbers: those that it may be."""
    excuse = f'{{{{ lit("{text}", "why it is not tested") }}}}'
    size, *others = (each if isinstance(each, str) else f"{each:f}" for each in numbers)
    way = f"with {' or '.join((size, *others[-2:]))} in the check" if others else f'as in fig("…") > {size}'
    hint = f"test it, {way}{'' if others else f' or == about({size})'}, or write {excuse}"
    return Remark(start, text, f"the claim says {text}, and neither its check nor an alternative does", hint)


def _other(
    words: str, start: int, text: str, asked: Collection[Size], tracker: Tracker, *, percent: bool
) -> Iterator[Remark]:
    """A word beside a number that makes something else of it than each of the checks that ask for such a number."""
    before, after = words[:start], words[start + len(text) :]
    found = [_beside(before, after, size, tracker, percent=percent) for size in asked]
    if found and found[0] is not None and None not in found:
        what = " and ".join(dict.fromkeys(what for each in found if each is not None for what in [each[1]]))
        message = f'"{found[0][0]}" stands beside {text}, and the check counts {what}'
        yield Remark(start, text, message, "say what the check counts, or check what the claim says")


def _beside(before: str, after: str, size: Size, tracker: Tracker, *, percent: bool) -> tuple[str, str] | None:
    """A word beside a number that is of something else than a check asks for, and what the check counts."""
    if size.unit is None:
        return None
    counts = heading(size.unit, tracker.site.locale)
    points = _POINTS.match(after)
    if percent and size.unit != (POINTS if points else PERCENT) and not (points and size.unit not in RATIOS):
        return ("points" if points else "percent"), counts
    sign = foreign_sign(before, size.unit, tracker.site.locale) or foreign(after, size.unit, tracker)
    if sign is not None and size.unit != TIMES:
        return sign["word"], counts
    time = None if size.period is None else each_time(after, size.period, tracker.site.locale)
    return None if time is None else (time["word"], f"{counts} of {size.period}")
