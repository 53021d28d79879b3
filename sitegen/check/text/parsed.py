"""A passage as every check of texts reads it: its sentences, figures, names and periods, each found once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Literal, NamedTuple

from sitegen.check.text.named import places
from sitegen.check.text.sentences import sentence, sentences
from sitegen.check.text.texts import Passage, Remark
from sitegen.check.text.when import Told, told
from sitegen.expressions import Value
from sitegen.figures import Figure, Figures, say
from sitegen.figures.figure import ANSWERS
from sitegen.figures.nouns import heading
from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Expression
from sitegen.model.metric import Metric
from sitegen.model.tracker import Tracker
from sitegen.words import Locale

_REACH = 40
"""How many characters beside a figure are read."""
_QUESTION = re.compile(r"[?？][”\"'’)]*\s*\Z")
Side = Literal["before", "after"]


class Name(NamedTuple):
    """A name of an entity in a text, from an offset on; one that the site gives for `[[…]]` is one character."""

    id: str
    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.text)


class Spot(NamedTuple):
    """A figure in a text.

    metric: of a figure that answers an address, None of any other. offset: where it stands; before, after: the nearest
    words on its sides.
    """

    figure: Figure
    metric: Metric | None
    offset: int
    before: str
    after: str
    sentence: Sentence
    locale: Locale

    @property
    def period(self) -> Period | None:
        """The period of a figure that answers; None of any other."""
        period = self.figure.address.period if self.figure.address is not None else None
        return period if isinstance(period, Period) else None

    @property
    def said(self) -> str:
        """The figure in words, in quotation marks; only what is found needs them."""
        return f'"{say(self.figure, self.locale)}"'

    @property
    def counts(self) -> bool:
        """Whether what the figure counts stands right behind it."""
        return self.after[1:].lower().startswith(heading(self.figure.unit, self.locale).lower())

    def remark(self, match: re.Match[str], side: Side, message: str, hint: str) -> Remark:
        """What to say of the `word` that a pattern found on one side."""
        begins = self.offset - len(self.before) if side == "before" else self.offset + 1
        return Remark(begins + match.start("word"), match["word"], message, hint)


class Parsed:
    """A passage with all that its words and its expressions say. Every offset is one of its words.

    values: of the expressions that could be evaluated. data: the figures that answer.
    """

    def __init__(self, passage: Passage, values: Mapping[Expression, Value], data: Figures) -> None:
        self.passage, self.data = passage, data
        self.words = passage.words
        self._values = values
        self._sentences: dict[tuple[int, int], Sentence] = {}

    @property
    def tracker(self) -> Tracker:
        """The tracker in which the passage stands."""
        return self.data.tracker

    @property
    def locale(self) -> Locale:
        """The language of the site."""
        return self.tracker.site.locale

    @cached_property
    def values(self) -> Mapping[int, Value | None]:
        """The value of each expression, None where it could not be evaluated."""
        return {at: self._values.get(each) for at, each in self.passage.expressions.items()}

    @cached_property
    def figures(self) -> Mapping[int, Figure]:
        """The figures among the values."""
        return {at: value for at, value in self.values.items() if isinstance(value, Figure)}

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Every figure with what stands beside it."""
        words = self.words
        return tuple(
            Spot(
                figure,
                self._metric(figure),
                at,
                words[max(0, at - _REACH) : at],
                words[at + 1 : at + 1 + _REACH],
                self.sentence(at),
                self.locale,
            )
            for at, figure in self.figures.items()
        )

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of entities in its words, and those that the site gives."""
        linked = (Name(id, at, self.words[at]) for at, id in self.passage.names.items() if id in self.tracker.entities)
        return (*(Name(*each) for each in places(self.tracker, self.words)), *linked)

    @cached_property
    def periods(self) -> tuple[Told, ...]:
        """The periods that it names."""
        return tuple(told(self.words, self.locale))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences."""
        return tuple(self._sentence(*span) for span in sentences(self.words))

    def spelled(self, begin: int, end: int) -> str:
        """The words between two offsets, with the names that the site gives spelled out."""
        words, names = self.words[begin:end], self.passage.names
        for at, id in sorted(names.items(), reverse=True):
            if begin <= at < end and id in self.tracker.entities:
                words = words[: at - begin] + self.tracker.entities[id].name + words[at - begin + 1 :]
        return words

    def sentence(self, start: int, end: int | None = None) -> Sentence:
        """The sentence of what stands at an offset, or from there to an end."""
        return self._sentence(*sentence(self.words, start, start + 1 if end is None else end))

    def _metric(self, figure: Figure) -> Metric | None:
        if figure.kind not in ANSWERS or figure.address is None:
            return None
        return self.tracker.metrics[figure.address.metric]

    def _sentence(self, begin: int, end: int) -> Sentence:
        return self._sentences.setdefault((begin, end), Sentence(self, begin, end))


class Sentence:
    """A sentence of a passage. begin, end: where it stands in it."""

    def __init__(self, parsed: Parsed, begin: int, end: int) -> None:
        self._parsed, self.begin, self.end = parsed, begin, end
        self.words = parsed.words[begin:end]

    @cached_property
    def values(self) -> Mapping[int, Value | None]:
        """The value of each expression in it, by its offset in the passage."""
        return {at: value for at, value in self._parsed.values.items() if self.begin <= at < self.end}

    @cached_property
    def figures(self) -> Mapping[int, Figure]:
        """The figures in it, by their offsets in the passage."""
        return {at: figure for at, figure in self._parsed.figures.items() if self.begin <= at < self.end}

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names in it, with their offsets in the passage."""
        return tuple(each for each in self._parsed.names if self.begin <= each.start < self.end)

    @cached_property
    def periods(self) -> tuple[Told, ...]:
        """The periods that it names, with their offsets in its own words."""
        return tuple(told(self.words, self._parsed.locale))

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return _QUESTION.search(self.words) is not None
