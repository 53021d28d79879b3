"""The changes beside an observation: ours where its value answers, as on all pages, else those that it reports."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.figures import Figure, clear_change
from sitegen.figures.arithmetic.printing import printed, round_to
from sitegen.model.basics.address import Address
from sitegen.model.series import ChangeKind, Observation, Series
from sitegen.pages.words.writer import Writer

CHANGES: tuple[ChangeKind, ...] = ("year", "previous")


def moves(
    writer: Writer, series: Series, observation: Observation, figure: Figure | None
) -> tuple[Mapping[ChangeKind, str], tuple[str, ...]]:
    """The changes to show, and lines on those that the source reports and that print otherwise than ours.

    Where a source reports a change for one period, it is worked out for all periods of that length. figure: the answer
    that rests on the observation, for its period or for its source; None where none does.
    """
    figures, address = writer.context.figures, Address(*series.id, observation.period)
    reported = {
        kind: figures.change_figure(observation, address, kind) for kind in CHANGES if kind in observation.change
    }
    near = figures.evidence.changes(series.id)[observation.period.cadence]
    asked = [kind for kind in CHANGES if kind in near]
    found = {} if figure is None else {kind: clear_change(figures, figure, kind) for kind in asked}
    ours = {kind: move for kind, move in found.items() if isinstance(move, Figure) and move.kind != "change"}
    shown = {kind: _said(writer, move) for kind, move in {**reported, **ours}.items()}
    apart = (kind for kind, move in reported.items() if kind in ours and not _alike(ours[kind], move))
    left = (writer.say(f"series.reported.{kind}", change=_said(writer, reported[kind])) for kind in apart)
    return shown, tuple(left)


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two changes print alike with the digits of the shorter of them."""
    here, there, digits = one.amount.value, other.amount.value, min(printed(one)[1], printed(other)[1])
    return here is not None and there is not None and round_to(here, digits) == round_to(there, digits)


def _said(writer: Writer, change: Figure) -> str:
    return writer.in_points(change, writer.figure(change, "inline"))
