"""Checks of what the data name and have nothing of: members without a place, capabilities without an answer."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.charts.left.out import left_out
from sitegen.check.data.finding import Finding
from sitegen.figures import Figures, standings
from sitegen.problems import Problem


def ranked_nowhere(figures: Figures) -> Iterator[Finding]:
    """A member of a ranking that has nothing to be ordered by in its period, though it is there then."""
    for ranking in figures.tracker.rankings.values():
        lines = standings(figures, ranking)
        if lines and ranking.members and all(line.missing is not None and not line.outside for line in lines):
            message = f"no series of this ranking has a value for {ranking.period}"
            fix = "look at the period, add values, or say why it stays: accepted: {left-out: …}"
            yield Finding(Problem(ranking.at("period"), "left-out", message, fix), (ranking,))
            continue
        for line in lines:
            if line.missing is not None and line.series is not None and not line.outside:
                name, why = ".".join(line.series), line.missing.reason
                fix = "add a value, take it out of the ranking, or say why it stays: accepted: {left-out: …}"
                place = ranking.at("members", ranking.members.index(line.series))
                yield Finding(left_out(place, f'"{name}"', why, fix), (ranking,))


def no_answers(figures: Figures) -> Iterator[Finding]:
    """A capability of which no source says anything."""
    for capability in figures.tracker.capabilities.values():
        if not capability.answers:
            fix = "add answers: with one, or take the capability out"
            yield Finding(left_out(capability.place, f'"{capability.id}"', "it has no answers", fix))
