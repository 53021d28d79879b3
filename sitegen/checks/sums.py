"""Checks of reported numbers against computed ones: totals and their parts, changes and their ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from sitegen.checks.finding import Finding
from sitegen.figures import Figure, Figures, change, rival_figures, say
from sitegen.model.address import Address
from sitegen.model.amount import agree
from sitegen.model.words import ChangeKind
from sitegen.problems import Problem

_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)


def parts_disagree(figures: Figures) -> Iterator[Finding]:
    """A reported total that lies outside what the shorter periods of its series add up to."""
    locale = figures.tracker.site.locale
    for series in figures.tracker.series.values():
        for period in figures.evidence.periods(series.id):
            address = Address(*series.id, period)
            total, parts = figures.answer(address), figures.sum_of_parts(address)
            if not isinstance(total, Figure) or parts is None or agree(total.amount, parts.amount):
                continue
            assert total.observation is not None  # the periods are those with reported values
            names = ", ".join(str(a.period) for part in parts.inputs for a in part.addresses)
            message = f"{say(total, locale)} is reported for {address}, but {names} add up to {say(parts, locale)}"
            hint = "look for a wrong value or definition; if both are right: accepted: {parts-disagree: why}"
            problem = Problem(total.observation.place, "parts-disagree", message, hint)
            yield Finding(problem, (total.observation, series))


def change_disagrees(figures: Figures) -> Iterator[Finding]:
    """A reported change that does not fit the one computed from the values at both ends."""
    locale = figures.tracker.site.locale
    for series in figures.tracker.series.values():
        for period in figures.evidence.by_period(series.id):
            address = Address(*series.id, period)
            for kind in _KINDS:
                computed = change(figures, figures.answer(address), kind)
                if not isinstance(computed, Figure) or computed.kind != "computed":
                    continue
                for rival in rival_figures(figures, computed):
                    assert rival.observation is not None  # a rival is an observation
                    ends = " and ".join(say(end, locale) for end in computed.inputs)
                    message = (
                        f'"{rival.observation.source}" reports {say(rival, locale)} for {address}, {rival.operation}, '
                        f"but {ends} make {say(computed, locale)}"
                    )
                    hint = "look for a wrong value or another definition; if all are right: accepted: "
                    problem = Problem(
                        rival.observation.place, "change-disagrees", message, hint + "{change-disagrees: why}"
                    )
                    yield Finding(problem, (rival.observation, series))
