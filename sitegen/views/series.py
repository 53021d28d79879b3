"""A series on its own page: its chart, every observation with its source, and what is not used and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.figures import Figure, freshness
from sitegen.model.address import Address
from sitegen.model.period import Cadence, Period
from sitegen.model.words import ChangeKind, Observation, Series
from sitegen.page import Page
from sitegen.urls import metric_url, series_url
from sitegen.views.chart_view import series_chart
from sitegen.views.desk import Desk, Writer
from sitegen.views.layout import Head
from sitegen.views.notes import counted, region, spread
from sitegen.views.parts import ChartView, Name, Pointer, SourceLine
from sitegen.views.sheet import Sheet, sheet

SUMS: tuple[Cadence, ...] = ("quarter", "half", "year")
SHORT: Mapping[ChangeKind, str] = {"year": "on the year", "previous": "on the period before"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationRow:
    """One observation. value: in words, with the reported change if there is no value. use: preferred, normal …"""

    value: str
    change: str
    source: SourceLine
    use: str
    status: str
    reason: str
    note: str
    accepted: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRows:
    """A period and what is known of it. derived: its value added up from shorter periods, or ""; spread: of rivals."""

    id: str
    period: str
    derived: str
    rows: tuple[ObservationRow, ...]
    spread: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView:
    """`/data/<entity>/<metric>/`. facts: label and words. accepted: warnings that stay, and why. late: or "".

    unused: deprecated observations by period. used: the pages that use a value of this series.
    """

    title: str
    name: Name
    metric: Pointer
    definition: str
    facts: tuple[tuple[str, str], ...]
    note: str | None
    freshness: str
    late: str
    chart: ChartView | None
    unit: str
    periods: tuple[PeriodRows, ...]
    unused: tuple[PeriodRows, ...]
    accepted: tuple[tuple[str, str], ...]
    related: tuple[Pointer, ...]
    used: tuple[Pointer, ...]
    downloads: tuple[Pointer, ...]


def series_page(desk: Desk, series: Series) -> Sheet:
    """The page of one series."""
    writer = Writer(desk, Page(series_url(series.id)))
    metric, entity = desk.tracker.metrics[series.metric], desk.tracker.entities[series.entity]
    title = f"{entity.name}: {metric.label}"
    counts = f"{metric.unit}; {counted(writer, series)}"
    latest, late = health(writer, series)
    view = SeriesView(
        title=title,
        name=writer.name(series.entity),
        metric=Pointer(label=metric.label, href=writer.page.link(metric_url(series.metric))),
        definition=series.definition,
        facts=_facts(writer, series),
        note=series.note,
        freshness=latest,
        late=late,
        chart=series_chart(writer, series.id, f"{metric.label} by {series.cadence}", counts),
        unit=metric.unit,
        periods=tuple(_period(writer, series, period) for period in _listed(desk, series)),
        unused=tuple(_unused(writer, series, _listed(desk, series))),
        accepted=tuple(series.accepted.items()),
        related=tuple(_related(writer, series)),
        used=used(writer, (str(Address(*series.id, period)) for period in _listed(desk, series))),
        downloads=tuple(_downloads(writer, series)),
    )
    head = Head(title=title, description=f"{series.definition}. Every value with its source.")
    return sheet(desk, writer, "series.html", view, head)


def health(writer: Writer, series: Series) -> tuple[str, str]:
    """How fresh a series is, in words: the latest period, and how late the next one is or ""."""
    fresh = freshness(writer.desk.figures, series, writer.desk.edition.as_of)
    latest = "no value yet" if fresh.latest is None else writer.period(fresh.latest)
    return latest, writer.counted(fresh.late_days, "day", "days") if fresh.late_days else ""


def used(writer: Writer, addresses: Iterable[str]) -> tuple[Pointer, ...]:
    """The pages that use one of the addresses, each once, but not the writer's own."""
    uses = {use.url.partition("#")[0] for address in addresses for use in writer.desk.edition.uses.get(address, ())}
    names = writer.desk.names
    others = sorted(uses - {writer.page.url})
    pointers = (Pointer(label=names.get(url, url), href=writer.page.link(url)) for url in others)
    return tuple(sorted(pointers, key=lambda pointer: (pointer.label.casefold(), pointer.href)))


