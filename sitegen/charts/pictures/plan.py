"""A picture of a claim as numbers: one for each unit in which its check and its other readings compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import structs

from sitegen.charts.kinds.range import BAND
from sitegen.charts.look.colours import entity_colour
from sitegen.charts.look.symbols import INK, POINTS, key_of
from sitegen.charts.marks.focus import REST
from sitegen.charts.pictures.sides import Group, Mark, groups
from sitegen.charts.plot import Cell, Key, Plot, Quoted, Ref, Row
from sitegen.charts.rows import sources_of, values
from sitegen.charts.texts import plain
from sitegen.claims import Answered, ClaimWords, Vague, Verdict
from sitegen.figures import Figure, Figures, Missing, say, say_period
from sitegen.figures.columns import Column, column
from sitegen.figures.nouns import noun
from sitegen.model.basics.address import Address
from sitegen.model.basics.unit import Unit
from sitegen.words import Locale

PICTURE = "claim.picture"
"""The kind of these plots: no chart of a file can be called so."""
SEEN = 0.02
"""A value whose ends are this near to each other, in parts of it, has no whisker; the axis lies close."""
COLUMNS = ("picture.what", "claim.observed", "claim.claimed")


def pictures(verdict: Verdict, figures: Figures) -> tuple[Plot, ...]:
    """The pictures of a claim, in the order of its readings; none where no value of a check is known."""
    units: dict[Unit, list[Group]] = {}
    for group in groups(verdict, figures):
        if group.unit is not None:
            units.setdefault(structs.replace(group.unit, scale=0), []).append(group)
    return tuple(_plot(verdict, number, some, figures) for number, some in enumerate(units.values()))


def _plot(verdict: Verdict, number: int, some: Sequence[Group], figures: Figures) -> Plot:
    locale = figures.tracker.site.locale
    words = ClaimWords(figures, lambda text: plain(text, figures.tracker, figures))
    shown = [mark.answer for group in some for mark in group.marks if isinstance(mark.answer, Figure)]
    every = [*shown, *(group.claimed for group in some if group.claimed is not None)]
    unit = column(shown[0].unit, every, locale)
    rows = tuple(row for n, group in enumerate(some) for row in _rows(n, group, unit, words, locale))
    periods = {mark.period for group in some for mark in group.marks}
    several = len(periods) > 1
    labels = [[_label(mark, locale, dated=several) for mark in group.marks] for group in some]
    rows = tuple(
        {**row, "label": label} for row, label in zip(rows, (each for group in labels for each in group), strict=True)
    )
    claimed = [_claimed(group, words) for group in some]
    disputed = (rival for group in some for mark in group.marks for rival in mark.rivals)
    lefts = (group.compared.left for group in some if group.ranking)
    listed = (source for left in lefts if isinstance(left, Answered) for source in left.sources)
    table = [
        _cells(mark, label, said, locale)
        for group, names, said in zip(some, labels, claimed, strict=True)
        for mark, label in zip(group.marks, names, strict=True)
    ]
    return Plot(
        id=f"claim.{verdict.claim.id}.{number}",
        kind=PICTURE,
        rows=rows,
        unit=unit.unit,
        locale=locale,
        columns=tuple(locale.say(id) for id in COLUMNS[: 3 if any(claimed) else 2]),
        table=tuple(row[: 3 if any(claimed) else 2] for row in table),
        summary=" ".join(_sentences(rows)),
        key=_key(rows, locale),
        figures=tuple(shown),
        sources=tuple(dict.fromkeys((*sources_of([*shown, *disputed]), *listed))),
        mixed=verdict.claim.mixed,
        options=_head(some, unit.unit, locale),
        place=verdict.claim.place,
    )


def _head(some: Sequence[Group], unit: Unit, locale: Locale) -> dict[str, str]:
    """The title of a picture, and what stands below it: the period and the unit."""
    rankings = {group.ranking for group in some}
    metrics = {mark.metric for group in some for mark in group.marks}
    title = locale.say("picture.title")
    if len(rankings) == 1 and "" not in rankings:
        title = rankings.pop()
    elif len(metrics) == 1:
        title = metrics.pop()
    periods = {mark.period for group in some for mark in group.marks}
    period = periods.pop() if len(periods) == 1 else None
    parts = (locale.say("picture.unit", unit=noun(unit, locale)), "" if period is None else say_period(period, locale))
    return {"title": title, "subtitle": ", ".join(filter(None, parts))}


def _label(mark: Mark, locale: Locale, *, dated: bool) -> str:
    return f"{mark.label}, {say_period(mark.period, locale)}" if dated and mark.period is not None else mark.label


def _claimed(group: Group, words: ClaimWords) -> str:
    """What is claimed of a number or a place; "" where two values or two places stand against each other."""
    alone = not isinstance(group.compared.right, Answered)
    return words.claimed(group.compared) if group.claimed is not None or (group.ranking and alone) else ""


def _rows(number: int, group: Group, unit: Column, words: ClaimWords, locale: Locale) -> Iterator[Row]:
    low, value, high = _line(group, unit)
    claim = _claimed(group, words)
    for n, mark in enumerate(group.marks):
        yield {
            "group": float(number),
            "head": group.head,
            "subject": mark.subject,
            "color": _color(mark, n),
            **_values(mark, unit, locale),
            "claimed": value,
            "from": low,
            "to": high,
            "sign": group.compared.sign,
            "said": "" if not claim else locale.say("picture.claimed", claim=claim),
        }


def _color(mark: Mark, number: int) -> str:
    """What the claim is about has its colour, all else is grey."""
    return entity_colour(mark.entity, number) if mark.subject and mark.entity is not None else REST


def _line(group: Group, unit: Column) -> tuple[float | None, float | None, float | None]:
    """The number that is claimed, between the ends that it has where it is about a number."""
    figure = group.claimed
    if figure is None:
        return None, None, None
    interval, value = figure.amount.interval, figure.amount.value
    ends = (None if end is None else unit.number(float(end), figure) for end in (interval.low, value, interval.high))
    low, exact, high = ends
    return low, exact, high


def _values(mark: Mark, unit: Column, locale: Locale) -> Row:
    """One answer as rows have it; low, high: how far the true number may lie, by rivals or by the value itself."""
    answer = mark.answer
    if not isinstance(answer, Figure):
        nothing = answer if isinstance(answer, Missing) else Missing(Address("", "", "latest"), answer.reason)
        return {
            **values(nothing, locale, unit),
            "text": answer.short(locale),
        }
    row, given = values(answer, locale, unit), (answer, *mark.rivals)
    ends = [end for figure in given for end in _ends(figure)]
    low, high = min(ends, default=0.0), max(ends, default=0.0)
    if row["low"] is not None or high - low <= SEEN * max(abs(low), abs(high)):
        return {**row, "least": None, "most": None}
    return {**row, "least": None, "most": None, "low": unit.number(low, answer), "high": unit.number(high, answer)}


def _ends(figure: Figure) -> Iterator[float]:
    """A value, and the ends between which it lies as far as it has any."""
    amount = figure.amount
    if amount.value is not None:
        yield float(amount.value)
    if amount.bound in ("approximate", "range"):
        yield from (float(end) for end in (amount.interval.low, amount.interval.high) if end is not None)


def _cells(mark: Mark, label: str, claimed: str, locale: Locale) -> tuple[Cell, ...]:
    answer: Cell = mark.answer.short(locale) if isinstance(mark.answer, Vague) else mark.answer
    if isinstance(answer, Figure) and not answer.addresses:
        answer = Quoted(say(answer, locale))  # of a published table: there is no page of it to lead to
    name: Cell = Quoted(label) if mark.entity is None or label[:1].isdigit() else Ref("entity", mark.entity, label)
    return name, answer, Quoted(claimed)


def _sentences(rows: Sequence[Row]) -> Iterator[str]:
    """Each value in words, with what is claimed of it."""
    for row in rows:
        yield f"{row['label']}: {row['text']}{', ' if row['said'] else ''}{row['said']}."


def _key(rows: Sequence[Row], locale: Locale) -> tuple[Key, ...]:
    """The signs of the points, the whisker, and the shade."""
    keys = [key for key in key_of(rows, POINTS, locale) if key.sign != "spread"]
    if any(row["low"] is not None for row in rows):
        keys.append(Key("spread", INK, locale.say("charts.sign.maybe")))
    if any(row["claimed"] is not None for row in rows):
        keys.append(Key("fill", BAND, locale.say("charts.sign.right")))
    return tuple(keys)
