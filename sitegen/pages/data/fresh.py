"""How fresh data are, in words: how far they reach, when the next are expected, and whether these are overdue."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from markupsafe import Markup
from msgspec import Struct

from sitegen.figures import Freshness, late, outlook, until
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.metric_kind import METRIC_KINDS
from sitegen.model.basics.period import Period
from sitegen.model.basics.spelling import sort_key
from sitegen.model.entity import Entity
from sitegen.model.series import Series
from sitegen.pages.parts import Pointer
from sitegen.pages.recalled import freshness_of
from sitegen.pages.words.writer import Writer, series_on
from sitegen.urls import company_url, series_url

Form = tuple[str, str, str, str]
"""The ids of a line: where nothing is expected, where something is, where it is overdue, and where none was found."""
_ONE: Form = "fresh.to", "fresh.expected", "fresh.overdue", "fresh.lapsed"
_NAMED: Form = "fresh.named.to", "fresh.named.expected", "fresh.named.overdue", "fresh.named.lapsed"
NAMED = 3
"""How many series of the first chart the line of the site names at most."""


class Fresh(Struct, frozen=True, kw_only=True):
    """A line about how fresh data are. due: the day that the next are expected, as `YYYY-MM-DD`, or None.

    overdue: what the line says to a reader who comes after that day. late: whether it says so already, because the
    day of the site is after it.
    """

    words: str
    due: str | None
    overdue: str
    late: bool


class FreshRow(Struct, frozen=True, kw_only=True):
    """How fresh the data of a company are. href: of all its series. reach: the period of its newest value.

    next: the series of which a value comes next, with the day, or None; due: that day as `Fresh` has it. overdue: the
    series of which a value is late, with the period of the last. lapsed: for how many series so much is late that
    none is waited for, in words, or "".
    """

    name: str
    href: str
    reach: str
    next: Pointer | None
    due: str
    overdue: tuple[Pointer, ...]
    lapsed: str


class Freshest(NamedTuple):
    """Each company; how many series there are with a value, and how many are overdue; and those that have lapsed, with
    the period of their last."""

    rows: tuple[FreshRow, ...]
    series: int
    overdue: int
    lapsed: tuple[Pointer, ...]


def fresh_series(writer: Writer, series: Series, name: str = "") -> Fresh | None:
    """The line of one series; None where it has no value. name: of the series, where the page is not its own."""
    found = freshness_of(writer.context, series.id)
    if found.latest is None:
        return None
    slots = {"period": writer.period(until(found.latest)), **({"series": name} if name else {})}
    if series.finished is None:
        return _fresh(writer, _NAMED if name else _ONE, found, slots)
    words = writer.say("fresh.named.finished" if name else "fresh.finished", **slots, reason=series.finished)
    return Fresh(words=words, due=None, overdue="", late=False)


def fresh_site(writer: Writer) -> str:
    """How far the data of the site reach, and those of the few series of its first chart; "" without data."""
    context, say = writer.context, writer.say
    reached, lead = context.reached(), context.tracker.site.lead_chart
    if reached is None:
        return ""
    period = writer.period(reached, short=True)
    found = {id: freshness_of(context, id).latest for id in context.tracker.charts[lead].series} if lead else {}
    ends = [(context.tracker.entities[id[0]].name, until(latest)) for id, latest in found.items() if latest]
    if not 0 < len(ends) <= NAMED:
        return say("fresh.site", period=period)
    said = [say("fresh.site.one", name=name, period=writer.period(end, short=True)) for name, end in ends]
    return say("fresh.site.named", period=period, reached=context.locale.listed(said))


def age(writer: Writer) -> str:
    """Of when the newest value and the newest document are, and when the data were compiled; "" without values."""
    context = writer.context
    reached, compiled = context.reached(), context.edition.compiled
    documents = [source.published for source in context.tracker.sources.values() if source.published]
    if reached is None or not documents:
        return ""
    slots = {"period": writer.period(reached), "document": writer.period(max(documents, key=lambda each: each.first))}
    if compiled is None:
        return writer.say("fresh.age", **slots)
    return writer.say("fresh.age.compiled", **slots, day=writer.period(compiled))


def by_company(writer: Writer) -> Freshest:
    """How far the data of each company reach, of which series a value is late or comes next, and the lapsed ones.

    Those reach as far as its counts do, if it has any: a price of later says nothing of how fresh these are.
    """
    context = writer.context
    rows: list[tuple[int, FreshRow]] = []
    series = 0
    lapsed: list[tuple[date, SeriesId]] = []
    for entity in context.pages():
        every = {id: freshness_of(context, id) for id in series_on(context, entity)}
        found = {id: each for id, each in every.items() if each.latest is not None}
        kinds = {id: context.tracker.metrics[id[1]].kind for id in found}
        main = next((kind for kind in METRIC_KINDS if kind in kinds.values()), None)
        reached = outlook([each for id, each in found.items() if kinds[id] == main], context.reached())
        if reached is not None:
            rows.append((-reached[0].last.toordinal(), _row(writer, entity, reached[0], found)))
        series += len(found)
        lapsed += [(each.due, id) for id, each in found.items() if each.lapsed and each.due is not None]
    ordered = tuple(row for _, row in sorted(rows, key=lambda row: (row[0], sort_key(row[1].name))))
    return Freshest(
        rows=ordered,
        series=series,
        overdue=sum(len(row.overdue) for row in ordered),
        lapsed=tuple(_series(writer, id, _last(writer, id)) for _, id in sorted(lapsed)),
    )


def _row(writer: Writer, entity: Entity, reached: Period, found: Mapping[SeriesId, Freshness]) -> FreshRow:
    waits = sorted((each.due, id) for id, each in found.items() if each.due is not None and not each.lapsed)
    overdue = [(due, id) for due, id in waits if late(due, writer.context.edition.day) > 0]
    lapsed = sum(each.lapsed for each in found.values())
    due, id = waits[len(overdue)] if len(overdue) < len(waits) else (None, None)
    return FreshRow(
        name=entity.name,
        href=writer.page.link(f"{company_url(entity.id)}#on-series"),
        reach=writer.period(reached, short=True),
        next=None if due is None or id is None else _series(writer, id, writer.day(due), entity),
        due="" if due is None else due.isoformat(),
        overdue=tuple(_series(writer, id, _last(writer, id), entity) for _, id in overdue),
        lapsed=writer.count("fresh.company.lapsed", lapsed, all=writer.number(len(found))) if lapsed else "",
    )


def _last(writer: Writer, id: SeriesId) -> str:
    latest = freshness_of(writer.context, id).latest
    return "" if latest is None else writer.period(latest, short=True).striptags()


def _series(writer: Writer, id: SeriesId, detail: str, of: Entity | None = None) -> Pointer:
    """The way to a series by what it counts, and of whom; of: the company in whose row it stands."""
    tracker = writer.context.tracker
    label, entity = tracker.metrics[id[1]].label, tracker.entities[id[0]]
    named = label if entity is of else f"{entity.name}: {label}"
    return Pointer(label=named, href=writer.page.link(series_url(id)), detail=detail)


def _fresh(writer: Writer, form: Form, found: Freshness, slots: Mapping[str, str]) -> Fresh:
    to, expected, overdue, lapsed = form
    due = found.due
    if due is None or found.lapsed:
        return Fresh(words=writer.say(lapsed if found.lapsed else to, **slots), due=None, overdue="", late=False)
    said, passed = {**slots, "day": writer.day(due)}, late(due, writer.context.edition.day) > 0
    plain = {slot: Markup(words).striptags() for slot, words in said.items()}
    return Fresh(
        words=writer.say(overdue if passed else expected, **said),
        due=due.isoformat(),
        overdue=str(writer.say(overdue, **plain)),
        late=passed,
    )
