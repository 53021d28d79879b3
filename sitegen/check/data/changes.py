"""The check of reported changes against those computed from the values at both ends."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.check.data.finding import Finding
from sitegen.figures import Figure, Figures, change, rival_figures, say
from sitegen.model.basics.address import Address
from sitegen.model.series import CHANGE_KINDS, Observation, Series
from sitegen.problems import Place, Problem

_CODE = "change-disagrees"
_Found = tuple[Observation, Figure, Finding]
"""Who reports a change, what it is computed to, and what is to be said."""


def change_disagrees(figures: Figures, series: Series) -> Iterator[Finding]:
    """A reported change that does not fit the one computed from the values at both ends.

    Where a source gives a value and a change that do not fit each other, other changes that are computed with that
    value follow from it: they are found once it is mended or accepted.
    """
    found = list(_found(figures, series))
    apart = {observation.place for observation, computed, _ in found if observation.place in _ends(computed)}
    apart -= {observation.place for observation, _, _ in found if _accepted(observation, series)}
    for observation, computed, finding in found:
        causes = (_ends(computed) | set(_parts(computed))) & apart - {observation.place}
        if not causes or _accepted(observation, series):
            yield finding


def _accepted(observation: Observation, series: Series) -> bool:
    return _CODE in observation.accepted or _CODE in series.accepted


def _ends(computed: Figure) -> set[Place]:
    """The places of the values from which a change is computed."""
    return {end.observation.place for end in computed.inputs if end.observation is not None}


def _parts(figure: Figure) -> Iterator[Place]:
    """The places of all values from which a figure is made."""
    for part in figure.inputs:
        if part.observation is not None:
            yield part.observation.place
        yield from _parts(part)


def _found(figures: Figures, series: Series) -> Iterator[_Found]:
    locale = figures.tracker.site.locale
    for period, observations in figures.evidence.by_period(series.id).items():
        address = Address(*series.id, period)
        for kind in (kind for kind in CHANGE_KINDS if any(kind in each.change for each in observations)):
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
                problem = Problem(rival.observation.place, _CODE, message, hint + "{change-disagrees: why}")
                yield rival.observation, computed, Finding(problem, (rival.observation, series))
