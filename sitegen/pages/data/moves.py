"""The changes beside an observation: those of its source, or ours where its value gives others."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.figures import Figure, clear_change
from sitegen.model.basics.address import Address
from sitegen.model.series import ChangeKind, Observation, Series
from sitegen.pages.words.writer import Writer

CHANGES: tuple[ChangeKind, ...] = ("year", "previous")


def moves(
    writer: Writer, series: Series, observation: Observation, figure: Figure | None
) -> tuple[Mapping[ChangeKind, str], tuple[str, ...]]:
    """The changes to show, and lines on those that the source reports in place of which ours are shown.

    figure: the answer that rests on the observation, for its period or for its source; None where none does.
    """
    figures, address = writer.context.figures, Address(*series.id, observation.period)
    reported = {
        kind: figures.change_figure(observation, address, kind) for kind in CHANGES if kind in observation.change
    }
    ours: dict[ChangeKind, Figure] = {}
    if figure is not None:
        for kind, said in reported.items():
            found = clear_change(figures, figure, kind)
            if isinstance(found, Figure) and not found.amount.interval.meets(said.amount.interval):
                ours[kind] = found
    shown = {kind: _said(writer, found) for kind, found in {**reported, **ours}.items()}
    left = (writer.say(f"series.reported.{kind}", change=_said(writer, reported[kind])) for kind in ours)
    return shown, tuple(left)


def _said(writer: Writer, change: Figure) -> str:
    return writer.in_points(change, writer.figure(change, "inline"))
