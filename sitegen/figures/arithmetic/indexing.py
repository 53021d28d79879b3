"""Index numbers: the values of a series where its value in one period is 100."""

from __future__ import annotations

from decimal import Decimal

from msgspec import structs

from sitegen.figures.answers import Figures
from sitegen.figures.arithmetic import uncertainty
from sitegen.figures.arithmetic.computing import computed
from sitegen.figures.arithmetic.linear import amounts, quotient, terms_of, value_of
from sitegen.figures.figure import INDEXED, Figure, Missing
from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import HUNDRED
from sitegen.model.basics.period import Period
from sitegen.model.basics.unit import INDEX


def indexed(figures: Figures, answer: Figure | Missing, base: Period) -> Figure | Missing:
    """An answer where that of its series in the base period is 100.

    Missing where one of the two is, or where one may be zero or below: of such numbers there is no index.
    """
    if isinstance(answer, Missing) or answer.address is None:
        return answer
    start = figures.answer(Address(*answer.address.series, base))
    if isinstance(start, Missing):
        return structs.replace(start, address=answer.address)
    if not all(uncertainty.may_divide(figure.amount.interval) for figure in (answer, start)):
        return Missing(answer.address, "there is no index of what is zero or below", "index")
    over, under = terms_of(answer), terms_of(start)
    first, second = value_of(over), value_of(under)
    value = None if first is None or not second else first * HUNDRED / second
    interval = uncertainty.scale(quotient(over, under), HUNDRED)
    amount = uncertainty.settle(value, interval, amounts(over, under), Decimal(0))
    if amount is None:
        return Missing(answer.address, "the two values do not say what its index is", "vague")
    if amount.interval.low == amount.interval.high:  # the base itself is 100, however vague it was
        amount = structs.replace(amount, bound="exact")
    made = computed(amount, structs.replace(INDEX, base=base), "price", answer.label, INDEXED, (answer, start))
    return structs.replace(made, signed=False)
