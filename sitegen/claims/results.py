"""What comes out of testing a claim: sides, comparisons, readings, verdicts. All frozen, and nothing is forgotten."""

from __future__ import annotations

from decimal import Decimal
from operator import itemgetter
from typing import Literal

from msgspec import Struct

from sitegen.figures import Figure, Missing
from sitegen.figures.ranks import middle
from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import Amount, Interval
from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Expression
from sitegen.model.capability import CapabilityAnswer
from sitegen.model.claim import Claim
from sitegen.model.entry import MarketEntry
from sitegen.model.series import ChangeKind, Observation
from sitegen.problems import Place
from sitegen.words import Locale

Sign = Literal["<", "<=", ">", ">=", "==", "in"]
Asked = Literal["rank", "capability", "entry", "event", "verdict"]
Outcome = Literal["yes", "no", "open"]
ReadingOutcome = Literal["yes", "no", "split", "open", "missing"]
VerdictWord = Literal["supported", "contradicted", "disputed", "unverified"]


class Answered(Struct, frozen=True, kw_only=True):
    """What the data answer to a function other than `fig`.

    interval: of a rank, or of a day as `date.toordinal` counts it. words: an answer, a stage or a verdict;
    several if the latest sources differ. sources, places: who says so, and where in the data. figures: what a
    rank rests on. shared: the names of those that hold the same place for certain. entries: the market entries
    that decide, or that answer for something near only. unordered: two of them, or two answers on a capability, of
    which it is not known which is later. reason: why there is no answer, or whose values leave a rank open; else "".
    """

    function: Asked
    args: tuple[str, ...]
    interval: Interval | None = None
    words: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    figures: tuple[Figure, ...] = ()
    shared: tuple[str, ...] = ()
    entries: tuple[MarketEntry, ...] = ()
    unordered: tuple[MarketEntry, MarketEntry] | tuple[CapabilityAnswer, CapabilityAnswer] | None = None
    reason: str = ""


class Vague(Struct, frozen=True):
    """A side of which nothing can be said, though every value in it is there.

    reason: why, for editors. figures: what it is of.
    """

    reason: str
    figures: tuple[Figure, ...]

    def short(self, locale: Locale) -> str:
        """Why nothing can be said, in a few words for readers."""
        return locale.say("missing.vague")


Side = Figure | Missing | Answered | Vague | Decimal | Amount | Period | tuple[str, ...]
"""One side of a comparison. Decimal, Amount, Period and a tuple of words stand in the check itself."""


def figures_of(side: Side) -> tuple[Figure, ...]:
    """The figures that a side shows or rests on."""
    match side:
        case Figure():
            return (side,)
        case Answered() | Vague():
            return side.figures
    return ()


class Compared(Struct, frozen=True, kw_only=True):
    """One comparison with the values that were taken, and its outcome for them."""

    expression: Expression
    left: Side
    sign: Sign
    right: Side
    outcome: Outcome | Literal["missing"]


class Candidate(Struct, frozen=True, kw_only=True):
    """A value that may be chosen for an address. observation: None for what is computed, a change from both ends
    or a sum of parts.

    outcomes: what the reading comes to under the choices that hold it.
    """

    observation: Observation | None
    figure: Figure
    outcomes: frozenset[Outcome]


class Rivalry(Struct, frozen=True, kw_only=True):
    """An address with different candidates; change: which change of it, or None for its value."""

    address: Address
    change: ChangeKind | None
    candidates: tuple[Candidate, ...]

    @property
    def decides(self) -> bool:
        """True if the outcome depends on which candidate is chosen."""
        return len({candidate.outcomes for candidate in self.candidates}) > 1


class Reading(Struct, frozen=True, kw_only=True):
    """One way to understand a claim. choices: how many ways there are to choose among different rival values.

    comparisons: with the values that answer, each sharpened by those that agree with it.
    """

    comparisons: tuple[Compared, ...]
    rivalries: tuple[Rivalry, ...]
    choices: int
    outcome: ReadingOutcome

    @property
    def decided(self) -> bool:
        """True if it is always true, or always false."""
        return self.outcome in ("yes", "no")

    @property
    def whoever(self) -> bool:
        """True if there are rival values, and the reading is decided alike by every one of them."""
        outcomes = {outcome for rivalry in self.rivalries for each in rivalry.candidates for outcome in each.outcomes}
        return self.choices > 1 and outcomes == {self.outcome}


class Verdict(Struct, frozen=True, kw_only=True):
    """A claim with its readings. check: None for a claim that nothing can test."""

    claim: Claim
    word: VerdictWord
    check: Reading | None
    alternatives: tuple[Reading, ...]

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The check and then its alternatives."""
        return () if self.check is None else (self.check, *self.alternatives)

    @property
    def nearest(self) -> Reading | None:
        """The check; of a contradicted claim the reading whose value comes nearest to the number that is claimed."""
        if self.word != "contradicted":
            return self.check
        alike = [(off, reading) for reading in self.readings if (off := _off(reading)) is not None]
        return self.check if _off(self.check) is None else min(alike, key=itemgetter(0))[1]

    @property
    def decisive(self) -> tuple[Reading, ...]:
        """The readings that end as the verdict does; none of a claim that is open or disputed."""
        if self.check is None or self.word not in ("supported", "contradicted"):
            return ()
        return tuple(reading for reading in self.readings if reading.outcome == self.check.outcome)

    @property
    def choices(self) -> int:
        """How many ways to choose were tried for it."""
        return sum(reading.choices for reading in self.readings)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure on a side of one of its comparisons, in order, each once."""
        compared = (compared for reading in self.readings for compared in reading.comparisons)
        sides = (side for each in compared for side in (each.left, each.right))
        return tuple(dict.fromkeys(figure for side in sides for figure in figures_of(side)))


def _off(reading: Reading | None) -> Decimal | None:
    """How far the value of a reading that says no lies from the number that is claimed; None if it has not the two."""
    if reading is None or reading.outcome != "no" or len(reading.comparisons) != 1:
        return None
    (compared,) = reading.comparisons
    claimed = compared.right.value if isinstance(compared.right, Amount) else compared.right
    if not isinstance(compared.left, Figure) or not isinstance(claimed, Decimal):
        return None
    return abs(middle(compared.left.amount) - claimed)
