"""Comparisons in words: what is asked, what was observed, what is claimed. Plain text, for readers of any page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from sitegen.claims.results import Answered, Compared, Side, Sign, Vague
from sitegen.claims.terms import is_missing
from sitegen.figures import Figure, Figures, Missing, number, say, say_period
from sitegen.figures.labels import label_of
from sitegen.figures.lives import why_missing
from sitegen.figures.ranks import less_first
from sitegen.grouped import grouped
from sitegen.model.basics.amount import Amount, Interval, digits_after
from sitegen.model.basics.period import Period
from sitegen.model.basics.text import Text
from sitegen.model.entry import MarketEntry
from sitegen.words import Locale, say_answer

SayText = Callable[[Text], str]
_SIGNS: Mapping[Sign, str] = {"<": "less", "<=": "most", ">": "more", ">=": "least"}
_JOINED = ("sum", "difference", "share", "ratio")
_FORMS: Mapping[str, str] = {"event": "day", "entry": "stage"}


class ClaimWords:
    """Says the sides of comparisons in the locale of a site.

    say_text: how a text of the data is said. for_editors: whether it says why a value is missing as reports do.
    """

    def __init__(self, figures: Figures, say_text: SayText, *, for_editors: bool = False) -> None:
        self.figures = figures
        self._tracker = figures.tracker
        self._locale = figures.tracker.site.locale
        self._say_text = say_text
        self._for_editors = for_editors

    def asked(self, side: Side) -> str:
        """What a side asks the data for: "Acme sales, first quarter of 2025"; "" for what the check says."""
        name, period = self.name(side), period_of(side)
        return name if period is None else f"{name}, {say_period(period, self._locale)}"

    @property
    def locale(self) -> Locale:
        """The locale of the site."""
        return self._locale

    def name(self, side: Side) -> str:
        """What a side asks the data for, without its period; "" for what the check itself says."""
        match side:
            case Figure() if _several(side):
                one, other = (self.asked(part) for part in side.inputs)
                return self._locale.say(f"label.{side.operation}", one=one, other=other)
            case Figure():
                return label_of(side, self._locale)
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
            case Missing() | Vague() if self._for_editors:
                return side.reason
            case Missing():
                return why_missing(self._tracker, side)
            case Vague():
                return side.short(self._locale)
            case Answered():
                return self._answer(side)
            case Decimal():
                return number(side, digits_after(side), self._locale)
            case Amount(value=Decimal() as value):
                return self._locale.say(
                    "figure.bound.approximate", number=number(value, digits_after(value), self._locale)
                )
            case Period():
                return say_period(side, self._locale)
        raise TypeError("only an answer is compared with words")

    def claim(self, compared: Compared, claimed: str) -> str:
        """How the observed is to stand to the claimed: "more than 80,000", "before 2025"; claimed: in words."""
        sign = _SIGNS.get(compared.sign)
        function = compared.left.function if isinstance(compared.left, Answered) else ""
        return (
            claimed if sign is None else self._locale.say(f"sign.{_FORMS.get(function, 'number')}-{sign}", than=claimed)
        )

    def claimed(self, compared: Compared) -> str:
        """What the check asks for: "more than 80,000", "less than Birch sales, first quarter of 2025"."""
        other, found = self.asked(compared.right), self.found(stated(compared))
        return self.claim(compared, f"{other} ({found})" if other else found)

    def sentence(self, compared: Compared) -> str:
        """A comparison in one line: what is asked, what was observed, what is claimed."""
        asked, found, claimed = self.asked(compared.left), self.found(compared.left), self.claimed(compared)
        form = "missing" if is_missing(compared.left) else "observed"
        return self._locale.say(f"claim.sentence.{form}", asked=asked, found=found, claimed=claimed)

    def _stages(self, side: Answered) -> str:
        """The stage, and where and by which brand it is reached if that is not what was asked for."""
        if side.words:
            found = self._reached(side.entries, side.args)
            words = self._listed(side)
            return f"{words} ({found})" if found else words
        stages = grouped((entry.stage, entry) for entry in side.entries)
        near = (
            f"{self._word('entry', stage)}: {self._reached(entries, (side.args[0], ''))}"
            for stage, entries in stages.items()
        )
        return self._locale.say("claim.near", why=side.reason, near="; ".join(near)) if stages else side.reason

    def _listed(self, side: Answered) -> str:
        return self._locale.listed([self._word(side.function, word) for word in side.words], "or")

    def _word(self, function: str, word: str) -> str:
        """A word that answers; editors read it as they write it in a check."""
        return word if self._for_editors else say_answer(function, word, self._locale)

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
                less = less_first(tracker.rankings[first], tracker.metrics)
                name = tracker.entities[side.args[1]].name
                return self._locale.say("claim.rank.less" if less else "claim.rank", name=name, ranking=title)
            case "capability":
                return f"{tracker.entities[first].name}: {tracker.capabilities[side.args[1]].label}"
            case "entry":
                place = tracker.places.name(side.args[1])
                return self._locale.say("claim.entry", name=tracker.entities[first].name, place=place)
            case "event":
                return self._say_text(tracker.events[first].text)
            case "verdict":
                return self._locale.say("claim.verdict-on", claim=self._say_text(tracker.claims[first].text))

    def _answer(self, side: Answered) -> str:
        if side.function == "entry":
            return self._stages(side)
        if side.words:
            return self._listed(side)
        if side.interval is None:
            return side.reason
        if side.function == "event":
            return say_period(self._tracker.events[side.args[0]].date, self._locale)
        low, high = side.interval.low, side.interval.high
        if low == high:
            return shared(side, str(low), self._locale)
        return self._locale.say("claim.rank.between", low=str(low), high=str(high), why=side.reason)


def shared(side: Answered, place: str, locale: Locale) -> str:
    """A place with whom it is shared: "1, shared with Birch"; alone if with nobody."""
    return locale.say("claim.rank.shared", place=place, names=locale.listed(side.shared)) if side.shared else place


def stated(compared: Compared) -> Side:
    """What the right side says, so that it is said as the left is: a number beside a figure as a figure of its unit,
    and words beside an answer as such an answer.
    """
    left, right = compared.left, compared.right
    if isinstance(right, tuple) and isinstance(left, Answered):
        return Answered(function=left.function, args=left.args, words=right)
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
