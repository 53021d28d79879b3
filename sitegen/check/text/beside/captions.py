"""Titles of charts and rankings that say another period, count or company than stands below them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sitegen.check.text.excused import paced
from sitegen.check.text.named import named, tied
from sitegen.check.text.otherwise import ELSEWHEN
from sitegen.check.text.parsed import Parsed
from sitegen.check.text.parts import shorter
from sitegen.check.text.texts import Remark
from sitegen.figures import Figure, Figures
from sitegen.figures.nouns import heading
from sitegen.figures.periods import with_article
from sitegen.model.basics.address import SeriesId
from sitegen.model.basics.period import FinancialPeriod, Period, When
from sitegen.model.chart import Chart
from sitegen.model.metric import Metric
from sitegen.model.ranking import Ranking
from sitegen.model.tracker import Tracker
from sitegen.reading.markdown import BLANK

_OF = re.compile(r"\b(?:of|per|by|a|je|pro|der|par|des?|por|di)\s(?:all\s|the\s|an?\s)?\Z", re.IGNORECASE)
"""Between a rate and of what it is: "share of sailings on time"."""
_HINT = "say what it shows, or let it show what you say"


class _Data(NamedTuple):
    """What stands below a title.

    what: its kind. exact: whether a title names its period, or one within it. others: periods that a title may name
    besides: on which changes or an index are. flows: whether it is counted over a time, and not at the end of one.
    financial: whether its years may begin with any month.
    """

    what: str
    series: frozenset[SeriesId]
    first: Period | None
    last: Period | None
    exact: bool
    others: frozenset[Period | None]
    flows: bool
    financial: bool = False


def captioned(parsed: Parsed) -> Iterator[Remark]:
    """What the title or the subtitle of a chart or a ranking says that what stands below it does not show."""
    passage = parsed.passage
    owners = passage.subject.owners if passage.kind in ("headline", "caption") else ()
    for owner in owners:
        if isinstance(owner, Chart | Ranking):
            data = _of_chart(owner, parsed.data) if isinstance(owner, Chart) else _of_ranking(owner, parsed.tracker)
            yield from _other_times(parsed, data)
            yield from (others := [*_other_figures(parsed, data)])
            yield from _other_counts(parsed, data)
            yield from () if others else _other_things(parsed, data)
            if isinstance(owner, Chart) and owner.by is not None:
                yield from _other_steps(parsed, owner.by)


def _of_ranking(ranking: Ranking, tracker: Tracker) -> _Data:
    period = _period(ranking.period)
    series = frozenset({*ranking.members, *filter(None, [ranking.of])})
    others = {period.year_before()} if period is not None and ranking.by == "change" else set()
    flows = any(tracker.metrics[metric].kind == "flow" for _, metric in ranking.members) or ranking.table is not None
    financial = isinstance(ranking.period, FinancialPeriod)
    return _Data("ranking", series, period, period, True, frozenset(others), flows, financial)


def _of_chart(chart: Chart, figures: Figures) -> _Data:
    """What a chart draws; from the first to the last of its values, where it names no ends of its own."""
    tracker = figures.tracker
    ranked = (member for id in chart.rankings for member in tracker.rankings[id].members)
    series = frozenset({*chart.drawn, *ranked})
    when = [_period(tracker.rankings[id].period) for id in chart.rankings]
    when += [address.period for address in chart.addresses if isinstance(address.period, Period)]
    if chart.series or chart.entities:
        when += [period for each in series if each in tracker.series for period in figures.evidence.by_period(each)]
    first = min(filter(None, when), key=lambda each: each.first, default=None)
    last = max(filter(None, when), key=lambda each: each.last, default=None)
    bases = {chart.index, *(tracker.metrics[metric].unit.base for _, metric in series if metric in tracker.metrics)}
    financial = isinstance(chart.first or chart.last, FinancialPeriod)
    return _Data(
        "chart",
        series,
        _period(chart.first) or first,
        _period(chart.last) or last,
        False,
        frozenset(bases),
        True,
        financial,
    )


def _period(when: When | None) -> Period | None:
    return when.nominal if isinstance(when, FinancialPeriod) else when


def _other_times(parsed: Parsed, data: _Data) -> Iterator[Remark]:
    """The periods that a title names, if none of them is that of what stands below."""
    locale, said, rest = parsed.locale, parsed.periods, parsed.words
    for each in said:
        rest = rest.replace(each.text, "")
    if not said or ELSEWHEN.search(rest) or _tells_before(parsed, parsed.figures.values()):
        return
    loose = shorter(rest, locale) or not all(each.whole for each in said)
    span = Period(min(each.named.first for each in said), max(each.named.last for each in said))
    based = any(each.named in data.others for each in said if each.period is None or not data.exact)  # "on 2024"
    if based or any(_fits(each, data, loose=loose) for each in (span, *(each.named for each in said))):
        return
    first, last = data.first, data.last
    of = " to ".join(dict.fromkeys(with_article(each, locale) for each in (first, last) if each is not None))
    yield Remark(said[0].start, said[0].text, f'"{said[0].text}" stands over a {data.what} of {of}', _HINT)


def _fits(said: Period, data: _Data, *, loose: bool) -> bool:
    """Whether a period lies in that of the data; of a ranking it is the same, or only loosely told."""
    first, last = data.first, data.last
    before = first is not None and said.last < first.first
    apart = before or (last is not None and said.first > last.last)
    if data.financial and first is not None and said.cadence != "year":
        return abs(said.last.year - first.last.year) < 2
    if apart or not data.exact or first is None:
        return not apart
    return said == first or (said.contains(first) and (loose or (not data.flows and said.last == first.last)))


def _other_figures(parsed: Parsed, data: _Data) -> Iterator[Remark]:
    """The figures of a title that are of no series below it, or of another time."""
    for offset, figure in parsed.figures.items() if data.series else ():
        nearest = figure.nearest
        own = [each for each in nearest if each.series in data.series]
        periods = [each.period for each in own if isinstance(each.period, Period)]
        outside = all(
            (data.last is not None and each.first > data.last.last)
            or (data.first is not None and each.last < data.first.first)
            for each in periods
        )
        if nearest and not own:
            yield Remark(offset, BLANK, f"the {data.what} does not show {nearest[0].entity}.{nearest[0].metric}", _HINT)
        elif periods and outside and not _tells_before(parsed, [figure]):
            when = with_article(periods[0], parsed.locale)
            yield Remark(offset, BLANK, f"the {data.what} does not show {when}, of which the figure is", _HINT)


def _tells_before(parsed: Parsed, figures: Iterable[Figure]) -> bool:
    """Whether a text below a title says of which other time its figures are: "a year before it was {{ … }}"."""
    periods = {each.period.on(None) for figure in figures for each in figure.nearest if isinstance(each.period, Period)}
    named = not periods.isdisjoint(each.named for each in parsed.periods)
    return parsed.passage.kind == "caption" and (named or ELSEWHEN.search(parsed.words) is not None)


def _other_counts(parsed: Parsed, data: _Data) -> Iterator[Remark]:
    """The name of a metric in a title, where other metrics stand below that it does not name."""
    tracker, locale = parsed.tracker, parsed.locale
    own = [tracker.metrics[metric] for _, metric in data.series if metric in tracker.metrics]
    if not own or _calls(parsed.words, own, (heading(metric.unit, locale) for metric in own)):
        return
    shown = " ".join(tracker.series[each].definition for each in data.series if each in tracker.series).lower()
    shown += " ".join(name for metric in own for name in _names(metric))
    rates = all(metric.kind in ("rate", "price") for metric in own)
    for metric in tracker.metrics.values():
        match = _calls(parsed.words, [] if metric in own else [metric])
        if match and rates and _OF.search(parsed.words, 0, match.start()):
            continue
        if match and not any(name in shown for name in _names(metric)):
            labels = locale.listed(sorted({each.label for each in own}))
            yield Remark(match.start(), match[0], f'"{match[0]}" stands over a {data.what} of "{labels}"', _HINT)


def _calls(words: str, metrics: Iterable[Metric], nouns: Iterable[str] = ()) -> re.Match[str] | None:
    """The first name of some metrics in a text, or one of some nouns."""
    names = {*nouns, *(name for metric in metrics for name in _names(metric))}
    pattern = "|".join(map(re.escape, sorted(names)))
    return re.search(rf"(?i)(?<![\w-])(?:{pattern})(?![\w-])", words) if names else None


def _names(metric: Metric) -> set[str]:
    return {each.lower() for each in (metric.label, metric.in_text, *metric.aliases)}


def _other_things(parsed: Parsed, data: _Data) -> Iterator[Remark]:
    """The one company, brand or model that a title names, where all below are others of its kind."""
    tracker, own = parsed.tracker, {entity for entity, _ in data.series}
    said = [tracker.entities[id] for id in named(tracker, parsed.words)] if own else []
    for each in said if len(said) == 1 else ():
        if all(tracker.entities[id].kind == each.kind and not tied(tracker, id, each.id) for id in own):
            name = next(name for name in each.names if name in parsed.words)
            yield Remark(parsed.words.index(name), name, f"the {data.what} does not show {name}", _HINT)


def _other_steps(parsed: Parsed, by: str) -> Iterator[Remark]:
    """Words that say of how long a time each value is, where the chart draws those of another time."""
    found = list(paced(parsed.words, parsed.locale))
    for match, _ in found[:1]:
        if by not in {each for _, each in found}:
            yield Remark(match.start(), match[0], f'"{match[0]}" stands over a chart by {by}', _HINT)
