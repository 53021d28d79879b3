"""The check of `at_most`: the other series has a number that bounds the value from above, and the value fits it."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.check.data.finding import Finding
from sitegen.figures import Figures, say
from sitegen.figures.arithmetic.uncertainty import meet
from sitegen.figures.values.ceilings import ceiling
from sitegen.model.basics.address import SeriesId
from sitegen.model.series import Observation, Series
from sitegen.problems import Problem


def at_most(figures: Figures, series: Series) -> Iterator[Finding]:
    """A value that another series is said to bound from above, and does not."""
    for observation in series.observations:
        for other in observation.at_most:
            said = _wrong(figures, series, observation, other)
            if said is not None:
                yield Finding(Problem(observation.place, "bound-mismatch", *said))


def _wrong(figures: Figures, series: Series, observation: Observation, other: SeriesId) -> tuple[str, str] | None:
    """What is wrong with a bound, and what to do; None for one that holds."""
    name, metrics = f"{'.'.join(other)}@{observation.period}", figures.tracker.metrics
    out = "take at_most: out"
    if observation.amount is None:
        return '"at_most" bounds a value, and here is only a change', out
    if metrics[other[1]].unit != metrics[series.metric].unit:
        return f"{name} is in another unit, so it bounds nothing here", out
    most = ceiling(figures, other, observation.period)
    if most is None:
        return f"no source bounds {name} from above, so it bounds nothing here", f"{out}, or look at its period"
    own, limit = observation.amount.interval, most.amount.interval
    number = say(most, figures.tracker.site.locale, whole=True)
    if not own.meets(limit):
        return f"this is above {name}, which is {number}", "look for a wrong value or period, or take at_most: out"
    if meet([own, limit]) == own:
        return f"this is below {name}, which is {number}, by its own words", out
    return None
