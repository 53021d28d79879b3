"""`search/index.json`: what the script of the search searches, fetched when a reader begins to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from sitegen import urls
from sitegen.figures import Figure, Figures, say_period, short_period
from sitegen.figures.words import in_own_unit
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Period
from sitegen.model.series import Observation
from sitegen.pages.context import Context
from sitegen.pages.output import Output
from sitegen.pages.record.units import Files
from sitegen.pages.search.details import measured, together
from sitegen.pages.search.things import Group, Thing, groups
from sitegen.words import Locale

Values = tuple[tuple[Period, str, tuple[str, ...]], ...]
"""The periods of a series: what answers, or "", and what other sources give, each in words."""
Called = Mapping[str, Sequence[tuple[tuple[str, ...], int]]]
"""By their titles: all names of a thing, the title first, and its number."""
WORDS: Mapping[str, tuple[str, ...]] = {
    "absent": ("period",),
    "all": ("count",),
    "count": ("count",),
    "figures": (),
    "instead": ("query", "found"),
    "more": ("count",),
    "nothing": ("query",),
    "other": ("value", "period"),
    "partly": (),
    "parts": ("period",),
    "small": (),
    "value": ("value", "period"),
}
"""What the script says, by the ends of the messages' ids, each with its slots, which the script fills."""


def search(context: Context) -> Files:
    """The index."""
    yield "search", _file


def _file(context: Context) -> Iterator[Output]:
    found = groups(context)
    series = [thing.found.series for group in found for thing in group.things if thing.found.series]
    values = {id: context.recalled(f"search values {id}", partial(_values, id)) for id in series}
    ids = {str(period): period for each in values.values() for period, _, _ in each}
    periods = sorted(ids, key=lambda id: _order(ids[id]))
    at = {id: number for number, id in enumerate(periods)}
    locale = context.locale
    named = [[id, together(short_period(ids[id], locale)), say_period(ids[id], locale)] for id in periods]
    every = [(number, thing) for number, group in enumerate(found) for thing in group.things]
    folders = [_folder(group) for group in found]
    called: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for row, (_, thing) in enumerate(every):
        if not thing.found.series:
            called.setdefault(thing.title, []).append(((thing.title, *thing.found.names), row))
    whole = {
        "words": {id: _raw(locale, id, slots) for id, slots in WORDS.items()},
        "kinds": [[g.label, int(g.apparatus), int(g.named), folder] for g, folder in zip(found, folders, strict=True)],
        "periods": named,
        "things": [_row(number, thing, folders[number], values, at, called) for number, thing in every],
    }
    yield Output(urls.output_path(urls.INDEX), _json(whole))


def _raw(locale: Locale, id: str, slots: Iterable[str]) -> str:
    """A message whose slots are still to be filled."""
    return locale.say(f"search.script.{id}", **{slot: f"{{{slot}}}" for slot in slots})


def _order(period: Period) -> tuple[tuple[int, int], Period]:
    """The longer later, so that the script finds the longest part; those of one cadence follow one another."""
    return (period.length, period)


def _folder(group: Group) -> str:
    """The folder below the site's root in which all things of a kind stand, "" where they stand in several."""
    folders = {thing.url.split("/")[1] for thing in group.things}
    return f"{folders.pop()}/" if len(folders) == 1 else ""


def _row(
    kind: int,
    thing: Thing,
    folder: str,
    values: Mapping[SeriesId, Values],
    at: Mapping[str, int],
    called: Called,
) -> list[object]:
    """A thing: kind, title, URL in its kind's folder, detail, names, words, values; what is empty at the end left out.

    Names and words that are all the names of another thing have its number in their place. The values stand in runs:
    the number of the first period, then a value for each period from there; where other sources give one too, a list,
    what answers first.
    """
    found = thing.found
    runs = _runs(values[found.series], at) if found.series else []
    names, words = (_called(tuple(dict.fromkeys(texts)), called) for texts in (found.names, found.words))
    row = [kind, thing.title, thing.url.removeprefix(f"/{folder}"), found.detail, names, words, runs]
    while row[-1] in ("", []):
        row.pop()
    return row


def _called(texts: tuple[str, ...], called: Called) -> list[str | int] | int:
    """Texts, of which several in a row that are all the names of another thing are its number."""
    found: list[str | int] = []
    at = 0
    while at < len(texts):
        begun = (each for each in called.get(texts[at], ()) if texts[at : at + len(each[0])] == each[0])
        names, number = max(begun, key=lambda each: len(each[0]), default=(texts[at : at + 1], texts[at]))
        found.append(number)
        at += len(names)
    return found[0] if len(found) == 1 and isinstance(found[0], int) else found


def _runs(values: Values, at: Mapping[str, int]) -> list[list[object]]:
    runs: list[list[object]] = []
    following = -1
    for number, answer, others in sorted((at[str(period)], answer, others) for period, answer, others in values):
        if number != following:
            runs.append([number])
        runs[-1].append([answer, *others] if others else answer)
        following = number + 1
    return runs


def _values(id: SeriesId, figures: Figures) -> Values:
    """What a series says in each period that it has a value for."""
    locale = figures.tracker.site.locale
    series = figures.tracker.series[id]
    there = {
        period: valued
        for period, observations in figures.evidence.by_period(id).items()
        if (valued := [each for each in observations if each.amount is not None])
    }
    found = []
    for period in sorted({*there, *(worked.period for worked in series.worked_out)}):
        address = Address(*id, period)
        answer = figures.answer(address)
        said = _said(answer, locale) if isinstance(answer, Figure) else ""
        given = ((figures.observed_figure(o, address), _status(o)) for o in there.get(period, ()))
        others = dict.fromkeys(_said(each, locale, status) for each, status in given)
        found.append((period, said, tuple(other for other in others if other != said)))
    return tuple(found)


def _status(observation: Observation) -> str:
    """The message that says what a value is that is not to be read as one that was counted, or ""."""
    if observation.status in ("target", "estimated"):
        return f"status.{observation.status}"
    return "source.use.deprecated" if observation.use == "deprecated" else ""


def _said(figure: Figure, locale: Locale, status: str = "") -> str:
    """A value in words; behind a stroke as it stands in a column with its unit, if its digits are others there."""
    said, own = measured(figure, locale), in_own_unit(figure, locale)
    shown = locale.say("search.held", value=said, status=locale.say(status)) if status else said
    return shown if own in said else f"{shown}|{own}"


def _json(whole: Mapping[str, object]) -> bytes:
    """JSON without spaces, each item of a list on a line of its own, so that a change is seen where it is."""

    def dumped(value: object) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def listed(value: object) -> str:
        if not (isinstance(value, list) and value):
            return dumped(value)
        return "[\n" + ",\n".join(map(dumped, value)) + "\n]"

    parts = (f"{dumped(key)}:{listed(value)}" for key, value in whole.items())
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()
