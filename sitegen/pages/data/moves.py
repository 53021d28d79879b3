"""The changes beside an observation: those of its source, or ours where the values of the page give others."""

from __future__ import annotations

from sitegen.figures import Figure, Missing, clear_change
from sitegen.model.basics.address import Address
from sitegen.model.series import ChangeKind, Observation, Series
from sitegen.pages.words.writer import Writer

CHANGES: tuple[ChangeKind, ...] = ("year", "previous")

Lines = tuple[str, ...]


def moves(
    writer: Writer, series: Series, observation: Observation, answer: Figure | Missing | None
) -> tuple[Lines, Lines]:
    """The changes to show, each a line, and those that the source reports in place of which ours are shown.

    answer: for the period of the observation, which rests on it or on another; only beside the one that it rests on
    are our changes shown.
    """
    figures, address = writer.context.figures, Address(*series.id, observation.period)
    reported = {
        kind: figures.change_figure(observation, address, kind) for kind in CHANGES if kind in observation.change
    }
    ours: dict[ChangeKind, Figure] = {}
    if isinstance(answer, Figure) and answer.observation == observation:
        for kind, said in reported.items():
            found = clear_change(figures, answer, kind)
            if isinstance(found, Figure) and not found.amount.interval.meets(said.amount.interval):
                ours[kind] = found
    ours_first = {kind: writer.figure(found, "inline") for kind, found in {**reported, **ours}.items()}
    shown = (writer.say(f"series.change.{kind}", change=found) for kind, found in ours_first.items())
    theirs = {kind: writer.figure(reported[kind], "inline") for kind in ours}
    left = (writer.say(f"series.reported.{kind}", change=found) for kind, found in theirs.items())
    return tuple(shown), tuple(left)
