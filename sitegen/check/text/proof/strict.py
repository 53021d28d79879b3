"""Claims whose words and whose check differ by a little: "over" and >=, "at least" and >, a denial, more than once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jinja2 import nodes

from sitegen.check.text.lists.vocabulary import NUMBER, YEAR
from sitegen.check.text.lists.wordlist import Term
from sitegen.check.text.proof.lack import Lack
from sitegen.check.text.proof.turned import Side, denied
from sitegen.check.text.wording import Word
from sitegen.claims.grammar import Comparison
from sitegen.claims.linear import number_of
from sitegen.model.claim import Claim

_STRICT = re.compile(r"(?:more|fewer|less) than|over|above|exceed\w*|under|below")
_OF_VERB = re.compile(r"\b(?:hand|turn|carr|pass|roll|t[ao]k|took|brought|bring|gave|giv)\w*\s\Z", re.IGNORECASE)
"""Before "over" that is no word for a size: "handed over 12 boats"."""
_INCLUDING = re.compile(r"at (?:least|most)|up to|(?:no|not) (?:more|fewer|less) than|upwards of")
_MORE_NOUN = re.compile(
    r"\d[\d,.]*(?: (?:thousand|million))?(?: (?!or\b)[a-z]+){1,2} (?P<word>fewer|more|less)\b(?! than \d)"
)
_LASTING = re.compile(
    rf"\b(?P<word>for (?:{NUMBER}|\d+) (?:consecutive |straight |full )?(?:years|quarters|months)"
    r"|(?P<since>since (?:19|20)\d\d)|never (?:\w+ ){1,2}?(?:more|fewer|less|under|below|above)\b)",
    re.IGNORECASE,
)
_ALONE = re.compile(r"^(?P<word>Only) (?!after|in|then|once|when|with)[A-Z]")
_FASTER = re.compile(r"\b(?P<word>(?:faster|slower)\b[^.,;]{0,40}? than)(?= in (?:19|20)\d\d| [A-Z])")


def little(words: str, bounds: Sequence[tuple[str, Word]], near: Side | None, claim: Claim) -> Iterator[Lack]:
    """Words that leave out the number itself where the check takes it in, and the other way round."""
    for way, word in bounds:
        if near is None or near.way != way or denied(words, word) is not None or _OF_VERB.search(words[: word.start]):
            continue
        text, sign = word.text.lower(), {"more": (">", ">="), "less": ("<", "<=")}[way]
        if _STRICT.match(text) and near.exact:
            message = f'"{word.text}" leaves the number itself out, and the check of "{claim.id}" takes it in'
            yield Lack(word, message, f"write {sign[0]} in the check, or another word")
        elif _INCLUDING.match(text) and not near.exact:
            message = f'"{word.text}" takes the number itself in, and the check of "{claim.id}" leaves it out'
            yield Lack(word, message, f"write {sign[1]} in the check, or another word")


def counted(words: str, denial: Word | None, line: Comparison, claim: Claim) -> Iterator[Lack]:
    """A denial of a count for which the check asks: "did not sell 49,000", "sold no loaves"."""
    level = isinstance(line.left, nodes.Call) and line.left.node == nodes.Name("fig", "load")
    more = level and line.sign in (">", ">=") and number_of(line.right) is not None and not _KEPT.search(words)
    if more and denial is not None and re.fullmatch(r"not?|never|\w*n['’]t", denial.text.lower()):
        message = f'"{denial.text}" denies, and the check of "{claim.id}" asks that there were so many'
        yield Lack(denial, message, "turn the sign of the check around, or say what was")


_KEPT = re.compile(
    r"\b(?:fall|drop|sink|shrink|less|fewer|under|below|lose|loss|without|more|only|but|stop|miss|fail"
    r"|\w+er than)\b|\bno\.? ?\d"
)


def lost(words: str, moves: Sequence[tuple[str, Word]], line: Comparison, claim: Claim) -> Iterator[Lack]:
    """A word for a fall where the check asks that it was less than so much, and so may have been a rise."""
    number = number_of(line.right)
    change = isinstance(line.left, nodes.Filter) and line.left.name == "change"
    if change and number is not None and number < 0 and line.sign in (">", ">="):
        for word in (word for way, word in moves if way == "fall" and denied(words, word) is None):
            message = f'"{word.text}" says a fall, and the check of "{claim.id}" holds of a rise too'
            yield Lack(word, message, "check both ends, one a line: < 0 and the other")


def lasting(words: str, lines: Sequence[Comparison], claim: Claim) -> Iterator[Lack]:
    """Words for several times, or for one company alone, where the check has one line."""
    if len(claim.check) != 1 or len(lines) != 1:
        return
    source = claim.check[0].source
    figures = source.count("fig(")
    match = _LASTING.search(words) if figures == 1 else None
    if match is not None and not (match["since"] and YEAR.findall(match["since"])[0] in source):
        message = f'"{match["word"]}" speaks of several periods, and the check of "{claim.id}" has one line'
        yield Lack(_word(match), message, "write a line for each of them, or say of which time it is")
    if figures == 1 and (match := _ALONE.search(words)):
        message = f'"{match["word"]}" sets one against all others, and the check of "{claim.id}" asks for one'
        yield Lack(_word(match), message, "write a line for each of the others")
    if figures == 1 and (match := _FASTER.search(words)) and "change(" in source:
        message = f'"{match["word"]}" compares two changes, and the check of "{claim.id}" has one'
        yield Lack(_word(match), message, 'check both: (fig("…") | change("year")) > (fig("…") | change("year"))')
    if figures == 1 and not re.search(r"change\(|times\(|share\(| - ", source) and (match := _MORE_NOUN.search(words)):
        message = f'"{match["word"]}" compares, and the check of "{claim.id}" has no two figures'
        yield Lack(_word(match), message, 'check the difference: fig("…") - fig("…") > …')


def _word(match: re.Match[str]) -> Word:
    return Word(match.start("word"), match["word"], Term("comparative", False, ()))
