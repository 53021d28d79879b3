"""A picture of a claim as numbers: one for each unit in which its check and its other readings compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TypeVar

from msgspec import structs

from sitegen.charts.kinds.range import BAND
from sitegen.charts.look.colours import entity_colour
from sitegen.charts.look.symbols import ACROSS, INK, key_of
from sitegen.charts.marks.focus import REST
from sitegen.charts.pictures.sides import Group, Mark, groups
from sitegen.charts.plot import PICTURE, Cell, Key, Plot, Quoted, Ref, Row
from sitegen.charts.rows import sources_of, values
from sitegen.charts.texts import plain
from sitegen.claims import Answered, ClaimWords, Vague, Verdict
from sitegen.figures import Figure, Figures, Missing, say, say_period, short_period
from sitegen.figures.columns import Column, column
from sitegen.figures.labels import made_of
from sitegen.figures.nouns import noun
from sitegen.grouped import grouped
from sitegen.model.basics.address import Address
from sitegen.model.basics.unit import Unit
from sitegen.model.tracker import Tracker
from sitegen.words import Locale

SEEN = 0.02
"""A value whose ends are this near to each other, in parts of it, has no whisker; the axis lies close."""
METRICS = 2
"""So many metrics are named in a title."""
PARTIES, LONGEST = 2, 70
"""So many of whom the values are stand against each other in a title; and how many letters it has at most."""
T = TypeVar("T")
COLUMNS = ("picture.what", "claim.observed", "claim.claimed")


def pictures(verdict: Verdict, figures: Figures) -> tuple[Plot, ...]:
    """The pictures of a claim, in the order of its readings: of each unit with several known values; else of the first
    of which one is known and a number is claimed."""
    units = grouped(
        (structs.replace(group.unit, scale=0), group) for group in groups(verdict, figures) if group.unit is not None
    )
    known = {unit: sum(len(group.known) for group in some) for unit, some in units.items()}
    several = [some for unit, some in units.items() if known[unit] > 1]
    alone = [some for unit, some in units.items() if known[unit] and any(group.claimed is not None for group in some)]
    return tuple(_plot(verdict, number, some, figures) for number, some in enumerate(several or alone[:1]))


def _plot(verdict: Verdict, number: int, some: Sequence[Group], figures: Figures) -> Plot:
    locale = figures.tracker.site.locale
    words = ClaimWords(figures, lambda text: plain(text, figures))
    shown = [answer for group in some for answer in group.known]
    every = [*shown, *(group.claimed for group in some if group.claimed is not None)]
    unit = column(shown[0].unit, every, locale)
    rows = tuple(row for n, group in enumerate(some) for row in _rows(n, group, unit, words, locale))
    labels = _labels(some, locale)
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
        options=_head(some, unit.unit, plain(verdict.claim.text, figures), figures.tracker),
        place=verdict.claim.place,
    )


def _head(some: Sequence[Group], unit: Unit, claim: str, tracker: Tracker) -> dict[str, str]:
    """The title of a picture, and what stands below it: the unit, the place and the period, if there is one."""
    locale = tracker.site.locale
    marks = [mark for group in some for mark in group.marks]
    region, period = _one({mark.region for mark in marks}), _one({mark.period for mark in marks})
    where = region and (locale.say("series.worldwide") if region == "world" else tracker.places.name(region))
    when = None if period is None else say_period(period, locale)
    change, named = _one({mark.change for mark in marks}), noun(unit, locale)
    what = (
        locale.say("picture.change", made=made_of(change, locale), unit=named)
        if change
        else locale.say("picture.unit", unit=named)
    )
    return {"title": _title(some, claim, tracker), "subtitle": ", ".join(filter(None, (what, where, when)))}


def _title(some: Sequence[Group], claim: str, tracker: Tracker) -> str:
    """Who is compared, one or two, and by what, where that is not a long list; of places alone, the rankings.

    Two stand against each other where a comparison has both. Else it is called by what the claim says, if that is
    short, by what is counted, or by whose counts they are.
    """
    locale = tracker.site.locale
    ids = dict.fromkeys(id for group in some for mark in group.marks for id in mark.metrics)
    if not ids:
        return locale.listed(dict.fromkeys(group.ranking for group in some))
    first, *others = (tracker.metrics[id] for id in ids)
    sides = [{mark.name for mark in group.marks if mark.name} for group in some]
    names = list(dict.fromkeys(mark.name for group in some for mark in group.marks if mark.name))
    who = names[0] if len(names) == 1 else ""
    if len(names) == PARTIES and any(len(each) == PARTIES for each in sides):
        who = locale.say("picture.against", one=names[0], other=names[1])
    few, tested = len(others) < METRICS, locale.say("picture.tested", claim=claim)
    whole = locale.say("picture.who", who=who, what=locale.listed([first.in_text, *(each.in_text for each in others)]))
    if who and few and len(whole) <= LONGEST:
        return whole
    if len(tested) <= LONGEST:
        return tested
    counts = locale.listed([first.label, *(metric.in_text for metric in others)])
    if who or (few and len(counts) <= LONGEST):
        return who or counts
    named = locale.say("picture.counts", names=locale.listed(names))
    return named if names and len(named) <= LONGEST else locale.say("picture.title", metric=first.label)


def _one(found: Set[T]) -> T | None:
    """What all have alike; None where they differ."""
    return next(iter(found)) if len(found) == 1 else None


def _labels(some: Sequence[Group], locale: Locale) -> list[list[str]]:
    """What each value is called: by what sets it apart, whose it is and its period, else by all that it is."""
    marks = [mark for group in some for mark in group.marks]
    dated = len({mark.period for mark in marks}) > 1
    changed = bool(_one({mark.change for mark in marks}))
    alike = len({(mark.metrics, mark.change) for mark in marks}) == 1 and all(mark.name for mark in marks)
    own = {(mark.name, mark.period): mark.label for mark in marks}
    short = alike and all(own[mark.name, mark.period] == mark.label for mark in marks)

    def called(mark: Mark) -> str:
        name = mark.name if short else mark.counted if changed else mark.label
        return f"{name}, {short_period(mark.period, locale)}" if dated and mark.period is not None else name

    return [[called(mark) for mark in group.marks] for group in some]


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
    keys = [key for key in key_of(rows, ACROSS, locale) if key.sign != "spread"]
    if any(row["low"] is not None for row in rows):
        keys.append(Key("spread", INK, locale.say("charts.sign.maybe")))
    if any(row["claimed"] is not None for row in rows):
        keys.append(Key("fill", BAND, locale.say("charts.sign.right")))
    return tuple(keys)
