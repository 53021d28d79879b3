"""The printed words of a figure, together with the range in its note, give its interval."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from factory import fig, figures, seen, series
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.figures import (
    Figure,
    FigureError,
    Figures,
    Missing,
    Unknowable,
    add,
    change,
    rounded,
    share,
    subtract,
    times,
)
from sitegen.figures.arithmetic.printing import printed
from sitegen.figures.words import ends, in_own_unit
from sitegen.model.basics.address import Address
from sitegen.model.series import Observation
from sitegen.words import Locale

_NUMBER = r"(?:[+−]?[\d,]+(?:\.\d+)?)"


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace("−", "-").replace("+", "").rstrip("%"))


def _read(words: str) -> tuple[Decimal | None, Decimal | None]:
    """The ends that a reader takes from words such as "more than 5", "1 to 4", "between 1 and 4" or "12"."""
    words = words.replace("%", "")
    if found := re.fullmatch(rf"(?:between )?({_NUMBER}) (?:to|and) ({_NUMBER})", words):
        return _number(found[1]), _number(found[2])
    low = re.search(rf"(?:more than|at least) ({_NUMBER})", words)
    high = re.search(rf"(?:less than|at most) ({_NUMBER})", words)
    if low or high:
        return (_number(low[1]) if low else None), (_number(high[1]) if high else None)
    return _number(words), _number(words)


BOUNDS = ("exact", "approximate", "at-least", "more-than", "at-most", "less-than")


@st.composite
def observed(draw: st.DrawFn, period: str) -> Observation:
    """A value of any bound, or a range, of what divides or does not."""
    value, bound = draw(st.integers(1, 10**6)), draw(st.sampled_from((*BOUNDS, "range")))
    if bound == "range":
        return seen(period, low=str(value), high=str(value + draw(st.integers(1, 10**5))))
    return seen(period, value, bound=bound)  # type: ignore[arg-type]


WAYS: tuple[Callable[[Figures, Figure, Figure], Figure | Missing], ...] = (
    lambda of, a, b: a,
    lambda of, a, b: change(of, a, "year"),
    lambda of, a, b: share(of, a, b),
    lambda of, a, b: add(a, b),
    lambda of, a, b: subtract(a, b),
    lambda of, a, b: times(of, a, b),
    lambda of, a, b: rounded(a, -2),
    lambda of, a, b: of.answer(Address.parse(f"{str(a.address).split('@')[0]}@2024/2025")),
)


@given(observed("2025"), observed("2024"), st.sampled_from(("sales", "revenue")), st.integers(0, 7))
@example(seen("2025", low="1", high="2"), seen("2024", 3, bound="at-least"), "sales", 5)
def test_the_words_and_the_note_give_the_interval(now: Observation, before: Observation, metric: str, way: int) -> None:
    """What a reader takes from the printed words and the range in the note holds the true number, and little more."""
    of = figures(series(f"a.{metric}", now, before))
    a, b = (fig(of, f"a.{metric}@{year}") for year in ("2025", "2024"))
    try:
        figure = WAYS[way](of, a, b)
    except FigureError as error:
        if not isinstance(error, Unknowable) and "leaves zero" not in error.message:
            raise
        return
    if isinstance(figure, Missing):
        return
    words, note = in_own_unit(figure, Locale()), ends(figure, Locale()).replace(" million", "")
    low, high = _read(note or words)
    interval = figure.amount.interval
    near = interval.width / 50 if interval.width.is_finite() else Decimal(1)
    if not note and printed(figure)[0].bound == "exact":
        near = Decimal("0.05")  # one number, rounded to be printed
    if printed(figure)[0].bound in ("at-most", "less-than"):
        near = max(near, Decimal(1).scaleb(-printed(figure)[1]))  # the note gives a bound as it is printed elsewhere
    for read, true, side in ((low, interval.low, -1), (high, interval.high, 1)):
        if read is None:
            assert true in (None, Decimal(0), Decimal(-100))  # below which such a number cannot be
        else:
            assert true is not None
            # One open end is rounded away from what is claimed, by less than a thousandth of it.
            room = near if interval.width.is_finite() else max(near, abs(true) / 1000)
            assert abs(read - true) <= room + Decimal("1e-9")
            assert interval.width.is_finite() or (read - true) * side >= 0
            assert note == "" or (read - true) * side >= 0
