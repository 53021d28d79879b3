"""Checks on the values of one address: rivals, preference, sources that say two things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sitegen.check.data.finding import Finding
from sitegen.figures import CHANGES, Figure, Figures, Missing, change, rival_figures, say
from sitegen.figures.values.choice import ON_REQUEST, AmountOf, change_of, counts, stands, volume
from sitegen.model.basics.address import Address
from sitegen.model.basics.amount import Amount
from sitegen.model.basics.period import Period
from sitegen.model.series import CHANGE_KINDS, Observation, Series
from sitegen.model.source import document
from sitegen.problems import Problem

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_READINGS: tuple[AmountOf, ...] = (volume, *(change_of(kind) for kind in CHANGE_KINDS))


def rivals_unresolved(figures: Figures, series: Series) -> Iterator[Finding]:
    """Values that do not agree, or changes where only changes are reported, and none is preferred."""
    for period in figures.evidence.by_period(series.id):
        address = Address(*series.id, period)
        answer = figures.answer(address)
        asked = [answer, *(change(figures, answer, kind) for kind in CHANGE_KINDS if isinstance(answer, Missing))]
        for figure in asked:
            if isinstance(figure, Figure) and figure.disagree and not _preferred(figure):
                yield _unresolved(figures, figure, address)


def two_preferred(figures: Figures, series: Series) -> Iterator[Finding]:
    """More than one preferred value, or preferred change, at one address."""
    for period, observations in figures.evidence.by_period(series.id).items():
        for amount_of in _READINGS:
            chosen = [o for o in observations if o.use == "preferred" and amount_of(o) is not None]
            for first, second in pairwise(chosen):
                message = f'"{first.source}" and "{second.source}" are both preferred for {_name(series, period)}'
                hint = "leave use: preferred at one of them"
                yield Finding(Problem(second.place, "two-preferred", message, hint))


def repeated_source(figures: Figures, series: Series) -> Iterator[Finding]:
    """One source with two undeprecated values, or changes, at one address."""
    for period, observations in figures.evidence.by_period(series.id).items():
        for amount_of in _READINGS:
            met: set[tuple[str, bool]] = set()  # a value and a target of one source are two things
            for observation in observations:
                if not stands(observation) or amount_of(observation) is None:
                    continue
                key = (observation.source, observation.status in ON_REQUEST)
                if key in met:
                    message = f'the source "{observation.source}" gives two values for {_name(series, period)}'
                    hint = "keep the one that the document says, or write use: deprecated and a reason at the other"
                    yield Finding(Problem(observation.place, "repeated-source", message, hint))
                met.add(key)


def one_document(figures: Figures, series: Series) -> Iterator[Finding]:
    """Two sources that are one document, however its address is spelled, and do not agree."""
    sources = figures.tracker.sources
    for period, observations in figures.evidence.by_period(series.id).items():
        for amount_of in _READINGS:
            met: dict[str, tuple[Observation, Amount]] = {}
            for observation in filter(counts, observations):
                amount, url = amount_of(observation), document(sources[observation.source].url)
                if amount is None:
                    continue
                other, before = met.setdefault(url, (observation, amount))
                if other.source == observation.source or before.interval.meets(amount.interval):
                    continue
                first, later = sorted((sources[each.source] for each in (other, observation)), key=lambda s: s.place)
                there = f"{observation.place.path}:{observation.place.line}"
                message = (
                    f'url: is that of "{first.id}", and as one document they give two values '
                    f"for {_name(series, period)} ({there})"
                )
                hint = (
                    "if they are two documents, correct the address here or there; "
                    "if one, keep the value that it says, and take the other entry out"
                )
                yield Finding(Problem(later.places.get("url", later.place), "repeated-source", message, hint))


def replaces_nothing(figures: Figures, series: Series) -> Iterator[Finding]:
    """A restatement of a value that its source does not give, or of itself."""
    for period, observations in figures.evidence.by_period(series.id).items():
        for observation in observations:
            old = observation.replaces
            if old is None:
                continue
            if not any(o.source == old for o in observations):
                message = f'"{old}" gives no value for {_name(series, period)} that could be replaced'
            elif _returns(observation.source, observations):
                message = f'"{observation.source}" replaces a value that replaces it'
            else:
                continue
            hint = "name the source of the earlier value of this period, or take replaces: out"
            yield Finding(Problem(observation.place, "replaces-nothing", message, hint))


def _returns(source: str, observations: Sequence[Observation]) -> bool:
    """Whether a source, by what its value replaces, and so on, comes back to itself."""
    replaced = {o.source: o.replaces for o in observations if o.replaces is not None}
    step = replaced.get(source)
    for _ in replaced:
        if step is None or step == source:
            break
        step = replaced.get(step)
    return step == source


def _name(series: Series, period: Period) -> str:
    return str(Address(*series.id, period))


def _preferred(figure: Figure) -> bool:
    return figure.observation is not None and figure.observation.use == "preferred"


def _unresolved(figures: Figures, figure: Figure, address: Address) -> Finding:
    assert figure.observation is not None  # only observed and reported figures have rivals that disagree here
    locale = figures.tracker.site.locale
    said = [say(each, locale, whole=True) for each in (figure, *rival_figures(figures, figure))]
    count = _COUNTS[len(said)] if len(said) < len(_COUNTS) else str(len(said))
    what = f"{address}, {figure.operation}," if figure.operation in CHANGES.values() else str(address)
    message = f"{count} sources give {', '.join(said[:-1])} and {said[-1]} for {what} and none is preferred"
    hint = "write use: preferred and a reason at the value that answers, or use: deprecated and a reason at the others"
    return Finding(Problem(figure.observation.place, "rivals-unresolved", message, hint))
