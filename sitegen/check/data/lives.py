"""The checks of values and of steps into markets against the lives, and the owners, of what they are of."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.check.data.finding import Finding
from sitegen.figures import Figures
from sitegen.figures.lives import why_outside
from sitegen.figures.values.choice import ON_REQUEST, stands
from sitegen.model.lives import counts_in, outside
from sitegen.model.series import Observation, Series
from sitegen.model.stages import STEPS
from sitegen.model.worked import WorkedOut
from sitegen.problems import Problem


def outside_life(figures: Figures, series: Series) -> Iterator[Finding]:
    """A value for a period after the end of its entity, or before its beginning; a target or an estimate may be."""
    counted = [o for o in series.observations if stands(o) and o.status not in ON_REQUEST]
    rows: list[Observation | WorkedOut] = [*counted, *series.worked_out]
    for row in rows:
        if (why := why_outside(figures.tracker, series.entity, row.period)) is not None:
            message = f"{why}, and this value is for {row.period}"
            hint = "look at the period, and at from: and until: of the entity; else: accepted: {outside-life: why}"
            yield Finding(Problem(row.place, "outside-life", message, hint), (row, series))


def step_outside_life(figures: Figures) -> Iterator[Finding]:
    """A step into a market that was said after the end of who takes it; what ends there may be said later."""
    tracker = figures.tracker
    for entry in tracker.entries:
        if entry.use == "deprecated" or entry.stage not in STEPS:
            continue
        if outside(tracker.entities, entry.entity, entry.said) == "ended":
            message = f"{why_outside(tracker, entry.entity, entry.said)}, and this step was said {entry.said}"
            hint = (
                "look at said: and at until: of the entity; or name its successor; else: use: deprecated, with a reason"
            )
            yield Finding(Problem(entry.place, "outside-life", message, hint))


def step_of_another(figures: Figures) -> Iterator[Finding]:
    """A step in the file of a company by what never belonged to it."""
    tracker = figures.tracker
    for entry in tracker.entries:
        if entry.entity != entry.company and not counts_in(tracker.entities, entry.entity, entry.company):
            message = f'"{entry.entity}" never belonged to {entry.company}, whose steps stand in this file'
            own = ", ".join(id for id in tracker.entities if counts_in(tracker.entities, id, entry.company))
            hint = f"move it to the file of its own company{f', or name one of: {own}' if own else ''}"
            yield Finding(Problem(entry.place, "unknown-id", message, hint))
