"""Checks of reported numbers against computed ones: totals and their parts, changes and their ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from sitegen.check.data.finding import Finding
from sitegen.figures import Figure, Figures, change, rival_figures, say
from sitegen.model.address import Address
from sitegen.model.amount import agree
from sitegen.model.said import Owner
from sitegen.model.series import ChangeKind
from sitegen.problems import Problem

_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)


def parts_disagree(figures: Figures) -> Iterator[Finding]:
    """A total that lies outside what it is worked out to, or what the shorter periods of its series add up to."""
    for series in figures.tracker.series.values():
        worked = figures.evidence.worked_out(series.id)
        for period in sorted({*figures.evidence.periods(series.id), *worked}):
            address = Address(*series.id, period)
            total = figures.answer(address)
            if not isinstance(total, Figure):
                continue
            own = total.observation or worked[period]
            if (
                total.worked is None
                and (other := figures.worked_out(address))
                and not agree(total.amount, other.amount)
            ):
                yield _apart(figures, total, other, "come to", (worked[period], own, series))
            parts = figures.sum_of_parts(address)
            if parts and not agree(total.amount, parts.amount) and all(part.worked is None for part in parts.inputs):
                yield _apart(figures, total, parts, "add up to", (own, series))


def _apart(figures: Figures, total: Figure, made: Figure, verb: str, owners: tuple[Owner, ...]) -> Finding:
    """A total and what is made of its parts, which do not agree; the place is that of the first owner."""
    locale = figures.tracker.site.locale
    names = ", ".join(str(part.address.period) for part in made.inputs if part.address is not None)
    if made.worked is not None:
        names = made.worked.words
    how = "is reported" if total.worked is None else "is worked out"
    message = f"{say(total, locale)} {how} for {total.address}, but {names} {verb} {say(made, locale)}"
    hint = "look for a wrong value or definition; if both are right: accepted: {parts-disagree: why}"
    return Finding(Problem(owners[0].place, "parts-disagree", message, hint), owners)


def change_disagrees(figures: Figures) -> Iterator[Finding]:
    """A reported change that does not fit the one computed from the values at both ends."""
    locale = figures.tracker.site.locale
    for series in figures.tracker.series.values():
        for period, observations in figures.evidence.by_period(series.id).items():
            address = Address(*series.id, period)
            for kind in (kind for kind in _KINDS if any(kind in each.change for each in observations)):
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
