"""What one observation reports, its value or a change, as a figure."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.figures.arithmetic.bearing import unit_of_change
from sitegen.figures.figure import Figure, Operation
from sitegen.figures.values.choice import change_of, disagree
from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import Amount, digits_after
from sitegen.model.metric import Metric
from sitegen.model.series import ChangeKind, Observation

CHANGES: Mapping[ChangeKind, Operation] = {
    "year": "change on the year before",
    "previous": "change on the period before",
}


def observed_figure(
    metric: Metric, label: str, observation: Observation, address: Address, rivals: tuple[Observation, ...]
) -> Figure:
    """The value that an observation reports. label: of its series."""
    amounts = [o.amount for o in (observation, *rivals) if o.amount is not None]
    return Figure(
        amount=amounts[0],
        unit=metric.unit,
        decimals=_written(amounts[0]) if metric.decimals is None else metric.decimals,
        kind="observed",
        metric_kind=metric.kind,
        label=label,
        status=observation.status,
        address=address,
        observation=observation,
        rivals=rivals,
        disagree=disagree(amounts),
    )


def change_figure(
    metric: Metric,
    label: str,
    observation: Observation,
    address: Address,
    kind: ChangeKind,
    rivals: tuple[Observation, ...],
) -> Figure:
    """The change that an observation reports, in the unit that the kind of its metric gives it."""
    read, (unit, metric_kind) = change_of(kind), unit_of_change(metric.kind, metric.unit)
    amounts = [amount for o in (observation, *rivals) if (amount := read(o)) is not None]
    return Figure(
        amount=amounts[0],
        unit=unit,
        metric_kind=metric_kind,
        decimals=max(1, _written(amounts[0])),
        kind="change",
        label=f"{label}, {CHANGES[kind]}",
        status=observation.status,
        signed=True,
        address=address,
        observation=observation,
        rivals=rivals,
        disagree=disagree(amounts),
        operation=CHANGES[kind],
    )


def _written(amount: Amount) -> int:
    """With how many digits after the point an amount is written: its value, or the ends of its range."""
    ends = (amount.interval.low, amount.interval.high) if amount.value is None else (amount.value,)
    return max(map(digits_after, ends))
