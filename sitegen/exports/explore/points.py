"""What a series answers on each axis: numbers to draw, words to show, and the same as cells of a CSV file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from datetime import timedelta

from sitegen.charts.calendars import own_of
from sitegen.charts.look.symbols import EXACT, LINES, fill, shape
from sitegen.charts.plot import is_firm
from sitegen.charts.rows import sources_of, values
from sitegen.exports.explore.axes import compact
from sitegen.exports.explore.slots import Axis, axes_of, known_of
from sitegen.exports.forms import cell
from sitegen.exports.rows import FIGURE, WHEN, Record, cited, figure_record
from sitegen.figures import Figure, Figures, Missing
from sitegen.figures.arithmetic.calendars import said_calendar
from sitegen.figures.columns import Column
from sitegen.figures.labels import made_of
from sitegen.figures.periods import short_period
from sitegen.figures.slots import answers_in
from sitegen.figures.values.rivals import rival_figures, same_and_other
from sitegen.figures.words import say
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Period
from sitegen.model.lives import ending
from sitegen.model.series import Series
from sitegen.model.source import credited, source_name
from sitegen.model.tracker import Tracker
from sitegen.pages.context import Context
from sitegen.pages.output import Output
from sitegen.urls import output_path, points_url

Answer = Figure | Missing
Hole = tuple[str, tuple[tuple[str, str], ...]]
"""Why nothing answers, in few words, and the cells of a CSV file that do not depend on the period."""
FAR = timedelta(days=5000)
"""So far from all that is known, no value can be."""


def points(context: Context, id: SeriesId) -> Iterator[Output]:
    """The file of one series: what it counts, and its points by the name of each axis on which it has any."""
    figures, series = context.figures, context.tracker.series[id]
    known = known_of(series)
    holes = {} if known is None else dict(_holes(figures, series, known))
    blocks = {}
    used: dict[str, None] = {}
    for axis in axes_of(series):
        if known is not None and (found := _answered(figures, id, axis, known)):
            blocks[axis.name] = _block(figures, series, found, {absent for absent, _ in holes.values()})
            answered = [answer for answer in found.values() if isinstance(answer, Figure)]
            used |= dict.fromkeys((*sources_of(answered), *(o.source for each in answered for o in each.rivals)))
    sources = {source: _source(context.tracker, source) for source in used}
    head = {"definition": series.definition, "note": series.note or "", "sources": sources}
    said = {name: [day, absent, dict(cells)] for (name, day), (absent, cells) in holes.items()}
    yield Output(output_path(points_url(id)), compact({**head, "holes": said, "axes": blocks}))


def _answered(figures: Figures, id: SeriesId, axis: Axis, known: Period) -> Mapping[Period, Answer]:
    """What the series answers for the periods of an axis, from the first to the last that it has a value for."""
    periods = axis.periods(known)
    answers = answers_in(figures, id, periods)
    full = [n for n, answer in enumerate(answers) if isinstance(answer, Figure)]
    pairs = list(zip(periods, answers, strict=True))
    return dict(pairs[full[0] : full[-1] + 1]) if full else {}


def _holes(figures: Figures, series: Series, known: Period) -> Iterator[tuple[tuple[str, str], Hole]]:
    """What is said of a period without a value: `early` before its entity began and `late` after it ended, each with
    that day, and `plain` while it lives."""
    entities = figures.tracker.entities
    began, end = entities[series.entity].since, ending(entities, series.entity)
    since = None if began is None else began.first
    until = None if end is None or end.until is None else end.until.last
    plain = known.last + FAR if until is None else known.first - FAR if since is None else None
    for name, edge, day in (
        ("early", since, None if since is None else since - FAR),
        ("late", until, None if until is None else until + FAR),
        ("plain", None, plain),
    ):
        answer = None if day is None else figures.answer(Address(*series.id, Period(day, day)))
        if isinstance(answer, Missing):
            yield (name, str(edge or "")), _hole(figures, answer)


def _block(figures: Figures, series: Series, answers: Mapping[Period, Answer], holes: Set[str]) -> Record:
    """The points of an axis. calendar: how its periods lie, in words. same, cells: the CSV, by column and by row.

    holes: what is said of those. ends: its first and its last period. A period between them of which nothing is said
    is a hole like any other.
    """
    locale = figures.tracker.site.locale
    own = next(own_of(answer, slot) for slot, answer in answers.items() if isinstance(answer, Figure))
    kept = {slot: a for slot, a in answers.items() if isinstance(a, Figure) or a.short(locale) not in holes}
    rows = [_row(figures, answer) for answer in kept.values()]
    same = {name: rows[0][name] for name in FIGURE if len({row[name] for row in rows}) == 1}
    return {
        "calendar": said_calendar(own, locale) if isinstance(own, Period) else "",
        "points": [_point(figures, series, slot, answer) for slot, answer in kept.items()],
        "same": same,
        "cells": [[row[name] for name in FIGURE if name not in same] for row in rows],
        "ends": [str(slot) for slot in (min(answers), max(answers))],
    }


def _row(figures: Figures, answer: Answer) -> Mapping[str, str]:
    """An answer as the cells of a CSV file."""
    record = cited(figures.tracker, figure_record(figures, answer))
    return {name: cell(record.get(name)) for name in FIGURE}


def _hole(figures: Figures, answer: Missing) -> Hole:
    """What is said where nothing answers, whatever the period."""
    cells = _row(figures, answer).items()
    alike = tuple((name, text) for name, text in cells if text and name not in (*WHEN, "addresses"))
    return answer.short(figures.tracker.site.locale), alike


def _point(figures: Figures, series: Series, slot: Period, answer: Answer) -> Record:
    """One answer: at which period of the axis, and all that is drawn and said of it; what is not so is left out."""
    locale, own = figures.tracker.site.locale, own_of(answer, slot)
    row = {**values(answer, locale, Column(figures.tracker.metrics[series.metric].unit)), "color": ""}
    found: dict[str, object] = {"at": str(slot)}
    if isinstance(answer, Missing):
        return {**found, "absent": row["absent"]}
    found |= {name: row[name] for name in ("value", "low", "high", "least", "most", "text", "worked")}
    found["own"] = [f"{own.first}/{own.last}", short_period(own, locale)] if own != slot else None
    found["shape"] = shape(row) if row["value"] is not None else None
    found["loose"] = row["value"] is not None and not is_firm(row)
    found["hollow"] = fill(row) != ""
    found["signs"] = [n for n, (_, _, has) in enumerate((EXACT, *LINES)) if has(row)]
    same, other = same_and_other(answer, rival_figures(figures, answer), locale)
    found["same"] = locale.count("explore.same", len(same)) if same else ""
    found["others"] = [_rival(figures, rival)[1] for rival in same]
    found["rivals"] = [_rival(figures, rival) for rival in other]
    found["differ"] = answer.disagree
    found["how"] = made_of(answer.operation, locale) if answer.operation else ""
    found["notes"] = _notes(answer)
    return {name: value for name, value in found.items() if value not in (None, "", [], False)}


def _rival(figures: Figures, rival: Figure) -> list[str]:
    """Another value in words, and who gives it."""
    [source] = (observation.source for observation in rival.observations)
    return [say(rival, figures.tracker.site.locale, whole=True), credited(figures.tracker.sources[source])]


def _notes(answer: Figure) -> list[str]:
    """Why the value is the one that is printed, and what the data say of it."""
    known = answer.observation
    said = (known.reason, known.note) if known is not None else (answer.worked.note,) if answer.worked else ()
    return [words for words in said if words]


def _source(tracker: Tracker, id: str) -> list[str]:
    """A source: who published it, what it is called, when it came out, and the language of its title or ""."""
    source = tracker.sources[id]
    day = "" if source.published is None else short_period(source.published, tracker.site.locale)
    return [credited(source), source_name(source), day, (source.title and source.language) or ""]
