"""The observations of a series by period: those that count, sums of them, and those that are not used and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from sitegen.figures import Figure, Figures, Missing, clear_change
from sitegen.figures.words import in_own_unit
from sitegen.model.basics.address import Address, SeriesId
from sitegen.model.basics.period import Period
from sitegen.model.series import ChangeKind, Observation, Series
from sitegen.pages.context import Context
from sitegen.pages.data.moves import CHANGES, moves
from sitegen.pages.parts import SourceLine
from sitegen.pages.words.notes import at_most, excuses, made, remainder
from sitegen.pages.words.show import pressed
from sitegen.pages.words.spread import spread
from sitegen.pages.words.writer import Writer


class ObservationRow(Struct, frozen=True, kw_only=True):
    """One observation. value: in words, or "". changes: of `moves`. remarks: the changes that it leaves out, why it
    counts or does not, its status, its note and the warnings that stay, each a line."""

    value: str
    changes: Mapping[ChangeKind, str]
    source: SourceLine
    remarks: tuple[str, ...]


class MadeRow(Struct, frozen=True, kw_only=True):
    """A value that no source gives. how: what it is made of. remarks: of what is worked out, each a line."""

    value: str
    how: str
    remarks: tuple[str, ...] = ()


class PeriodRows(Struct, frozen=True, kw_only=True):
    """A period and what is known of it. made: the value that answers if it is worked out or added up, or None.

    idle: what is worked out though a published value answers, or None. spread: how sources differ, or "". gap: what
    lies between it and the next older one without a value; "" where nothing does.
    """

    id: str
    period: str
    made: MadeRow | None
    rows: tuple[ObservationRow, ...]
    idle: MadeRow | None
    spread: str
    gap: str = ""


def listed(context: Context, series: Series) -> tuple[Period, ...]:
    """The periods to list, newest first: those observed, their sums over quarters, halves and years, and any used."""
    texts = context.uses.series.get(series.id, ())
    name = f"periods to list of {series.id}: {' '.join(texts)}"
    return context.recalled(name, partial(_listed, series.id, texts))


def _listed(id: SeriesId, texts: tuple[str, ...], figures: Figures) -> tuple[Period, ...]:
    series = figures.tracker.series[id]
    observed = {o.period for o in series.observations if o.use != "deprecated"}
    sums = {whole for period in observed for whole in period.wholes(series.calendar)}
    asked = {Period.parse(text.partition("@")[2].partition("~")[0], series.calendar) for text in texts}
    latest = figures.answer(Address(*id, "latest"))  # the index of the data leads to it
    if isinstance(latest, Figure) and latest.address is not None and isinstance(latest.address.period, Period):
        asked.add(latest.address.period)
    worked = {worked.period for worked in series.worked_out}
    answered = {p for p in sums | asked | worked if isinstance(figures.answer(Address(*id, p)), Figure)}
    return tuple(newest_first(observed | answered | asked))


def period_rows(writer: Writer, series: Series, period: Period) -> PeriodRows:
    """What is known of a period: its undeprecated observations, or the sum of shorter periods."""
    context = writer.context
    answer = context.figures.answer(Address(*series.id, period))
    found = [o for o in context.figures.evidence.by_period(series.id).get(period, ()) if o.use != "deprecated"]
    worked = context.figures.worked_out(Address(*series.id, period))
    made = answer if isinstance(answer, Figure) and answer.observation is None else None
    return PeriodRows(
        id=writer.page.anchor(str(period)),
        period=writer.period(period, short=True),
        made=None if made is None else _made(writer, made, answers=True),
        rows=tuple(_row(writer, series, o, answer) for o in _ordered(answer, found)),
        idle=None if worked is None or made is not None else _made(writer, worked, answers=False),
        spread=_spread(writer, answer),
    )


def _value(writer: Writer, figure: Figure, *, answers: bool) -> str:
    """A figure as its source counts it, for a column with the unit in its head.

    answers: whether an address has it as its answer; pressed, it then opens its note, which says how it is cited.
    """
    words = writer.figure(figure, "inline", in_own_unit(figure, writer.context.locale))
    return pressed(figure, words, writer.page, writer.context.edition, "figure", here=True) if answers else words


def _made(writer: Writer, figure: Figure, *, answers: bool) -> MadeRow:
    """A value that is made of others, and how."""
    worked = figure.worked
    if worked is None:
        parts = Markup(", ").join(writer.when(address) for part in figure.inputs for address in part.addresses[:1])
        rest = remainder(writer, figure)
        id, more = ("series.made.rest", {"rest": rest}) if rest else ("series.made", {})
        how = writer.say(id, what=made(writer, figure), parts=parts, **more)
        return MadeRow(value=_value(writer, figure, answers=answers), how=how)
    remarks = (worked.note or "", *excuses(writer, worked.accepted))
    value = _value(writer, figure, answers=answers)
    return MadeRow(value=value, how=made(writer, figure), remarks=tuple(filter(None, remarks)))


def _spread(writer: Writer, answer: Figure | Missing) -> str:
    """How sources differ on the value; on the reported changes, if no value is known."""
    if isinstance(answer, Figure):
        return spread(writer, answer)
    changes = (clear_change(writer.context.figures, answer, kind) for kind in CHANGES)
    said = (spread(writer, moved) for moved in changes if isinstance(moved, Figure))
    return next((words for words in said if words), "")


def _ordered(answer: object, observations: list[Observation]) -> list[Observation]:
    """The observation that answers comes first."""
    first = answer.observation if isinstance(answer, Figure) else None
    return sorted(observations, key=lambda o: o != first)


def unused_periods(series: Series) -> tuple[Period, ...]:
    """The periods with deprecated observations, newest first."""
    return tuple(newest_first(o.period for o in series.observations if o.use == "deprecated"))


def newest_first(periods: Iterable[Period]) -> list[Period]:
    """Periods in the order in which they are listed, each once."""
    return sorted({*periods}, key=lambda p: (p.last, p.first), reverse=True)


def unused(
    writer: Writer, series: Series, periods: Iterable[Period], listed: tuple[Period, ...]
) -> Iterator[PeriodRows]:
    """Deprecated observations of these periods; a period that is not listed above has its id here."""
    there = writer.context.figures.evidence.by_period(series.id)
    for period in periods:
        found = (o for o in there.get(period, ()) if o.use == "deprecated")
        yield PeriodRows(
            id="" if period in listed else writer.page.anchor(str(period)),
            period=writer.period(period, short=True),
            made=None,
            rows=tuple(_row(writer, series, o) for o in found),
            idle=None,
            spread="",
        )


def _row(
    writer: Writer, series: Series, observation: Observation, answer: Figure | Missing | None = None
) -> ObservationRow:
    """One observation in words. answer: for its period, which rests on this observation or on another."""
    figure = _resting(writer, series, observation, answer)
    changes, reported = moves(writer, series, observation, figure)
    return ObservationRow(
        value="" if observation.amount is None else _reported(writer, series, observation, figure),
        changes=changes,
        source=writer.source(observation.source),
        remarks=(*reported, *filter(None, _remarks(writer, series, observation))),
    )


def _resting(
    writer: Writer, series: Series, observation: Observation, answer: Figure | Missing | None
) -> Figure | None:
    """The answer that rests on an observation: the one for its period, or the one for its source; None without one."""
    of_source = writer.context.figures.answer(Address(*series.id, observation.period, observation.source))
    rest = (each for each in (answer, of_source) if isinstance(each, Figure) and each.observation == observation)
    return next(rest, None)


def _reported(writer: Writer, series: Series, observation: Observation, figure: Figure | None) -> str:
    """The value of an observation, and whether it is a target, an estimate or not the last word.

    One that is not the answer for its period is cited with its source, if at all.
    """
    shown = figure or writer.context.figures.observed_figure(observation, Address(*series.id, observation.period))
    value = _value(writer, shown, answers=figure is not None)
    if observation.status == "reported":
        return value
    return Markup('{} <span class="definition">{}</span>').format(value, writer.say(f"status.{observation.status}"))


def _remarks(writer: Writer, series: Series, observation: Observation) -> Iterator[str]:
    """What stands beside an observation: why it counts or does not, its note, warnings that stay."""
    if observation.at:
        yield writer.say("series.at", at=observation.at)
    yield _use(writer, series, observation)
    if observation.status != "reported" and observation.amount is None:
        yield writer.say("series.status", status=writer.say(f"status.{observation.status}"))
    yield observation.note or ""
    if observation.at_most:
        yield from at_most(writer, [Address(*series.id, observation.period)])
    yield from excuses(writer, observation.accepted)


def _use(writer: Writer, series: Series, observation: Observation) -> str:
    """Why an observation counts or does not; "" where nothing is to be said."""
    use, reason = writer.context.figures.evidence.use(series.id, observation)
    if use == "restated":
        return writer.say("series.replaced")
    if use == "deprecated" != observation.use:
        return writer.say("series.fallen")
    return writer.say(f"series.use.{use}", reason=reason) if reason else ""
