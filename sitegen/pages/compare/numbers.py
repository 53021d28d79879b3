"""Numbers of two entities side by side, with how much of the other the one is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct

from sitegen.figures import Figure
from sitegen.figures.common import Alike
from sitegen.figures.nouns import heading, noun_of
from sitegen.model.basics.period import Period
from sitegen.pages.compare.ratios import answer, differ, is_open, known, ratio
from sitegen.pages.compare.sentence import label_of
from sitegen.pages.parts import Name
from sitegen.pages.words.notes import counted
from sitegen.pages.words.writer import Writer
from sitegen.urls import series_url

MOST = 8
"""How many numbers stand side by side at most, of one metric those of its last periods where there is room for them."""


class NumberCell(Struct, frozen=True, kw_only=True):
    """The number of one of the two. who: whose it is; counts: what is counted exactly."""

    who: Name
    href: str
    value: str
    counts: str


class NumberRow(Struct, frozen=True, kw_only=True):
    """A metric with the value of each for the same period.

    unit: of the metric, or "" where its numbers say it. again: whether the row above is of the same metric. ratio: how
    much of the other the one is, or "".
    """

    label: str
    unit: str
    again: bool
    period: str
    one: NumberCell
    other: NumberCell
    ratio: str


def number_rows(writer: Writer, found: Sequence[Alike]) -> tuple[NumberRow, ...]:
    """The numbers of both for the last period that both have; of the first metrics more periods, as there is room."""
    rows: list[NumberRow] = []
    for number, alike in enumerate(found[:MOST]):
        room = MOST - len(rows) - len(found[number + 1 : MOST])
        rows += [_row(writer, alike, period) for period in alike.periods[: -room - 1 : -1]]
    return tuple(rows)


def ratio_head(writer: Writer, rows: Sequence[NumberRow]) -> str:
    """Of whom the column of shares is, by the names of those whose numbers it compares; "" without a share."""
    rows = [row for row in rows if row.ratio]
    one, other = (
        writer.context.locale.listed(dict.fromkeys(cell.who.text for cell in cells))
        for cells in ([row.one for row in rows], [row.other for row in rows])
    )
    return writer.say("compare.ratio", one=one, other=other) if rows else ""


def heads(rows: Sequence[NumberRow], names: tuple[Name, Name]) -> tuple[Name, Name]:
    """Whose numbers stand in each column: those of one brand or model if all are, else those of the company.

    names: of the two that are compared.
    """
    columns = [row.one.who for row in rows], [row.other.who for row in rows]
    one, other = (
        found[0] if len({who.text for who in found}) == 1 else name for found, name in zip(columns, names, strict=True)
    )
    return one, other


def parts_shown(found: Sequence[Alike], whole: Collection[str]) -> tuple[str, ...]:
    """The brands and models whose numbers stand for a company. whole: the two that are compared."""
    return tuple(dict.fromkeys(id for alike in found for id, _ in (alike.one, alike.other) if id not in whole))


def _row(writer: Writer, alike: Alike, period: Period) -> NumberRow:
    one, other = (answer(writer, id, period) for id in (alike.one, alike.other))
    metric, locale = writer.context.tracker.metrics[alike.one[1]], writer.context.locale
    return NumberRow(
        label=label_of(writer, alike),
        unit=heading(metric.unit, locale) if noun_of(one, locale) else "",
        again=period != alike.periods[-1],
        period=writer.period(period, short=True),
        one=_cell(writer, one),
        other=_cell(writer, other),
        ratio=_compared(writer, alike, known(writer, one), known(writer, other)),
    )


def _cell(writer: Writer, figure: Figure) -> NumberCell:
    series = writer.context.tracker.series[figure.addresses[0].series]
    return NumberCell(
        who=writer.name(series.entity),
        href=writer.page.link(series_url(series.id)),
        value=writer.figure(figure),
        counts=counted(writer, series),
    )


def _compared(writer: Writer, alike: Alike, one: Figure, other: Figure) -> str:
    """How much of the other the one is, that it is open, or that they are about equal; "" where nothing tells."""
    if (share := ratio(writer, alike, one, other)) is not None:
        return writer.figure(share, "inline")
    if is_open(one, other):
        return writer.say("compare.ratio.open")
    return writer.say("compare.ratio.equal") if differ(one, other, alike.mixed) is False else ""
