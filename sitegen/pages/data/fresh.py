"""How fresh data are, in words: how far they reach, when the next are expected, and whether these are overdue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup
from msgspec import Struct

from sitegen.figures import Freshness, late, outlook, until
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.metric_kind import METRIC_KINDS
from sitegen.model.basics.period import Period
from sitegen.model.basics.spelling import sort_key
from sitegen.model.series import Series
from sitegen.pages.parts import Name, Pointer
from sitegen.pages.recalled import freshness_of
from sitegen.pages.words.writer import Writer, series_on
from sitegen.urls import company_url, series_url

Form = tuple[str, str, str, str]
"""The ids of a line: where nothing is expected, where something is, where it is overdue, and where none was found."""
_ONE: Form = "fresh.to", "fresh.expected", "fresh.overdue", "fresh.lapsed"
_NAMED: Form = "fresh.named.to", "fresh.named.expected", "fresh.named.overdue", "fresh.named.lapsed"
NAMED = 3
"""How many series of the first chart the line of the site names at most."""
ROWS = 8
"""How many series the table of what is expected has, where nothing is overdue."""


class Fresh(Struct, frozen=True, kw_only=True):
    """A line about how fresh data are. due: the day that the next are expected, as `YYYY-MM-DD`, or None.

    overdue: what the line says to a reader who comes after that day. late: whether it says so already, because the
    day of the site is after it.
    """

    words: str
    due: str | None
    overdue: str
    late: bool


class ExpectedRow(Struct, frozen=True, kw_only=True):
    """A series of which a value is expected. label: what it measures. day: in words; due, late: as `Fresh` has them."""

    name: Name
    label: str
    href: str
    reach: str
    day: str
    due: str
    late: bool


class Expected(NamedTuple):
    """What was to come first: where something is overdue all that is, else some of what is expected.

    more: how many more series something is expected of. overdue: of how many it is late. lapsed: the series of which
    so much is due that it is found no more, each with how far it reaches.
    """

    rows: tuple[ExpectedRow, ...]
    more: int
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


def expected(writer: Writer) -> Expected:
    """The series of which values are expected, those that wait longest first, and how many are overdue."""
    rows: list[tuple[date, SeriesId, Period]] = []
    lapsed: list[tuple[date, SeriesId, Period]] = []
    for id in writer.context.tracker.series:
        found = freshness_of(writer.context, id)
        if found.latest is not None and found.due is not None:
            (lapsed if found.lapsed else rows).append((found.due, id, found.latest))
    rows.sort()
    overdue = sum(late(due, writer.context.edition.day) > 0 for due, _, _ in rows)
    shown = rows[: overdue or ROWS]
    return Expected(
        rows=tuple(_row(writer, *row) for row in shown),
        more=len(rows) - len(shown),
        overdue=overdue,
        lapsed=tuple(_lapsed(writer, id, latest) for _, id, latest in sorted(lapsed)),
    )


def by_company(writer: Writer) -> tuple[Pointer, ...]:
    """How far the data of each company reach, of how many series a value is late or no newer one found; newest first.

    They reach as far as its counts do, if it has any: a price of later says nothing of how fresh these are.
    """
    context, rows = writer.context, []
    for entity in context.pages():
        ids = series_on(context, entity)
        kinds = {id: context.tracker.metrics[id[1]].kind for id in ids}
        main = next((kind for kind in METRIC_KINDS if kind in kinds.values()), None)
        found = outlook([freshness_of(context, id) for id in ids if kinds[id] == main], context.reached())
        if found is None:
            continue
        states = [freshness_of(context, id) for id in ids]
        detail = _reach(writer, found[0], [each for each in states if each.latest is not None])
        href = writer.page.link(f"{company_url(entity.id)}#on-series")
        rows.append((-found[0].last.toordinal(), Pointer(label=entity.name, detail=detail, href=href)))
    return tuple(pointer for _, pointer in sorted(rows, key=lambda row: (row[0], sort_key(row[1].label))))


def _reach(writer: Writer, end: Period, several: Sequence[Freshness]) -> str:
    """How far the data of a company reach; of how many of its series a value is overdue, and how many have lapsed."""
    slots = {"period": writer.period(end, short=True), "all": writer.number(len(several))}
    lapsed = sum(each.lapsed for each in several)
    overdue = sum(each.late_days > 0 for each in several) - lapsed
    if overdue and lapsed:
        return writer.count("fresh.company.both", lapsed, overdue=writer.number(overdue), **slots)
    if overdue or lapsed:
        return writer.count(f"fresh.company.{'overdue' if overdue else 'lapsed'}", overdue or lapsed, **slots)
    waits = any(each.due is not None for each in several)
    return writer.say("fresh.company" if waits else "fresh.awaits-none", period=slots["period"])


def _lapsed(writer: Writer, id: SeriesId, latest: Period) -> Pointer:
    return Pointer(
        label=f"{writer.name(id[0]).text}: {writer.context.tracker.metrics[id[1]].label}",
        href=writer.page.link(series_url(id)),
        detail=writer.period(latest, short=True).striptags(),
    )


def _row(writer: Writer, due: date, id: SeriesId, latest: Period) -> ExpectedRow:
    return ExpectedRow(
        name=writer.name(id[0]),
        label=writer.context.tracker.metrics[id[1]].label,
        href=writer.page.link(series_url(id)),
        reach=writer.period(latest, short=True),
        day=writer.day(due),
        due=due.isoformat(),
        late=late(due, writer.context.edition.day) > 0,
    )


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
