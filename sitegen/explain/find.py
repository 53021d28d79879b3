"""Find: the addresses that words mean, best matches first, with their values. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from unicodedata import normalize

from msgspec import Struct

from sitegen.figures import Figure, Figures
from sitegen.figures.values.choice import volume
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Period, read_when
from sitegen.model.tracker import Tracker
from sitegen.problems import did_you_mean

MOST = 40
"""So many addresses are listed at most."""
_NEAR = 0.8
_DATE = re.compile(r"(?:FY)?\d{4}-[QHW]?\d+", re.IGNORECASE)
"""What can only be meant as a period."""


class Hit(Struct, frozen=True):
    """An address that was found, its answer in words, and what it is of in words."""

    address: str
    answer: Figure
    label: str


def find(figures: Figures, words: Sequence[str]) -> list[Hit]:
    """The addresses that match all words: names, aliases, metrics, definitions and periods; the best first.

    Without a period the latest values of each series. Raises ValueError, with what is near, if nothing is found.
    """
    tracker = figures.tracker
    periods, names = _parted(words)
    scored = [(_score(tracker, id, names), id) for id in tracker.series]
    best = sorted(((score, id) for score, id in scored if score), key=lambda each: (-each[0], each[1]))
    if not best:
        raise ValueError(_near(tracker, names))
    hits = [hit for _, id in best for hit in _hits(figures, id, periods)]
    if not hits:
        labels = ", ".join(f"{'.'.join(id)} ({_span(figures, id)})" for _, id in best[:5])
        raise ValueError(f"no value for {' '.join(map(str, periods))}; there are values of {labels}")
    return hits


def _plain(text: str) -> str:
    """A text without full width, ligatures and the like, as words are compared."""
    return normalize("NFKC", text)


def _parted(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The periods and the other words; raises ValueError for a period that no calendar has."""
    periods, names = [], []
    for word in (part for each in words for part in _plain(each).replace("@", " ").split()):
        try:
            read_when(word)
        except ValueError:
            if _DATE.fullmatch(word):
                raise
            names.append(word.casefold())
        else:
            periods.append(word)
    return periods, names


def _score(tracker: Tracker, id: SeriesId, names: Sequence[str]) -> int:
    """How well a series matches all words; 0 if it does not match one of them."""
    entity, metric = tracker.entities[id[0]], tracker.metrics[id[1]]
    strong = [".".join(id), entity.id, *entity.names, metric.id, metric.label, metric.in_text, *metric.aliases]
    weak = [tracker.series[id].definition, tracker.series[id].basis, tracker.series[id].scope]
    scores = [max(_fit(word, strong) * 2, _fit(word, weak, near=False)) for word in names]
    return sum(scores) + 1 if all(scores) else 0


def _fit(word: str, texts: Iterable[str], *, near: bool = True) -> int:
    """How well a word fits one of some texts: all of it, one of its words, a beginning, a part, nearly."""
    best = 0
    for text in texts:
        plain = _plain(text).casefold()
        parts = plain.replace("-", " ").replace(".", " ").split()
        if word == plain:
            return 5
        if word in parts:
            best = max(best, 4)
        elif any(part.startswith(word) for part in parts) or plain.startswith(word):
            best = max(best, 3)
        elif word in plain:
            best = max(best, 2)
        elif near and len(word) > 3 and any(SequenceMatcher(None, word, part).ratio() >= _NEAR for part in parts):
            best = max(best, 1)
    return best


def _hits(figures: Figures, id: SeriesId, periods: Sequence[str]) -> list[Hit]:
    """The addresses of a series that have an answer in the periods that are asked for, these themselves first."""
    series = figures.tracker.series[id]
    observed = {o.period for o in series.observations if volume(o) is not None} | set(figures.evidence.worked_out(id))
    there = sorted(observed, key=lambda period: (period.last, -period.first.toordinal()), reverse=True)
    asked = []
    for name in periods:
        try:
            asked.append(Period.parse(name, series.calendar))
        except ValueError:  # a financial year, of a series that has none
            return []
    inside = [p for p in there if all(each.contains(p) for each in asked) and p not in asked]
    wanted = [*asked, *inside] if asked else there[:3]
    answers = [(Address(*id, p), figures.answer(Address(*id, p))) for p in wanted]
    label = figures.label(id)
    return [Hit(str(address), answer, label) for address, answer in answers if isinstance(answer, Figure)]


def _span(figures: Figures, id: SeriesId) -> str:
    periods = figures.evidence.periods(id)
    return f"{periods[0]} to {periods[-1]}" if periods else "none yet"


def _near(tracker: Tracker, names: Sequence[str]) -> str:
    """What is near to words of which no series has all."""
    known = {word for id in tracker.series for word in (*id, *_names(tracker, id))}
    by_plain = {name.casefold(): name for name in sorted(known)}
    lost = [name for name in names if not any(_score(tracker, id, [name]) for id in tracker.series)]
    if not lost:
        return f"no series has all of: {' '.join(names)}; leave one of the words out"
    hints = [did_you_mean(name, by_plain) for name in lost]
    return f"nothing is called {' or '.join(lost)}" + "".join(f": {hint}" for hint in hints[:1] if hint)


def _names(tracker: Tracker, id: SeriesId) -> Iterable[str]:
    return (*tracker.entities[id[0]].names, tracker.metrics[id[1]].label)
