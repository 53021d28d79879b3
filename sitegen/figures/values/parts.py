"""Figures that are made of parts: sums of shorter periods, and what follows from published values."""

from __future__ import annotations

from decimal import Decimal

from msgspec import structs

from sitegen.figures.arithmetic.linear import merged, settled, terms_of
from sitegen.figures.figure import ON_LAST_DAY, Figure
from sitegen.model.basics.address import Address
from sitegen.model.metric import Metric
from sitegen.model.series import Status
from sitegen.model.worked import WorkedOut


def combined(
    address: Address, label: str, metric: Metric, inputs: tuple[Figure, ...], worked: WorkedOut | None
) -> Figure | None:
    """The sum of the inputs, or what `worked` makes of them; None if nothing is known of it."""
    signs = (1,) * len(inputs) if worked is None else tuple(-1 if term.minus else 1 for term in worked.terms)
    terms = merged((terms_of(figure), sign) for figure, sign in zip(inputs, signs, strict=True))
    amount = settled(terms, None if metric.negative else Decimal(0))
    if amount is None:
        return None
    return Figure(
        amount=amount,
        unit=metric.unit,
        metric_kind=metric.kind,
        decimals=max(each.decimals for each in inputs) if metric.decimals is None else metric.decimals,
        kind="derived" if worked is None else "worked-out",
        label=label,
        status=joint_status(inputs),
        address=address,
        worked=worked,
        inputs=inputs,
        operation="sum of shorter periods" if worked is None else "worked out from published values",
        terms=terms,
    )


def on_last_day(figure: Figure, address: Address) -> Figure:
    """The value of a stock in a period that ends on the same day, as that of an address."""
    return structs.replace(
        figure,
        kind="derived",
        address=address,
        observation=None,
        rivals=(),
        disagree=False,
        inputs=(figure,),
        operation=ON_LAST_DAY,
        terms=terms_of(figure),
    )


def joint_status(inputs: tuple[Figure, ...]) -> Status:
    """The weakest status among the inputs: a target before an estimate before a provisional value."""
    for status in _WEAKEST:
        if any(figure.status == status for figure in inputs):
            return status
    return "reported"


_WEAKEST: tuple[Status, ...] = ("target", "estimated", "provisional")
