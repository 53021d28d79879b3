"""Numbers of two entities side by side, and the one sentence that says how they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from decimal import Decimal

from markupsafe import Markup, escape
from msgspec import Struct

from sitegen.figures import Figure, FigureError, rounded, share
from sitegen.figures.common import Alike
from sitegen.figures.nouns import heading, noun_of
from sitegen.figures.values.spread import closed
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.metric_kind import MetricKind
from sitegen.model.basics.period import Period
from sitegen.pages.parts import Name
from sitegen.pages.words.notes import counted
from sitegen.pages.words.writer import Writer
from sitegen.urls import series_url

MOST = 8
"""How many numbers stand side by side at most, of one metric those of its last periods where there is room for them."""
COUNTS: tuple[MetricKind, ...] = ("flow", "stock")
"""The kinds of which one has more."""
NEAR, FAR = Decimal("1.005"), Decimal("1.1")
"""From so many times on a ratio says more than the two numbers: of what is counted alike, and of what is not."""


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


def difference(writer: Writer, alike: Alike) -> Markup:
    """One number of both in a sentence, and that it leaves open which is larger, where it does."""
    last = alike.periods[-1]
    one, other = (_answer(writer, id, last) for id in (alike.one, alike.other))
    slots = {
        "when": writer.within(last),
        "amount": _said(writer, one),
        "amount_of_other": writer.figure(other),
        "one": _who(writer, one),
        "other": _who(writer, other),
    }
    if alike.mixed:
        said = writer.say("compare.numbers.mixed", **slots)
    else:
        said = writer.say("compare.numbers.both", metric=label_of(writer, alike), **slots)
    known = _within(writer, one), _within(writer, other)
    unknown = _open(*known) and _ratio(writer, alike, *known) is None
    told = (said, writer.say("compare.numbers.open") if unknown else "", _led(writer, alike))
    return Markup(" ").join(each for each in map(Markup, told) if each)


def _led(writer: Writer, alike: Alike) -> str:
    """Which of the two had more, in how many of several periods that both have; "" of what is no count.

    They are those of one length, of which there are most: a year is not counted beside its quarters. Where the two do
    not count alike, a small difference says nothing of who had more.
    """
    lengths = Counter(period.cadence for period in alike.periods)
    [(length, count)] = lengths.most_common(1)
    context = writer.context
    if count == 1 or context.tracker.metrics[alike.one[1]].kind not in COUNTS:
        return ""
    found = (
        [_within(writer, _answer(writer, id, period)) for id in (alike.one, alike.other)]
        for period in alike.periods
        if period.cadence == length
    )
    spans = [
        (one.amount.interval, other.amount.interval)
        for one, other in found
        if not alike.mixed or _differ(one, other, alike.mixed)
    ]
    names = [context.tracker.entities[entity].name for entity, _ in (alike.one, alike.other)]
    ahead, behind = (sum(two[n].below(two[1 - n]) for two in spans) for n in (1, 0))
    leader = names[0 if ahead else 1]
    if count in (ahead, behind):
        return writer.count("compare.led.all", count, name=leader)
    if not (ahead or behind):
        return ""
    if ahead and behind:
        numbers = {"ahead": writer.number(ahead), "behind": writer.number(behind)}
        led = writer.count("compare.led", count, one=names[0], other=names[1], **numbers)
    else:
        led = writer.count("compare.led.one", count, name=leader, most=writer.number(ahead or behind))
    rest = count - ahead - behind
    return f"{led} {writer.count('compare.led.open', rest)}" if rest else led


def label_of(writer: Writer, alike: Alike) -> str:
    """What two series count, in words: of both, or of each where that differs."""
    metrics = writer.context.tracker.metrics
    return writer.context.locale.listed(dict.fromkeys(metrics[id[1]].label for id in (alike.one, alike.other)))


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
        label=label_of(writer, alike),
        unit=heading(metric.unit, locale) if noun_of(one, locale) else "",
        again=period != alike.periods[-1],
        period=writer.period(period, short=True),
        one=_cell(writer, one),
        other=_cell(writer, other),
        ratio=_compared(writer, alike, _within(writer, one), _within(writer, other)),
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


def _within(writer: Writer, figure: Figure) -> Figure:
    """A figure as far as it is known: one that its own words leave open above may be bounded by others."""
    return closed(writer.context.figures, figure) or figure


def _open(one: Figure, other: Figure) -> bool:
    """Whether two figures do not show which is larger."""
    return _ends(one) != _ends(other) and one.amount.interval.meets(other.amount.interval)


def _compared(writer: Writer, alike: Alike, one: Figure, other: Figure) -> str:
    """How much of the other the one is, that it is open, or that they are about equal; "" where nothing tells."""
    if (ratio := _ratio(writer, alike, one, other)) is not None:
        return writer.figure(ratio, "inline")
    if _open(one, other):
        return writer.say("compare.ratio.open")
    return writer.say("compare.ratio.equal") if _differ(one, other, alike.mixed) is False else ""


def _ratio(writer: Writer, alike: Alike, one: Figure, other: Figure) -> Figure | None:
    """How much of the other the one is, in percent, as far as that is known; None where it says no more than they."""
    if not _differ(one, other, alike.mixed):
        return None
    try:
        return rounded(share(writer.context.figures, one, other, alike.mixed or None), 0)
    except FigureError:
        return None


def _differ(one: Figure, other: Figure, mixed: str) -> bool | None:
    """Whether one is so much more than the other, or the other may be so much less, that a ratio says more than both;
    None where that is not known. mixed: why the two may be compared, where they do not count alike."""
    far = FAR if mixed else NEAR
    (low, high), (least, most) = sorted((_ends(one), _ends(other)), key=_low, reverse=True)
    if low is None or most == 0:
        return None
    if most is not None and low >= most * far:
        return True
    if least is None or least <= 0 or (high is None and most is None):
        return None
    return high is None or high >= least * far


def _low(ends: tuple[Decimal | None, Decimal | None]) -> tuple[bool, Decimal]:
    """What orders two by their lower ends, an open one last."""
    return ends[0] is not None, ends[0] or Decimal(0)


def _ends(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    return figure.amount.interval.low, figure.amount.interval.high
