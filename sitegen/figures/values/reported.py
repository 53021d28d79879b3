"""What one observation reports, its value or a change, as a figure."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.figures.arithmetic.bearing import unit_of_change
from sitegen.figures.figure import Figure
from sitegen.figures.values.choice import change_of, disagree
from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import digits_after
from sitegen.model.metric import Metric
from sitegen.model.series import ChangeKind, Observation

CHANGES: Mapping[ChangeKind, str] = {
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
        decimals=metric.decimals,
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
    ends = (amounts[0].value, amounts[0].interval.low, amounts[0].interval.high)
    return Figure(
        amount=amounts[0],
        unit=unit,
        metric_kind=metric_kind,
        decimals=max(1, *map(digits_after, ends[:1] if amounts[0].value is not None else ends)),
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
