"""The functions and filters of expressions, bound to one tracker. Each raises Fault for a wrong argument."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import structs

from sitegen.expressions.operand import Operand
from sitegen.expressions.values import Fragment, FragmentKind
from sitegen.figures import (
    CHANGES,
    Figure,
    Figures,
    change,
    convert,
    fall,
    plain,
    points,
    rate_address,
    rise,
    rounded,
    share,
    times,
    with_unit,
)
from sitegen.model.basics.address import Address
from sitegen.model.reasons import is_reason
from sitegen.model.series import ChangeKind
from sitegen.problems import did_you_mean, undeclared_source
from sitegen.reading.syntax import Fault
from sitegen.register.called import meant_address

TABLES = ("capabilities",)
"""What `table(…)` can show."""

Ratio = Callable[[Figures, Figure, Figure, str | None], Figure]


class Words:
    """What the names in an expression mean. functions, filters: by the name that authors write."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        tracker = figures.tracker
        self.functions: Mapping[str, Callable[..., object]] = {
            "fig": self._fig,
            "chart": lambda id: _named("chart", id, tracker.charts),
            "ranking": lambda id: _named("ranking", id, tracker.rankings),
            "table": lambda id: _named("table", id, TABLES),
            "cite": lambda id: _named("cite", id, tracker.sources, "unknown-source", "source"),
            "claim": lambda id: _named("claim", id, tracker.claims),
            "holds": self._holds,
            "lit": _lit,
        }
        self.filters: Mapping[str, Callable[..., object]] = {
            "change": self._change,
            "fall": lambda value, mixed=None: self._sized("fall", fall, value, mixed),
            "rise": lambda value, mixed=None: self._sized("rise", rise, value, mixed),
            "points": lambda value: Operand(points(_figure(value, "points"))),
            "share": lambda value, whole, mixed=None: self._ratio("share", share, value, whole, mixed),
            "times": lambda value, other, mixed=None: self._ratio("times", times, value, other, mixed),
            "convert": self._convert,
            "unit": lambda value: Operand(with_unit(_figure(value, "unit"))),
            "rounded": _rounded,
            "plain": lambda value: Operand(plain(figures, _figure(value, "plain"))),
        }

    def _fig(self, address: object) -> Operand:
        text = _text(address, "fig takes an address in quotes", 'write fig("acme.sales@2025-Q1")')
        return self._answer(text, Address.parse)

    def _answer(self, text: str, parse: Callable[[str], Address]) -> Operand:
        try:
            return Operand(self._figures.answer(parse(text)))
        except ValueError as error:
            hint = meant_address(text, self._figures.tracker)
            message = f'"{text}" is not an address' if hint else str(error)
            raise Fault("expression-value", message, hint, text) from None

    def _holds(self, claim: object, words: object) -> Fragment:
        text = _text(words, "holds takes words in quotes", 'write holds("m9-led-its-class", "led its price class")')
        if not text.strip():
            raise Fault("expression-value", "holds has no words", "write the words that the claim says in quotes")
        return structs.replace(_named("claim", claim, self._figures.tracker.claims), kind="holds", text=text)

    def _change(self, value: object, kind: object) -> Operand:
        known: ChangeKind | None = next((each for each in CHANGES if each == kind), None)
        if known is None:
            raise Fault(
                "expression-value", f'there is no change("{kind}")', 'write change("year") or change("previous")'
            )
        if not isinstance(value, Operand):
            raise _no_figure("change")
        return Operand(change(self._figures, value.answer, known))

    def _convert(self, value: object, rate: object) -> Operand:
        """Money in another currency, by a rate of the same period unless another is named."""
        figure = _figure(value, "convert")
        text = _text(rate, "convert takes the series of a rate in quotes", 'write convert("fx.eur-per-usd")')
        found = self._answer(text, lambda named: rate_address(named, figure))
        return Operand(convert(figure, found.figure))

    def _sized(self, name: str, compute: Callable[[Figures, Figure], Figure], value: object, mixed: object) -> Operand:
        """The size of a fall or a rise, with the reason for mixing what its difference is of."""
        result = compute(self._figures, _figure(value, name))
        return Operand(result if mixed is None else structs.replace(result, mixed=_reason(mixed)))

    def _ratio(self, name: str, compute: Ratio, value: object, other: object, mixed: object) -> Operand:
        """A share or a ratio; the other figure is given by its address or as a figure."""
        against = self._fig(other) if isinstance(other, str) else other
        return Operand(compute(self._figures, _figure(value, name), _figure(against, name), _reason(mixed)))


def _reason(mixed: object) -> str | None:
    if mixed is None:
        return None
    reason = _text(mixed, "mixed= takes a reason in quotes", 'write mixed="why"')
    if not is_reason(reason):
        raise Fault("reason-missing", f'"{reason}" is no reason', "say why in a few words; readers see them")
    return reason


def _named(
    kind: FragmentKind, id: object, known: Iterable[str], code: str = "unknown-id", what: str | None = None
) -> Fragment:
    text = _text(id, f"{kind} takes an id in quotes", f'write {kind}("some-id")')
    if text not in known:
        raise unknown(what or kind, text, known, code)
    return Fragment(kind, text)


def unknown(kind: str, id: str, known: Iterable[str], code: str = "unknown-id") -> Fault:
    """The fault of an id that nothing of the kind has."""
    hint = undeclared_source if kind == "source" else did_you_mean
    stem = id.rpartition("/")[2].partition(".")[0]  # of a path such as data/charts/sales.yaml
    meant = f"write {stem}" if stem != id and stem in known else hint(id, known)
    return Fault(code, f'no {kind} "{id}"', meant, id)


def _lit(value: object, reason: object) -> Fragment:
    if not isinstance(reason, str) or not is_reason(reason):
        raise Fault("reason-missing", "lit needs a reason", 'write lit("1,500", "a round number in a quotation")')
    return Fragment("lit", "", str(value), reason.strip().rstrip("."))


def _rounded(value: object, digits: object, mixed: object = None) -> Operand:
    if not isinstance(digits, int) or isinstance(digits, bool):
        raise Fault("expression-value", "rounded takes a whole number", "rounded(1) keeps one digit after the point")
    result = rounded(_figure(value, "rounded"), digits)
    return Operand(result if mixed is None else structs.replace(result, mixed=_reason(mixed)))


def _figure(value: object, name: str) -> Figure:
    if not isinstance(value, Operand):
        raise _no_figure(name)
    return value.figure


def _no_figure(name: str) -> Fault:
    return Fault("expression-value", f"{name} works on a figure", f'write fig("…") | {name}', name)


def _text(value: object, message: str, hint: str) -> str:
    if not isinstance(value, str):
        raise Fault("expression-value", message, hint)
    return value
