"""Numbers of two entities side by side, and the one sentence that says how they differ."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from markupsafe import Markup, escape
from msgspec import Struct

from sitegen.figures import Figure, FigureError, rounded, share
from sitegen.figures.common import Alike
from sitegen.figures.nouns import heading, noun_of
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Period
from sitegen.pages.parts import Name
from sitegen.pages.words.notes import counted
from sitegen.pages.words.writer import Writer
from sitegen.urls import series_url

MOST = 8
"""How many numbers stand side by side at most, of one metric those of its last periods where there is room for them."""
FAR = Decimal("1.1")
"""From so many times on a ratio says more than the two numbers."""


class NumberCell(Struct, frozen=True, kw_only=True):
    """The number of one of the two. who: whose it is; counts: what is counted exactly."""

    who: Name
    href: str
    value: str
    counts: str


class NumberRow(Struct, frozen=True, kw_only=True):
    """A metric with the value of each for the same period.

    unit: of the metric, or "" where its numbers say it. again: whether the row above is of the same metric. ratio: how
    much of the larger the smaller is, or "".
    """

    label: str
    unit: str
    again: bool
    period: str
    one: NumberCell
    other: NumberCell
    ratio: str


def number_rows(writer: Writer, found: Sequence[Alike]) -> tuple[NumberRow, ...]:
    """The numbers of both for the last periods that both have; of many metrics for the last one."""
    found = found[:MOST]
    each = MOST // len(found) if found else 0
    return tuple(_row(writer, alike, period) for alike in found for period in alike.periods[: -each - 1 : -1])


def parts_shown(found: Sequence[Alike], whole: Collection[str]) -> tuple[str, ...]:
    """The brands and models whose numbers stand for a company. whole: the two that are compared."""
    return tuple(dict.fromkeys(id for alike in found for id, _ in (alike.one, alike.other) if id not in whole))


def difference(writer: Writer, alike: Alike) -> Markup:
    """One number of both in a sentence, the larger first, and what follows from it in a second one."""
    last = alike.periods[-1]
    figures = sorted((_answer(writer, id, last) for id in (alike.one, alike.other)), key=_end, reverse=True)
    larger, smaller = figures
    said = writer.say(
        "compare.numbers.both",
        metric=writer.context.tracker.metrics[alike.one[1]].label,
        when=writer.within(last),
        amount=_said(writer, larger),
        least=writer.figure(smaller),
        **_both(writer, larger, smaller),
    )
    if _differ(larger, smaller) and (ratio := _ratio(writer, larger, smaller)):
        told = writer.say("compare.numbers.part", part=writer.linked(ratio), **_both(writer, larger, smaller))
        return Markup("{} {}").format(said, told)
    if _open(larger, smaller):
        return Markup("{} {}").format(said, writer.say("compare.numbers.open"))
    return Markup(said)


def both_counted(writer: Writer, alike: Alike) -> tuple[str, ...]:
    """What exactly is counted of the two: once where it is the same, else of each with its name."""
    of = [
        (writer.context.tracker.entities[id[0]].name, writer.context.tracker.series[id])
        for id in (alike.one, alike.other)
    ]
    found = [(name, counted(writer, series)) for name, series in of]
    if len({words for _, words in found}) == 1:
        return (writer.say("company.counted", what=found[0][1]),)
    return tuple(writer.say("compare.counted.of", name=name, what=words) for name, words in found)


def _row(writer: Writer, alike: Alike, period: Period) -> NumberRow:
    one, other = (_answer(writer, id, period) for id in (alike.one, alike.other))
    metric, locale = writer.context.tracker.metrics[alike.one[1]], writer.context.locale
    return NumberRow(
        label=metric.label,
        unit=heading(metric.unit, locale) if noun_of(one, locale) else "",
        again=period != alike.periods[-1],
        period=writer.period(period, short=True),
        one=_cell(writer, one),
        other=_cell(writer, other),
        ratio=_compared(writer, one, other),
    )


def _cell(writer: Writer, figure: Figure) -> NumberCell:
    series = writer.context.tracker.series[figure.addresses[0].series]
    return NumberCell(
        who=writer.name(series.entity),
        href=writer.page.link(series_url(series.id)),
        value=writer.figure(figure),
        counts=counted(writer, series),
    )


def _answer(writer: Writer, id: SeriesId, period: Period) -> Figure:
    answer = writer.context.figures.answer(Address(*id, period))
    assert isinstance(answer, Figure)  # it is one of the periods that both have
    return answer


def _who(writer: Writer, figure: Figure) -> Markup:
    return escape(writer.context.tracker.entities[figure.addresses[0].entity].name)


def _said(writer: Writer, figure: Figure) -> Markup:
    unit = noun_of(figure, writer.context.locale)
    return Markup("{} {}").format(writer.figure(figure), unit) if unit else Markup(writer.figure(figure))


def _end(figure: Figure) -> tuple[bool, Decimal]:
    """What orders two figures: their lower ends, an open one last."""
    low = figure.amount.interval.low
    return low is not None, Decimal(0) if low is None else low


def _open(one: Figure, other: Figure) -> bool:
    """Whether two figures do not show which is larger."""
    return _ends(one) != _ends(other) and one.amount.interval.meets(other.amount.interval)


def _both(writer: Writer, larger: Figure, smaller: Figure) -> dict[str, Markup]:
    """The names of two whose numbers are compared."""
    return {"larger": _who(writer, larger), "smaller": _who(writer, smaller)}


def _compared(writer: Writer, one: Figure, other: Figure) -> str:
    """How much of the larger the smaller is, that it is open, or that they are about equal; "" where nothing tells."""
    larger, smaller = sorted((one, other), key=_end, reverse=True)
    differ = _differ(larger, smaller)
    if differ and (ratio := _ratio(writer, larger, smaller)):
        part = writer.figure(ratio, "inline")
        return writer.say("compare.part-of", part=part, **_both(writer, larger, smaller))
    if _open(one, other):
        return writer.say("compare.ratio.open")
    return writer.say("compare.ratio.equal") if differ is False else ""


def _ratio(writer: Writer, larger: Figure, smaller: Figure) -> Figure | None:
    """How much of the larger the smaller is, in percent, as far as that is known; None where they have no ratio."""
    try:
        return rounded(share(writer.context.figures, smaller, larger), 0)
    except FigureError:
        return None


def _differ(larger: Figure, smaller: Figure) -> bool | None:
    """Whether one is so much more than the other, or the other may be so much less, that a ratio says more than both;
    None where that is not known."""
    (low, high), (least, most) = _ends(larger), _ends(smaller)
    if low is None or least is None or least <= 0:
        return None
    return not (high is None or high < least * FAR if most is None else low < most * FAR)


def _ends(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    return figure.amount.interval.low, figure.amount.interval.high
