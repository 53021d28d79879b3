"""Comparisons in words: what is asked, what was observed, what is claimed. Plain text, for readers of any page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from sitegen.claims.results import Answered, Compared, Side, Sign, Vague
from sitegen.claims.terms import is_missing
from sitegen.figures import Figure, Figures, Missing, number, say, say_period
from sitegen.figures.ranks import less_first
from sitegen.model.basics.amount import Amount, Interval, digits_after
from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Text
from sitegen.model.entry import MarketEntry

SayText = Callable[[Text], str]
_SIGNS: Mapping[Sign, str] = {
    "<": "less than",
    "<=": "at most",
    ">": "more than",
    ">=": "at least",
    "==": "",
    "in": "",
}
_JOINED: Mapping[str, str] = {"sum": "plus", "difference": "minus", "share": "as a share of", "ratio": "against"}
_DAYS: Mapping[Sign, str] = {"<": "before", "<=": "by", ">": "after", ">=": "from"}


_STAGES: Mapping[Sign, str] = {**_SIGNS, "<": "short of", ">": "beyond"}


class ClaimWords:
    """Says the sides of comparisons in the locale of a site. say_text: how a text of the data is said."""

    def __init__(self, figures: Figures, say_text: SayText) -> None:
        self.figures = figures
        self._tracker = figures.tracker
        self._locale = figures.tracker.site.locale
        self._say_text = say_text

    def asked(self, side: Side) -> str:
        """What a side asks the data for: "Acme sales, first quarter of 2025"; "" for what the check says."""
        name, period = self.name(side), period_of(side)
        return name if period is None else f"{name}, {say_period(period, self._locale)}"

    def name(self, side: Side) -> str:
        """What a side asks the data for, without its period; "" for what the check itself says."""
        match side:
            case Figure() if _several(side):
                return f" {_JOINED[side.operation]} ".join(self.asked(part) for part in side.inputs)
            case Figure():
                return side.label
            case Missing():
                return self.figures.label(side.address.series)
            case Answered():
                return self._function(side)
        return ""

    def found(self, side: Side) -> str:
        """What the data answer, or what the check itself says: "about 45,300", "no value for 2025-Q1", "80,000"."""
        match side:
            case Figure():
                return say(side, self._locale, whole=True)
            case Missing() | Vague():
                return side.reason
            case Answered():
                return self._answer(side)
            case Decimal():
                return number(side, digits_after(side), self._locale)
            case Amount(value=Decimal() as value):
                return f"about {number(value, digits_after(value), self._locale)}"
            case Period():
                return say_period(side, self._locale)
        assert isinstance(side, tuple)  # an amount of about(…) has a value
        return " or ".join(side)

    def sign(self, compared: Compared) -> str:
        """How the observed is to stand to the claimed: "more than", "before"; "" where they are to be the same."""
        function = compared.left.function if isinstance(compared.left, Answered) else ""
        return {"event": _DAYS, "entry": _STAGES}.get(function, _SIGNS)[compared.sign]

    def claimed(self, compared: Compared) -> str:
        """What the check asks for: "more than 80,000", "less than Birch sales, first quarter of 2025"."""
        other, found = self.asked(compared.right), self.found(stated(compared))
        return " ".join(filter(None, (self.sign(compared), f"{other} ({found})" if other else found)))

    def sentence(self, compared: Compared) -> str:
        """A comparison in one line: what is asked, what was observed, what is claimed."""
        known = "" if is_missing(compared.left) else "observed "
        return f"{self.asked(compared.left)}: {known}{self.found(compared.left)}, claimed {self.claimed(compared)}"

    def _stages(self, side: Answered) -> str:
        """The stage, and where and by which brand it is reached if that is not what was asked for."""
        if side.words:
            found = self._reached(side.entries, side.args)
            return " or ".join(side.words) + (f" ({found})" if found else "")
        stages = dict.fromkeys(entry.stage for entry in side.entries)
        near = (
            f"{stage}: {self._reached([e for e in side.entries if e.stage == stage], (side.args[0], ''))}"
            for stage in stages
        )
        return f"{side.reason} ({'; '.join(near)})" if stages else side.reason

    def _reached(self, entries: Sequence[MarketEntry], asked: Sequence[str]) -> str:
        """Who has reached a stage and where, as "Acme Mini: France, Netherlands"; without what was asked for."""
        places: dict[str, list[str]] = {}
        for entry in sorted(entries, key=lambda e: (e.entity, self._tracker.places.order(e.where))):
            name = "" if entry.where == asked[1] else self._tracker.places.name(entry.where)
            names = places.setdefault("" if entry.entity == asked[0] else self._tracker.entities[entry.entity].name, [])
            names += [name] if name and name not in names else []
        return "; ".join(
            ": ".join(filter(None, (who, ", ".join(where)))) for who, where in places.items() if who or where
        )

    def _function(self, side: Answered) -> str:
        first, tracker = side.args[0], self._tracker
        match side.function:
            case "rank":
                title = self._say_text(tracker.rankings[first].title)
                first_is = ", where less is better" if less_first(tracker.rankings[first], tracker.metrics) else ""
                return f"Rank of {tracker.entities[side.args[1]].name} in “{title}”{first_is}"
            case "capability":
                return f"{tracker.entities[first].name}: {tracker.capabilities[side.args[1]].label}"
            case "entry":
                return f"{tracker.entities[first].name} in {tracker.places.name(side.args[1])}"
            case "event":
                return self._say_text(tracker.events[first].text)
            case "verdict":
                return f"The claim “{self._say_text(tracker.claims[first].text)}”"

    def _answer(self, side: Answered) -> str:
        if side.function == "entry":
            return self._stages(side)
        if side.words:
            return " or ".join(side.words)
        if side.interval is None:
            return side.reason
        if side.function == "event":
            return say_period(self._tracker.events[side.args[0]].date, self._locale)
        low, high = side.interval.low, side.interval.high
        return f"{low}{shared(side)}" if low == high else f"between {low} and {high} ({side.reason})"


def shared(side: Answered) -> str:
    """With whom a place is shared, as it stands behind the place: "1, shared with Birch"; "" if with nobody."""
    *others, last = side.shared or ("",)
    return f", shared with {' and '.join(filter(None, (', '.join(others), last)))}" if side.shared else ""


def stated(compared: Compared) -> Side:
    """What the right side says; a number beside a figure as a figure of its unit, so that it is said alike."""
    left, right = compared.left, compared.right
    if not isinstance(right, Decimal | Amount) or not isinstance(left, Figure):
        return right
    amount = right if isinstance(right, Amount) else Amount(right, "exact", Interval(right, right))
    decimals = digits_after(amount.value)
    return Figure(amount=amount, unit=left.unit, decimals=decimals, kind="observed", label="", signed=left.signed)


def period_of(side: Side) -> Period | None:
    """The period that a figure, or a missing one, is asked for; None for several, and for anything else."""
    if isinstance(side, Figure) and _several(side):
        return None
    address = (
        next(iter(side.addresses), None)
        if isinstance(side, Figure)
        else side.address
        if isinstance(side, Missing)
        else None
    )
    return address.period if address is not None and isinstance(address.period, Period) else None


def _several(figure: Figure) -> bool:
    """True if a figure joins figures of different periods, so that each needs its own in words."""
    return figure.operation in _JOINED and len({period_of(part) for part in figure.inputs}) > 1
