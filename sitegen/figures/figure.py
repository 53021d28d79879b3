"""Figures: the answers to addresses, and what is computed from them. Each keeps its inputs."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NewType

from msgspec import Struct

from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import Amount
from sitegen.model.basics.metric_kind import MetricKind
from sitegen.model.basics.unit import Unit
from sitegen.model.lives import Outside
from sitegen.model.series import Observation, Status
from sitegen.model.worked import WorkedOut
from sitegen.words import Locale

FigureKind = Literal["observed", "worked-out", "derived", "change", "computed"]
ANSWERS: tuple[FigureKind, ...] = ("observed", "worked-out", "derived")
"""The kinds of figures that answer an address."""
Why = Literal["documents", "unused", "target", "apart", "claimant", "change", "percentage", "index", "vague", "rate"]
"""Why nothing answers: no document gives it, what they give is not used or is no count, parts contradict each other,
the claim's own source alone gives it, only a change is given, there is no percentage or index of it, it is open, or a
rate is missing.
"""
Operation = Literal[
    "",
    "sum of shorter periods",
    "worked out from published values",
    "value on the last day",
    "what the values that agree have in common",
    "between sums of shorter periods that contradict each other",
    "change on the year before",
    "change on the period before",
    "rise on the year before",
    "rise on the period before",
    "fall on the year before",
    "fall on the period before",
    "rise",
    "fall",
    "rounded",
    "share",
    "ratio",
    "sum",
    "difference",
    "converted",
    "index",
]
"""What a figure may be made by; each has its words in the catalogue. A figure that is not made of others has none."""
SumOf = NewType("SumOf", str)
"""The operation of one of several sums of shorter periods: "sum of 2024-Q1, 2024-Q2"."""
CONVERTED: Literal["converted"] = "converted"
"""The operation of a figure that is brought into another currency; its inputs are the value and the rate."""
INDEXED: Literal["index"] = "index"
"""The operation of a figure that is an index; its inputs are the value and that of the base."""
COMMON: Operation = "what the values that agree have in common"
"""The operation of a figure that is made of values of one address."""
ON_LAST_DAY: Operation = "value on the last day"
"""The operation of a stock's value in a period that ends on the day of its own."""


class Terms(Struct, frozen=True):
    """A number as the sum of unknown ones, each once and with its factor, and of a known one."""

    factors: tuple[tuple[Figure, int], ...]
    constant: Decimal = Decimal(0)


class Figure(Struct, frozen=True, kw_only=True):
    """A number with everything that stands behind it.

    kind: `observed` (one observation answers), `worked-out` (it follows from `inputs`, as `worked` says), `derived`
    (the sum of shorter periods), `change` (a change as a source reports it), `computed` (by a filter or + and −).
    unit: the metric's, or PERCENT, POINTS or TIMES. metric_kind: what it bears, as a metric of that kind does.
    decimals: at most so many are printed.
    signed: printed with + or − (changes). plain: printed as digits only. named: printed with its unit in a text.
    address: with its period resolved; None for `computed`. observation: of `observed` and `change`. worked: of
    `worked-out`, its terms in the order of `inputs`.
    rivals: the other undeprecated reported observations of the address, whether they agree or not;
    disagree: whether any two of them all do not agree.
    operation: in words, what made it from `inputs` ("sum of shorter periods", "change on the year before").
    restated: whether a later document of its source replaces the value, so that it is quoted and decides nothing.
    terms: what it is the sum of, down to what is not added up; None for what is one unknown number itself.
    mixed: the reason given for mixing regions, bases or periods of different length, to be printed.
    """

    amount: Amount
    unit: Unit
    decimals: int
    kind: FigureKind
    label: str
    metric_kind: MetricKind = "measure"
    status: Status = "reported"
    signed: bool = False
    plain: bool = False
    named: bool = False
    address: Address | None = None
    observation: Observation | None = None
    worked: WorkedOut | None = None
    rivals: tuple[Observation, ...] = ()
    disagree: bool = False
    restated: bool = False
    inputs: tuple[Figure, ...] = ()
    operation: Operation | SumOf = ""
    terms: Terms | None = None
    mixed: str | None = None

    @property
    def counted(self) -> Figure:
        """What was counted: the figure before it was brought into another currency, or to an index."""
        return self.inputs[0] if self.operation in (CONVERTED, INDEXED) else self

    @property
    def added(self) -> bool:
        """Whether it was added up from shorter periods; a stock at the end of a longer period was not."""
        return self.counted.kind == "derived" and self.counted.operation not in (ON_LAST_DAY, COMMON)

    @property
    def addresses(self) -> tuple[Address, ...]:
        """Every address beneath it, its own first, each once."""
        own = () if self.address is None else (self.address,)
        return tuple(dict.fromkeys(own + tuple(a for f in self.inputs for a in f.addresses)))

    @property
    def nearest(self) -> tuple[Address, ...]:
        """Its own address, or where it has none those that it is computed from, each once."""
        if self.address is not None:
            return (self.address,)
        return tuple(dict.fromkeys(a for f in self.inputs for a in f.nearest))

    @property
    def rests_on_restated(self) -> bool:
        """Whether it, or a part of it, is a value that was restated later."""
        return self.restated or any(part.rests_on_restated for part in self.inputs)

    @property
    def observations(self) -> tuple[Observation, ...]:
        """Every observation that it rests on, in order, each once."""
        own = () if self.observation is None else (self.observation,)
        return tuple(dict.fromkeys(own + tuple(o for f in self.inputs for o in f.observations)))


class Missing(Struct, frozen=True):
    """The answer to an address that has none.

    reason: why, for editors, as reports and `explain` print it. why: the same for readers, by the end of a message id.
    outside: whether the entity had ended before the period, or began after it, so that nothing is missing there.
    """

    address: Address
    reason: str
    why: Why = "documents"
    outside: Outside | None = None

    def short(self, locale: Locale) -> str:
        """Why nothing answers in a few words, for a cell of a table or a file."""
        return locale.say(f"missing.{self._end if self.why == 'documents' else self.why}")

    def said(self, locale: Locale) -> str:
        """Why nothing answers, in a sentence: no value was found, or its entity was not there."""
        return locale.say("missing.value" if self.outside is None else f"missing.{self._end}")

    @property
    def _end(self) -> str:
        return "documents" if self.outside is None else self.outside.replace(" ", "-")


def is_gap(answer: object) -> bool:
    """Whether a value is missing where there could be one: not before an entity began or after it ended."""
    return isinstance(answer, Missing) and answer.outside is None