def _facts(writer: Writer, series: Series) -> tuple[tuple[str, str], ...]:
    metric = writer.desk.tracker.metrics[series.metric]
    facts = (
        ("Unit", metric.unit),
        ("Region", region(writer, series)),
        ("Scope", "" if series.scope == "all" else series.scope),
        ("Basis", series.basis),
        ("Cadence", series.cadence),
    )
    return tuple((label, words) for label, words in facts if words)


def _listed(desk: Desk, series: Series) -> tuple[Period, ...]:
    """The periods to list, newest first: those observed, their sums over quarters, halves and years, and any used."""
    observed = {o.period for o in series.observations if o.use != "deprecated"}
    sums = {Period.of(cadence, period.first) for period in observed for cadence in SUMS}
    prefix = f"{series.entity}.{series.metric}@"
    asked = {
        Period.parse(address.removeprefix(prefix).partition("~")[0])
        for address in desk.edition.uses
        if address.startswith(prefix)
    }
    answered = {p for p in sums | asked if isinstance(desk.figures.answer(Address(*series.id, p)), Figure)}
    return tuple(sorted(observed | answered | asked, key=lambda p: (p.last, p.first), reverse=True))


def _period(writer: Writer, series: Series, period: Period) -> PeriodRows:
    desk = writer.desk
    answer = desk.figures.answer(Address(*series.id, period))
    found = [o for o in series.observations if o.period == period and o.use != "deprecated"]
    derived = isinstance(answer, Figure) and answer.kind == "derived"
    return PeriodRows(
        id=writer.page.anchor(str(period)),
        period=writer.period(period, short=True),
        derived=writer.figure(answer) if isinstance(answer, Figure) and derived else "",
        rows=tuple(observation_row(writer, series, o) for o in _ordered(answer, found)),
        spread=spread(writer, answer) if isinstance(answer, Figure) and answer.disagree else None,
    )


def _ordered(answer: object, observations: list[Observation]) -> list[Observation]:
    """The observation that answers comes first."""
    first = answer.observation if isinstance(answer, Figure) else None
    return sorted(observations, key=lambda o: o != first)


def _unused(writer: Writer, series: Series, listed: tuple[Period, ...]) -> Iterator[PeriodRows]:
    """Deprecated observations by period, newest first; a period that is not listed above has its id here."""
    periods = {o.period for o in series.observations if o.use == "deprecated"}
    for period in sorted(periods, key=lambda p: (p.last, p.first), reverse=True):
        found = (o for o in series.observations if o.period == period and o.use == "deprecated")
        yield PeriodRows(
            id="" if period in listed else writer.page.anchor(str(period)),
            period=writer.period(period, short=True),
            derived="",
            rows=tuple(observation_row(writer, series, o) for o in found),
            spread=None,
        )


def observation_row(writer: Writer, series: Series, observation: Observation) -> ObservationRow:
    """One observation in words, whether it answers or not."""
    figures = writer.desk.figures
    address = Address(*series.id, observation.period)
    value = None if observation.amount is None else figures.observed_figure(observation, address)
    return ObservationRow(
        value="" if value is None else writer.figure(value, "inline"),
        change=Markup("<br>").join(
            Markup("{} {}").format(writer.figure(figures.change_figure(observation, address, kind), "inline"), words)
            for kind, words in SHORT.items()
            if kind in observation.change
        ),
        source=writer.source(observation.source),
        use=observation.use,
        status=observation.status,
        reason=observation.reason or "",
        note=observation.note or "",
        accepted=tuple(observation.accepted.items()),
    )


def _related(writer: Writer, series: Series) -> Iterator[Pointer]:
    """The entity's series of metrics that measure nearly the same."""
    desk = writer.desk
    for metric in desk.tracker.metrics[series.metric].related:
        if (other := desk.tracker.series.get((series.entity, metric))) is not None:
            yield Pointer(
                label=desk.tracker.metrics[metric].label,
                href=writer.page.link(series_url(other.id)),
                detail=other.definition,
            )


def _downloads(writer: Writer, series: Series) -> Iterator[Pointer]:
    for label, ending in (("CSV", "csv"), ("JSON", "json")):
        href = f"{series_url(series.id)}{series.entity}.{series.metric}.{ending}"
        yield Pointer(label=label, href=writer.page.link(href))
