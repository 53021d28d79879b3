"""How a chart says that it does not show what it names, or that a key changes nothing."""

from __future__ import annotations

from sitegen.problems import Place, Problem

OUT = "take it out of the chart"


def left_out(place: Place, what: str, why: str, fix: str) -> Problem:
    """The warning about something that is named at a place and not shown there, with the reason and what to do."""
    return Problem(place, "left-out", f"nothing of {what} is shown: {why}", fix)


def no_effect(place: Place, key: str, why: str) -> Problem:
    """The warning about a key that changes nothing, with the reason."""
    return Problem(place, "no-effect", f'"{key}" has no effect: {why}', "take the line out")
