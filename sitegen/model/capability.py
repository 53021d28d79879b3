"""Capabilities: what a model, brand or company can do, and which answers are the latest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Text
from sitegen.model.series import Use
from sitegen.problems import Place
from sitegen.value import Value

Answer = Literal["yes", "partly", "planned", "no", "unknown"]


class CapabilityAnswer(Value, frozen=True, eq=False, kw_only=True):
    """What a source says an entity can do."""

    ASIDE = ("place", "dated")
    entity: str
    answer: Answer
    said: Period
    text: Text | None
    source: str
    use: Use
    reason: str | None
    place: Place
    dated: Place | None = None
    """Where its date stands."""


class Capability(Value, frozen=True, eq=False, kw_only=True):
    """Something that a model, brand or company can do or not. aliases: other words by which readers look for it."""

    ASIDE = ("place",)
    id: str
    label: str
    definition: str
    aliases: tuple[str, ...] = ()
    answers: tuple[CapabilityAnswer, ...]
    place: Place


def latest(answers: Iterable[CapabilityAnswer], entity: str) -> tuple[CapabilityAnswer, ...]:
    """The undeprecated answers for an entity of which no other is certainly later, the one with the last day first.

    Dates that overlap cannot be ordered: "2025" may be before or after March 2025.
    """
    own = [answer for answer in answers if answer.entity == entity and answer.use != "deprecated"]
    newest = max((answer.said.first for answer in own), default=None)
    standing = [answer for answer in own if newest is not None and answer.said.last >= newest]
    return tuple(sorted(standing, key=lambda answer: (answer.said.last, answer.source), reverse=True))


def unordered(answers: Iterable[CapabilityAnswer]) -> tuple[CapabilityAnswer, CapabilityAnswer] | None:
    """Two of them that differ and of which it is not known which is later; None if there are none.

    Answers of one date differ, but neither of them is meant to be the later one.
    """
    every = list(answers)
    pairs = ((one, other) for one in every for other in every if one.answer != other.answer and one.said != other.said)
    return next(pairs, None)
