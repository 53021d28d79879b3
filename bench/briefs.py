"""Seeded texts for the benchmark: briefs of about 600 words with headings, a table, lists, links and code.

The texts hold no numeral, so that they need no figures, and only Markdown that every generator reads alike.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_VOCABULARY = """
market maker report county harbour river winter summer bread honey timber paper copper garden window
engine cable bridge signal meadow valley station letter journal ledger supply demand trade price order wagon ferry
island castle village forest granite marble silver theatre library school bakery brewery pottery weaver miller
grows falls turns opens closes begins follows carries reaches leaves keeps brings sends finds shows holds moves
slowly quickly quietly often seldom always again together apart early late near north south east west
small large old new quiet busy narrow wide steep gentle heavy light plain bright dark warm cold dry
"""
WORDS = _VOCABULARY.split()


@dataclass(frozen=True, slots=True)
class Brief:
    """One text. body: Markdown; figures: expressions for a tracker, which stand in the first paragraphs."""

    slug: str
    title: str
    summary: str
    day: date
    body: str


def briefs(count: int, seed: int = 1, figures: Sequence[str] = (), each: int = 0) -> list[Brief]:
    """So many briefs; each of them shows `each` of the expressions."""
    chosen = random.Random(seed)
    slugs = [f"{_words(chosen, 3, '-')}-{_letters(number)}" for number in range(count)]
    return [_brief(chosen, number, slugs, figures, each) for number in range(count)]


def _brief(chosen: random.Random, number: int, slugs: Sequence[str], figures: Sequence[str], each: int) -> Brief:
    title = _words(chosen, 5).capitalize() + f" of {_letters(number)}"
    shown = [f" It came to {{{{ {chosen.choice(figures)} }}}}." for _ in range(each)]
    parts = []
    for heading in range(3):
        parts += [f"## {_words(chosen, 3).capitalize()} {_letters(heading)}", *_paragraphs(chosen, slugs, shown)]
        if heading == 0:
            parts.append(_table(chosen))
        if heading == 1:
            parts += ["\n".join(f"- {_sentence(chosen, 8)}" for _ in range(5)), _code(chosen)]
        if heading == 2:
            parts.append("\n".join(f"{n}. {_sentence(chosen, 8)}" for n in range(1, 5)))
    day = date(2015, 1, 1) + timedelta(days=number % 3650)
    return Brief(slugs[number], title, _sentence(chosen, 14), day, "\n\n".join(parts) + "\n")


def _paragraphs(chosen: random.Random, slugs: Sequence[str], shown: list[str]) -> list[str]:
    """Three paragraphs with emphasis, a link to another brief and one to the web; the last of `shown` is used up."""
    found = []
    for _ in range(3):
        words = [_sentence(chosen, 11), f"*{_words(chosen, 2)}* and **{_words(chosen, 2)}**", _sentence(chosen, 11)]
        words.append(f"See [{_words(chosen, 3)}](/briefs/{chosen.choice(slugs)}/) and")
        words.append(f"[{_words(chosen, 2)}](https://example.org/{_words(chosen, 1)}) for `{_words(chosen, 1)}`.")
        words += [_sentence(chosen, 12)]
        found.append(" ".join(words) + (shown.pop() if shown else ""))
    return found


def _table(chosen: random.Random) -> str:
    rows = [[_words(chosen, 2) for _ in range(4)] for _ in range(6)]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|---|---|---|---|", *lines[1:]])


def _code(chosen: random.Random) -> str:
    lines = [f"{_words(chosen, 1)} = {_words(chosen, 1)}({_words(chosen, 1)})" for _ in range(6)]
    return "\n".join(["```python", *lines, "```"])


def _sentence(chosen: random.Random, length: int) -> str:
    return _words(chosen, length).capitalize() + "."


def _words(chosen: random.Random, count: int, between: str = " ") -> str:
    return between.join(chosen.choices(WORDS, k=count))


def _letters(number: int) -> str:
    """A number in letters: "aab", so that no text holds a numeral."""
    letters = ""
    for _ in range(4):
        number, rest = divmod(number, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
