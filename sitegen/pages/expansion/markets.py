"""The markets of a company as rows: where each of its brands and models stands now."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from sitegen.figures.freshness import late
from sitegen.model.basics.spelling import sort_key
from sitegen.model.entry import MarketEntry
from sitegen.model.stages import DONE, STEPS, positions_of
from sitegen.pages.parts import Name
from sitegen.pages.words.writer import Writer
from sitegen.words import say_answer

_AHEAD = STEPS[: STEPS.index("entered")]
"""The stages of which the date is one to come."""


class MarketRow(Struct, frozen=True, kw_only=True):
    """Where one brand or model stands in one market now: its current step, or one for each stage that may be it.

    id: of the first row of the market on the page of the plan, else "". due: "since May 2024", "for 2026", that its
    date has passed, or "".
    """

    id: str
    where: str
    stage: str
    name: Name
    said: str
    due: str
    text: str


def market_rows(
    writer: Writer, company: str, among: Collection[str] | None = None, *, anchored: bool = False, newest: int = 0
) -> tuple[MarketRow, ...]:
    """The markets of a company now, those that it is in before its plans, by continent and name; what it left with a
    wider place is not among them.

    among: the places that are asked about, None for all. anchored: whether links lead to the rows. newest: how many
    are given: of those that it is in, and then of the others, the ones with the newest reports; 0 for all.
    """
    tracker = writer.context.tracker
    now = (entry for at in positions_of(tracker) for entry in at.entries if entry.where == at.where)
    here = (entry for entry in now if entry.company == company and (among is None or entry.where in among))

    def order(entry: MarketEntry) -> tuple[object, ...]:
        name = sort_key(tracker.entities[entry.entity].name)
        return entry.stage not in DONE, tracker.places.order(entry.where), name

    ordered = sorted(here, key=order)
    if newest:
        ordered = sorted(ordered, key=lambda entry: (entry.stage in DONE, entry.said.first), reverse=True)[:newest]
    return tuple(_market(writer, entry, anchor(writer, entry.where) if anchored else "") for entry in ordered)


def anchor(writer: Writer, where: str) -> str:
    """The id of the first row of a market, "" for the others."""
    return "" if f"market-{where}" in writer.page.anchors else writer.page.anchor(where, "market")


def stage(writer: Writer, entry: MarketEntry) -> str:
    """The stage of an entry in words."""
    return say_answer("entry", entry.stage, writer.context.locale)


def due(writer: Writer, entry: MarketEntry) -> str:
    """Since when an entity is in a market, or for when it plans to be; "" where nobody says."""
    if entry.target is None:
        return ""
    period = writer.period(entry.target, short=True)
    if entry.stage in DONE:
        return writer.say("plan.since", period=period)
    return writer.say("plan.for", period=period)


def _awaited(writer: Writer, entry: MarketEntry) -> str:
    """What `due` says of the latest step, and that its date has passed where it is a step still to come."""
    if entry.target is None or entry.stage not in _AHEAD or not late(entry.target.last, writer.context.edition.day):
        return due(writer, entry)
    return writer.say("plan.for.passed", period=writer.period(entry.target, short=True))


def _market(writer: Writer, entry: MarketEntry, id: str) -> MarketRow:
    writer.page.states(entry)
    return MarketRow(
        id=id,
        where=writer.context.tracker.places.name(entry.where),
        stage=stage(writer, entry),
        name=writer.name(entry.entity),
        said=writer.period(entry.said, short=True),
        due=_awaited(writer, entry),
        text=writer.sourced(entry.text, entry.source),
    )
