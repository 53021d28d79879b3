"""Comparisons in words: what is asked, what was observed, what is claimed. Plain text, for readers of any page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from sitegen.claims.results import Answered, Compared, Side, Sign, Vague
from sitegen.figures import Figure, Figures, Missing, number, say, say_period
from sitegen.model.address import Address
from sitegen.model.amount import digits_after
from sitegen.model.period import Period
from sitegen.model.regions import place_name
from sitegen.model.text import Text

SayText = Callable[[Text], str]
_SIGNS: Mapping[Sign, str] = {
    "<": "less than",
    "<=": "at most",
    ">": "more than",
    ">=": "at least",
    "==": "",
    "in": "",
}
_DAYS: Mapping[Sign, str] = {"<": "before", "<=": "by", ">": "after", ">=": "from"}


class ClaimWords:
    """Says the sides of comparisons in the locale of a site. say_text: how a text of the data is said."""

    def __init__(self, figures: Figures, say_text: SayText) -> None:
        self._figures = figures
        self._tracker = figures.tracker
        self._locale = figures.tracker.site.locale
        self._say_text = say_text

    def asked(self, side: Side) -> str:
        """What a side asks the data for: "AITO deliveries, first quarter of 2025"; "" for what the check itself says."""
        match side:
            case Figure():
                return self._dated(side.label, side.addresses[0])
            case Missing():
                return self._dated(self._figures.label(side.address.series), side.address)
            case Answered():
                return self._function(side)
        return ""

    def found(self, side: Side) -> str:
        """What the data answer, or what the check itself says: "about 45,300", "no value for 2025-Q1", "80,000"."""
        match side:
            case Figure():
                return say(side, self._locale)
            case Missing() | Vague():
                return side.reason
            case Answered():
                return self._answer(side)
            case Decimal():
                return number(side, digits_after(side), self._locale)
            case Period():
                return say_period(side, self._locale)
        return " or ".join(side)

    def sign(self, compared: Compared) -> str:
        """How the observed is to stand to the claimed: "more than", "before"; "" where they are to be the same."""
        dated = isinstance(compared.left, Answered) and compared.left.function == "event"
        return (_DAYS if dated else _SIGNS)[compared.sign]

    def claimed(self, compared: Compared) -> str:
        """What the check asks for: "more than 80,000", "less than BMW deliveries, first quarter of 2025"."""
        other = self.asked(compared.right)
        words = f"{other} ({self.found(compared.right)})" if other else self.found(compared.right)
        return " ".join(filter(None, (self.sign(compared), words)))

    def sentence(self, compared: Compared) -> str:
        """A comparison in one line: what is asked, what was observed, what is claimed."""
        return f"{self.asked(compared.left)}: observed {self.found(compared.left)}, claimed {self.claimed(compared)}"

    def _dated(self, label: str, address: Address) -> str:
        when = address.period
        return f"{label}, {say_period(when, self._locale) if isinstance(when, Period) else when}"

    def _function(self, side: Answered) -> str:
        first, tracker = side.args[0], self._tracker
        match side.function:
            case "rank":
                title = self._say_text(tracker.rankings[first].title)
                return f"Rank of {tracker.entities[side.args[1]].name} in “{title}”"
            case "capability":
                return f"{tracker.entities[first].name}: {tracker.capabilities[side.args[1]].label}"
            case "entry":
                return f"{tracker.entities[first].name} in {place_name(side.args[1], self._locale)}"
            case "event":
                return self._say_text(tracker.events[first].text)
            case "verdict":
                return f"The claim “{self._say_text(tracker.claims[first].text)}”"

    def _answer(self, side: Answered) -> str:
        if side.words:
            return " or ".join(side.words)
        if side.interval is None:
            return side.reason
        if side.function == "event":
            return say_period(self._tracker.events[side.args[0]].date, self._locale)
        low, high = side.interval.low, side.interval.high
        assert low is not None  # nobody ranks above the first
        if high is None:
            return f"{low} or lower: {side.reason}"
        return str(low) if low == high else f"between {low} and {high}"
