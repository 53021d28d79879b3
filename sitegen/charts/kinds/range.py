"""Kind `range`: every published value of some addresses, side by side, with its source."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.charts.look.colours import entity_colour
from sitegen.charts.look.symbols import ABOUT, ACROSS, SPREAD, key_of
from sitegen.charts.needs import check_bases, empty
from sitegen.charts.plot import Cell, Key, Plot, Ref, Row, ends_of, num
from sitegen.charts.rows import sources_of
from sitegen.figures import Figures
from sitegen.figures.columns import Column, column
from sitegen.figures.figure import Figure, Missing
from sitegen.figures.labels import made_of
from sitegen.figures.nouns import noun
from sitegen.figures.periods import say_period, short_period
from sitegen.figures.values.choice import ON_REQUEST
from sitegen.figures.words import say
from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import CEILINGS, FLOORS
from sitegen.model.basics.period import Period
from sitegen.model.chart import Chart
from sitegen.model.source import credited
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.words import Locale

HEADS = ("what", "period", "source", "value", "status")
"""What stands over the columns of the table, as the catalogue has it."""
BAND = "color-mix(in srgb,var(--accent) 14%,var(--paper))"
"""The colour between the lowest and the highest value of an address, as its key has it."""
SEEN = 0.05
"""From such a part of what the values span on the line over the room for doubt is longer than its point is wide."""
FAR = "about-far"
"""What a hollow point means where a line says how far off it may be."""


def plan(chart: Chart, figures: Figures) -> Plot | list[Problem]:
    """The values of every address: the answer, its rivals, and estimates and targets for the same period."""
    tracker = figures.tracker
    placed = [figures.placed(address).period for address in chart.figures]
    periods = [period for period in placed if isinstance(period, Period)]
    if problems := check_bases(chart, [address.series for address in chart.figures], tracker, periods):
        return problems
    numbered = [(figure, number) for number, a in enumerate(chart.figures) for figure in values_of(a, figures)]
    found = [figure for figure, _ in numbered]
    if not found:
        return empty(chart)
    shown = column(found[0].unit, found, tracker.site.locale)
    labels = _labels(numbered, tracker)
    rows = [
        {"what": "observation", "label": label, **_row(figure, number, tracker, shown)}
        for (figure, number), label in zip(numbered, labels, strict=True)
    ]
    table = [_cells(figure, chart.figures[number].entity, tracker) for figure, number in numbered]
    return Plot(
        id=chart.id,
        kind=chart.kind,
        rows=tuple(rows),
        unit=shown.unit,
        locale=tracker.site.locale,
        columns=tuple(tracker.site.locale.say(f"charts.head.{head}") for head in HEADS),
        table=tuple(table),
        summary=_summary(rows, noun(shown.unit, tracker.site.locale), tracker.site.locale),
        key=_key(rows, tracker.site.locale),
        figures=tuple(found),
        sources=sources_of(found),
        mixed=chart.mixed,
        place=chart.place,
    )


def _labels(numbered: Sequence[tuple[Figure, int]], tracker: Tracker) -> list[str]:
    """What stands at the values of each address: of entity, metric and period none that all of several share."""
    asked = {number: figure.address for figure, number in numbered if figure.address is not None}
    entities, metrics, periods = (
        {getattr(address, part) for address in asked.values()} for part in ("entity", "metric", "period")
    )
    names = len(metrics) == 1 and len(entities) == len(asked) > 1
    dated = len(periods) > 1 or len(asked) == 1
    alone = len({address.series for address in asked.values()}) == 1 and len(periods) == len(asked) > 1
    labels = []
    for figure, number in numbered:
        address = asked[number]
        assert isinstance(address.period, Period)
        name = "" if alone else tracker.entities[address.entity].name if names else figure.label
        when = short_period(address.period, tracker.site.locale) if dated else ""
        labels.append(", ".join(filter(None, (name, when))))
    return labels


def _key(rows: Sequence[Row], locale: Locale) -> tuple[Key, ...]:
    """The signs of the points, the line over the room for doubt, and the band between values that differ."""
    ends = ends_of(rows)
    seen = (max(ends) - min(ends)) * SEEN
    far = any(row["value"] is not None and num(row, "high") - num(row, "low") > seen for row in rows)
    signs = [(name, FAR if far and id == ABOUT else id, has) for name, id, has in ACROSS if id != SPREAD]
    keys = [*key_of(rows, signs, locale)]
    values: dict[object, set[object]] = {}
    for row in rows:
        values.setdefault(row["group"], set()).update(
            (row["low"], row["high"]) if row["value"] is None else (row["value"],)
        )
    if any(len(some) > 1 for some in values.values()):
        keys.append(Key("fill", BAND, locale.say("charts.sign.spread")))
    return tuple(keys)


def values_of(address: Address, figures: Figures) -> tuple[Figure, ...]:
    """What every source says at the address, the answer first; one that is made of others stands alone."""
    answer = figures.answer(address)
    if isinstance(answer, Missing) or answer.observation is None or address.source is not None:
        return () if isinstance(answer, Missing) else (answer,)
    period = answer.observation.period
    same = [
        o for o in figures.tracker.series[address.series].observations if o.period == period and o.use != "deprecated"
    ]
    others = [*answer.rivals, *(o for o in same if o.status in ON_REQUEST)]
    asked = [figures.answer(Address(*address.series, period, o.source)) for o in others]
    unique = dict.fromkeys(f.observation for f in (answer, *asked) if isinstance(f, Figure))
    by = {f.observation: f for f in (answer, *asked) if isinstance(f, Figure)}
    return tuple(by[observation] for observation in unique)


def _cells(figure: Figure, entity: str, tracker: Tracker) -> tuple[Cell, ...]:
    """One value in the table."""
    source, locale = _source(figure), tracker.site.locale
    name = Ref("source", source, credited(tracker.sources[source])) if source else made_of(figure.operation, locale)
    period = figure.address.period if figure.address and isinstance(figure.address.period, Period) else ""
    return (Ref("entity", entity, figure.label), period, name, figure, _status(figure, locale))


def _row(figure: Figure, number: int, tracker: Tracker, shown: Column) -> Row:
    """One value. low, high: where the true number lies, if that is wider than the number itself."""
    amount, address, locale = figure.amount, figure.address, tracker.site.locale
    assert address is not None  # an answer knows its address
    assert isinstance(address.period, Period)
    ends = (amount.interval.low, amount.interval.high)
    wide = amount.bound in ("range", "approximate")
    source = _source(figure)
    return {
        "group": float(number),
        "said": f"{figure.label}, {say_period(address.period, locale)}",
        "entity": address.entity,
        "metric": tracker.metrics[address.metric].label,
        "unit": noun(shown.unit, locale),
        "period": str(address.period),
        "date": address.period.first.isoformat(),
        "source": source,
        "publisher": credited(tracker.sources[source]) if source else made_of(figure.operation, locale),
        "color": entity_colour(address.entity, number),
        "value": shown.number(None if amount.value is None else float(amount.value), figure),
        "low": shown.number(float(ends[0]), figure) if wide and ends[0] is not None else None,
        "high": shown.number(float(ends[1]), figure) if wide and ends[1] is not None else None,
        "bound": "at-least" if amount.bound in FLOORS else "at-most" if amount.bound in CEILINGS else None,
        "text": say(figure, locale),
        "approximate": wide,
        "derived": figure.added,
        "worked": figure.counted.worked is not None,
        "estimate": figure.status in ON_REQUEST,
        "status": figure.status,
        "first": figure.observation is None or figure.observation.use == "preferred",
    }


def _source(figure: Figure) -> str | None:
    return figure.observation.source if figure.observation is not None else None


def _status(figure: Figure, locale: Locale) -> str:
    if figure.observation is None:
        return locale.say("charts.status.derived" if figure.worked is None else "charts.status.worked")
    status = locale.say(f"status.{figure.status}")
    return locale.say("charts.status.chosen", status=status) if figure.observation.use == "preferred" else status


def _summary(rows: Sequence[Row], unit: str, locale: Locale) -> str:
    """Every address with its values and who gives them."""
    parts: dict[str, list[str]] = {}
    for row in rows:
        value = locale.say("charts.said.by", value=row["text"], source=row["publisher"])
        parts.setdefault(str(row["said"]), []).append(value)
    every = (locale.say("charts.said.row", label=label, values=", ".join(said)) for label, said in parts.items())
    return " ".join((locale.say("charts.said.published", unit=unit), *every))
