"""Kind `timeline`: steps into markets and events, one line each on an axis of time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

from sitegen.charts.entries import by_stage, cells, columns, now_of, steps_of
from sitegen.charts.kinds.dated import is_list
from sitegen.charts.look.axes import middle_day
from sitegen.charts.look.colours import entity_colour
from sitegen.charts.needs import empty
from sitegen.charts.plot import Cell, Key, Plot, Ref, Row
from sitegen.charts.texts import plain
from sitegen.figures import Figures
from sitegen.figures.periods import say_period, short_period
from sitegen.model.basics.period import Period
from sitegen.model.chart import Chart
from sitegen.model.entry import MarketEntry
from sitegen.model.event import Event
from sitegen.model.source import credited
from sitegen.model.stages import DONE, ENDS
from sitegen.model.tracker import Tracker
from sitegen.problems import Problem
from sitegen.words import say_answer

SIGNS = (
    ("hollow", "promise"),
    ("point", "done"),
    ("cross", "over"),
    ("diamond", "target"),
)


def plan(chart: Chart, figures: Figures) -> Plot | list[Problem]:
    """One lane for every place of a company and for every event, within from … to."""
    tracker = figures.tracker
    groups = steps_of(chart, tracker)
    several = len({step.entity for group in groups for step in group if chart.reaches(step.said)}) > 1
    events = [tracker.events[id] for id in chart.events if tracker.events[id].use != "deprecated"]
    rows: list[Row] = []
    table: list[tuple[Cell, ...]] = []
    drawn: list[MarketEntry | Event] = []
    for number, company in enumerate(chart.companies):
        for group in sorted((g for g in groups if g[0].company == company), key=lambda g: (g[0].said, g[0].where)):
            steps = [step for step in group if chart.reaches(step.said)]
            rows += [_step(step, number, tracker, named=several) for step in steps]
            table += [cells(step, tracker) for step in steps]
            drawn += steps
    for event in sorted(events, key=lambda e: (e.date, e.id)):
        if chart.reaches(event.date):
            words = plain(event.text, figures)
            rows.append(_event(event, words, chart, tracker))
            publisher = credited(tracker.sources[event.source])
            table.append(
                (_about(event, chart, tracker), words, "", event.date, "", Ref("source", event.source, publisher))
            )
            drawn.append(event)
    if not rows:
        return empty(chart)
    heads = columns(tracker.site.locale, events=any(isinstance(each, Event) for each in drawn))
    filled = [any(row[n] for row in table) for n in range(len(heads))]
    return Plot(
        id=chart.id,
        kind=chart.kind,
        rows=tuple(rows),
        unit=None,
        locale=tracker.site.locale,
        columns=tuple(compress(heads, filled)),
        table=tuple(tuple(compress(row, filled)) for row in table),
        steps=tuple(drawn),
        summary=_summary(rows, now_of(chart.companies, tracker), tracker),
        key=_key(rows, tracker),
        sources=tuple(dict.fromkeys(str(row["source"]) for row in rows)),
        place=chart.place,
    )


def _about(event: Event, chart: Chart, tracker: Tracker) -> Cell:
    """Whose event it is: a company of the chart where it names one, else the first that it names."""
    named = [id for id in event.entities if id in chart.companies] or event.entities
    return Ref("entity", named[0], tracker.entities[named[0]].name) if named else ""


def _step(entry: MarketEntry, number: int, tracker: Tracker, *, named: bool) -> Row:
    """A step at the day it was said, or at the day it was taken where a source reports it afterwards.

    named: whether it has to say whose it is.
    """
    sign = "done" if entry.stage in DONE else "over" if entry.stage in ENDS else "promise"
    taken = entry.target if sign == "done" and entry.target and entry.target.first <= entry.said.last else None
    due = short_period(entry.target, tracker.site.locale) if entry.target else ""
    return {
        "what": "entry",
        "lane": f"{entry.company}/{entry.where}",
        "heading": tracker.entities[entry.company].name,
        "label": tracker.places.name(entry.where),
        "name": tracker.entities[entry.entity].name if named else "",
        "place": entry.where,
        "stage": entry.stage,
        "said": say_answer("entry", entry.stage, tracker.site.locale),
        "sign": sign,
        "date": middle_day(taken or entry.said).isoformat(),
        "period": str(entry.said),
        "target": entry.target.last.isoformat() if entry.target and not taken else None,
        "when": short_period(taken or entry.said, tracker.site.locale),
        "due": due,
        "promised": tracker.site.locale.say("charts.promised", date=due) if due else "",
        "color": entity_colour(entry.company, number),
        "entity": entry.company,
        "source": entry.source,
    }


def _event(event: Event, words: str, chart: Chart, tracker: Tracker) -> Row:
    """An event, in the colour of the company that the chart is about, if that is one alone; else in that of text."""
    locale = tracker.site.locale
    return {
        "what": "event",
        "event": event.id,
        "lane": f"event/{event.id}",
        "heading": locale.say("charts.events"),
        "label": words,
        "name": "",
        "place": None,
        "stage": "",
        "said": "",
        "sign": "done",
        "date": middle_day(event.date).isoformat(),
        "period": str(event.date),
        "target": None,
        "when": short_period(event.date, locale),
        "due": "",
        "promised": "",
        "color": entity_colour(chart.companies[0], 0) if len(chart.companies) == 1 else "var(--ink)",
        "entity": event.entities[0] if event.entities else None,
        "source": event.source,
    }


def _summary(rows: Sequence[Row], entries: Sequence[MarketEntry], tracker: Tracker) -> str:
    """The places at their stage now, and the events with their dates."""
    locale = tracker.site.locale
    happened = [row for row in rows if row["what"] == "event"]
    said = [
        locale.say("charts.event", event=row["label"], date=say_period(Period.parse(str(row["period"])), locale))
        for row in happened
    ]
    return " ".join(
        part for part in (locale.say("charts.timeline"), by_stage(entries, tracker), "; ".join(said)) if part
    )


def _key(rows: Sequence[Row], tracker: Tracker) -> tuple[Key, ...]:
    """The signs that are drawn, but not of what happened where nothing else is; a list has dates promised in words."""
    used = {row["sign"] for row in rows}
    if not is_list(rows, tracker.site.locale):
        used |= {"target" for row in rows if row["target"]}
    if used == {"done"}:
        return ()
    return tuple(
        Key(sign, "var(--ink)", tracker.site.locale.say(f"charts.sign.{name}")) for sign, name in SIGNS if name in used
    )
